package io.ringback.internal.flow;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.Timers;

/** The lower rooms that every flow works on: all state there is, what happened, and what is still to be matched. */
public record Core(
        InteractionStore interactions,
        AgentStore agents,
        QueueStore queues,
        NumberIndex numbers,
        Timers timers,
        EventBuffer events,
        Dispatcher dispatcher,
        Estimates estimates,
        Agenda agenda) {
    /** Empty stores of fixed capacity. */
    public static Core of(
            final int agentsMax, final int interactionsMax, final long statisticsWindowMs, final EventBuffer events) {
        final InteractionStore interactions = new InteractionStore(interactionsMax);
        final AgentStore agents = new AgentStore(agentsMax);
        final QueueStore queues = new QueueStore(interactions, statisticsWindowMs);
        final Dispatcher dispatcher = new Dispatcher(interactions, agents, queues);
        return new Core(
                interactions,
                agents,
                queues,
                new NumberIndex(interactions),
                new Timers(interactionsMax, agentsMax),
                events,
                dispatcher,
                new Estimates(interactions, agents, queues, dispatcher),
                new Agenda());
    }
}
