package io.ringback;

/** Why a dial did not bring the customer onto the line. */
public enum DialFailure {
    /** The customer's line was busy. */
    BUSY,
    /** Nobody picked up, or the attempt timed out. */
    NO_ANSWER,
    /** An answering machine picked up. */
    MACHINE,
    /**
     * The network failed, not the customer: uses no attempt, and the queue pauses its dials for {@code error-pause}.
     */
    ERROR
}
