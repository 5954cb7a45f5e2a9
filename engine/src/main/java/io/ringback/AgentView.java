package io.ringback;

import io.ringback.internal.flow.Core;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;

/** What {@link Engine#readAgent} tells of one agent: a view that the caller owns and reuses. */
public final class AgentView {
    private long id = Engine.NO_ID;
    private AgentState state;
    private long sinceMs;
    private boolean answered;
    private boolean notReadyAfter;
    private int handled;
    private long interactionId = Engine.NO_ID;
    private long triggerId = Engine.NO_ID;

    /** An empty view, to be filled by the engine. */
    public AgentView() {}

    void fill(final Core core, final int entry) {
        final AgentStore agents = core.agents();
        id = agents.id(entry);
        state = agents.state(entry);
        sinceMs = agents.sinceMs(entry);
        answered = agents.answered(entry);
        notReadyAfter = agents.notReadyAfter(entry);
        handled = agents.handled(entry);
        interactionId = idOf(core, agents.interaction(entry));
        triggerId = idOf(core, agents.triggered(entry));
    }

    private static long idOf(final Core core, final int interaction) {
        return interaction == InteractionStore.NONE
                ? Engine.NO_ID
                : core.interactions().id(interaction);
    }

    /**
     * The agent.
     *
     * @return its id
     */
    public long id() {
        return id;
    }

    /**
     * What the agent is doing.
     *
     * @return the state
     */
    public AgentState state() {
        return state;
    }

    /**
     * Since when: for a READY agent the start of its idle time.
     *
     * @return epoch milliseconds
     */
    public long sinceMs() {
        return sinceMs;
    }

    /**
     * Whether a BUSY agent has picked up.
     *
     * @return false while the interaction rings
     */
    public boolean answered() {
        return answered;
    }

    /**
     * Whether a BUSY agent goes NOT_READY when it is free.
     *
     * @return true when a not-ready is remembered
     */
    public boolean notReadyAfter() {
        return notReadyAfter;
    }

    /**
     * Interactions that the agent has seen to the end since it was defined: those that ended COMPLETED, or AGENT_LOST
     * with its logout.
     *
     * @return how many
     */
    public int handled() {
        return handled;
    }

    /**
     * The interaction of a BUSY agent.
     *
     * @return the interaction, or {@link Engine#NO_ID}
     */
    public long interactionId() {
        return interactionId;
    }

    /**
     * The callback whose unsettled invitation this agent's Ready caused.
     *
     * @return the callback, or {@link Engine#NO_ID}
     */
    public long triggerId() {
        return triggerId;
    }
}
