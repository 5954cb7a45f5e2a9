package io.ringback;

/** How an interaction ended. Each accepted interaction ends exactly once. */
public enum EndReason {
    /** An agent finished it. */
    COMPLETED,
    /** The customer hung up before an agent had answered. */
    ABANDONED,
    /** A live call that was turned into a callback. */
    CONVERTED,
    /** The host cancelled the callback. */
    CANCELLED,
    /** A callback whose attempts are used up. */
    UNREACHABLE,
    /** A callback that became older than its queue's {@code purge-after} without reaching the line. */
    PURGED_AGE,
    /** A callback that was still waiting, not on the line, at the end of its queue's business day. */
    PURGED_END_OF_DAY,
    /** A callback that a call from the same number took over. */
    SUPERSEDED,
    /** The agent logged out while talking. */
    AGENT_LOST
}
