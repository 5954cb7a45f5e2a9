package io.ringback.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmarks of bookings and calendars do is what they say, and goes on for ever. */
class BookingsTest {
    @ParameterizedTest
    @ValueSource(ints = {1_000, 20_000})
    void shouldHoldAsManyBookingsWhenSomeAreCancelledMadeAndMoved(final int held) {
        final BookedCenter center = new BookedCenter(held);

        for (int n = 0; n < 3 * held; n++) {
            center.cancelAndBook();
            center.reschedule();
        }

        center.check();
    }

    @Test
    void shouldHoldAsManyBookingsWhenOnlyFewOfThemChange() {
        final BookedCenter center = new BookedCenter(20_000, 1_000);

        for (int n = 0; n < 20_000; n++) {
            center.cancelAndBook();
            center.reschedule();
        }

        center.check();
    }

    @Test
    void shouldTellTheSlotsOfAWeekWhenAskedAgainAndAgain() {
        final BookedCenter center = new BookedCenter(1_000);

        // Eight places each, and some 500 bookings in four weeks.
        assertThat(IntStream.range(0, 50).mapToLong(n -> center.week()))
                .allSatisfy(free -> assertThat(free).isBetween(672L * 8 - 250, 672L * 8 - 50));
        assertThat(IntStream.range(0, 50).mapToLong(n -> center.officeWeek()))
                .allSatisfy(free -> assertThat(free).isBetween(136L * 8 - 250, 204L * 8 - 50));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void shouldBookFarAwayOrRefuseWhenTheOfficeIsFull(final int capacity) {
        final FullOffice nearlyFull = new FullOffice(capacity, true);
        final FullOffice full = new FullOffice(capacity, false);

        for (int n = 0; n < 2_000; n++) {
            nearlyFull.bookAndCancel();
            full.refuse();
        }

        nearlyFull.check();
        full.check();
        assertThatThrownBy(full::bookAndCancel)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SLOT_FULL");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 20_000})
    void shouldMakeAllDueWhenThirtyDaysPass(final int held) {
        final DueMonth month = new DueMonth(held);
        for (int n = 0; n < 15; n++) {
            month.book();
            month.pass();
            month.check();
        }
    }

    @Test
    void shouldMakeAllDueAndDialOnceForEachAgentWhenOneSlotStarts() {
        final DueStorm storm = new DueStorm(1_000);
        for (int n = 0; n < 3; n++) {
            storm.book();
            storm.start();
            storm.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLookUpInsideTheThreeYearsWhenACalendarIsMeasured(final CalendarBenchmark.Hours hours) {
        final CalendarBenchmark benchmark = new CalendarBenchmark();
        benchmark.hours = hours;
        benchmark.compile();
        long open = 0;
        for (int n = 0; n < 10_000; n++) {
            open += benchmark.isOpen() ? 1 : 0;
            assertThat(benchmark.nextOpen()).isBetween(Appointments.START_MS, 2 * Appointments.START_MS);
            assertThat(benchmark.nextClose()).isBetween(Appointments.START_MS, 2 * Appointments.START_MS);
            assertThat(benchmark.endOfDay()).isBetween(Appointments.START_MS, 2 * Appointments.START_MS);
            assertThat(benchmark.firstSlot()).isBetween(Appointments.START_MS, 2 * Appointments.START_MS);
            assertThat(benchmark.nextSlot()).isBetween(Appointments.START_MS, 2 * Appointments.START_MS);
        }

        // 8.5 hours on five days of the week; with exceptions 5.5 hours on every other day.
        assertThat(open).isBetween(2_200L, 2_700L);
    }
}
