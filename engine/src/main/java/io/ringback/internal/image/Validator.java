package io.ringback.internal.image;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.internal.flow.Core;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/** Walks all state between two commands and checks that it fits together and keeps the guarantees. */
public final class Validator {
    private static final int NONE = InteractionStore.NONE;

    private final Core core;
    private final InteractionStore interactions;
    private final AgentStore agents;
    private final Timers timers;

    public Validator(final Core core) {
        this.core = core;
        interactions = core.interactions();
        agents = core.agents();
        timers = core.timers();
    }

    /** Throws IllegalStateException at the first thing that does not fit. */
    public void validate() {
        timers.validate();
        core.dispatcher().validate();
        core.estimates().validate();
        check(core.agenda().isEmpty(), "the agenda", 0, "holds something between two commands");
        int pending = queues();
        pending += interactions();
        pending += agents();
        profiles();
        check(pending == timers.size(), "the timers", timers.size(), "do not belong to what is present");
    }

    private int queues() {
        int pending = 0;
        int waiting = 0;
        int withAgents = 0;
        for (int queue = 0; queue < core.queues().size(); queue++) {
            final QueueRecord record = core.queues().record(queue);
            waiting(queue, record);
            members(queue, record);
            check(record.paused() == timers.pending(TimerKind.PAUSE, queue), "queue", queue, "pauses without end");
            pending += record.paused() ? 1 : 0;
            waiting += record.waiting();
            withAgents += record.withAgents();
        }
        check(waiting + withAgents == interactions.size(), "the queues", waiting, "do not hold all interactions");
        return pending;
    }

    private void waiting(final int queue, final QueueRecord record) {
        int waiting = 0;
        int onLine = 0;
        boolean backlogged = false;
        for (int entry = record.firstWaiting(); entry != NONE; entry = interactions.next(entry)) {
            final boolean belongs = interactions.present(entry)
                    && interactions.queue(entry) == queue
                    && !interactions.in(entry, InteractionState.WITH_AGENT);
            check(belongs, "queue", queue, "lists what does not wait in it");
            waiting++;
            onLine += interactions.routable(entry) ? 1 : 0;
            backlogged |= interactions.routable(entry) || core.dispatcher().invitable(entry);
        }
        check(waiting == record.waiting(), "queue", queue, "miscounts who waits");
        check(onLine == record.onLine(), "queue", queue, "miscounts who waits on the line");
        check(backlogged == record.backlogged(), "queue", queue, "is wrong about its backlog");
    }

    private void members(final int queue, final QueueRecord record) {
        int size = 0;
        int callbacks = 0;
        for (final InteractionKind kind : InteractionKind.values()) {
            int retrying = 0;
            for (final InteractionState state : InteractionState.values()) {
                int count = 0;
                for (int entry = 0; entry < interactions.capacity(); entry++) {
                    if (interactions.present(entry)
                            && interactions.queue(entry) == queue
                            && interactions.kind(entry) == kind
                            && interactions.in(entry, state)) {
                        count++;
                        retrying += interactions.notBeforeMs(entry) == Engine.NO_TIME ? 0 : 1;
                    }
                }
                check(count == record.count(kind, state), "queue", queue, "miscounts those " + kind + " " + state);
                size += count;
                callbacks += kind == InteractionKind.LIVE_CALL ? 0 : count;
            }
            check(retrying == record.retrying(kind), "queue", queue, "miscounts those who wait for a retry");
        }
        check(size == record.waiting() + record.withAgents(), "queue", queue, "miscounts its members");
        check(callbacks == record.callbacks(), "queue", queue, "miscounts its callbacks");
    }

    private int interactions() {
        int pending = 0;
        int size = 0;
        for (int entry = 0; entry < interactions.capacity(); entry++) {
            if (!interactions.present(entry)) {
                continue;
            }
            size++;
            final long id = interactions.id(entry);
            final int agent = interactions.agent(entry);
            final int trigger = interactions.trigger(entry);
            final boolean withAgent = interactions.in(entry, InteractionState.WITH_AGENT);
            check(interactions.entryOf(id) == entry, "interaction", id, "is not found by its id");
            check(withAgent == (agent != NONE), "interaction", id, "is with an agent, or not, against its state");
            check(agent == NONE || agents.interaction(agent) == entry, "interaction", id, "is not what its agent has");
            check(trigger == NONE || agents.triggered(trigger) == entry, "interaction", id, "has a foreign trigger");
            check(trigger == NONE || !withAgent, "interaction", id, "is routed with an unsettled trigger");
            check(interactions.live(entry) || owed(entry), "callback", id, "is not found by its number");
            check(invitationFits(entry), "interaction", id, "has an invitation timer, or none, against its state");
            pending += pending(TimerKind.PURGE, entry) + pending(TimerKind.STEP, entry);
            pending += pending(TimerKind.INVITATION, entry);
        }
        check(size == interactions.size(), "the interactions", size, "are miscounted");
        return pending;
    }

    private boolean owed(final int callback) {
        int entry = core.numbers().first(interactions.number(callback));
        while (entry != NONE && entry != callback) {
            entry = interactions.nextOfNumber(entry);
        }
        return entry == callback;
    }

    private boolean invitationFits(final int entry) {
        final boolean retries = interactions.notBeforeMs(entry) != Engine.NO_TIME;
        final boolean invited = interactions.in(entry, InteractionState.INVITED);
        return timers.pending(TimerKind.INVITATION, entry) == (retries || invited)
                && (!retries || interactions.in(entry, InteractionState.QUEUED));
    }

    private int agents() {
        int pending = 0;
        int size = 0;
        int ready = 0;
        for (int entry = 0; entry < agents.capacity(); entry++) {
            if (!agents.present(entry)) {
                continue;
            }
            size++;
            ready += agents.in(entry, AgentState.READY) ? 1 : 0;
            agent(entry);
            pending += pending(TimerKind.AGENT, entry);
        }
        check(size == agents.size() && ready == agents.ready(), "the agents", size, "are miscounted");
        return pending;
    }

    private void profiles() {
        final int[][] recount = new int[core.dispatcher().profiles()][AgentState.values().length];
        for (int entry = 0; entry < agents.capacity(); entry++) {
            if (agents.present(entry)) {
                recount[agents.profile(entry)][agents.state(entry).ordinal()]++;
            }
        }
        for (int profile = 0; profile < recount.length; profile++) {
            for (final AgentState state : AgentState.values()) {
                final boolean right = recount[profile][state.ordinal()] == agents.count(profile, state);
                check(right, "profile", profile, "miscounts its agents " + state);
            }
        }
    }

    private void agent(final int entry) {
        final long id = agents.id(entry);
        final int interaction = agents.interaction(entry);
        final int triggered = agents.triggered(entry);
        final boolean busy = agents.in(entry, AgentState.BUSY);
        check(agents.entryOf(id) == entry, "agent", id, "is not found by its id");
        check(busy == (interaction != NONE), "agent", id, "has an interaction, or none, against its state");
        check(busy || !(agents.answered(entry) || agents.notReadyAfter(entry)), "agent", id, "remembers a past call");
        check(interaction == NONE || interactions.agent(interaction) == entry, "agent", id, "has what is not its own");
        check(triggered == NONE || interactions.trigger(triggered) == entry, "agent", id, "has a foreign trigger");
        check(
                !pendingAgent(entry)
                        || (busy && !agents.answered(entry))
                        || agents.in(entry, AgentState.AFTER_CALL_WORK),
                "agent",
                id,
                "has a timer against its state");
        if (agents.in(entry, AgentState.READY)) {
            check(core.dispatcher().firstRoutable(entry) == NONE, "agent", id, "is idle beside work (M6)");
            check(
                    triggered != NONE || core.dispatcher().firstInvitable(entry) == NONE,
                    "agent",
                    id,
                    "is idle beside a callback that could be invited (M6)");
        }
    }

    private boolean pendingAgent(final int agent) {
        return timers.pending(TimerKind.AGENT, agent);
    }

    private int pending(final TimerKind kind, final int owner) {
        return timers.pending(kind, owner) ? 1 : 0;
    }

    private static void check(final boolean holds, final String what, final long which, final String complaint) {
        if (!holds) {
            throw new IllegalStateException(what + " " + which + " " + complaint);
        }
    }
}
