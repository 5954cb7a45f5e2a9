package io.ringback.internal.estimate;

import io.ringback.Engine;

/** An answer: the moments of a wait, or what there is instead. It is good until the next question. */
public final class ExpectedWait {
    private double ahead;
    private double meanS;
    private double varianceS2;
    private boolean figures;
    private long insteadMs;

    ExpectedWait() {}

    /** How many rank ahead, those of other queues by their share. */
    public double ahead() {
        return ahead;
    }

    /** The median in milliseconds, or why there is none. */
    public long medianMs() {
        return figures ? millis(WaitFormulas.median(meanS, varianceS2)) : insteadMs;
    }

    /** The 90th percentile in milliseconds, or why there is none. */
    public long p90Ms() {
        return figures ? millis(WaitFormulas.p90(meanS, varianceS2)) : insteadMs;
    }

    /** The mean in milliseconds, or why there is none. */
    public long meanMs() {
        return figures ? millis(meanS) : insteadMs;
    }

    void ahead(final double value) {
        ahead = value;
    }

    /** No moments: 0 for no wait at all, {@link Engine#EWT_UNKNOWN} or {@link Engine#EWT_NO_AGENTS}. */
    void instead(final long valueMs) {
        figures = false;
        insteadMs = valueMs;
    }

    void moments(final double itsMeanS, final double itsVarianceS2) {
        figures = true;
        meanS = itsMeanS;
        varianceS2 = itsVarianceS2;
    }

    private static long millis(final double seconds) {
        return Math.min(Math.round(seconds * 1000), Engine.TIME_MAX_MS);
    }
}
