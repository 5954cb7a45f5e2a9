package io.ringback;

import static io.ringback.QueueSettings.DURATION_MAX_MS;
import static io.ringback.QueueSettings.DURATION_MIN_MS;
import static io.ringback.QueueSettings.OFF;
import static io.ringback.QueueSettings.PRIORITY_MAX;
import static io.ringback.QueueSettings.PRIORITY_MIN;
import static io.ringback.QueueSettings.STEPS_MAX;
import static io.ringback.QueueSettings.UNLIMITED;
import static io.ringback.QueueSettings.checkRange;

import io.ringback.QueueSettings.Step;
import io.ringback.calendar.SlotCapacity;
import io.ringback.calendar.SlotGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects settings. Each method replaces what was set before and returns this. */
public final class QueueSettingsBuilder {
    private static final SlotCapacity ONE_PLACE = SlotCapacity.of(1);

    String skills;
    final List<Step> steps = new ArrayList<>();
    int priority;
    AgentChoice agentChoice = AgentChoice.LONGEST_IDLE;
    int maxWaiting = UNLIMITED;
    long answerTimeoutMs = OFF;
    long wrapUpMs = OFF;
    long callbackYieldMs;
    boolean invite = true;
    int attempts = 3;
    long attemptTimeoutMs = 60_000;
    long retryDelayMs = 300_000;
    long errorPauseMs = 10_000;
    long purgeAfterMs = OFF;
    int maxCallbacks = UNLIMITED;
    int maxPerNumber = 1;
    boolean linkIncoming = true;
    long offerAboveMs = OFF;
    long serviceLevelMs = 20_000;
    String calendar;
    boolean closeForecast = true;
    AtClose atClose = AtClose.PURGE;
    int slotMinutes = 15;
    SlotCapacity slotCapacity = ONE_PLACE;
    long horizonMs = 30 * 86_400_000L;

    QueueSettingsBuilder() {}

    QueueSettingsBuilder(final QueueSettingsBuilder from) {
        skills = from.skills;
        steps.addAll(from.steps);
        priority = from.priority;
        agentChoice = from.agentChoice;
        maxWaiting = from.maxWaiting;
        answerTimeoutMs = from.answerTimeoutMs;
        wrapUpMs = from.wrapUpMs;
        callbackYieldMs = from.callbackYieldMs;
        invite = from.invite;
        attempts = from.attempts;
        attemptTimeoutMs = from.attemptTimeoutMs;
        retryDelayMs = from.retryDelayMs;
        errorPauseMs = from.errorPauseMs;
        purgeAfterMs = from.purgeAfterMs;
        maxCallbacks = from.maxCallbacks;
        maxPerNumber = from.maxPerNumber;
        linkIncoming = from.linkIncoming;
        offerAboveMs = from.offerAboveMs;
        serviceLevelMs = from.serviceLevelMs;
        calendar = from.calendar;
        closeForecast = from.closeForecast;
        atClose = from.atClose;
        slotMinutes = from.slotMinutes;
        slotCapacity = from.slotCapacity;
        horizonMs = from.horizonMs;
    }

    /**
     * The target expression.
     *
     * @param expression text, checked when the queue is defined; null: any agent
     * @return this
     */
    public QueueSettingsBuilder skills(final String expression) {
        skills = expression;
        return this;
    }

    /**
     * Adds a target step, later than those before it.
     *
     * @param after time since queued, at least 1 s
     * @param expression the expression that counts from then on
     * @return this
     */
    public QueueSettingsBuilder then(final Duration after, final String expression) {
        final long afterMs = millis("then", after, DURATION_MIN_MS);
        Objects.requireNonNull(expression, "then: the skill expression is missing");
        if (!steps.isEmpty() && steps.get(steps.size() - 1).afterMs() >= afterMs) {
            throw new IllegalArgumentException("then: steps are given in order of time, but " + after + " is not after "
                    + Duration.ofMillis(steps.get(steps.size() - 1).afterMs()));
        }
        if (steps.size() == STEPS_MAX) {
            throw new IllegalArgumentException("then: more than " + STEPS_MAX + " steps");
        }
        steps.add(new Step(afterMs, expression));
        return this;
    }

    /**
     * Removes all target steps.
     *
     * @return this
     */
    public QueueSettingsBuilder clearSteps() {
        steps.clear();
        return this;
    }

    /**
     * Priority of requests that bring none; default 0.
     *
     * @param value -1000 to 1000, higher first
     * @return this
     */
    public QueueSettingsBuilder priority(final int value) {
        checkRange("priority", value, PRIORITY_MIN, PRIORITY_MAX);
        priority = value;
        return this;
    }

    /**
     * Who of several agents gets an interaction; default longest idle.
     *
     * @param value the rule
     * @return this
     */
    public QueueSettingsBuilder agentChoice(final AgentChoice value) {
        agentChoice = Objects.requireNonNull(value, "agent-choice");
        return this;
    }

    /**
     * How many may wait in the queue; default {@link QueueSettings#UNLIMITED}.
     *
     * @param value 0 or more
     * @return this
     */
    public QueueSettingsBuilder maxWaiting(final int value) {
        checkRange("max-waiting", value, 0, UNLIMITED);
        maxWaiting = value;
        return this;
    }

    /**
     * Above which median of the expected wait a live call is offered a callback; default off.
     *
     * @param value at least 1 s; null: off
     * @return this
     */
    public QueueSettingsBuilder offerAbove(final Duration value) {
        offerAboveMs = value == null ? OFF : millis("offer-above", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * Within which wait a live call counts as answered in time; default 20 s. It counts, and decides nothing.
     *
     * @param value at least 1 s
     * @return this
     */
    public QueueSettingsBuilder serviceLevel(final Duration value) {
        serviceLevelMs = millis("service-level", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * How long an interaction rings at an agent; default off.
     *
     * @param value at least 1 s; null: off
     * @return this
     */
    public QueueSettingsBuilder answerTimeout(final Duration value) {
        answerTimeoutMs = value == null ? OFF : millis("answer-timeout", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * After-call work that ends by itself; default off.
     *
     * @param value 0 or more; null: off
     * @return this
     */
    public QueueSettingsBuilder wrapUp(final Duration value) {
        wrapUpMs = value == null ? OFF : millis("wrap-up", value, 0);
        return this;
    }

    /**
     * How much later a callback ranks as long as its customer is not on the line; default 0.
     *
     * @param value 0 or more
     * @return this
     */
    public QueueSettingsBuilder callbackYield(final Duration value) {
        callbackYieldMs = millis("callback-yield", value, 0);
        return this;
    }

    /**
     * Whether new dials start; default yes.
     *
     * @param value false: none do
     * @return this
     */
    public QueueSettingsBuilder invite(final boolean value) {
        invite = value;
        return this;
    }

    /**
     * Invitations of a callback before it is unreachable; default 3.
     *
     * @param value 1 or more
     * @return this
     */
    public QueueSettingsBuilder attempts(final int value) {
        checkRange("attempts", value, 1, UNLIMITED);
        attempts = value;
        return this;
    }

    /**
     * How long a dial may take; default 60 s.
     *
     * @param value at least 1 s
     * @return this
     */
    public QueueSettingsBuilder attemptTimeout(final Duration value) {
        attemptTimeoutMs = millis("attempt-timeout", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * Time from a failed dial to the next; default 5 min.
     *
     * @param value at least 1 s
     * @return this
     */
    public QueueSettingsBuilder retryDelay(final Duration value) {
        retryDelayMs = millis("retry-delay", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * How long no dial of the queue starts after the network failed; default 10 s.
     *
     * @param value at least 1 s
     * @return this
     */
    public QueueSettingsBuilder errorPause(final Duration value) {
        errorPauseMs = millis("error-pause", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * Age at which a callback that is not on the line is purged, of a booking from its slot; default 24 h, and seven
     * days with {@link AtClose#CARRY_OVER}.
     *
     * @param value at least 1 s; null: the default
     * @return this
     */
    public QueueSettingsBuilder purgeAfter(final Duration value) {
        purgeAfterMs = value == null ? OFF : millis("purge-after", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * How many callbacks of the queue may be present; default {@link QueueSettings#UNLIMITED}.
     *
     * @param value 0 or more
     * @return this
     */
    public QueueSettingsBuilder maxCallbacks(final int value) {
        checkRange("max-callbacks", value, 0, UNLIMITED);
        maxCallbacks = value;
        return this;
    }

    /**
     * How many callbacks of one kind the queue may owe to one number; default 1.
     *
     * @param value 1 or more
     * @return this
     */
    public QueueSettingsBuilder maxPerNumber(final int value) {
        checkRange("max-per-number", value, 1, UNLIMITED);
        maxPerNumber = value;
        return this;
    }

    /**
     * Whether a call takes over the place of a callback that is owed to its number; default yes.
     *
     * @param value false: the call is only reported with that callback
     * @return this
     */
    public QueueSettingsBuilder linkIncoming(final boolean value) {
        linkIncoming = value;
        return this;
    }

    /**
     * The business hours; default: always open, and slots in UTC.
     *
     * @param name of a calendar that the engine knows when the queue is defined ({@link Engine#calendar}); null: none
     * @return this
     */
    public QueueSettingsBuilder calendar(final String name) {
        calendar = name;
        return this;
    }

    /**
     * Whether a callback for now is refused when its turn is not expected before the end of the business day; default
     * yes.
     *
     * @param value false: it is taken, however long the wait
     * @return this
     */
    public QueueSettingsBuilder closeForecast(final boolean value) {
        closeForecast = value;
        return this;
    }

    /**
     * What the end of the business day means for callbacks that wait; default {@link AtClose#PURGE}.
     *
     * @param value the rule
     * @return this
     */
    public QueueSettingsBuilder atClose(final AtClose value) {
        atClose = Objects.requireNonNull(value, "at-close");
        return this;
    }

    /**
     * Length of the slots that callbacks may be booked in; default 15 min. It cannot change while the queue has
     * bookings.
     *
     * @param value 5, 10, 15, 20, 30, 60 or 120 minutes
     * @return this
     */
    public QueueSettingsBuilder slot(final Duration value) {
        slotMinutes = SlotGrid.checkedMinutes(value);
        return this;
    }

    /**
     * How many callbacks may be booked in one slot; default 1.
     *
     * @param value 0 or more, by weekday and hour as the text of a {@link SlotCapacity} says
     * @return this
     */
    public QueueSettingsBuilder slotCapacity(final SlotCapacity value) {
        slotCapacity = Objects.requireNonNull(value, "slot-capacity");
        return this;
    }

    /**
     * How far ahead slots may be booked; default 30 days. A search for a free slot may look once at every full one within
     * it, after new settings or hours again.
     *
     * @param value at least 1 s
     * @return this
     */
    public QueueSettingsBuilder horizon(final Duration value) {
        horizonMs = millis("horizon", value, DURATION_MIN_MS);
        return this;
    }

    /**
     * Makes the settings.
     *
     * @return immutable settings
     */
    public QueueSettings build() {
        return new QueueSettings(new QueueSettingsBuilder(this));
    }

    static long millis(final String field, final Duration value, final long minMs) {
        Objects.requireNonNull(value, field);
        if (value.compareTo(Duration.ofMillis(minMs)) < 0 || value.compareTo(Duration.ofMillis(DURATION_MAX_MS)) > 0) {
            throw new IllegalArgumentException(field + ": " + value + " is not in " + Duration.ofMillis(minMs) + ".."
                    + Duration.ofMillis(DURATION_MAX_MS));
        }
        return value.toMillis();
    }
}
