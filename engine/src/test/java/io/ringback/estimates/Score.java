package io.ringback.estimates;

/** How estimates compare with the waits that followed, of those who waited. Waits are in milliseconds. */
final class Score {
    private long calls;
    private long waited;
    private double waits;
    private double errors;
    private double squares;
    private double exactSquares;
    private long withinMedian;
    private long withinP90;
    private double medianLoss;
    private double p90Loss;

    /** Counts a call, whether it will wait or not. */
    void call() {
        calls++;
    }

    void add(final Customer customer, final double waitMs) {
        waited++;
        waits += waitMs;
        errors += customer.meanMs - waitMs;
        squares += square(customer.meanMs - waitMs);
        exactSquares += square(customer.exactMeanMs - waitMs);
        withinMedian += waitMs <= customer.medianMs ? 1 : 0;
        withinP90 += waitMs <= customer.p90Ms ? 1 : 0;
        medianLoss += pinball(waitMs - customer.medianMs, 0.5);
        p90Loss += pinball(waitMs - customer.p90Ms, 0.9);
    }

    void add(final Score other) {
        calls += other.calls;
        waited += other.waited;
        waits += other.waits;
        errors += other.errors;
        squares += other.squares;
        exactSquares += other.exactSquares;
        withinMedian += other.withinMedian;
        withinP90 += other.withinP90;
        medianLoss += other.medianLoss;
        p90Loss += other.p90Loss;
    }

    long waited() {
        return waited;
    }

    /** Mean wait of all calls, those who did not wait included. */
    double meanWaitOfAllMs() {
        return waits / calls;
    }

    double shareWhoWaited() {
        return (double) waited / calls;
    }

    double meanWaitMs() {
        return waits / waited;
    }

    /** Mean error of the estimated mean over the mean wait; above 0: it told too much. */
    double bias() {
        return errors / waits;
    }

    /** Root of the mean squared error of the estimated mean over the mean wait. */
    double relativeError() {
        return Math.sqrt(squares / waited) / meanWaitMs();
    }

    /** The same against that of the exact conditional mean; NaN where that is not known. */
    double againstExact() {
        return Math.sqrt(squares / exactSquares);
    }

    double medianCoverage() {
        return (double) withinMedian / waited;
    }

    double p90Coverage() {
        return (double) withinP90 / waited;
    }

    /** Mean pinball loss of the median over the mean wait. */
    double medianLoss() {
        return medianLoss / waits;
    }

    /** Mean pinball loss of the 90th percentile over the mean wait. */
    double p90Loss() {
        return p90Loss / waits;
    }

    private static double pinball(final double excess, final double level) {
        return excess >= 0 ? level * excess : (level - 1) * excess;
    }

    private static double square(final double value) {
        return value * value;
    }
}
