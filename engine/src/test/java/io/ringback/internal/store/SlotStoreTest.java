package io.ringback.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.InteractionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SlotStoreTest {
    private static final int CAPACITY = 24;
    private static final long START_MS = 1_772_442_000_000L;
    private static final long LATEST_MS = (1L << 48) / 60_000 * 60_000;

    private final InteractionStore interactions = new InteractionStore(3, CAPACITY);
    private final SlotStore slots = new SlotStore(CAPACITY, interactions);
    private final Map<Slot, List<Integer>> expected = new TreeMap<>();

    private record Slot(int queue, long startMs) implements Comparable<Slot> {
        @Override
        public int compareTo(final Slot other) {
            return queue == other.queue ? Long.compare(startMs, other.startMs) : Integer.compare(queue, other.queue);
        }
    }

    @Test
    void shouldKeepBookingOrderWhenBookingsComeAndGoAtRandom() {
        final SplittableRandom random = new SplittableRandom(20_260_402);
        int booked = 0;
        for (int n = 0; n < 40_000; n++) {
            final Slot slot = slot(random);
            if (random.nextInt(100) < (n / 1_000 % 2 == 0 ? 70 : 30)) {
                booked += book(slot, n);
            } else {
                unbook(slot, random);
            }
            check(slot);
        }
        assertThat(booked).isGreaterThan(10_000);
    }

    @Test
    void shouldHaveRoomWhenEachBookingIsInASlotOfItsOwn() {
        for (int n = 0; n < CAPACITY; n++) {
            book(new Slot(n % 2, START_MS + n * 1_000L), n);
        }

        assertThat(slots.size()).isEqualTo(CAPACITY);
        expected.keySet().forEach(this::check);
    }

    @Test
    void shouldFindNothingWhenThereIsNoRoomForBookings() {
        final SlotStore none = new SlotStore(0, new InteractionStore(1, 0));

        assertThat(none.find(0, START_MS)).isEqualTo(SlotStore.NONE);
        assertThat(none.size()).isZero();
    }

    /** Few slots, the ends of time and of queue numbers among them. */
    private static Slot slot(final SplittableRandom random) {
        final int queue = random.nextInt(4) == 0 ? 10_000_000 : random.nextInt(2);
        return new Slot(queue, random.nextInt(5) == 0 ? LATEST_MS : random.nextInt(3) * 300_000L);
    }

    private int book(final Slot slot, final long id) {
        if (interactions.bookingsFull()) {
            return 0;
        }
        final int booking = interactions.add(id, InteractionKind.SCHEDULED_CALLBACK);
        slots.append(slot.queue, slot.startMs, booking);
        expected.computeIfAbsent(slot, its -> new ArrayList<>()).add(booking);
        return 1;
    }

    private void unbook(final Slot slot, final SplittableRandom random) {
        final List<Integer> bookings = expected.getOrDefault(slot, List.of());
        if (!bookings.isEmpty()) {
            final int booking = bookings.remove(random.nextInt(bookings.size()));
            slots.remove(slots.find(slot.queue, slot.startMs), booking);
            interactions.remove(booking);
        }
        if (bookings.isEmpty()) {
            expected.remove(slot);
        }
    }

    private void check(final Slot slot) {
        final int found = slots.find(slot.queue, slot.startMs);
        assertThat(slots.size()).isEqualTo(expected.size());
        assertThat(found != SlotStore.NONE).isEqualTo(expected.containsKey(slot));
        if (found == SlotStore.NONE) {
            return;
        }
        final List<Integer> bookings = new ArrayList<>();
        for (int booking = slots.first(found); booking != InteractionStore.NONE; booking = interactions.next(booking)) {
            bookings.add(booking);
        }
        assertThat(bookings).isEqualTo(expected.get(slot));
        assertThat(slots.present(found)).isTrue();
        assertThat(slots.bookings(found)).isEqualTo(bookings.size());
        assertThat(slots.queue(found)).isEqualTo(slot.queue);
        assertThat(slots.startMs(found)).isEqualTo(slot.startMs);
    }
}
