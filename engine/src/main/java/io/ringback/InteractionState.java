package io.ringback;

/** Where an interaction stands in its life. */
public enum InteractionState {
    /** A callback that is booked for a slot that has not started: in no queue yet. */
    SCHEDULED,
    /** Waiting in its queue. A callback in this state may have a not-before time (it waits for a retry). */
    QUEUED,
    /** A callback whose customer is being dialed; it keeps its place in the queue. */
    INVITED,
    /** A callback whose customer has answered and waits for an agent. */
    ON_LINE,
    /** Routed to an agent: it rings there, or they talk. */
    WITH_AGENT
}
