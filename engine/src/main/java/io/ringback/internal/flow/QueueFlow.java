package io.ringback.internal.flow;

import io.ringback.AgentState;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.VirtualQueue;
import io.ringback.calendar.SlotGrid;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.CalendarStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.Timers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Queues, what a change of their settings means for those in them, and moves between them (SPEC Q1, Q7). */
public final class QueueFlow {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final AgentStore agents;
    private final CalendarStore calendars;
    private final QueueStore queues;
    private final Timers timers;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Estimates estimates;
    private final Members members;
    private final Life life;
    private final CalendarFlow calendarFlow;
    private final BookingFlow bookings;
    private final Matcher matcher;

    QueueFlow(
            final Core core,
            final Members members,
            final Life life,
            final CalendarFlow calendarFlow,
            final BookingFlow bookings,
            final Matcher matcher) {
        interactions = core.interactions();
        agents = core.agents();
        calendars = core.calendars();
        queues = core.queues();
        timers = core.timers();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        estimates = core.estimates();
        this.members = members;
        this.life = life;
        this.calendarFlow = calendarFlow;
        this.bookings = bookings;
        this.matcher = matcher;
    }

    /** A new queue. Cold. */
    public void define(final long nowMs, final VirtualQueue handle, final QueueSettings settings, final int[] targets) {
        queues.add(handle);
        timers.reserve(queues.size(), calendars.size());
        queues.record(handle.index()).settings(settings, targets);
        calendarFlow.assign(nowMs, handle.index());
        queues.record(handle.index()).planSlots(nowMs);
        dispatcher.queueChanged(handle.index());
        estimates.queueChanged(nowMs, handle.index());
    }

    /** Throws IllegalArgumentException when settings have slots of another length than those that are booked. Cold. */
    public void checkSlots(final int queue, final QueueSettings settings) {
        final QueueRecord record = queues.record(queue);
        if (record.bookings() > 0 && record.settings().slotMinutes() != settings.slotMinutes()) {
            throw new IllegalArgumentException(
                    "slot: " + settings.slotMinutes() + " min, but callbacks are booked in slots of "
                            + record.settings().slotMinutes() + " min");
        }
    }

    /** Other settings for a queue. Those in it are re-targeted first, then matched in rank order. Cold. */
    public void redefine(final long nowMs, final int queue, final QueueSettings settings, final int[] targets) {
        final QueueRecord record = queues.record(queue);
        final boolean retargets = record.targetsDiffer(settings, targets);
        final SlotGrid[] before = bookings.grids();
        estimates.tick(nowMs, queue);
        record.settings(settings, targets);
        calendarFlow.assign(nowMs, queue);
        record.planSlots(nowMs);
        dispatcher.queueChanged(queue);
        estimates.queueChanged(nowMs, queue);
        if (retargets) {
            members(queue).forEach(interaction -> life.retarget(nowMs, interaction));
        }
        final List<Integer> waiting = waiting(queue);
        waiting.forEach(dispatcher::place);
        bookings.reportOrphans(nowMs, before);
        if (retargets) {
            waiting.sort((one, other) -> dispatcher.ahead(one, other) ? -1 : 1);
            waiting.forEach(agenda::interaction);
        } else {
            matcher.inviteFrom(nowMs, queue);
        }
    }

    /** To another queue, with what the interaction brought along. */
    public Outcome move(final long nowMs, final long id, final VirtualQueue to) {
        final int queue = queues.entryOf(to);
        if (queue == QueueStore.NONE) {
            return Outcome.UNKNOWN_QUEUE;
        }
        final int interaction = interactions.entryOf(id);
        if (interaction == NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (!interactions.waits(interaction)) {
            return Outcome.WRONG_STATE;
        }
        dispatcher.remove(interaction);
        members.move(nowMs, interaction, queue);
        life.retarget(nowMs, interaction);
        dispatcher.place(interaction);
        agenda.interaction(interaction);
        return Outcome.OK;
    }

    /** Dials of a queue may start again. */
    void endPause(final long nowMs, final int queue) {
        estimates.tick(nowMs, queue);
        queues.record(queue).paused(false);
        dispatcher.invitingChanged(queue);
        matcher.inviteFrom(nowMs, queue);
    }

    /** Everything in a queue, waiting and with agents, in order of arrival: their step timers start anew in it. */
    private List<Integer> members(final int queue) {
        final List<Integer> members = waiting(queue);
        for (int agent = 0; agent < agents.capacity(); agent++) {
            if (agents.present(agent) && agents.in(agent, AgentState.BUSY)) {
                members.add(agents.interaction(agent));
            }
        }
        members.removeIf(interaction -> interactions.queue(interaction) != queue);
        members.sort(Comparator.comparingLong(interactions::arrival));
        return members;
    }

    private List<Integer> waiting(final int queue) {
        final List<Integer> waiting = new ArrayList<>();
        for (int interaction = queues.record(queue).firstWaiting();
                interaction != NONE;
                interaction = interactions.next(interaction)) {
            waiting.add(interaction);
        }
        return waiting;
    }
}
