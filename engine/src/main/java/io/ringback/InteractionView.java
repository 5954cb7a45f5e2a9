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
        id = interactions.id(entry);
        kind = interactions.kind(entry);
        state = interactions.state(entry);
        queue = core.queues().of(entry).handle();
        target = definitions.target(interactions.target(entry));
        number = interactions.number(entry);
        priority = interactions.priority(entry);
        queuedMs = interactions.queuedMs(entry);
        notBeforeMs = interactions.notBeforeMs(entry);
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
     * The queue it is in, or was routed from.
     *
     * @return the queue
     */
    public VirtualQueue queue() {
        return queue;
    }

    /**
     * What an agent must satisfy now.
     *
     * @return the current target
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
     * When it was queued: its own instant, without head start.
     *
     * @return epoch milliseconds
     */
    public long queuedMs() {
        return queuedMs;
    }

    /**
     * Earliest time of the next dial of a callback.
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
