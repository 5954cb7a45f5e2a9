package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShiftTest {
    private static final long MIDNIGHT_MS =
            LocalDate.of(1999, 2, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    private static final int HALF_HOUR = 1_800;

    @Test
    void shouldLastFromTheFirstToTheLastServiceWhenThereIsNoLongGap() {
        final List<Shift> shifts = Shift.of(Logs.of(
                Logs.answered("PS", 0, 30_000, 10, 100, "A"),
                Logs.answered("NW", 0, 30_110 + HALF_HOUR, 0, 50, "A"),
                Logs.answered("IN", 0, 30_000, 0, 50, "-")));
        assertThat(shifts).hasSize(1);
        assertThat(shifts.get(0).agent()).isEqualTo("A");
        assertThat(shifts.get(0).skills()).containsExactly("NW", "PS");
        assertThat(shifts.get(0).stretches()).containsExactly(stretch(30_010, 30_160 + HALF_HOUR));
        assertThat(shifts.get(0).staffedMs()).isEqualTo((150 + HALF_HOUR) * 1_000L);
    }

    @Test
    void shouldHaveABreakWhenMoreThanHalfAnHourHasNoService() {
        final Shift shift = Shift.of(Logs.of(
                        Logs.answered("PS", 0, 30_000, 0, 100, "A"),
                        Logs.answered("PS", 0, 30_101 + HALF_HOUR, 0, 50, "A")))
                .get(0);
        assertThat(shift.stretches())
                .containsExactly(stretch(30_000, 30_100), stretch(30_101 + HALF_HOUR, 30_151 + HALF_HOUR));
        assertThat(shift.endMs()).isEqualTo(MIDNIGHT_MS + (30_151 + HALF_HOUR) * 1_000L);
    }

    @Test
    void shouldMeasureTheGapFromTheLongestServiceWhenServicesOverlap() {
        final Shift shift = Shift.of(Logs.of(
                        Logs.answered("PS", 0, 30_000, 0, 5_000, "A"),
                        Logs.answered("PS", 0, 30_010, 0, 20, "A"),
                        Logs.answered("PS", 0, 35_000 + HALF_HOUR, 0, 20, "A")))
                .get(0);
        assertThat(shift.stretches()).containsExactly(stretch(30_000, 35_020 + HALF_HOUR));
    }

    @Test
    void shouldBeNoTimeAtWorkWhenItHasNoLength() {
        assertThat(Shift.of(Logs.of(Logs.answered("PS", 0, 30_000, 0, 0, "A")))).isEmpty();
    }

    private static Shift.Stretch stretch(final int from, final int to) {
        return new Shift.Stretch(MIDNIGHT_MS + from * 1_000L, MIDNIGHT_MS + to * 1_000L);
    }
}
