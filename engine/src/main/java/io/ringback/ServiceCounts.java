package io.ringback;

import io.ringback.internal.store.QueueCounts;
import io.ringback.internal.store.QueueCounts.Figure;

/**
 * How many customers of a queue were served and how many hung up, since the engine was made or of late: a part of a
 * {@link QueueView}. An interaction is <em>served</em> at the instant at which an agent answers it: by {@code
 * agentAnswered}, or by {@code agentCompleted} without it. It stays served when the agent is lost later. It counts for
 * the queue that it is in then.
 */
public final class ServiceCounts {
    private long servedCalls;
    private long servedCallbacks;
    private long servedInTime;
    private long abandoned;

    ServiceCounts() {}

    void fillSinceStart(final QueueCounts counts) {
        servedCalls = counts.sinceStart(Figure.SERVED_CALL);
        servedCallbacks = counts.sinceStart(Figure.SERVED_CALLBACK);
        servedInTime = counts.sinceStart(Figure.SERVED_IN_TIME);
        abandoned = counts.sinceStart(Figure.ABANDONED);
    }

    void fillRecent(final QueueCounts counts, final long nowMs) {
        servedCalls = counts.recent(nowMs, Figure.SERVED_CALL);
        servedCallbacks = counts.recent(nowMs, Figure.SERVED_CALLBACK);
        servedInTime = counts.recent(nowMs, Figure.SERVED_IN_TIME);
        abandoned = counts.recent(nowMs, Figure.ABANDONED);
    }

    /**
     * Live calls that an agent answered.
     *
     * @return how many
     */
    public long servedCalls() {
        return servedCalls;
    }

    /**
     * Callbacks that an agent answered, calls that had become callbacks among them.
     *
     * @return how many
     */
    public long servedCallbacks() {
        return servedCallbacks;
    }

    /**
     * Those of the {@link #servedCalls} that had waited no longer than the queue's {@code service-level}, from the time
     * queued until they were routed to the agent who answered. The setting is that of the instant of the answer.
     *
     * @return how many
     */
    public long servedInTime() {
        return servedInTime;
    }

    /**
     * People who hung up before an agent answered: live calls, and callbacks whose customer was on the line.
     *
     * @return how many
     */
    public long abandoned() {
        return abandoned;
    }
}
