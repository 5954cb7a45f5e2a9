package io.ringback.bench;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.VirtualQueue;

/** A listener that does next to nothing: it counts, and keeps what the host needs to go on. */
final class EventCounter implements EngineListener {
    private long queued;
    private long routed;
    private long ended;
    private long agentStates;
    private long routedAgentId;
    private long endedCallId;

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        queued++;
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        routed++;
        routedAgentId = agentId;
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        ended++;
        endedCallId = id;
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        agentStates++;
    }

    long queued() {
        return queued;
    }

    long routed() {
        return routed;
    }

    long ended() {
        return ended;
    }

    long agentStates() {
        return agentStates;
    }

    long routedAgentId() {
        return routedAgentId;
    }

    long endedCallId() {
        return endedCallId;
    }
}
