package io.ringback.streams;

import io.ringback.scenario.Command;

/** The ways in which commands name an agent; facts about interactions may name the agent's own, or another. */
enum AgentUse {
    AGENT,
    REMOVE,
    READY,
    NOT_READY,
    LOGOUT,
    ANSWERED,
    ANSWERED_OWN,
    ANSWERED_OTHER,
    NO_ANSWER,
    NO_ANSWER_OWN,
    NO_ANSWER_OTHER,
    COMPLETE,
    COMPLETE_OWN,
    COMPLETE_OTHER;

    /** The use of a command that names an agent, or null. */
    static AgentUse of(final Command command, final Ledger ledger) {
        return switch (command.verb()) {
            case AGENT -> AGENT;
            case REMOVE -> REMOVE;
            case READY -> READY;
            case NOT_READY -> NOT_READY;
            case LOGOUT -> LOGOUT;
            case ANSWERED -> fact(command, ledger, ANSWERED, ANSWERED_OWN, ANSWERED_OTHER);
            case NO_ANSWER -> fact(command, ledger, NO_ANSWER, NO_ANSWER_OWN, NO_ANSWER_OTHER);
            case COMPLETE -> fact(command, ledger, COMPLETE, COMPLETE_OWN, COMPLETE_OTHER);
            default -> null;
        };
    }

    private static AgentUse fact(
            final Command command, final Ledger ledger, final AgentUse bare, final AgentUse own, final AgentUse other) {
        if (command.name(1) == null) {
            return bare;
        }
        return command.name(1).equals(ledger.interactionOf(command.name(0))) ? own : other;
    }

    /** Why an agent in this situation cannot be named so, or null when it can. */
    String impossible(final AgentSituation situation) {
        final boolean own = this == ANSWERED_OWN || this == NO_ANSWER_OWN || this == COMPLETE_OWN;
        return own && !situation.isBusy() ? "only a busy agent has an interaction" : null;
    }
}
