package io.ringback.estimates;

import java.util.SplittableRandom;

/** Seeded random draws, a stream of its own for each use: a change of one leaves the others as they are. */
final class Draws {
    private final SplittableRandom arrivals;
    private final SplittableRandom thinning;
    private final SplittableRandom lines;
    private final SplittableRandom services;
    private final SplittableRandom patience;

    Draws(final long seed) {
        final SplittableRandom source = new SplittableRandom(seed);
        arrivals = source.split();
        thinning = source.split();
        lines = source.split();
        services = source.split();
        patience = source.split();
    }

    long untilArrivalMs(final double rate) {
        return exponentialMs(arrivals, rate);
    }

    /** Whether a candidate arrival counts, where the rate is that share of the highest rate. */
    boolean arrives(final double share) {
        return thinning.nextDouble() < share;
    }

    int line(final double highShare) {
        return lines.nextDouble() < highShare ? 0 : 1;
    }

    long serviceMs() {
        return exponentialMs(services, Center.SERVICE_RATE);
    }

    long patienceMs(final double rate) {
        return exponentialMs(patience, rate);
    }

    private static long exponentialMs(final SplittableRandom stream, final double rate) {
        return Math.round(-StrictMath.log(1 - stream.nextDouble()) / rate);
    }
}
