package io.ringback.estimates;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What the engine tells at the begin of a wait, against the wait that followed, in simulated centers.
 * {@code -Dewt.arrivals=200000 -Dewt.seeds=5} makes the run that the guide publishes; the bounds hold for both.
 */
class EstimatesInSimulationTest {
    private static final long ARRIVALS = Long.getLong("ewt.arrivals", 40_000);
    private static final long SEEDS = Long.getLong("ewt.seeds", 2);
    private static final ScoreTable TABLE = new ScoreTable();

    /** Callers lose patience after two services on average. */
    private static final double IMPATIENCE = 0.5;

    private static final double BIAS_MAX = 0.05;

    @AfterAll
    static void printTable() {
        System.out.println("expected waits: " + SEEDS + " x " + ARRIVALS + " arrivals\n\n" + TABLE);
    }

    @Test
    void shouldBeNearTheExactMeanWhenLoadIsHeavyAndNobodyHangsUp() {
        shouldBeNearTheExactMean(Center.of("S1", 0.95), 1.15);
    }

    @Test
    void shouldBeNearTheExactMeanWhenCallersAreImpatient() {
        shouldBeNearTheExactMean(Center.of("S2", 1.2).impatient(IMPATIENCE), 1.10);
    }

    @Test
    void shouldBeNearTheExactMeanWhenTheLoadSwings() {
        shouldBeNearTheExactMean(Center.of("S4", 1).swinging(0.4).impatient(IMPATIENCE), 1.10);
    }

    @Test
    void shouldBeNearTheExactMeanWhenAgentsComeAndGo() {
        shouldBeNearTheExactMean(Center.of("S8", 1).atTimesOnly(14).impatient(IMPATIENCE), 1.10);
    }

    @Test
    void shouldBeUnbiasedForBothWhenSomeGoFirst() {
        shouldBeUnbiased(Center.of("S5", 0.95).twoLines(0.5));
    }

    @Test
    void shouldBeUnbiasedForBothWhenSomeGoFirstAndCallersAreImpatient() {
        shouldBeUnbiased(Center.of("S5+M", 1.05).twoLines(0.5).impatient(IMPATIENCE));
    }

    private static void shouldBeNearTheExactMean(final Center center, final double againstExactMax) {
        for (final LineResult result : shouldBeUnbiased(center)) {
            assertThat(result.total().againstExact())
                    .as(result.name() + ": error against that of the exact mean")
                    .isBetween(0.99, againstExactMax);
        }
    }

    private static Iterable<LineResult> shouldBeUnbiased(final Center center) {
        final Iterable<LineResult> results = LineResult.of(center, SEEDS, ARRIVALS);
        final SoftAssertions softly = new SoftAssertions();
        for (final LineResult result : results) {
            TABLE.add(result);
            softly.assertThat(result.total().bias())
                    .as(result.name() + ": bias")
                    .isBetween(-BIAS_MAX, BIAS_MAX);
            softly.assertThat(result.total().medianCoverage())
                    .as(result.name() + ": waits within the median")
                    .isBetween(0.4, 0.6);
            softly.assertThat(result.total().p90Coverage())
                    .as(result.name() + ": waits within the 90th percentile")
                    .isBetween(0.8, 0.97);
        }
        softly.assertAll();
        return results;
    }
}
