package io.ringback;

/** What an interaction is. */
public enum InteractionKind {
    /** A person on the line now. */
    LIVE_CALL,
    /** A promise to call a customer back as soon as its turn comes; holds a place in the queue like a live call. */
    IMMEDIATE_CALLBACK,
    /** A promise to call a customer back at a booked time; holds a place in the queue from its slot on. */
    SCHEDULED_CALLBACK
}
