package io.ringback.calendar;

import io.ringback.internal.memory.HeapBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When it is open on the local time line, which has no gaps and no repeated hours: weekly hours for ever, and between
 * them patches, stretches of days around exceptions whose openings and closings are spelled out. So the sorted times of
 * one week stand for all the years to come, and only exceptions take room.
 *
 * <p>Weekly stretches have the even places, patches the odd ones. For the start of each the next and the last edge (an
 * opening or a closing) are kept, so that a look-up searches one stretch only, however many there are without an edge.
 * A look-up costs O(log edges) and allocates nothing. Times are milliseconds as in {@link WeekHours}. Immutable.
 */
final class LocalHours {
    /** An exception changes its own day, and the next one by hours that run over midnight. */
    private static final int DAYS_TOUCHED = 2;

    private final WeekHours week;
    private final long[] starts;
    private final boolean[] openAtStart;
    private final long[] nextEdges;
    private final long[] lastEdges;

    /** Edges inside patches: those of the patch at place k from {@code patchEdges[k]} to {@code patchEdges[k + 1]}. */
    private final long[] edges;

    private final int[] patchEdges;

    private LocalHours(final WeekHours week, final List<Patch> patches) {
        this.week = week;
        final int count = 2 * patches.size() + 1;
        starts = new long[count];
        openAtStart = new boolean[count];
        patchEdges = new int[count + 1];
        edges = patches.stream()
                .flatMapToLong(patch -> Arrays.stream(patch.edges))
                .toArray();
        starts[0] = OpenHours.EVER;
        for (int k = 1; k < count; k += 2) {
            final Patch patch = patches.get(k / 2);
            starts[k] = patch.startMs;
            starts[k + 1] = patch.endMs;
            openAtStart[k] = patch.openAtStart;
            openAtStart[k + 1] = week.isOpen(patch.endMs);
            patchEdges[k + 1] = patchEdges[k] + patch.edges.length;
            patchEdges[k + 2] = patchEdges[k + 1];
        }
        nextEdges = new long[count];
        lastEdges = new long[count];
        chainEdges();
    }

    private void chainEdges() {
        lastEdges[0] = OpenHours.EVER;
        for (int k = 1; k < starts.length; k++) {
            final long beforeMs = starts[k] - 1;
            lastEdges[k] = isOpen(k - 1, beforeMs) == openAtStart[k] ? lastEdge(k - 1, beforeMs) : starts[k];
        }
        for (int k = starts.length - 1; k > 0; k--) {
            nextEdges[k] = lastEdges[k] == starts[k] ? starts[k] : nextEdge(k, starts[k]);
        }
    }

    static LocalHours of(final BusinessCalendar calendar) {
        final SortedSet<Long> dates = new TreeSet<>();
        for (final ExceptionKind kind : ExceptionKind.values()) {
            dates.addAll(calendar.exceptions(kind).keySet());
        }
        final List<Patch> patches = new ArrayList<>();
        Long first = null;
        long end = 0;
        for (final long date : dates) {
            if (first != null && date > end) {
                patches.add(new Patch(calendar, first, end));
                first = null;
            }
            first = first == null ? Long.valueOf(date) : first;
            end = date + DAYS_TOUCHED;
        }
        if (first != null) {
            patches.add(new Patch(calendar, first, end));
        }
        return new LocalHours(WeekHours.of(calendar.weekly()), patches);
    }

    /** What this takes. */
    long bytes() {
        return HeapBytes.object(LocalHours.class)
                + week.bytes()
                + 3 * HeapBytes.array(starts.length, Long.BYTES)
                + HeapBytes.array(openAtStart.length, Byte.BYTES)
                + HeapBytes.array(edges.length, Long.BYTES)
                + HeapBytes.array(patchEdges.length, Integer.BYTES);
    }

    boolean isOpen(final long localMs) {
        return isOpen(stretch(localMs), localMs);
    }

    /** When the interval closes that a local time is in, or {@link OpenHours#NEVER}; the time itself when none is. */
    long openUntil(final long localMs) {
        final int k = stretch(localMs);
        return isOpen(k, localMs) ? nextEdge(k, localMs) : localMs;
    }

    /** The next opening or closing after a local time, or {@link OpenHours#NEVER}. */
    long nextEdge(final long localMs) {
        return nextEdge(stretch(localMs), localMs);
    }

    /** The last opening or closing up to a local time, or {@link OpenHours#EVER}. */
    long lastEdge(final long localMs) {
        return lastEdge(stretch(localMs), localMs);
    }

    private int stretch(final long localMs) {
        return Sorted.countUpTo(starts, 1, starts.length, localMs);
    }

    private boolean isOpen(final int k, final long localMs) {
        return isPatch(k) ? openAtStart[k] ^ (patchEdgesUpTo(k, localMs) & 1) != 0 : week.isOpen(localMs);
    }

    private long nextEdge(final int k, final long localMs) {
        final long edgeMs;
        if (isPatch(k)) {
            final int place = patchEdges[k] + patchEdgesUpTo(k, localMs);
            edgeMs = place < patchEdges[k + 1] ? edges[place] : OpenHours.NEVER;
        } else {
            edgeMs = week.nextEdge(localMs);
        }
        return k + 1 < starts.length && edgeMs >= starts[k + 1] ? nextEdges[k + 1] : edgeMs;
    }

    private long lastEdge(final int k, final long localMs) {
        final long edgeMs;
        if (isPatch(k)) {
            final int place = patchEdges[k] + patchEdgesUpTo(k, localMs) - 1;
            edgeMs = place >= patchEdges[k] ? edges[place] : OpenHours.EVER;
        } else {
            edgeMs = week.lastEdge(localMs);
        }
        return edgeMs <= starts[k] ? lastEdges[k] : edgeMs;
    }

    private int patchEdgesUpTo(final int k, final long localMs) {
        return Sorted.countUpTo(edges, patchEdges[k], patchEdges[k + 1], localMs);
    }

    private static boolean isPatch(final int k) {
        return (k & 1) != 0;
    }

    /** Days with exceptions, minute by minute. Cold. */
    private static final class Patch {
        private final BusinessCalendar calendar;
        private final long startMs;
        private final long endMs;
        private final boolean openAtStart;
        private final long[] edges;

        Patch(final BusinessCalendar calendar, final long firstDay, final long endDay) {
            this.calendar = calendar;
            startMs = firstDay * WeekHours.DAY_MS;
            endMs = endDay * WeekHours.DAY_MS;
            // The day before, for its night.
            final BitSet minutes = minutes(firstDay - 1, endDay);
            final int from = DayHours.DAY;
            final int to = Math.toIntExact((endDay - firstDay + 1) * DayHours.DAY);
            openAtStart = minutes.get(from);
            edges = WeekHours.edges(minutes, openAtStart, from, to);
            Arrays.setAll(edges, place -> startMs + edges[place]);
        }

        private BitSet minutes(final long firstDay, final long endDay) {
            final BitSet minutes = new BitSet();
            for (long day = firstDay; day < endDay; day++) {
                final int midnight = Math.toIntExact((day - firstDay) * DayHours.DAY);
                final SortedSet<DayHours> special = exceptions(ExceptionKind.SPECIAL, day);
                final SortedSet<DayHours> usual =
                        special.isEmpty() ? calendar.weekly().get(WeekDays.of(day)) : special;
                usual.forEach(hours -> minutes.set(midnight + hours.from(), midnight + hours.to()));
                exceptions(ExceptionKind.OPEN, day)
                        .forEach(hours -> minutes.set(midnight + hours.from(), midnight + hours.to()));
            }
            for (long day = firstDay; day < endDay; day++) {
                final int midnight = Math.toIntExact((day - firstDay) * DayHours.DAY);
                exceptions(ExceptionKind.CLOSED, day)
                        .forEach(hours -> minutes.clear(midnight + hours.from(), midnight + hours.to()));
            }
            return minutes;
        }

        private SortedSet<DayHours> exceptions(final ExceptionKind kind, final long day) {
            return calendar.exceptions(kind).getOrDefault(day, new TreeSet<>());
        }
    }
}
