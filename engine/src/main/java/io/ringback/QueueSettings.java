package io.ringback;

import io.ringback.internal.memory.HeapBytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    private final Builder values;
    private final List<Step> steps;

    private QueueSettings(final Builder values) {
        this.values = values;
        this.steps = List.copyOf(values.steps);
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts from these settings.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(values);
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
     * Age at which a callback that is not on the line is purged.
     *
     * @return milliseconds
     */
    public long purgeAfterMs() {
        return values.purgeAfterMs;
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
                + HeapBytes.object(Builder.class)
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
                + values.errorPauseMs + " purge-after=" + values.purgeAfterMs + " max-callbacks="
                + values.maxCallbacks + " max-per-number=" + values.maxPerNumber + " link-incoming="
                + values.linkIncoming + " offer-above=" + values.offerAboveMs + " service-level="
                + values.serviceLevelMs;
    }

    static void checkRange(final String field, final long value, final long min, final long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(field + ": " + value + " is not in " + min + ".." + max);
        }
    }

    /** Collects settings. Each method replaces what was set before and returns this. */
    public static final class Builder {
        private String skills;
        private final List<Step> steps = new ArrayList<>();
        private int priority;
        private AgentChoice agentChoice = AgentChoice.LONGEST_IDLE;
        private int maxWaiting = UNLIMITED;
        private long answerTimeoutMs = OFF;
        private long wrapUpMs = OFF;
        private long callbackYieldMs;
        private boolean invite = true;
        private int attempts = 3;
        private long attemptTimeoutMs = 60_000;
        private long retryDelayMs = 300_000;
        private long errorPauseMs = 10_000;
        private long purgeAfterMs = 86_400_000;
        private int maxCallbacks = UNLIMITED;
        private int maxPerNumber = 1;
        private boolean linkIncoming = true;
        private long offerAboveMs = OFF;
        private long serviceLevelMs = 20_000;

        private Builder() {}

        private Builder(final Builder from) {
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
        }

        /**
         * The target expression.
         *
         * @param expression text, checked when the queue is defined; null: any agent
         * @return this
         */
        public Builder skills(final String expression) {
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
        public Builder then(final Duration after, final String expression) {
            final long afterMs = millis("then", after, DURATION_MIN_MS);
            Objects.requireNonNull(expression, "then: the skill expression is missing");
            if (!steps.isEmpty() && steps.get(steps.size() - 1).afterMs() >= afterMs) {
                throw new IllegalArgumentException(
                        "then: steps are given in order of time, but " + after + " is not after "
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
        public Builder clearSteps() {
            steps.clear();
            return this;
        }

        /**
         * Priority of requests that bring none; default 0.
         *
         * @param value -1000 to 1000, higher first
         * @return this
         */
        public Builder priority(final int value) {
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
        public Builder agentChoice(final AgentChoice value) {
            agentChoice = Objects.requireNonNull(value, "agent-choice");
            return this;
        }

        /**
         * How many may wait in the queue; default {@link #UNLIMITED}.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder maxWaiting(final int value) {
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
        public Builder offerAbove(final Duration value) {
            offerAboveMs = value == null ? OFF : millis("offer-above", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * Within which wait a live call counts as answered in time; default 20 s. It counts, and decides nothing.
         *
         * @param value at least 1 s
         * @return this
         */
        public Builder serviceLevel(final Duration value) {
            serviceLevelMs = millis("service-level", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * How long an interaction rings at an agent; default off.
         *
         * @param value at least 1 s; null: off
         * @return this
         */
        public Builder answerTimeout(final Duration value) {
            answerTimeoutMs = value == null ? OFF : millis("answer-timeout", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * After-call work that ends by itself; default off.
         *
         * @param value 0 or more; null: off
         * @return this
         */
        public Builder wrapUp(final Duration value) {
            wrapUpMs = value == null ? OFF : millis("wrap-up", value, 0);
            return this;
        }

        /**
         * How much later a callback ranks as long as its customer is not on the line; default 0.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder callbackYield(final Duration value) {
            callbackYieldMs = millis("callback-yield", value, 0);
            return this;
        }

        /**
         * Whether new dials start; default yes.
         *
         * @param value false: none do
         * @return this
         */
        public Builder invite(final boolean value) {
            invite = value;
            return this;
        }

        /**
         * Invitations of a callback before it is unreachable; default 3.
         *
         * @param value 1 or more
         * @return this
         */
        public Builder attempts(final int value) {
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
        public Builder attemptTimeout(final Duration value) {
            attemptTimeoutMs = millis("attempt-timeout", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * Time from a failed dial to the next; default 5 min.
         *
         * @param value at least 1 s
         * @return this
         */
        public Builder retryDelay(final Duration value) {
            retryDelayMs = millis("retry-delay", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * How long no dial of the queue starts after the network failed; default 10 s.
         *
         * @param value at least 1 s
         * @return this
         */
        public Builder errorPause(final Duration value) {
            errorPauseMs = millis("error-pause", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * Age at which a callback that is not on the line is purged; default 24 h.
         *
         * @param value at least 1 s
         * @return this
         */
        public Builder purgeAfter(final Duration value) {
            purgeAfterMs = millis("purge-after", value, DURATION_MIN_MS);
            return this;
        }

        /**
         * How many callbacks of the queue may be present; default {@link #UNLIMITED}.
         *
         * @param value 0 or more
         * @return this
         */
        public Builder maxCallbacks(final int value) {
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
        public Builder maxPerNumber(final int value) {
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
        public Builder linkIncoming(final boolean value) {
            linkIncoming = value;
            return this;
        }

        /**
         * Makes the settings.
         *
         * @return immutable settings
         */
        public QueueSettings build() {
            return new QueueSettings(new Builder(this));
        }

        static long millis(final String field, final Duration value, final long minMs) {
            Objects.requireNonNull(value, field);
            if (value.compareTo(Duration.ofMillis(minMs)) < 0
                    || value.compareTo(Duration.ofMillis(DURATION_MAX_MS)) > 0) {
                throw new IllegalArgumentException(field + ": " + value + " is not in " + Duration.ofMillis(minMs)
                        + ".." + Duration.ofMillis(DURATION_MAX_MS));
            }
            return value.toMillis();
        }
    }
}
