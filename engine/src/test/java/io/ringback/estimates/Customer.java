package io.ringback.estimates;

import io.ringback.WaitEstimate;

/** A caller, and what the engine told about the wait when it began. */
final class Customer {
    final long id;
    final int line;
    final long arrivedMs;
    final long serviceMs;

    /** Whether the caller counts; those of the warm-up and those after the last do not. */
    final boolean counts;

    boolean waits;
    boolean left;
    double meanMs;
    double medianMs;
    double p90Ms;
    double exactMeanMs;

    Customer(final long id, final int line, final long arrivedMs, final long serviceMs, final boolean counts) {
        this.id = id;
        this.line = line;
        this.arrivedMs = arrivedMs;
        this.serviceMs = serviceMs;
        this.counts = counts;
    }

    void told(final WaitEstimate estimate, final double itsExactMeanMs) {
        meanMs = (double) estimate.meanMs();
        medianMs = (double) estimate.medianMs();
        p90Ms = (double) estimate.p90Ms();
        exactMeanMs = itsExactMeanMs;
    }
}
