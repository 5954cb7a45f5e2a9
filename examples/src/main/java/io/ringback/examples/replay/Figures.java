package io.ringback.examples.replay;

/**
 * What a group of calls came to, simulated or recorded: both sides are worked out by the same definitions. Calls whose
 * caller hung up to be called back are neither answered nor abandoned.
 *
 * @param answered calls that an agent took
 * @param abandoned calls that ended before that
 * @param meanWaitSeconds mean time in the queue over all calls, answered and abandoned, those that did not wait
 *     included; not a number when there were none, and so are the next two
 * @param p90WaitSeconds smallest wait that at least 90 % of all calls did not exceed
 * @param withinLimit share of all calls that were answered after at most {@link #LIMIT_SECONDS}
 * @param occupancy time spent serving these calls, or calling back, as a share of the time at work of all agents of the
 *     same days; not a number when nobody was at work
 */
record Figures(
        int answered,
        int abandoned,
        double meanWaitSeconds,
        double p90WaitSeconds,
        double withinLimit,
        double occupancy) {
    /** The service level that is usual in the trade: an answer within this time. */
    static final int LIMIT_SECONDS = 20;

    int calls() {
        return answered + abandoned;
    }

    double abandonedShare() {
        return (double) abandoned / calls();
    }
}
