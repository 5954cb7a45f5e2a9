package io.ringback.internal.flow;

import io.ringback.AgentState;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;

/** Which agent's Ready caused which invitation: at most one unsettled trigger per agent and per callback (SPEC M4). */
final class Triggers {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final AgentStore agents;
    private final Dispatcher dispatcher;
    private final Agenda agenda;

    Triggers(final Core core) {
        interactions = core.interactions();
        agents = core.agents();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
    }

    void link(final int callback, final int agent) {
        interactions.trigger(callback, agent);
        agents.triggered(agent, callback);
        dispatcher.triggerChanged(agent);
    }

    /** Settles the trigger of an interaction, if it has one. An agent who is Ready then is matched again. */
    void settle(final int interaction) {
        final int agent = interactions.trigger(interaction);
        if (agent != NONE) {
            unlink(interaction, agent);
            if (agents.in(agent, AgentState.READY)) {
                agenda.agent(agent);
            }
        }
    }

    /** Drops the trigger of an agent who is leaving for good. The invitation goes on. */
    void drop(final int agent) {
        final int callback = agents.triggered(agent);
        if (callback != NONE) {
            unlink(callback, agent);
        }
    }

    private void unlink(final int interaction, final int agent) {
        interactions.trigger(interaction, NONE);
        agents.triggered(agent, NONE);
        dispatcher.triggerChanged(agent);
    }
}
