package io.ringback.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * The simulated centers behave as theory says, waits of those who hung up included: so what is scored is what happened.
 * {@code -Dewt.arrivals=} and {@code -Dewt.seeds=} make longer and more runs, which the tolerance follows.
 */
class CenterRunTest {
    private static final long ARRIVALS = Long.getLong("ewt.arrivals", 12_000);
    private static final long RUNS = 2 * Long.getLong("ewt.seeds", 5);

    @Test
    void shouldWaitAsErlangSaysWhenNobodyHangsUp() {
        shouldAgree(Center.of("M/M/20", 0.8));
    }

    @Test
    void shouldWaitAsPalmSaysWhenCallersAreImpatient() {
        shouldAgree(Center.of("M/M/20+M", 1.2).impatient(0.5));
    }

    @Test
    void shouldWaitAsCobhamSaysWhenSomeGoFirst() {
        shouldAgree(Center.of("M/M/20 in two lines", 0.8).twoLines(0.5));
    }

    private static void shouldAgree(final Center center) {
        final SteadyState theory = new SteadyState(center);
        for (final LineResult result : LineResult.of(center, RUNS, ARRIVALS)) {
            shouldAgree(result, Score::shareWhoWaited, theory.shareWhoWait());
            shouldAgree(result, Score::meanWaitOfAllMs, theory.meanWaitMs(result.line()));
        }
    }

    /** Within three and a half standard errors of the mean of the runs. */
    private static void shouldAgree(
            final LineResult result, final ToDoubleFunction<Score> measure, final double expected) {
        final double[] values = result.seeds().stream().mapToDouble(measure).toArray();
        final double mean = DoubleStream.of(values).average().orElseThrow();
        final double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        final double standardError = Math.sqrt(squares / (RUNS - 1) / RUNS);
        assertThat(standardError).as(result.name() + ": standard error").isLessThan(0.1 * expected);
        assertThat(mean).as(result.name()).isCloseTo(expected, within(3.5 * standardError + 0.002 * expected));
    }
}
