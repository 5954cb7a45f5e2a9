package io.ringback.scenario;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;

/** Takes each event down before the host hears of it: what a callback throws leaves the recording alone. */
final class ListenerTap implements EngineListener {
    private final EngineListener host;
    private final Tape tape;

    ListenerTap(final EngineListener host, final Tape tape) {
        this.host = host;
        this.tape = tape;
    }

    private static long head(final TapeEvent event, final int detail, final long nowMs) {
        return Tape.head(event.ordinal(), detail, nowMs);
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        tape.add(head(TapeEvent.QUEUED, 0, nowMs), id, queue.index(), ewtMs, pendingId);
        host.onQueued(nowMs, id, queue, ewtMs, pendingId);
    }

    @Override
    public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
        tape.add(head(TapeEvent.OFFERED, 0, nowMs), id, queue.index(), ewtMs);
        host.onOffered(nowMs, id, queue, ewtMs);
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        tape.add(head(TapeEvent.ROUTED, 0, nowMs), id, agentId, queue.index(), waitedMs);
        host.onRouted(nowMs, id, agentId, queue, waitedMs);
    }

    @Override
    public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
        tape.add(head(TapeEvent.REQUEUED, reason.ordinal(), nowMs), id);
        host.onRequeued(nowMs, id, reason);
    }

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        tape.add(head(TapeEvent.SCHEDULED, 0, nowMs), id, queue.index(), slotMs);
        host.onScheduled(nowMs, id, queue, slotMs);
    }

    @Override
    public void onSlotFull(
            final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {
        tape.add(head(TapeEvent.SLOT_FULL, 0, nowMs), id, firstMs, secondMs, thirdMs);
        host.onSlotFull(nowMs, id, firstMs, secondMs, thirdMs);
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        tape.add(head(TapeEvent.DUE, 0, nowMs), id, queue.index());
        host.onDue(nowMs, id, queue);
    }

    @Override
    public void onSlotOrphaned(final long nowMs, final long id, final long slotMs) {
        tape.add(head(TapeEvent.SLOT_ORPHANED, 0, nowMs), id, slotMs);
        host.onSlotOrphaned(nowMs, id, slotMs);
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        tape.add(head(TapeEvent.DIAL, 0, nowMs), id, number, attempt);
        host.onDial(nowMs, id, number, attempt);
    }

    @Override
    public void onDialCancelled(final long nowMs, final long id, final int attempt) {
        tape.add(head(TapeEvent.DIAL_CANCELLED, 0, nowMs), id, attempt);
        host.onDialCancelled(nowMs, id, attempt);
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        tape.add(head(TapeEvent.ON_LINE, 0, nowMs), id);
        host.onOnLine(nowMs, id);
    }

    @Override
    public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
        tape.add(head(TapeEvent.RETRY, reason.ordinal(), nowMs), id, atMs);
        host.onRetryAt(nowMs, id, atMs, reason);
    }

    @Override
    public void onLinked(final long nowMs, final long callId, final long callbackId) {
        tape.add(head(TapeEvent.LINKED, 0, nowMs), callId, callbackId);
        host.onLinked(nowMs, callId, callbackId);
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        tape.add(head(TapeEvent.ENDED, reason.ordinal(), nowMs), id);
        host.onEnded(nowMs, id, reason);
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        tape.add(head(TapeEvent.AGENT_STATE, state.ordinal(), nowMs), agentId);
        host.onAgentState(nowMs, agentId, state);
    }
}
