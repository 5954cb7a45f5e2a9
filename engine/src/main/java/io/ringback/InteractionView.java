package io.ringback;

import io.ringback.internal.flow.Core;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;

/** What {@link Engine#read(long, InteractionView)} tells of one interaction: a view that the caller owns and reuses. */
public final class InteractionView {
    private long id = Engine.NO_ID;
    private InteractionKind kind;
    private InteractionState state;
    private VirtualQueue queue;
    private Target target;
    private long number;
    private int priority;
    private long queuedMs;
    private long notBeforeMs;
    private int attempt;
    private long agentId = Engine.NO_ID;

    /** An empty view, to be filled by the engine. */
    public InteractionView() {}

    void fill(final Core core, final Definitions definitions, final int entry) {
        final InteractionStore interactions = core.interactions();
        final int agent = interactions.agent(entry);
        final boolean booked = interactions.in(entry, InteractionState.SCHEDULED);
        id = interactions.id(entry);
        kind = interactions.kind(entry);
        state = interactions.state(entry);
        queue = core.queues().of(entry).handle();
        target = definitions.target(
                booked && !interactions.ownTarget(entry)
                        ? core.queues().of(entry).targetAfter(0)
                        : interactions.target(entry));
        number = interactions.number(entry);
        priority = interactions.priority(entry);
        queuedMs = booked ? Engine.NO_TIME : interactions.queuedMs(entry);
        notBeforeMs = booked ? interactions.queuedMs(entry) : interactions.notBeforeMs(entry);
        attempt = interactions.dials(entry);
        agentId = agent == AgentStore.NONE ? Engine.NO_ID : core.agents().id(agent);
    }

    /**
     * The interaction.
     *
     * @return its id
     */
    public long id() {
        return id;
    }

    /**
     * What it is.
     *
     * @return the kind
     */
    public InteractionKind kind() {
        return kind;
    }

    /**
     * Where it stands in its life.
     *
     * @return the state
     */
    public InteractionState state() {
        return state;
    }

    /**
     * The queue it is in, was routed from, or is booked for.
     *
     * @return the queue
     */
    public VirtualQueue queue() {
        return queue;
    }

    /**
     * What an agent must satisfy now.
     *
     * @return the current target; of a booked callback without a target of its own, what its queue has now
     */
    public Target target() {
        return target;
    }

    /**
     * The customer's number.
     *
     * @return E.164 without the plus, or {@link Engine#UNKNOWN_NUMBER}
     */
    public long number() {
        return number;
    }

    /**
     * Its priority.
     *
     * @return -1000 to 1000, higher first
     */
    public int priority() {
        return priority;
    }

    /**
     * When it was queued: its own instant, without head start; of a booked callback, the start of its slot from then
     * on.
     *
     * @return epoch milliseconds, {@link Engine#NO_TIME} while it is booked
     */
    public long queuedMs() {
        return queuedMs;
    }

    /**
     * Earliest time of the next dial of a callback; while it is booked, the start of its slot.
     *
     * @return epoch milliseconds, or {@link Engine#NO_TIME} when none holds it back
     */
    public long notBeforeMs() {
        return notBeforeMs;
    }

    /**
     * Number of the latest dial of a callback.
     *
     * @return 0 before the first
     */
    public int attempt() {
        return attempt;
    }

    /**
     * The agent it is with.
     *
     * @return the agent, or {@link Engine#NO_ID}
     */
    public long agentId() {
        return agentId;
    }
}
