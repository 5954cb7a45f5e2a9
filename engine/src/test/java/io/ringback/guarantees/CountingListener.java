package io.ringback.guarantees;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;

/** Counts events and allocates nothing. */
final class CountingListener implements EngineListener {
    long routed;
    long requeued;
    long dials;
    long cancelled;
    long retries;
    long ended;
    long ready;
    long due;
    long others;

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        others++;
    }

    @Override
    public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
        others++;
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        routed++;
    }

    @Override
    public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
        requeued++;
    }

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        others++;
    }

    @Override
    public void onSlotFull(
            final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {
        others++;
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        due++;
    }

    @Override
    public void onSlotOrphaned(final long nowMs, final long id, final long slotMs) {
        others++;
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        dials++;
    }

    @Override
    public void onDialCancelled(final long nowMs, final long id, final int attempt) {
        cancelled++;
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        others++;
    }

    @Override
    public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
        retries++;
    }

    @Override
    public void onLinked(final long nowMs, final long callId, final long callbackId) {
        others++;
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        ended++;
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        ready += state == AgentState.READY ? 1 : 0;
        others++;
    }
}
