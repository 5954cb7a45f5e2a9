package io.ringback.naive;

import java.util.Map;

/** An agent. */
final class NaiveAgent {
    enum State {
        LOGGED_OUT,
        NOT_READY,
        READY,
        BUSY,
        AFTER_CALL_WORK
    }

    final String name;
    Map<String, Integer> levels;
    State state = State.LOGGED_OUT;
    /** Grows with every agent that becomes Ready: the smallest is the longest idle. */
    long readyOrder;

    NaiveInteraction interaction;
    boolean notReadyRemembered;
    /** What it has done and is still busy with: it counts as handled when the agent is free. */
    NaiveInteraction toBeHandled;

    /** The callback whose invitation this agent caused, as long as that is unsettled. */
    NaiveInteraction trigger;

    NaiveAgent(final String name, final Map<String, Integer> levels) {
        this.name = name;
        this.levels = levels;
    }

    long skillCount() {
        return levels.values().stream().filter(level -> level > 0).count();
    }
}
