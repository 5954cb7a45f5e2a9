package io.ringback.internal.event;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import io.ringback.internal.memory.HeapBytes;
import org.agrona.ErrorHandler;

/**
 * What happened in the current step, between the state and the listener. A step reports a handful of events at most:
 * they are gathered while the state changes, and delivered when it is consistent again.
 */
public final class EventBuffer {
    /** More than any step reports; the longest, a call that takes over a callback, reports five. */
    private static final int CAPACITY = 16;

    private enum Kind {
        QUEUED,
        OFFERED,
        ROUTED,
        REQUEUED,
        SCHEDULED,
        SLOT_FULL,
        DUE,
        SLOT_ORPHANED,
        DIAL,
        DIAL_CANCELLED,
        ON_LINE,
        RETRY,
        LINKED,
        ENDED,
        AGENT
    }

    private static final RequeueReason[] REQUEUE_REASONS = RequeueReason.values();
    private static final DialFailure[] DIAL_FAILURES = DialFailure.values();
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final AgentState[] AGENT_STATES = AgentState.values();

    private final EngineListener listener;
    private final ErrorHandler errorHandler;
    private final Kind[] kind = new Kind[CAPACITY];
    private final long[] atMs = new long[CAPACITY];
    private final long[] id = new long[CAPACITY];
    private final long[] other = new long[CAPACITY];
    private final int[] detail = new int[CAPACITY];
    private final VirtualQueue[] queue = new VirtualQueue[CAPACITY];
    private final long[] value = new long[CAPACITY];
    private final long[] third = new long[CAPACITY];
    private int size;
    private boolean delivering;

    public EventBuffer(final EngineListener listener, final ErrorHandler errorHandler) {
        this.listener = listener;
        this.errorHandler = errorHandler;
    }

    /** What a buffer takes. */
    public static long bytes() {
        return HeapBytes.object(EventBuffer.class)
                + 2 * HeapBytes.array(CAPACITY, HeapBytes.REFERENCE)
                + 5 * HeapBytes.array(CAPACITY, Long.BYTES)
                + HeapBytes.array(CAPACITY, Integer.BYTES);
    }

    /** Whether the listener is being called right now. */
    public boolean delivering() {
        return delivering;
    }

    public void queued(
            final long nowMs,
            final long interaction,
            final VirtualQueue itsQueue,
            final long ewtMs,
            final long pending) {
        final int event = add(Kind.QUEUED, nowMs, interaction);
        queue[event] = itsQueue;
        value[event] = ewtMs;
        other[event] = pending;
    }

    public void offered(final long nowMs, final long call, final VirtualQueue itsQueue, final long ewtMs) {
        final int event = add(Kind.OFFERED, nowMs, call);
        queue[event] = itsQueue;
        value[event] = ewtMs;
    }

    public void routed(
            final long nowMs,
            final long interaction,
            final long agent,
            final VirtualQueue itsQueue,
            final long waitedMs) {
        final int event = add(Kind.ROUTED, nowMs, interaction);
        other[event] = agent;
        queue[event] = itsQueue;
        value[event] = waitedMs;
    }

    public void requeued(final long nowMs, final long interaction, final RequeueReason reason) {
        detail[add(Kind.REQUEUED, nowMs, interaction)] = reason.ordinal();
    }

    public void scheduled(final long nowMs, final long callback, final VirtualQueue itsQueue, final long slotMs) {
        final int event = add(Kind.SCHEDULED, nowMs, callback);
        queue[event] = itsQueue;
        value[event] = slotMs;
    }

    public void slotFull(
            final long nowMs, final long callback, final long firstMs, final long secondMs, final long thirdMs) {
        final int event = add(Kind.SLOT_FULL, nowMs, callback);
        value[event] = firstMs;
        other[event] = secondMs;
        third[event] = thirdMs;
    }

    public void due(final long nowMs, final long callback, final VirtualQueue itsQueue) {
        queue[add(Kind.DUE, nowMs, callback)] = itsQueue;
    }

    public void slotOrphaned(final long nowMs, final long callback, final long slotMs) {
        value[add(Kind.SLOT_ORPHANED, nowMs, callback)] = slotMs;
    }

    public void dial(final long nowMs, final long callback, final long number, final int attempt) {
        final int event = add(Kind.DIAL, nowMs, callback);
        value[event] = number;
        detail[event] = attempt;
    }

    public void dialCancelled(final long nowMs, final long callback, final int attempt) {
        detail[add(Kind.DIAL_CANCELLED, nowMs, callback)] = attempt;
    }

    public void onLine(final long nowMs, final long callback) {
        add(Kind.ON_LINE, nowMs, callback);
    }

    public void retry(final long nowMs, final long callback, final long retryMs, final DialFailure reason) {
        final int event = add(Kind.RETRY, nowMs, callback);
        value[event] = retryMs;
        detail[event] = reason.ordinal();
    }

    public void linked(final long nowMs, final long call, final long callback) {
        other[add(Kind.LINKED, nowMs, call)] = callback;
    }

    public void ended(final long nowMs, final long interaction, final EndReason reason) {
        detail[add(Kind.ENDED, nowMs, interaction)] = reason.ordinal();
    }

    public void agent(final long nowMs, final long agent, final AgentState state) {
        detail[add(Kind.AGENT, nowMs, agent)] = state.ordinal();
    }

    /** Delivers what was gathered. What a callback throws goes to the error handler, and the next event goes out. */
    public void deliver() {
        if (size == 0) {
            return;
        }
        delivering = true;
        for (int event = 0; event < size; event++) {
            try {
                deliver(event);
            } catch (final Throwable failure) {
                report(failure);
            }
        }
        size = 0;
        delivering = false;
    }

    private void report(final Throwable failure) {
        try {
            errorHandler.onError(failure);
        } catch (final Throwable dropped) {
            // The last line of defence has failed: there is nobody left to tell, and the engine must go on.
            assert dropped != null;
        }
    }

    private int add(final Kind itsKind, final long nowMs, final long itsId) {
        final int event = size++;
        kind[event] = itsKind;
        atMs[event] = nowMs;
        id[event] = itsId;
        return event;
    }

    private void deliver(final int event) {
        final long nowMs = atMs[event];
        final long itsId = id[event];
        switch (kind[event]) {
            case QUEUED -> listener.onQueued(nowMs, itsId, queue[event], value[event], other[event]);
            case OFFERED -> listener.onOffered(nowMs, itsId, queue[event], value[event]);
            case ROUTED -> listener.onRouted(nowMs, itsId, other[event], queue[event], value[event]);
            case REQUEUED -> listener.onRequeued(nowMs, itsId, REQUEUE_REASONS[detail[event]]);
            case SCHEDULED -> listener.onScheduled(nowMs, itsId, queue[event], value[event]);
            case SLOT_FULL -> listener.onSlotFull(nowMs, itsId, value[event], other[event], third[event]);
            case DUE -> listener.onDue(nowMs, itsId, queue[event]);
            case SLOT_ORPHANED -> listener.onSlotOrphaned(nowMs, itsId, value[event]);
            case DIAL -> listener.onDial(nowMs, itsId, value[event], detail[event]);
            case DIAL_CANCELLED -> listener.onDialCancelled(nowMs, itsId, detail[event]);
            case ON_LINE -> listener.onOnLine(nowMs, itsId);
            case RETRY -> listener.onRetryAt(nowMs, itsId, value[event], DIAL_FAILURES[detail[event]]);
            case LINKED -> listener.onLinked(nowMs, itsId, other[event]);
            case ENDED -> listener.onEnded(nowMs, itsId, END_REASONS[detail[event]]);
            case AGENT -> listener.onAgentState(nowMs, itsId, AGENT_STATES[detail[event]]);
        }
    }
}
