package io.ringback;

import io.ringback.internal.store.QueueRecord;

/** What {@link Engine#read(VirtualQueue, QueueView)} tells of one queue: a view that the caller owns and reuses. */
public final class QueueView {
    private int waiting;
    private int waitingCalls;
    private int withAgents;
    private int callbacks;
    private long pausedUntilMs;

    /** An empty view, to be filled by the engine. */
    public QueueView() {}

    void fill(final QueueRecord record, final long itsPausedUntilMs) {
        waiting = record.waiting();
        waitingCalls = record.count(InteractionKind.LIVE_CALL, InteractionState.QUEUED);
        withAgents = record.withAgents();
        callbacks = record.callbacks();
        pausedUntilMs = itsPausedUntilMs;
    }

    /**
     * Everything that waits in the queue: live calls, callbacks, invited and on-line callbacks too.
     *
     * @return how many
     */
    public int waiting() {
        return waiting;
    }

    /**
     * Live calls that wait.
     *
     * @return how many
     */
    public int waitingCalls() {
        return waitingCalls;
    }

    /**
     * Callbacks that wait, in whatever state.
     *
     * @return how many
     */
    public int waitingCallbacks() {
        return waiting - waitingCalls;
    }

    /**
     * Interactions of the queue that are with an agent, ringing or talking.
     *
     * @return how many
     */
    public int withAgents() {
        return withAgents;
    }

    /**
     * Callbacks of the queue that have not ended, waiting or with an agent: what {@code max-callbacks} limits.
     *
     * @return how many
     */
    public int callbacks() {
        return callbacks;
    }

    /**
     * Until when no dial starts because the network failed.
     *
     * @return epoch milliseconds, or {@link Engine#NO_TIME}
     */
    public long pausedUntilMs() {
        return pausedUntilMs;
    }
}
