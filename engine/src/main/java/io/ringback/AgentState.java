package io.ringback;

/** What an agent is doing, as far as routing is concerned. */
public enum AgentState {
    /** Not at work: no interaction reaches the agent. The state of an agent that was just defined. */
    LOGGED_OUT,
    /** At work, but not to be given interactions. */
    NOT_READY,
    /** In the ready pool: takes the next interaction that it satisfies. */
    READY,
    /** Has an interaction: it rings at the agent, or they talk. */
    BUSY,
    /** Wrapping up after an interaction. */
    AFTER_CALL_WORK
}
