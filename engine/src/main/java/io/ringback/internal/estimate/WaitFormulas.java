package io.ringback.internal.estimate;

/**
 * Closed forms for the wait behind n others in a queue that drains at rate D while each of those who wait hangs up at
 * rate theta, all per second. With i ahead the next one goes at rate D + i*theta, whether served or hanging up: a pure
 * death process, and the wait is the sum of independent exponential times of the rates D, D + theta, ..., D + n*theta.
 * Its mean and variance are sums over 1/rate and 1/rate^2, here the first term and the midpoint integral of the others;
 * a gamma distribution of the same two moments gives the quantiles, by the cube-root approximation of Wilson and
 * Hilferty (1931). No loop.
 */
final class WaitFormulas {
    /** Below this rate of hanging up, nobody does: the sum of equal exponentials (Erlang). */
    private static final double THETA_MIN = 1e-9;

    /** The standard normal quantile of 0.9. */
    private static final double Z_90 = 1.28155;

    /** Beyond this the quantiles of a short queue would be too rough. */
    private static final double SCATTER_MAX = 4;

    private WaitFormulas() {}

    /** The mean, in seconds. */
    static double mean(final double drain, final double theta, final double ahead) {
        return theta < THETA_MIN
                ? (ahead + 1) / drain
                : 1 / drain + StrictMath.log1p(theta * ahead / (drain + theta / 2)) / theta;
    }

    /** The variance, in square seconds. */
    static double variance(final double drain, final double theta, final double ahead) {
        return theta < THETA_MIN
                ? (ahead + 1) / (drain * drain)
                : 1 / (drain * drain) + ahead / ((drain + theta / 2) * (drain + (ahead + 0.5) * theta));
    }

    /**
     * How many times greater the variance is where others pass. What is nominally there goes at a rate D0 and those who
     * pass come at a rate p; the wait behind n is the sum of n + 1 busy periods of theirs, with the mean 1/D, D = D0 -
     * p, and the variance (D0 + p)/D^3: for D = share*D0 that is 2/share - 1 times 1/D^2.
     *
     * @param share what the queue gets of its nominal capacity
     * @param passed the share of its agents that others may take first
     */
    static double scatter(final double share, final double passed) {
        return 1 + passed * Math.max(0, Math.min(2 / share - 2, SCATTER_MAX - 1));
    }

    /** The median of a gamma distribution, in the unit of its mean. */
    static double median(final double mean, final double variance) {
        final double root = 1 - variance / (9 * mean * mean);
        return mean * root * root * root;
    }

    /** The 90th percentile of a gamma distribution, in the unit of its mean. */
    static double p90(final double mean, final double variance) {
        final double inverseShape = variance / (mean * mean);
        final double root = 1 - inverseShape / 9 + Z_90 * Math.sqrt(inverseShape) / 3;
        return mean * root * root * root;
    }
}
