package io.ringback.scenario;

/** The events as they stand on the tape: one for each method of the listener. */
enum TapeEvent {
    /** Interaction, queue, expected wait, pending callback. */
    QUEUED(4),
    /** Call, queue, expected wait. */
    OFFERED(3),
    /** Interaction, agent, queue, wait. */
    ROUTED(4),
    /** Interaction; detail: reason. */
    REQUEUED(1),
    /** Callback, queue, slot. */
    SCHEDULED(3),
    /** Callback, three slots. */
    SLOT_FULL(4),
    /** Callback, queue. */
    DUE(2),
    /** Callback, slot. */
    SLOT_ORPHANED(2),
    /** Callback, number, attempt. */
    DIAL(3),
    /** Callback, attempt. */
    DIAL_CANCELLED(2),
    /** Callback. */
    ON_LINE(1),
    /** Callback, next time; detail: reason. */
    RETRY(2),
    /** Call, callback. */
    LINKED(2),
    /** Interaction; detail: reason. */
    ENDED(1),
    /** Agent; detail: state. */
    AGENT_STATE(1);

    private final int words;

    TapeEvent(final int words) {
        this.words = words;
    }

    /** Words after the head. */
    int words() {
        return words;
    }
}
