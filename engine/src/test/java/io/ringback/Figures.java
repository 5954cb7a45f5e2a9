package io.ringback;

import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.Assertions;

/** The closed forms of a wait, written down a second time. */
final class Figures {
    /** What each start leaves of the capacity counted before it, and each abandonment of the waiting time. */
    static final double F = 1023.0 / 1024;

    private Figures() {}

    /** {@code scatter}: by how much the variance is larger, because queues of higher priority share the agents. */
    static void assertThat(
            final WaitEstimate estimate,
            final double drain,
            final double theta,
            final double ahead,
            final double scatter) {
        final double mean = mean(drain, theta, ahead);
        final double k = mean * mean / (scatter * variance(drain, theta, ahead));
        Assertions.assertThat(estimate.known()).isTrue();
        Assertions.assertThat(estimate.ahead()).isEqualTo((int) Math.round(ahead));
        assertSeconds(estimate.meanMs(), mean);
        assertSeconds(estimate.medianMs(), mean * Math.pow(1 - 1 / (9 * k), 3));
        assertSeconds(estimate.p90Ms(), mean * Math.pow(1 - 1 / (9 * k) + 1.28155 / (3 * Math.sqrt(k)), 3));
    }

    private static double mean(final double drain, final double theta, final double ahead) {
        return theta == 0 ? (ahead + 1) / drain : 1 / drain + Math.log(1 + theta * ahead / (drain + theta / 2)) / theta;
    }

    private static double variance(final double drain, final double theta, final double ahead) {
        return 1 / (drain * drain) + ahead / ((drain + theta / 2) * (drain + (ahead + 0.5) * theta));
    }

    private static void assertSeconds(final long actualMs, final double expectedS) {
        Assertions.assertThat(actualMs).isCloseTo(Math.round(1_000 * expectedS), within(1L));
    }
}
