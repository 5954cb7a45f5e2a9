package io.ringback.naive;

import io.ringback.scenario.Slot;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which slots there are, and the places in them. */
final class NaiveSlots {
    private static final int NEAR_MAX = 3;
    private static final long REACH_MS = 10_800_000;

    private final NaiveState state;
    private final RuleSwitches rules;

    NaiveSlots(final NaiveState state) {
        this.state = state;
        this.rules = state.rules;
    }

    /** Those that start in a stretch of time without its end, and may be booked now. */
    List<Slot> list(final NaiveQueue queue, final long fromMs, final long toMs) {
        return starts(queue, fromMs, toMs - 1)
                .map(startMs -> new Slot(startMs, free(queue, startMs, null), capacity(queue, startMs)))
                .toList();
    }

    /** Those that start in a stretch of time, both ends included, and may be booked now. */
    private Stream<Long> starts(final NaiveQueue queue, final long fromMs, final long toMs) {
        final long firstMs = Math.max(fromMs, state.nowMs);
        final long lastMs = Math.min(toMs, state.nowMs + queue.settings.horizonMs);
        return state.calendar(queue).slotStarts(queue.settings.slotMinutes, firstMs, lastMs).stream();
    }

    private int capacity(final NaiveQueue queue, final long startMs) {
        return queue.settings.slotCapacity.at(state.calendar(queue).readingAt(startMs));
    }

    /** The free places; that of a booking to be made anew counts as free. */
    private int free(final NaiveQueue queue, final long startMs, final NaiveInteraction again) {
        final boolean own = again != null && again.bookedIn == queue && again.slotMs == startMs && rules.on(Rule.K4);
        final int taken = queue.places.getOrDefault(startMs, 0) - (own ? 1 : 0);
        return Math.max(0, capacity(queue, startMs) - taken);
    }

    /** The slot for a wish, or null. */
    Long find(final NaiveQueue queue, final long atMs, final boolean exact, final NaiveInteraction again) {
        if (rules.off(Rule.K3)) {
            return starts(queue, atMs, Long.MAX_VALUE)
                    .filter(startMs -> free(queue, startMs, again) > 0)
                    .findFirst()
                    .orElse(null);
        }
        if (exact) {
            return containing(queue, atMs) != null && free(queue, containing(queue, atMs), again) > 0
                    ? containing(queue, atMs)
                    : null;
        }
        final List<Long> nearest = nearest(queue, atMs, again);
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    /** The slots nearest to a wish that have a free place. */
    List<Long> near(final NaiveQueue queue, final long atMs, final NaiveInteraction again) {
        final List<Long> nearest = rules.on(Rule.K3) ? nearest(queue, atMs, again) : List.of();
        return nearest.stream().limit(NEAR_MAX).toList();
    }

    /** At least as many of the nearest as are told, if there are: looks ever farther. */
    private List<Long> nearest(final NaiveQueue queue, final long atMs, final NaiveInteraction again) {
        for (long reachMs = REACH_MS; ; reachMs *= 4) {
            final List<Long> free = starts(queue, atMs - reachMs, atMs + reachMs)
                    .filter(startMs -> free(queue, startMs, again) > 0)
                    .sorted(Comparator.comparingLong(startMs -> Math.abs(startMs - atMs)))
                    .toList();
            final boolean lookedAtAll =
                    atMs - reachMs <= state.nowMs && atMs + reachMs >= state.nowMs + queue.settings.horizonMs;
            if (free.size() >= NEAR_MAX || lookedAtAll) {
                return free;
            }
        }
    }

    /** Of those that contain an instant the last to start, if it has not begun; or null. */
    private Long containing(final NaiveQueue queue, final long atMs) {
        final int minutes = queue.settings.slotMinutes;
        final List<Long> starts = state.calendar(queue).slotStarts(minutes, atMs - minutes * 60_000L + 1, atMs);
        final Long last = starts.isEmpty() ? null : starts.get(starts.size() - 1);
        return last == null || last < state.nowMs ? null : last;
    }

    void take(final NaiveInteraction booking, final long startMs) {
        booking.bookedIn = booking.queue;
        booking.slotMs = startMs;
        booking.bookedIn.places.merge(startMs, 1, Integer::sum);
    }

    /** Gives back the place of what was booked, if any. */
    void release(final NaiveInteraction booking) {
        if (booking.bookedIn != null) {
            booking.bookedIn.places.computeIfPresent(booking.slotMs, (start, taken) -> taken == 1 ? null : taken - 1);
        }
    }

    /** The bookings whose slots are open throughout. */
    Set<NaiveInteraction> inOpenSlots() {
        final Set<NaiveInteraction> found = new HashSet<>();
        for (final NaiveInteraction booking : state.interactions.values()) {
            if (booking.scheduled()) {
                final int minutes = booking.queue.settings.slotMinutes;
                if (state.calendar(booking.queue).isOpen(booking.slotMs, minutes)) {
                    found.add(booking);
                }
            }
        }
        return found;
    }
}
