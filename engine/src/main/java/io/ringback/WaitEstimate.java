package io.ringback;

import io.ringback.internal.estimate.ExpectedWait;

/**
 * How long a wait will be, as {@link Engine#estimate(VirtualQueue, WaitEstimate)} tells it: a view that the caller owns
 * and reuses. The three figures are of one distribution. Each is in milliseconds, 0 when an agent is Ready for it, or
 * {@link Engine#EWT_UNKNOWN} or {@link Engine#EWT_NO_AGENTS}, then all three.
 */
public final class WaitEstimate {
    private long medianMs = Engine.EWT_UNKNOWN;
    private long p90Ms = Engine.EWT_UNKNOWN;
    private long meanMs = Engine.EWT_UNKNOWN;
    private int ahead;

    /** An estimate of nothing yet, to be filled by the engine. */
    public WaitEstimate() {}

    void fill(final ExpectedWait wait) {
        medianMs = wait.medianMs();
        p90Ms = wait.p90Ms();
        meanMs = wait.meanMs();
        ahead = (int) Math.round(wait.ahead());
    }

    /**
     * Whether there are figures.
     *
     * @return false for {@link Engine#EWT_UNKNOWN} and {@link Engine#EWT_NO_AGENTS}
     */
    public boolean known() {
        return medianMs >= 0;
    }

    /**
     * As many wait longer as shorter: what to announce as "about".
     *
     * @return milliseconds, or why there is no figure
     */
    public long medianMs() {
        return medianMs;
    }

    /**
     * Nine out of ten wait no longer: what to announce as "at most".
     *
     * @return milliseconds, or why there is no figure
     */
    public long p90Ms() {
        return p90Ms;
    }

    /**
     * The mean of the wait: what to reckon with, not to announce.
     *
     * @return milliseconds, or why there is no figure
     */
    public long meanMs() {
        return meanMs;
    }

    /**
     * What is ahead, also when there are no figures: interactions that rank ahead in the queue, and those of queues of
     * higher priority, counted by the share of agents in common and rounded.
     *
     * @return how many
     */
    public int ahead() {
        return ahead;
    }
}
