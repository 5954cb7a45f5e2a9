package io.ringback.internal.flow;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.CalendarStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.store.SlotStore;
import io.ringback.internal.timer.Timers;

/** The lower rooms that every flow works on: all state there is, what happened, and what is still to be matched. */
public record Core(
        InteractionStore interactions,
        AgentStore agents,
        CalendarStore calendars,
        QueueStore queues,
        SlotStore slots,
        NumberIndex numbers,
        Timers timers,
        EventBuffer events,
        Dispatcher dispatcher,
        Estimates estimates,
        Agenda agenda) {
    /** Empty stores of fixed capacity. */
    public static Core of(
            final int agentsMax,
            final int interactionsMax,
            final int bookingsMax,
            final long statisticsWindowMs,
            final EventBuffer events) {
        final InteractionStore interactions = new InteractionStore(interactionsMax, bookingsMax);
        final AgentStore agents = new AgentStore(agentsMax);
        final SlotStore slots = new SlotStore(bookingsMax, interactions);
        final QueueStore queues = new QueueStore(interactions, slots, statisticsWindowMs);
        final Dispatcher dispatcher = new Dispatcher(interactions, agents, queues);
        return new Core(
                interactions,
                agents,
                new CalendarStore(),
                queues,
                slots,
                new NumberIndex(interactions),
                new Timers(interactions.capacity(), agentsMax),
                events,
                dispatcher,
                new Estimates(interactions, agents, queues, dispatcher),
                new Agenda(agentsMax));
    }
}
