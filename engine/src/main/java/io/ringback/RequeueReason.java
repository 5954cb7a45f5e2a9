package io.ringback;

/** Why an interaction that was ringing at an agent is waiting again, with its rank. */
public enum RequeueReason {
    /** The host reported that the agent declined or did not pick up. */
    NO_ANSWER,
    /** The queue's answer timeout passed before the agent picked up. */
    ANSWER_TIMEOUT,
    /** The agent logged out before picking up. */
    LOGOUT
}
