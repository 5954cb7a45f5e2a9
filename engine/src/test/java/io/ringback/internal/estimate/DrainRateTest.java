package io.ringback.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrainRateTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double F = 1023.0 / 1024;

    private final DrainRate rate = new DrainRate();

    /** Three agents at work: the meter runs three times as fast as time. */
    private void tick(final long nowMs, final int onLine) {
        rate.tick(nowMs, 3 * nowMs, onLine, onLine > 0);
    }

    private double capacity(final long nowMs, final int onLine) {
        return rate.capacity(nowMs, 3 * nowMs, onLine > 0);
    }

    private double drain(final double capacity, final int atWork) {
        return rate.drain(rate.share(capacity), atWork);
    }

    @Test
    void shouldStartFromWholeCapacityAndTenMinutesOfPatience() {
        tick(1_000, 0);
        rate.served(50_000);

        assertThat(drain(capacity(1_000, 0), 3)).isEqualTo(3 / 50.0, EXACT);
        assertThat(rate.abandonment(rate.waitedS(1_000, 0), 1, 1)).isEqualTo(1 / 600.0, EXACT);
    }

    @Test
    void shouldCountCapacityFromTheFirstStartOfABacklogWhenAHandleTimeIsKnown() {
        tick(0, 0);
        tick(10_000, 2);
        rate.started();
        assertThat(rate.known()).isFalse();
        assertThat(capacity(20_000, 2)).as("without a handle time").isZero();
        rate.served(50_000);
        assertThat(rate.known()).isTrue();
        assertThat(capacity(20_000, 2)).isEqualTo(10 * 3 / 50.0, EXACT);
        assertThat(capacity(20_000, 2)).as("asked again").isEqualTo(0.6, EXACT);

        tick(20_000, 2);
        tick(90_000, 0);
        tick(95_000, 1);
        assertThat(capacity(95_000, 1)).as("before the first start").isEqualTo(0.6, EXACT);
        rate.started();
        tick(100_000, 1);

        assertThat(capacity(100_000, 1)).isEqualTo((10 + 5) * 3 / 50.0, EXACT);
        assertThat(drain(0.9, 3)).isEqualTo(8 / 8.9 * 3 / 50, EXACT);
    }

    @Test
    void shouldForgetALittleOfTheOldWhenAStartCounts() {
        rate.served(50_000);
        tick(0, 0);
        assertThat(rate.started()).as("the first").isFalse();
        tick(50_000, 1);

        assertThat(rate.started()).isTrue();
        assertThat(rate.started()).isTrue();

        assertThat(capacity(50_000, 1)).isEqualTo(3 * F * F, EXACT);
        assertThat(drain(0, 1)).isEqualTo((F + 1 + 8) / 8 / 50, EXACT);
        rate.startTakenBack();
        assertThat(drain(0, 1)).isEqualTo((F + 8) / 8 / 50, EXACT);
        rate.startTakenBack();
        rate.startTakenBack();
        assertThat(drain(0, 1)).as("never below none").isEqualTo(1 / 50.0, EXACT);
    }

    @Test
    void shouldNotCountAStartWhenNobodyHasBeenServedYet() {
        tick(0, 0);
        rate.started();
        tick(0, 50);

        assertThat(rate.started()).as("a whole shift logs in").isFalse();
        rate.served(50_000);
        assertThat(rate.started()).isTrue();
    }

    @Test
    void shouldNotCountAStartWhenTheBacklogHasJustBegunAnew() {
        rate.served(50_000);
        tick(0, 0);
        rate.started();
        tick(50_000, 1);
        assertThat(rate.started()).isTrue();
        tick(50_000, 0);

        assertThat(rate.started()).isFalse();
    }

    @Test
    void shouldLearnPatienceFromPeopleOnTheLineWhenTheyHangUp() {
        tick(0, 0);
        tick(100_000, 4);
        rate.abandoned();

        assertThat(rate.waitedS(100_000, 4)).isEqualTo(700 * F, EXACT);
        assertThat(rate.waitedS(110_000, 3)).isEqualTo(700 * F + 30, EXACT);
        assertThat(rate.abandonment(700, 1, 4)).isEqualTo((0.5 * F + 1) / 700 / 4, EXACT);
    }

    @Test
    void shouldTakeAPlainMeanOfHandleTimesAndThenAMovingOne() {
        for (int n = 1; n <= 500; n++) {
            rate.served(n % 2 == 0 ? 10_000 : 30_000);
        }
        assertThat(drain(0, 1)).isEqualTo(1 / 20.0, within(1e-9));

        rate.served(520_000);
        rate.served(21_000);

        assertThat(drain(0, 1)).isEqualTo(1 / 21.0, within(1e-9));
    }

    @Test
    void shouldRestateCapacityWhenAYoungMeanGetsBetter() {
        rate.served(20_000);
        tick(0, 0);
        rate.started();
        tick(10_000, 1);
        assertThat(capacity(10_000, 1)).isEqualTo(30 / 20.0, EXACT);

        rate.served(40_000);

        assertThat(capacity(10_000, 1)).isEqualTo(30 / 30.0, EXACT);
    }

    @Test
    void shouldLeaveCapacityAsCountedWhenTheMeanIsAMovingOne() {
        for (int n = 0; n < 500; n++) {
            rate.served(20_000);
        }
        tick(0, 0);
        rate.started();
        tick(10_000, 1);

        rate.served(520_000);

        assertThat(capacity(10_000, 1)).isEqualTo(30 / 20.0, EXACT);
    }

    @Test
    void shouldDivideByAMillisecondWhenHandlingTakesNoTime() {
        rate.served(0);

        assertThat(drain(0, 2)).isEqualTo(2_000, EXACT);
        assertThat(drain(0, 0)).as("never none").isEqualTo(1e-9, EXACT);
    }

    @Test
    void shouldGoOnWhenTheMeterIsExchanged() {
        rate.served(50_000);
        tick(0, 0);
        rate.started();
        tick(10_000, 1);

        rate.rebase(1_000_000);

        assertThat(rate.capacity(20_000, 1_010_000, true)).isEqualTo((30 + 10) / 50.0, EXACT);
    }

    @Test
    void shouldShowInItsImageWhateverIsDifferent() {
        tick(0, 0);
        final long[] rest = rate.image(0, false);
        tick(1_000, 1);
        final long[] waited = rate.image(3_000, true);
        final long[] waiting = rate.image(6_000, true);

        assertThat(waited).isNotEqualTo(rest);
        assertThat(waiting).isNotEqualTo(waited);
    }
}
