package io.ringback.host;

/** Whether a host took a command. */
public enum Submission {
    /** It will be applied, exactly once. */
    ACCEPTED,
    /** As many commands wait as the host's configuration allows; it will not be applied. */
    FULL,
    /** The host is closed, or closing; it will not be applied. */
    CLOSED
}
