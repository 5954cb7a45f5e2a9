package io.ringback.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.InteractionKind;
import io.ringback.QueueSettings;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.OpenHours;
import io.ringback.calendar.SlotCapacity;
import io.ringback.calendar.SlotGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search for free slots beside a plain scan of all slots within the horizon. */
class QueueSlotsTest {
    private static final int ROOM = 4_000;
    private static final int NEAREST = 3;
    private static final long HOUR_MS = 3_600_000;

    private final InteractionStore interactions = new InteractionStore(1, ROOM);
    private final SlotStore store = new SlotStore(ROOM, interactions);
    private final QueueSlots slots = new QueueSlots(7, store);
    private final Map<Long, List<Integer>> booked = new TreeMap<>();
    private OpenHours hours;
    private QueueSettings settings;
    private SlotGrid grid;
    private long nowMs;
    private long bookings;

    /** From shortly before clocks change there, or in the middle of a plain week. */
    @ParameterizedTest
    @CsvSource({
        "Europe/London, 2026-03-28T20:10:00Z, 120, 3",
        "Europe/London, 2026-10-24T20:10:00Z, 60, 3",
        "Australia/Lord_Howe, 2026-04-04T03:00:00Z, 60, 2",
        "America/New_York, 2026-11-01T00:00:00Z, 30, 2",
        "Asia/Kathmandu, 2026-06-09T22:01:00Z, 20, 2",
        "UTC, 2026-06-09T22:01:00Z, 5, 1"
    })
    void shouldFindWhatAPlainScanFindsWhenSlotsFill(
            final String zone, final String from, final int minutes, final int days) {
        final SplittableRandom random = new SplittableRandom(20_260_403 + minutes);
        final BusinessCalendar.Builder calendar = BusinessCalendar.in(zone).weekly("mon-sun", "06:00-04:30");
        nowMs = Instant.parse(from).toEpochMilli();
        plan(calendar.build(), "2; mon-sun 10:00-12:00 0; sun 00:00-04:00 1", minutes, days);
        for (int n = 0; n < 1_500; n++) {
            final long wishedMs = nowMs + random.nextLong(settings.horizonMs() + 1);
            switch (random.nextInt(8)) {
                case 0 -> unbook(random);
                case 1 -> nowMs += random.nextInt(20) == 0 ? random.nextLong(settings.horizonMs()) : 60_000;
                case 2 -> reschedule(wishedMs, random);
                default -> bookClosest(wishedMs);
            }
            drop();
            check(Math.max(nowMs, wishedMs), OpenHours.NEVER);
        }
        slots.validate(nowMs);
    }

    @Test
    void shouldForgetWhatWasFullWhenThereAreMorePlaces() {
        nowMs = 1_772_442_000_000L;
        plan(always(), "1", 60, 2);
        for (int n = 0; n < 60; n++) {
            bookClosest(nowMs + HOUR_MS);
        }
        slots.ask(nowMs, OpenHours.NEVER);
        assertThat(slots.closestMs(nowMs)).isEqualTo(OpenHours.NEVER);

        plan(always(), "2", 60, 2);

        slots.ask(nowMs, OpenHours.NEVER);
        assertThat(slots.closestMs(nowMs)).isEqualTo(nowMs);
    }

    @Test
    void shouldCountThePlaceOfADueBookingWhenItsSlotHasJustStarted() {
        nowMs = 1_772_442_000_000L;
        plan(always(), "1", 60, 1);
        slots.start(nowMs);
        book(nowMs + HOUR_MS);
        book(nowMs + 2 * HOUR_MS);

        check(nowMs + 2 * HOUR_MS, OpenHours.NEVER);
        assertThat(slots.started(nowMs)).isEqualTo(1);
        assertThat(slots.closestMs(nowMs)).isEqualTo(nowMs + 3 * HOUR_MS);

        slots.endStarted();
        check(nowMs + 2 * HOUR_MS, OpenHours.NEVER);
        assertThat(slots.closestMs(nowMs)).isEqualTo(nowMs);
    }

    @Test
    void shouldKnowWhatIsFullWhenASearchHasPassedIt() {
        nowMs = 1_772_442_000_000L;
        plan(always(), "1; mon 18:00-20:00 0", 60, 1);
        for (int n = 0; n < 12; n++) {
            bookClosest(nowMs);
        }

        check(nowMs, OpenHours.NEVER);

        assertThat(slots.knownFull(nowMs)).isTrue();
        assertThat(slots.knownFull(nowMs + 10 * HOUR_MS)).as("without places").isTrue();
        assertThat(slots.knownFull(nowMs + 13 * HOUR_MS)).isTrue();
        assertThat(slots.knownFull(nowMs + 14 * HOUR_MS)).as("free").isFalse();
    }

    private static BusinessCalendar always() {
        return BusinessCalendar.in("UTC").weekly("mon-sun", "00:00-24:00").build();
    }

    private void plan(final BusinessCalendar calendar, final String capacity, final int minutes, final int days) {
        hours = OpenHours.of(calendar);
        settings = QueueSettings.builder()
                .slot(Duration.ofMinutes(minutes))
                .slotCapacity(SlotCapacity.parse(capacity))
                .horizon(Duration.ofDays(days))
                .build();
        grid = new SlotGrid(hours, minutes);
        slots.plan(nowMs, hours, settings);
    }

    private void bookClosest(final long wishedMs) {
        slots.ask(nowMs, OpenHours.NEVER);
        final long startMs = slots.closestMs(wishedMs);
        if (startMs != OpenHours.NEVER) {
            book(startMs);
        }
    }

    private void book(final long startMs) {
        final int booking = interactions.add(bookings++, InteractionKind.SCHEDULED_CALLBACK);
        store.append(7, startMs, booking);
        booked.computeIfAbsent(startMs, its -> new ArrayList<>()).add(booking);
    }

    private void unbook(final SplittableRandom random) {
        if (!booked.isEmpty()) {
            final long startMs = anyBooked(random);
            slots.freed(startMs);
            remove(startMs);
        }
    }

    private void reschedule(final long wishedMs, final SplittableRandom random) {
        if (booked.isEmpty()) {
            return;
        }
        final long ownMs = anyBooked(random);
        check(wishedMs, ownMs);
        check(ownMs, ownMs);
        slots.ask(nowMs, ownMs);
        final long startMs = slots.closestMs(wishedMs);
        if (startMs != OpenHours.NEVER) {
            slots.freed(ownMs);
            remove(ownMs);
            book(startMs);
        }
    }

    private long anyBooked(final SplittableRandom random) {
        return booked.keySet().stream().toList().get(random.nextInt(booked.size()));
    }

    /** Time has passed these. */
    private void drop() {
        booked.keySet().stream().filter(startMs -> startMs < nowMs).toList().forEach(startMs -> {
            while (booked.containsKey(startMs)) {
                remove(startMs);
            }
        });
    }

    private void remove(final long startMs) {
        final int booking = booked.get(startMs).remove(0);
        store.remove(store.find(7, startMs), booking);
        interactions.remove(booking);
        if (booked.get(startMs).isEmpty()) {
            booked.remove(startMs);
        }
    }

    private void check(final long wishedMs, final long ownMs) {
        final List<Long> free = new ArrayList<>();
        final List<String> told = new ArrayList<>();
        final long untilMs = nowMs + settings.horizonMs();
        for (long startMs = grid.firstMs(nowMs, untilMs);
                startMs != OpenHours.NEVER;
                startMs = grid.firstMs(startMs + 1, untilMs)) {
            final int capacity = settings.slotCapacity().at(hours, startMs);
            final int taken = booked.getOrDefault(startMs, List.of()).size() + slots.started(startMs);
            told.add(startMs + " " + Math.max(0, capacity - taken) + " " + capacity);
            if (capacity - taken + (startMs == ownMs ? 1 : 0) > 0) {
                free.add(startMs);
            }
        }
        final List<Long> nearest = free.stream()
                .sorted(Comparator.<Long>comparingLong(startMs -> Math.abs(startMs - wishedMs))
                        .thenComparingLong(startMs -> startMs))
                .toList();
        final long[] three = new long[NEAREST];
        slots.ask(nowMs, ownMs);
        slots.nearestMs(wishedMs, three);

        assertThat(slots.closestMs(wishedMs)).isEqualTo(nearest.isEmpty() ? OpenHours.NEVER : nearest.get(0));
        for (int place = 0; place < NEAREST; place++) {
            assertThat(three[place]).isEqualTo(place < nearest.size() ? nearest.get(place) : OpenHours.NEVER);
        }
        assertThat(slots.exactMs(wishedMs)).isEqualTo(exact(wishedMs, free));
        checkTold(told, untilMs);
    }

    private void checkTold(final List<String> expected, final long untilMs) {
        final List<String> told = new ArrayList<>();
        final int count = slots.tell(
                nowMs, 0, untilMs + 1, (startMs, free, capacity) -> told.add(startMs + " " + free + " " + capacity));
        assertThat(told).isEqualTo(expected).hasSize(count);
    }

    /** The latest slot of the grid that contains the time, if that is free. */
    private long exact(final long wishedMs, final List<Long> free) {
        long exactMs = OpenHours.NEVER;
        for (long startMs = grid.firstMs(wishedMs - grid.lengthMs() + 1, wishedMs);
                startMs != OpenHours.NEVER;
                startMs = grid.firstMs(startMs + 1, wishedMs)) {
            exactMs = startMs;
        }
        return free.contains(exactMs) ? exactMs : OpenHours.NEVER;
    }
}
