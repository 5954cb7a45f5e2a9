package io.ringback.estimates;

/**
 * A simulated center: Poisson arrivals, exponential services with a mean of 100 s, exponential patience. Rates are per
 * millisecond, lines are numbered from the highest priority down.
 *
 * @param name how tables call it
 * @param load arrivals per service of all agents together
 * @param swing how far the load swings around its mean, as a share of it
 * @param highShare share of the calls that go to a line of higher priority; 0: there is one line
 * @param impatience mean service over mean patience; 0: nobody hangs up
 * @param fewestAgents how many stay when the others have their time off
 */
record Center(String name, double load, double swing, double highShare, double impatience, int fewestAgents) {
    static final int AGENTS = 20;

    /** A tick of the engine is a hundred-thousandth of it, so that rounding does not show. */
    static final double SERVICE_MS = 100_000;

    static final double SERVICE_RATE = 1 / SERVICE_MS;

    /** From one rush to the next: 100 services, long against a wait. */
    private static final double SWING_MS = 100 * SERVICE_MS;

    /** From one change of staff to the next: 50 services. */
    static final long SHIFT_MS = Math.round(50 * SERVICE_MS);

    static Center of(final String name, final double load) {
        return new Center(name, load, 0, 0, 0, AGENTS);
    }

    Center swinging(final double share) {
        return new Center(name, load, share, highShare, impatience, fewestAgents);
    }

    Center twoLines(final double share) {
        return new Center(name, load, swing, share, impatience, fewestAgents);
    }

    Center impatient(final double perService) {
        return new Center(name, load, swing, highShare, perService, fewestAgents);
    }

    Center atTimesOnly(final int agents) {
        return new Center(name, load, swing, highShare, impatience, agents);
    }

    int lines() {
        return highShare > 0 ? 2 : 1;
    }

    double peakRate() {
        return meanRate() * (1 + swing);
    }

    double rate(final long sinceStartMs) {
        return meanRate() * (1 + swing * StrictMath.sin(2 * Math.PI * sinceStartMs / SWING_MS));
    }

    double patienceRate() {
        return impatience * SERVICE_RATE;
    }

    /**
     * The mean wait of someone with everything ahead, given the true rates: each departure takes the time that the
     * agents, less the calls of higher priority that come meanwhile, and those ahead who lose patience, need for it.
     *
     * @return milliseconds; NaN where no simple formula is exact: behind impatient calls of higher priority
     */
    double exactMeanMs(final int line, final int ahead, final int agents) {
        if (line > 0 && impatience > 0) {
            return Double.NaN;
        }
        final double higher = line == 0 ? 0 : highShare * meanRate();
        final double drain = agents * SERVICE_RATE - higher;
        double mean = 0;
        for (int left = 0; left <= ahead; left++) {
            mean += 1 / (drain + left * patienceRate());
        }
        return mean;
    }

    private double meanRate() {
        return load * AGENTS * SERVICE_RATE;
    }
}
