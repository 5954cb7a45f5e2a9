package io.ringback.examples.replay;

/** What became of a call. */
enum Ending {
    /** An agent served the caller. */
    ANSWERED,
    /** The caller hung up before an agent had answered. */
    ABANDONED,
    /** Nobody was left to serve the caller when the day ended. Counts as abandoned in all figures. */
    TURNED_AWAY,
    /** It came outside business hours; or it was a callback whose turn was not to come before they were over. */
    REFUSED,
    /** The caller hung up to be called back. */
    CONVERTED
}
