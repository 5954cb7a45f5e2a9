package io.ringback;

import io.ringback.calendar.SlotCapacity;
import io.ringback.internal.memory.HeapBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of a virtual queue: immutable, made by a strict builder that throws {@link IllegalArgumentException} with
 * the field, the value and what was expected. Times are in milliseconds.
 *
 * <p>Settings may be replaced while the engine runs ({@link Engine#queue}). New {@code skills} and steps re-target the
 * interactions that have no target of their own; limits and priority apply to later requests; running timers keep their
 * deadline; everything else applies to the next decision.
 */
public final class QueueSettings {
    /** Lowest priority. */
    public static final int PRIORITY_MIN = -1000;

    /** Highest priority. */
    public static final int PRIORITY_MAX = 1000;

    /** A limit that is not set. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A duration that is not set. */
    public static final long OFF = -1;

    /** Shortest duration, for all but {@code wrap-up} and {@code callback-yield}, which may be 0. */
    public static final long DURATION_MIN_MS = 1_000;

    /** Longest duration: ten years of 365 days. */
    public static final long DURATION_MAX_MS = Request.HEAD_START_MAX_MS;

    /** Largest number of target steps. */
    public static final int STEPS_MAX = 100;

    /**
     * A target step: from some waiting time on, another expression.
     *
     * @param afterMs time since queued
     * @param skills the expression that counts from then on
     */
    public record Step(long afterMs, String skills) {}

    private static final long DAY_MS = 86_400_000;

    private final QueueSettingsBuilder values;
    private final List<Step> steps;

    QueueSettings(final QueueSettingsBuilder values) {
        this.values = values;
        this.steps = List.copyOf(values.steps);
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static QueueSettingsBuilder builder() {
        return new QueueSettingsBuilder();
    }

    /**
     * Starts from these settings.
     *
     * @return a builder
     */
    public QueueSettingsBuilder toBuilder() {
        return new QueueSettingsBuilder(values);
    }

    /**
     * The target expression.
     *
     * @return text, or null: any agent
     */
    public String skills() {
        return values.skills;
    }

    /**
     * The target steps.
     *
     * @return in order of time
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * Priority of requests that bring none.
     *
     * @return -1000 to 1000, higher first
     */
    public int priority() {
        return values.priority;
    }

    /**
     * Who of several agents gets an interaction.
     *
     * @return the rule
     */
    public AgentChoice agentChoice() {
        return values.agentChoice;
    }

    /**
     * How many may wait in the queue, invited and on-line callbacks included.
     *
     * @return 0 to {@link #UNLIMITED}
     */
    public int maxWaiting() {
        return values.maxWaiting;
    }

    /**
     * How long an interaction rings at an agent.
     *
     * @return milliseconds, or {@link #OFF}
     */
    public long answerTimeoutMs() {
        return values.answerTimeoutMs;
    }

    /**
     * Above which median of the expected wait a live call is offered a callback.
     *
     * @return milliseconds, or {@link #OFF}
     */
    public long offerAboveMs() {
        return values.offerAboveMs;
    }

    /**
     * Within which wait a live call counts as answered in time.
     *
     * @return milliseconds
     */
    public long serviceLevelMs() {
        return values.serviceLevelMs;
    }

    /**
     * After-call work that ends by itself.
     *
     * @return milliseconds, 0: Ready at once, or {@link #OFF}: the host says when
     */
    public long wrapUpMs() {
        return values.wrapUpMs;
    }

    /**
     * How much later a callback ranks as long as its customer is not on the line.
     *
     * @return milliseconds
     */
    public long callbackYieldMs() {
        return values.callbackYieldMs;
    }

    /**
     * Whether new dials start.
     *
     * @return true: they do
     */
    public boolean invite() {
        return values.invite;
    }

    /**
     * Invitations of a callback before it is unreachable.
     *
     * @return at least 1
     */
    public int attempts() {
        return values.attempts;
    }

    /**
     * How long a dial may take.
     *
     * @return milliseconds
     */
    public long attemptTimeoutMs() {
        return values.attemptTimeoutMs;
    }

    /**
     * Time from a failed dial to the next.
     *
     * @return milliseconds
     */
    public long retryDelayMs() {
        return values.retryDelayMs;
    }

    /**
     * How long no dial of the queue starts after the network failed.
     *
     * @return milliseconds
     */
    public long errorPauseMs() {
        return values.errorPauseMs;
    }

    /**
     * Age at which a callback that is not on the line is purged, of a booking from its slot.
     *
     * @return milliseconds; 24 h, or seven days with {@link AtClose#CARRY_OVER}, when it was not set
     */
    public long purgeAfterMs() {
        if (values.purgeAfterMs != OFF) {
            return values.purgeAfterMs;
        }
        return values.atClose == AtClose.PURGE ? DAY_MS : 7 * DAY_MS;
    }

    /**
     * The calendar of the business hours.
     *
     * @return its name, or null: always open
     */
    public String calendar() {
        return values.calendar;
    }

    /**
     * Whether a callback for now is refused when its turn is not expected before the end of the business day.
     *
     * @return true: it is
     */
    public boolean closeForecast() {
        return values.closeForecast;
    }

    /**
     * What the end of the business day means for callbacks that wait.
     *
     * @return the rule
     */
    public AtClose atClose() {
        return values.atClose;
    }

    /**
     * Length of the slots that callbacks may be booked in.
     *
     * @return minutes: 5, 10, 15, 20, 30, 60 or 120
     */
    public int slotMinutes() {
        return values.slotMinutes;
    }

    /**
     * How many callbacks may be booked in one slot.
     *
     * @return by weekday and time of day
     */
    public SlotCapacity slotCapacity() {
        return values.slotCapacity;
    }

    /**
     * How far ahead slots may be booked.
     *
     * @return milliseconds
     */
    public long horizonMs() {
        return values.horizonMs;
    }

    /**
     * How many callbacks of the queue may be present.
     *
     * @return 0 to {@link #UNLIMITED}
     */
    public int maxCallbacks() {
        return values.maxCallbacks;
    }

    /**
     * How many callbacks of one kind the queue may owe to one number.
     *
     * @return 1 to {@link #UNLIMITED}
     */
    public int maxPerNumber() {
        return values.maxPerNumber;
    }

    /**
     * Whether a call takes over the place of a callback that is owed to its number.
     *
     * @return true: it does
     */
    public boolean linkIncoming() {
        return values.linkIncoming;
    }

    /** What settings without target steps take, with a target expression of such a length. */
    static long bytes(final int length) {
        return HeapBytes.object(QueueSettings.class)
                + HeapBytes.object(QueueSettingsBuilder.class)
                + HeapBytes.object(ArrayList.class)
                + HeapBytes.text(length);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof QueueSettings that && that.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** All settings as text, the same for equal settings on every machine. */
    @Override
    public String toString() {
        return "skills=" + values.skills + " steps=" + steps + " priority=" + values.priority + " agent-choice="
                + values.agentChoice + " max-waiting=" + values.maxWaiting + " answer-timeout="
                + values.answerTimeoutMs + " wrap-up=" + values.wrapUpMs + " callback-yield=" + values.callbackYieldMs
                + " invite=" + values.invite + " attempts=" + values.attempts + " attempt-timeout="
                + values.attemptTimeoutMs + " retry-delay=" + values.retryDelayMs + " error-pause="
                + values.errorPauseMs + " purge-after=" + purgeAfterMs() + " max-callbacks="
                + values.maxCallbacks + " max-per-number=" + values.maxPerNumber + " link-incoming="
                + values.linkIncoming + " offer-above=" + values.offerAboveMs + " service-level="
                + values.serviceLevelMs + " calendar=" + values.calendar + " close-forecast=" + values.closeForecast
                + " at-close=" + values.atClose + " slot=" + values.slotMinutes + " slot-capacity="
                + values.slotCapacity + " horizon=" + values.horizonMs;
    }

    static void checkRange(final String field, final long value, final long min, final long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + ": " + value + " is not in " + min + ".." + max);
        }
    }
}
