package io.ringback.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed forms against exact sums and exact quantiles: exp(-theta W) has a beta distribution. */
class WaitFormulasTest {
    private static final int AHEAD_MAX = 119;
    private static final double DRAIN = 0.37;

    /** In percent: largest errors of mean, variance, median and 90th percentile, each to its last digit. */
    @ParameterizedTest
    @CsvSource({
        "50, 0.01, 0.02, 1.34, 1.01",
        "20, 0.02, 0.05, 1.34, 1.01",
        "5, 0.14, 0.36, 1.34, 1.01",
        "1, 0.77, 1.47, 2.62, 1.44",
        "0.1, 0.73, 0.24, 7.96, 1.37"
    })
    void shouldBeAsExactAsStatedWhenPeopleHangUp(
            final double drainPerTheta,
            final double mean,
            final double variance,
            final double median,
            final double p90) {
        final double theta = DRAIN / drainPerTheta;

        assertWithin(mean, n -> WaitFormulas.mean(DRAIN, theta, n), n -> exactMoment(1, theta, n));
        assertWithin(variance, n -> WaitFormulas.variance(DRAIN, theta, n), n -> exactMoment(2, theta, n));
        assertWithin(median, n -> median(theta, n), n -> exactQuantile(0.5, theta, n));
        assertWithin(p90, n -> p90(theta, n), n -> exactQuantile(0.9, theta, n));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-12, 1e-8})
    void shouldBeThatOfEqualStagesWhenHardlyAnybodyHangsUp(final double theta) {
        assertWithin(0.001, n -> WaitFormulas.mean(DRAIN, theta, n), n -> (n + 1) / DRAIN);
        assertWithin(0.001, n -> WaitFormulas.variance(DRAIN, theta, n), n -> (n + 1) / (DRAIN * DRAIN));
        assertWithin(1.5, n -> median(theta, n), n -> exactErlangQuantile(0.5, n));
        assertWithin(1.5, n -> p90(theta, n), n -> exactErlangQuantile(0.9, n));
    }

    @Test
    void shouldNotJumpWhenHangingUpBecomesTooRareToMatter() {
        for (final double drain : new double[] {0.001, 0.37, 40}) {
            for (final int n : new int[] {0, 7, 500}) {
                final double below = 0.999_999e-9;
                final double above = 1.000_001e-9;

                assertThat(WaitFormulas.mean(drain, above, n))
                        .isCloseTo(WaitFormulas.mean(drain, below, n), Percentage.withPercentage(0.1));
                assertThat(WaitFormulas.variance(drain, above, n))
                        .isCloseTo(WaitFormulas.variance(drain, below, n), Percentage.withPercentage(0.1));
            }
        }
    }

    @Test
    void shouldBeFiniteAndOrderedWhenPeopleHangUpMuchSoonerThanTheyAreServed() {
        for (final double theta : new double[] {1, 10, 1e6}) {
            final double mean = WaitFormulas.mean(1e-9, theta, 3);

            assertThat(mean).isPositive().isFinite();
            assertThat(WaitFormulas.variance(1e-9, theta, 3)).isPositive().isFinite();
        }
    }

    @Test
    void shouldHaveExactQuantilesToCompareWithWhenTheyAreKnownOtherwise() {
        final double theta = DRAIN / 7;

        assertThat(exactQuantile(0.9, theta, 0)).isCloseTo(-Math.log(0.1) / DRAIN, Percentage.withPercentage(1e-6));
        assertThat(exactErlangQuantile(0.5, 0)).isCloseTo(Math.log(2) / DRAIN, Percentage.withPercentage(1e-6));
    }

    private static double median(final double theta, final int n) {
        return WaitFormulas.median(WaitFormulas.mean(DRAIN, theta, n), WaitFormulas.variance(DRAIN, theta, n));
    }

    private static double p90(final double theta, final int n) {
        return WaitFormulas.p90(WaitFormulas.mean(DRAIN, theta, n), WaitFormulas.variance(DRAIN, theta, n));
    }

    private static void assertWithin(
            final double percent, final IntToDoubleFunction formula, final IntToDoubleFunction exact) {
        for (int n = 0; n <= AHEAD_MAX; n++) {
            assertThat(formula.applyAsDouble(n))
                    .as("%s ahead", n)
                    .isCloseTo(exact.applyAsDouble(n), Percentage.withPercentage(percent));
        }
    }

    /** 1: the mean; 2: the variance. */
    private static double exactMoment(final int power, final double theta, final int n) {
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += 1 / Math.pow(DRAIN + i * theta, power);
        }
        return sum;
    }

    /** By bisection of the wait's distribution. */
    private static double exactQuantile(final double q, final double theta, final int n) {
        return bisect(q, seconds -> 1 - incompleteBeta(Math.exp(-theta * seconds), DRAIN / theta, n + 1));
    }

    private static double exactErlangQuantile(final double q, final int n) {
        return bisect(q, seconds -> {
            double term = Math.exp(-DRAIN * seconds);
            double longer = 0;
            for (int i = 0; i <= n; i++) {
                longer += term;
                term *= DRAIN * seconds / (i + 1);
            }
            return 1 - longer;
        });
    }

    private static double bisect(final double q, final DoubleUnaryOperator distribution) {
        double low = 0;
        double high = 1_500;
        for (int n = 0; n < 100; n++) {
            final double middle = (low + high) / 2;
            if (distribution.applyAsDouble(middle) < q) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Regularised, for a whole second parameter: x^a times the first terms of the binomial series of (1-x)^-a. */
    private static double incompleteBeta(final double x, final double a, final int b) {
        double term = Math.pow(x, a);
        double sum = 0;
        for (int j = 0; j < b; j++) {
            sum += term;
            term *= (a + j) / (j + 1) * (1 - x);
        }
        return sum;
    }
}
