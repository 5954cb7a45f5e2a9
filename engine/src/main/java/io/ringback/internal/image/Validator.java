package io.ringback.internal.image;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.internal.flow.Core;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.CalendarRecord;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;
import java.util.Arrays;

/** Walks all state between two commands and checks that it fits together and keeps the guarantees. */
public final class Validator {
    private static final int NONE = InteractionStore.NONE;

    private final Core core;
    private final InteractionStore interactions;
    private final AgentStore agents;
    private final Timers timers;
    private final long nowMs;

    public Validator(final Core core, final long nowMs) {
        this.core = core;
        this.nowMs = nowMs;
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
        pending += calendars();
        pending += interactions();
        pending += slots();
        pending += agents();
        profiles();
        check(pending == timers.size(), "the timers", timers.size(), "do not belong to what is present");
    }

    private int queues() {
        int pending = 0;
        int held = 0;
        final Standing[] standing = standing();
        for (int queue = 0; queue < core.queues().size(); queue++) {
            final QueueRecord record = core.queues().record(queue);
            waiting(queue, record);
            standing[queue].check(queue, record);
            record.slots().validate(nowMs);
            check(standing[queue].started == record.slots().started(nowMs), "queue", queue, "miscounts places taken");
            check(record.paused() == timers.pending(TimerKind.PAUSE, queue), "queue", queue, "pauses without end");
            pending += record.paused() ? 1 : 0;
            check(record.open() == record.hours().isOpen(nowMs), "queue", queue, "is open, or not, against its hours");
            held += record.waiting() + record.withAgents() + record.bookings();
        }
        check(held == interactions.size(), "the queues", held, "do not hold all interactions");
        return pending;
    }

    private void waiting(final int queue, final QueueRecord record) {
        int waiting = 0;
        int onLine = 0;
        boolean backlogged = false;
        for (int entry = record.firstWaiting(); entry != NONE; entry = interactions.next(entry)) {
            final boolean belongs =
                    interactions.present(entry) && interactions.queue(entry) == queue && interactions.waits(entry);
            check(belongs, "queue", queue, "lists what does not wait in it");
            waiting++;
            onLine += interactions.routable(entry) ? 1 : 0;
            backlogged |= interactions.routable(entry) || core.dispatcher().invitable(entry);
        }
        check(waiting == record.waiting(), "queue", queue, "miscounts who waits");
        check(onLine == record.onLine(), "queue", queue, "miscounts who waits on the line");
        check(backlogged == record.backlogged(), "queue", queue, "is wrong about its backlog");
    }

    /** Where the members of each queue stand, counted anew in one walk. */
    private Standing[] standing() {
        final Standing[] standing = new Standing[core.queues().size()];
        Arrays.setAll(standing, queue -> new Standing());
        for (int entry = 0; entry < interactions.capacity(); entry++) {
            if (!interactions.present(entry)) {
                continue;
            }
            final Standing its = standing[interactions.queue(entry)];
            its.counts[interactions.kind(entry).ordinal()][
                    interactions.state(entry).ordinal()]++;
            if (interactions.notBeforeMs(entry) != Engine.NO_TIME) {
                its.retrying[interactions.kind(entry).ordinal()]++;
            }
            if (interactions.holdsPlace(entry, nowMs) && !interactions.in(entry, InteractionState.SCHEDULED)) {
                standing[interactions.bookedIn(entry)].started++;
            }
        }
        return standing;
    }

    /** The slots hold all bookings, each in its order, and have their timers (G7). */
    private int slots() {
        int size = 0;
        int booked = 0;
        for (int slot = 0; slot < core.slots().capacity(); slot++) {
            if (!core.slots().present(slot)) {
                continue;
            }
            size++;
            booked += bookings(slot);
            final int found =
                    core.slots().find(core.slots().queue(slot), core.slots().startMs(slot));
            check(found == slot, "slot", slot, "is not found by its queue and start");
            check(
                    timers.deadlineMs(TimerKind.SLOT, slot) == core.slots().startMs(slot)
                            && timers.order(TimerKind.SLOT, slot)
                                    == interactions.arrival(core.slots().first(slot)),
                    "slot",
                    slot,
                    "is not due when its first booking is");
        }
        check(size == core.slots().size(), "the slots", size, "are miscounted");
        check(booked == interactions.bookings(), "the slots", booked, "do not hold all bookings");
        return size;
    }

    private int bookings(final int slot) {
        int size = 0;
        long order = -1;
        for (int entry = core.slots().first(slot); entry != NONE; entry = interactions.next(entry)) {
            final boolean belongs = interactions.present(entry)
                    && interactions.in(entry, InteractionState.SCHEDULED)
                    && interactions.queue(entry) == core.slots().queue(slot)
                    && interactions.bookedIn(entry) == core.slots().queue(slot)
                    && interactions.queuedMs(entry) == core.slots().startMs(slot);
            check(belongs, "slot", slot, "lists what is not booked in it");
            check(interactions.arrival(entry) > order, "slot", slot, "is not in booking order");
            order = interactions.arrival(entry);
            size++;
        }
        check(size == core.slots().bookings(slot), "slot", slot, "miscounts its bookings");
        return size;
    }

    private int calendars() {
        int pending = 0;
        for (int calendar = 0; calendar < core.calendars().size(); calendar++) {
            final CalendarRecord record = core.calendars().record(calendar);
            int used = 0;
            for (int queue = 0; queue < core.queues().size(); queue++) {
                final QueueRecord its = core.queues().record(queue);
                final boolean has = its.calendar() == calendar;
                check(!has || its.hours() == record.hours(), "queue", queue, "has other hours than its calendar");
                used += has ? 1 : 0;
            }
            check(used == record.queues(), "calendar", calendar, "miscounts the queues that have it");
            final long edgeMs = used == 0 ? Engine.NO_TIME : record.nextEdgeMs(nowMs);
            check(timers.deadlineMs(TimerKind.CALENDAR, calendar) == edgeMs, "calendar", calendar, "waits for no edge");
            pending += pending(TimerKind.CALENDAR, calendar);
        }
        return pending;
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

    /** What a queue's members come to. */
    private static final class Standing {
        private final int[][] counts = new int[InteractionKind.values().length][InteractionState.values().length];
        private final int[] retrying = new int[InteractionKind.values().length];
        private int started;

        void check(final int queue, final QueueRecord record) {
            int callbacks = 0;
            for (final InteractionKind kind : InteractionKind.values()) {
                for (final InteractionState state : InteractionState.values()) {
                    final int count = counts[kind.ordinal()][state.ordinal()];
                    final boolean right = count == record.count(kind, state);
                    Validator.check(right, "queue", queue, "miscounts those " + kind + " " + state);
                    callbacks += kind == InteractionKind.LIVE_CALL ? 0 : count;
                }
                final boolean right = retrying[kind.ordinal()] == record.retrying(kind);
                Validator.check(right, "queue", queue, "miscounts those who wait for a retry");
            }
            Validator.check(callbacks == record.callbacks(), "queue", queue, "miscounts its callbacks");
        }
    }
}
