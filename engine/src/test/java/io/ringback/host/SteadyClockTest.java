package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final long START_MS = 1_772_442_000_000L;

    private long wallMs = START_MS;
    private long nanos = Long.MAX_VALUE - 5;
    private final SteadyClock clock = new SteadyClock(() -> wallMs, () -> nanos, Long.MIN_VALUE);

    private void pass(final long ms) {
        wallMs += ms;
        nanos += TimeUnit.MILLISECONDS.toNanos(ms);
    }

    @Test
    void shouldTellTheWallClocksTimeWhenItRunsOn() {
        assertThat(clock.nowMs()).isEqualTo(START_MS);
        pass(1);
        assertThat(clock.nowMs()).isEqualTo(START_MS + 1);
        pass(86_400_000);
        assertThat(clock.nowMs()).isEqualTo(START_MS + 86_400_001);
    }

    @Test
    void shouldFollowAtOnceWhenTheWallClockIsSetForward() {
        clock.nowMs();
        wallMs += 7_200_000;

        assertThat(clock.nowMs()).isEqualTo(START_MS + 7_200_000);
    }

    @Test
    void shouldGoOnAtHalfSpeedUntilTheWallClockHasComeUpWhenItIsSetBack() {
        clock.nowMs();
        wallMs -= 60_000;

        assertThat(clock.nowMs()).isEqualTo(START_MS);
        pass(10_000);
        assertThat(clock.nowMs()).isEqualTo(START_MS + 5_000);
        pass(109_999);
        assertThat(clock.nowMs()).isEqualTo(START_MS + 59_999);
        pass(1);
        assertThat(clock.nowMs()).isEqualTo(wallMs).isEqualTo(START_MS + 60_000);
        pass(10_000);
        assertThat(clock.nowMs()).isEqualTo(wallMs);
    }

    @Test
    void shouldGoOnFromAnEarlierTimeWhenTheWallClockWasSetBackMeanwhile() {
        final SteadyClock later = new SteadyClock(() -> wallMs, () -> nanos, START_MS + 60_000);
        pass(10_000);

        assertThat(later.nowMs()).isEqualTo(START_MS + 65_000);
    }

    @Test
    void shouldKeepItsPaceWhenTheWallClockIsSetBackAgain() {
        clock.nowMs();
        wallMs -= 60_000;
        pass(10_000);
        clock.nowMs();
        wallMs -= 3_600_000;
        pass(10_000);

        assertThat(clock.nowMs()).isEqualTo(START_MS + 10_000);
    }

    @Test
    void shouldNeverRunBackWhateverTheWallClockDoes() {
        final Random random = new Random(7);
        long lastMs = clock.nowMs();
        for (int i = 0; i < 100_000; i++) {
            pass(random.nextInt(20));
            nanos += random.nextInt(1_000_000);
            if (random.nextInt(10) == 0) {
                wallMs += random.nextInt(2_001) - 1_000;
            }
            final long nowMs = clock.nowMs();
            assertThat(nowMs).isGreaterThanOrEqualTo(lastMs).isGreaterThanOrEqualTo(wallMs);
            lastMs = nowMs;
        }
    }
}
