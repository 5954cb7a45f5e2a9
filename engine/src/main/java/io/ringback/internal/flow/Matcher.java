package io.ringback.internal.flow;

import io.ringback.AgentState;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;

/** Carries out what the dispatcher finds (SPEC section 6), one elementary step at a time, until nothing is left. */
public final class Matcher {
    private static final int NONE = Dispatcher.NONE;

    private final InteractionStore interactions;
    private final AgentStore agents;
    private final QueueStore queues;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Life life;
    private final Invitations invitations;

    Matcher(final Core core, final Life life, final Invitations invitations) {
        interactions = core.interactions();
        agents = core.agents();
        queues = core.queues();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        this.life = life;
        this.invitations = invitations;
    }

    /** Delivers what happened and matches what it set off, in the order in which it arose. */
    public void settle(final long nowMs) {
        events.deliver();
        while (!agenda.isEmpty()) {
            final int entry = agenda.poll();
            if (entry < 0) {
                serve(nowMs, ~entry);
            } else {
                assign(nowMs, entry);
            }
            events.deliver();
        }
    }

    /** Invites what may be invited of a queue that invites again, in rank order. */
    void inviteFrom(final long nowMs, final int queue) {
        dispatcher.gather(queue);
        inviteGathered(nowMs);
    }

    /** Invites what may be invited of the queues that the dispatcher has gathered, in rank order over all of them. */
    void inviteGathered(final long nowMs) {
        for (int callback = dispatcher.firstGathered(); callback != NONE; callback = dispatcher.firstGathered()) {
            if (invite(nowMs, callback)) {
                dispatcher.advanceGathered();
                events.deliver();
            } else {
                dispatcher.dropGathered();
            }
        }
    }

    /**
     * An agent became Ready, or has its trigger back: at most one invitation and one interaction (M1). An agent who was
     * idle before can find nothing routable but what became so in this very step; that is on the agenda itself, and
     * goes to whom agent-choice picks (M3). The agent is looked at again after that.
     */
    private void serve(final long nowMs, final int agent) {
        if (!agents.in(agent, AgentState.READY)) {
            return;
        }
        final int routable = dispatcher.firstRoutable(agent);
        if (agents.triggered(agent) == NONE) {
            final int invitable = dispatcher.firstInvitable(agent);
            if (invitable != NONE && (routable == NONE || dispatcher.ahead(invitable, routable))) {
                invitations.invite(nowMs, invitable, agent);
            }
        }
        if (routable == NONE) {
            dispatcher.agentIdle(agent);
        } else if (dispatcher.idle(agent)) {
            agenda.agent(agent);
        } else {
            life.route(nowMs, routable, agent);
        }
    }

    /** An interaction became routable or invitable (M3). */
    private void assign(final long nowMs, final int interaction) {
        if (dispatcher.routable(interaction)) {
            final QueueRecord record = queues.of(interaction);
            final int agent = dispatcher.agentFor(
                    interactions.target(interaction), record.settings().agentChoice());
            if (agent != NONE) {
                life.route(nowMs, interaction, agent);
            }
        } else if (dispatcher.invitable(interaction)) {
            invite(nowMs, interaction);
        }
    }

    private boolean invite(final long nowMs, final int callback) {
        final QueueRecord record = queues.of(callback);
        final int agent = dispatcher.triggerFor(
                interactions.target(callback), record.settings().agentChoice());
        if (agent == NONE) {
            return false;
        }
        invitations.invite(nowMs, callback, agent);
        return true;
    }
}
