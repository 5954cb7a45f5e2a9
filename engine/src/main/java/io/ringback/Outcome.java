package io.ringback;

/**
 * What became of a command. A refused command changes nothing, except that timers due by its time have fired (not
 * even those on {@link #CLOCK_JUMP}). When several refusals apply, the one declared first here is returned; only a fact
 * about an agent that names another interaction than the agent has is {@link #NOT_WITH_AGENT} whatever else applies.
 *
 * <p>Codes are explicit, grouped by area, and never change: 1-99 time and names, 100-199 state, 200-299 the request and
 * the hours, 300-399 limits of the queue, 400-499 limits of the engine.
 */
public enum Outcome {
    /** Accepted. */
    OK(0),
    /** Stamped more than {@code max-clock-step} after the engine's time. Only {@code advanceTo} may step so far. */
    CLOCK_JUMP(1),
    /** No such agent. */
    UNKNOWN_AGENT(10),
    /** The queue is null, or belongs to another engine. */
    UNKNOWN_QUEUE(11),
    /** No interaction of this id is present; it may have ended. */
    UNKNOWN_INTERACTION(13),
    /** The id is in use. */
    DUPLICATE_ID(20),
    /** The command does not fit the state of what it names. */
    WRONG_STATE(100),
    /** The agent has an interaction. */
    AGENT_BUSY(101),
    /** The agent has no interaction, or not the one named. */
    NOT_WITH_AGENT(102),
    /** A callback needs a number in E.164 form: 1 to 15 digits, the first not 0. */
    BAD_NUMBER(200),
    /** The queue's business hours say that it is closed. */
    CLOSED(210),
    /** The queue has {@code max-per-number} callbacks of this number and kind. */
    DUPLICATE_NUMBER(300),
    /** The queue has {@code max-callbacks} callbacks. */
    LIMIT_REACHED(301),
    /** The queue has {@code max-waiting} interactions waiting. */
    QUEUE_FULL(302),
    /** The customer's turn is not expected before the end of the business day. */
    TOO_LATE_TODAY(310),
    /** The time asked for has passed. */
    SLOT_IN_PAST(320),
    /** The time asked for is further ahead than the queue's {@code horizon}. */
    BEYOND_HORIZON(321),
    /** No slot is free, or not the one asked for; {@code onSlotFull} names others. */
    SLOT_FULL(322),
    /** The engine holds as many agents, interactions or bookings as its configuration allows. */
    CAPACITY_EXCEEDED(400);

    private final int code;

    Outcome(final int code) {
        this.code = code;
    }

    /**
     * The stable code of this outcome, for logs and wire formats.
     *
     * @return the code, 0 for {@link #OK}
     */
    public int code() {
        return code;
    }
}
