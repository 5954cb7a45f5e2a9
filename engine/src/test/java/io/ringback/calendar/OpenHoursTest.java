package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringback.internal.memory.HeapBytes;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of look-ups over long times and in any order; {@link RandomHoursTest} has the answers. */
class OpenHoursTest {
    private static final long TIME_MAX_MS = (1L << 48) - 1;
    private static final long HOUR_MS = 3_600_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static BusinessCalendar.Builder london() {
        return BusinessCalendar.in("Europe/London").weekly("mon-fri", "09:00-12:00,13:00-17:30");
    }

    private static long londonMs(final LocalDateTime local) {
        return local.atZone(ZoneId.of("Europe/London")).toInstant().toEpochMilli();
    }

    private static long instantMs(final String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    /** Three years, then a jump of 300 years, then the first days of the year 10,000 and the last ones there are. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2029-03-02", "2329-03-02", "9999-12-31", "10888-12-01"})
    void shouldOpenAndCloseOnTheLastDayAsOnTheFirst(final String date) {
        final OpenHours hours =
                OpenHours.of(london().closed("2026-03-03").closed("2026-12-25").build());
        final LocalDate first = LocalDate.parse(date.length() > 10 ? "+" + date : date);
        for (LocalDate day = first; day.isBefore(first.plusDays(31)); day = day.plusDays(1)) {
            final boolean open = day.getDayOfWeek().getValue() <= 5 && !day.equals(LocalDate.of(2026, 3, 3));
            final long nineMs = londonMs(day.atTime(9, 0));
            final long endMs = londonMs(day.atTime(17, 30));
            assertThat(hours.isOpen(nineMs - 1)).isFalse();
            assertThat(hours.isOpen(nineMs)).as("open on %s", day).isEqualTo(open);
            assertThat(hours.isOpen(endMs - 1)).isEqualTo(open);
            assertThat(hours.isOpen(endMs)).isFalse();
            if (open) {
                assertThat(hours.nextOpenMs(nineMs - 1)).isEqualTo(nineMs);
                assertThat(hours.nextOpenMs(nineMs)).isEqualTo(londonMs(day.atTime(13, 0)));
                assertThat(hours.nextCloseMs(nineMs)).isEqualTo(londonMs(day.atTime(12, 0)));
                assertThat(hours.endOfDayMs(nineMs)).isEqualTo(endMs);
            }
        }
    }

    @Test
    void shouldStepFromEdgeToEdgeForThreeYears() {
        final OpenHours hours = OpenHours.of(london().closed("2027-12-25").build());
        long timeMs = londonMs(LocalDate.of(2026, 3, 2).atStartOfDay());
        for (LocalDate day = LocalDate.of(2026, 3, 2); day.getYear() < 2029; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5) {
                continue;
            }
            for (final int[] ends : new int[][] {{9, 0, 12, 0}, {13, 0, 17, 30}}) {
                timeMs = hours.nextOpenMs(timeMs);
                assertThat(timeMs).isEqualTo(londonMs(day.atTime(ends[0], ends[1])));
                timeMs = hours.nextCloseMs(timeMs);
                assertThat(timeMs).isEqualTo(londonMs(day.atTime(ends[2], ends[3])));
            }
        }
    }

    /** Each zone of the database has an offset at each of its changes up to the end of time, and clocks go on. */
    @Test
    void shouldKnowEveryOffsetOfEveryZone() {
        int changes = 0;
        for (final String id : Collections.unmodifiableCollection(ZoneId.getAvailableZoneIds())) {
            final ZoneRules rules = ZoneId.of(id).getRules();
            final ZoneOffsets zone = ZoneOffsets.of(id);
            for (final String from : List.of("1970-01-01T00:00Z", "2020-01-01T00:00Z", "2600-01-01T00:00Z")) {
                ZoneOffsetTransition change =
                        rules.nextTransition(OffsetDateTime.parse(from).toInstant());
                for (int n = 0; n < 160 && change != null; n++) {
                    final long changeMs = change.getInstant().toEpochMilli();
                    assertThat(zone.localMs(changeMs) - changeMs)
                            .as("offset of %s after %s", id, change)
                            .isEqualTo(1_000L * change.getOffsetAfter().getTotalSeconds());
                    assertThat(zone.localMs(changeMs - 1) - changeMs + 1)
                            .as("offset of %s before %s", id, change)
                            .isEqualTo(1_000L * change.getOffsetBefore().getTotalSeconds());
                    changes++;
                    change = rules.nextTransition(change.getInstant());
                }
            }
        }
        assertThat(changes).isGreaterThan(50_000);
    }

    @Test
    void shouldAnswerTheSameInAnyOrder() {
        final BusinessCalendar calendar = london().weekly("sat", "22:00-04:00")
                .closed("2026-12-25")
                .open("2031-05-05T10:00-11:00")
                .build();
        final Random random = new Random(3);
        final List<Long> times = new ArrayList<>();
        for (int n = 0; n < 5_000; n++) {
            times.add((long) (random.nextDouble() * TIME_MAX_MS));
        }
        final List<List<Long>> forward = answers(OpenHours.of(calendar), times);
        final OpenHours other = OpenHours.of(calendar);
        Collections.reverse(times);
        final List<List<Long>> backward = answers(other, times);
        Collections.reverse(backward);

        assertThat(backward).isEqualTo(forward);
        Collections.reverse(times);
        assertThat(answers(other, times)).isEqualTo(forward);
    }

    @Test
    void shouldAnswerTheSameWhateverTheMachineIsSetTo() {
        final List<Long> times = List.of(0L, instantMs("2026-03-29T00:30Z"), instantMs("2026-10-25T00:59Z"));
        final String text = london().special("10000-01-01T10:00-11:00").build().toString();
        final List<List<Long>> expected = answers(OpenHours.of(london().build()), times);
        final TimeZone zone = TimeZone.getDefault();
        final Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(new Locale.Builder()
                    .setLanguageTag("ar-EG-u-nu-arab-ca-islamic")
                    .build());
            assertThat(answers(OpenHours.of(london().build()), times)).isEqualTo(expected);
            assertThat(london().special("10000-01-01T10:00-11:00").build()).hasToString(text);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    private static List<List<Long>> answers(final OpenHours hours, final List<Long> times) {
        final SlotGrid grid = new SlotGrid(hours, 15);
        final List<List<Long>> answers = new ArrayList<>();
        for (final long timeMs : times) {
            answers.add(List.of(
                    hours.isOpen(timeMs) ? 1L : 0L,
                    hours.nextOpenMs(timeMs),
                    hours.nextCloseMs(timeMs),
                    hours.endOfDayMs(timeMs),
                    grid.firstMs(timeMs, timeMs + 100 * HOUR_MS),
                    grid.lastMs(timeMs, timeMs - 100 * HOUR_MS)));
        }
        return answers;
    }

    @Test
    void shouldNeverCloseWhenAlwaysOpen() {
        for (final OpenHours hours : List.of(
                OpenHours.always(),
                OpenHours.of(BusinessCalendar.in("Australia/Lord_Howe")
                        .weekly("mon-sun", "00:00-24:00")
                        .build()),
                OpenHours.of(BusinessCalendar.in("America/Caracas")
                        .weekly("mon-sun", "12:00-06:00,06:00-12:00")
                        .open("2026-05-05T10:00-12:00")
                        .build()))) {
            for (final long timeMs : new long[] {0, 1, instantMs("2026-10-25T00:00Z"), TIME_MAX_MS}) {
                assertThat(hours.isOpen(timeMs)).isTrue();
                assertThat(hours.nextOpenMs(timeMs)).isEqualTo(OpenHours.NEVER);
                assertThat(hours.nextCloseMs(timeMs)).isEqualTo(OpenHours.NEVER);
                assertThat(hours.endOfDayMs(timeMs)).isEqualTo(OpenHours.NEVER);
            }
        }
    }

    @Test
    void shouldSeeOverYearsOfClosedDatesWhenSomethingFollows() {
        final BusinessCalendar.Builder calendar = london();
        final LocalDate first = LocalDate.of(2026, 1, 1);
        final LocalDate last = LocalDate.of(2045, 12, 29);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            calendar.closed(day.toString());
        }
        final OpenHours hours = OpenHours.of(calendar.build());
        final long timeMs = instantMs("2026-01-01T00:00Z");

        assertThat(hours.nextOpenMs(timeMs)).isEqualTo(instantMs("2046-01-01T09:00Z"));
        assertThat(hours.nextCloseMs(timeMs)).isEqualTo(instantMs("2046-01-01T12:00Z"));
        assertThat(hours.endOfDayMs(timeMs)).isEqualTo(instantMs("2046-01-01T17:30Z"));
        assertThat(new SlotGrid(hours, 15).lastMs(instantMs("2046-01-01T09:00Z") - 1, 0))
                .isEqualTo(instantMs("2025-12-31T17:15Z"));
    }

    @Test
    void shouldSeeOverThousandsOfYearsWhenOneDateIsOpen() {
        final OpenHours hours = OpenHours.of(BusinessCalendar.in("Europe/London")
                .open("10000-07-01T10:00-11:00")
                .build());

        assertThat(hours.nextOpenMs(0)).isEqualTo(instantMs("+10000-07-01T10:00+01:00"));
        assertThat(hours.nextCloseMs(0)).isEqualTo(instantMs("+10000-07-01T11:00+01:00"));
        assertThat(hours.endOfDayMs(0)).isEqualTo(instantMs("+10000-07-01T11:00+01:00"));
        assertThat(hours.nextOpenMs(instantMs("+10000-07-01T10:00+01:00"))).isEqualTo(OpenHours.NEVER);
        assertThat(hours.endOfDayMs(instantMs("+10000-07-01T11:00+01:00"))).isEqualTo(OpenHours.NEVER);
    }

    /** Liberia's offset had seconds until 1972. */
    @Test
    void shouldOpenOnTheSecondWhenAnOffsetHasSeconds() {
        final OpenHours hours = OpenHours.of(BusinessCalendar.in("Africa/Monrovia")
                .weekly("mon-sun", "09:00-10:00")
                .build());

        assertThat(hours.nextOpenMs(0)).isEqualTo(instantMs("1970-01-01T09:44:30Z"));
        assertThat(hours.nextOpenMs(instantMs("1980-01-01T00:00Z"))).isEqualTo(instantMs("1980-01-01T09:00Z"));
    }

    @Test
    void shouldAllocateNothingWhenAsked() {
        final BusinessCalendar.Builder calendar =
                london().weekly("sat", "22:00-04:00").closed("2026-12-25").special("2026-12-24T09:00-12:00");
        final OpenHours hours = OpenHours.of(calendar.build());
        final SlotGrid grid = new SlotGrid(hours, 15);
        final SlotCapacity capacity = SlotCapacity.parse("2; mon-fri 12:00-14:00 1");
        long bytes = -1;
        for (int rehearsal = 0; rehearsal < 3; rehearsal++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            askAll(hours, grid, capacity);
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(bytes).isZero();
    }

    private static void askAll(final OpenHours hours, final SlotGrid grid, final SlotCapacity capacity) {
        for (long timeMs = 0; timeMs < TIME_MAX_MS; timeMs += TIME_MAX_MS / 5_000) {
            final boolean open = hours.isOpen(timeMs);
            final boolean known = hours.nextOpenMs(timeMs) > timeMs
                    && hours.nextCloseMs(timeMs) > timeMs
                    && hours.endOfDayMs(timeMs) > timeMs
                    && grid.firstMs(timeMs, timeMs + 200 * HOUR_MS) >= timeMs
                    && grid.lastMs(timeMs, timeMs - 200 * HOUR_MS) <= timeMs
                    && (open || !grid.open(timeMs))
                    && capacity.at(hours, timeMs) > 0;
            if (!known && timeMs > 200 * HOUR_MS) {
                throw new AssertionError(timeMs);
            }
        }
    }

    @Test
    void shouldTellWhatItTakes() throws IllegalAccessException {
        for (final OpenHours hours : List.of(
                OpenHours.always(),
                OpenHours.of(london().closed("2026-12-25")
                        .open("2027-05-05T18:00-19:00,20:00-21:00")
                        .build()))) {
            assertThat(hours.bytes()).isEqualTo(bytes(hours, Collections.newSetFromMap(new IdentityHashMap<>())));
        }
    }

    /** An object with all that it refers to. */
    private static long bytes(final Object object, final Set<Object> seen) throws IllegalAccessException {
        if (object == null || !seen.add(object)) {
            return 0;
        }
        final Class<?> element = object.getClass().getComponentType();
        if (element != null) {
            final int elementBytes = element == long.class ? Long.BYTES : element == int.class ? Integer.BYTES : 1;
            return HeapBytes.array(Array.getLength(object), elementBytes);
        }
        long bytes = HeapBytes.object(object.getClass());
        for (final Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                field.setAccessible(true);
                bytes += bytes(field.get(object), seen);
            }
        }
        return bytes;
    }
}
