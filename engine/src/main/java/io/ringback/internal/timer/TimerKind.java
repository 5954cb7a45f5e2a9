package io.ringback.internal.timer;

/** What a timer is for. An owner has at most one timer of each kind. */
public enum TimerKind {
    /** Of a callback: it becomes too old. */
    PURGE,
    /** Of an interaction: its queue's next target step falls due. */
    STEP,
    /** Of a callback: INVITED, the attempt times out; QUEUED, it may be invited again. */
    INVITATION,
    /** Of an agent: BUSY, it did not answer; AFTER_CALL_WORK, its wrap-up is over. */
    AGENT,
    /** Of a queue: dials may start again after an error of the network. */
    PAUSE,
    /** Of an occupied slot: it starts, and its bookings are due. */
    SLOT,
    /** Of a calendar that a queue has: it opens or closes. Before all others of its instant. */
    CALENDAR
}
