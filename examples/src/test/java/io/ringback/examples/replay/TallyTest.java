package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class TallyTest {
    @Test
    void shouldCountAnsweredAndAbandonedAlikeInTheWaits() {
        final Tally tally = new Tally();
        tally.add(true, 0, 100_000);
        tally.add(true, 20_000, 50_000);
        tally.add(true, 20_001, 50_000);
        tally.add(false, 10_000, 0);
        final Figures figures = tally.figures(400_000);
        assertThat(figures.calls()).isEqualTo(4);
        assertThat(figures.answered()).isEqualTo(3);
        assertThat(figures.abandoned()).isEqualTo(1);
        assertThat(figures.abandonedShare()).isEqualTo(0.25);
        assertThat(figures.meanWaitSeconds()).isCloseTo(12.50025, within(1e-9));
        assertThat(figures.withinLimit()).isEqualTo(0.5);
        assertThat(figures.occupancy()).isEqualTo(0.5);
    }

    @Test
    void shouldTakeTheWaitThatNineOfTenDoNotExceedWhateverTheOrder() {
        assertThat(p90(10)).isEqualTo(9);
        assertThat(p90(11)).isEqualTo(10);
        assertThat(p90(20)).isEqualTo(18);
        assertThat(p90(1)).isEqualTo(1);
        assertThat(p90(100)).isEqualTo(90);
    }

    @Test
    void shouldHaveNoOccupancyWhenNobodyWasAtWork() {
        final Tally tally = new Tally();
        tally.add(false, 1_000, 0);
        assertThat(tally.figures(0).occupancy()).isNaN();
    }

    @Test
    void shouldHaveNoWaitsButWorkWhenAllCallersAreCalledBack() {
        final Tally tally = new Tally();
        tally.addService(30_000);
        final Figures figures = tally.figures(60_000);
        assertThat(figures.calls()).isZero();
        assertThat(figures.abandonedShare()).isNaN();
        assertThat(figures.meanWaitSeconds()).isNaN();
        assertThat(figures.p90WaitSeconds()).isNaN();
        assertThat(figures.withinLimit()).isNaN();
        assertThat(figures.occupancy()).isEqualTo(0.5);
    }

    /** Of the waits count, count - 1, ..., 1 seconds. */
    private static double p90(final int count) {
        final Tally tally = new Tally();
        for (int seconds = count; seconds >= 1; seconds--) {
            tally.add(true, seconds * 1_000L, 0);
        }
        return tally.figures(1).p90WaitSeconds();
    }
}
