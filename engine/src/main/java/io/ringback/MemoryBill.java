package io.ringback;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.timer.Timers;

/**
 * What an engine of some configuration allocates when it is created, by what it is for. Definitions come on top:
 * skills, targets, queues and the skills of agents.
 *
 * @param interactionsBytes for interactions and the indexes over those that wait
 * @param agentsBytes for agents and the indexes over those that are Ready
 * @param timersBytes for deadlines
 */
public record MemoryBill(long interactionsBytes, long agentsBytes, long timersBytes) {
    /**
     * The bill for a configuration.
     *
     * @param config the configuration
     * @return what {@link Engine#create} will allocate, without allocating it
     */
    public static MemoryBill of(final EngineConfig config) {
        final int interactions = config.interactions();
        final int agents = config.agents();
        return new MemoryBill(
                InteractionStore.bytes(interactions)
                        + NumberIndex.bytes(interactions)
                        + Dispatcher.bytes(interactions, 0),
                AgentStore.bytes(agents) + Dispatcher.bytes(0, agents),
                Timers.bytes(interactions, agents));
    }

    /**
     * The sum.
     *
     * @return bytes
     */
    public long totalBytes() {
        return interactionsBytes + agentsBytes + timersBytes;
    }

    /** The bill as a line for people. */
    @Override
    public String toString() {
        return kib(totalBytes()) + " KiB: interactions " + kib(interactionsBytes) + ", agents " + kib(agentsBytes)
                + ", timers " + kib(timersBytes);
    }

    private static long kib(final long bytes) {
        return (bytes + 1023) / 1024;
    }
}
