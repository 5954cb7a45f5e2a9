package io.ringback.calendar;

import io.ringback.internal.memory.HeapBytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Weekly hours on the local time line, repeated for ever: the sorted instants of one week at which they open or close.
 * Times are milliseconds of the local time line, which counts as if its zone were UTC. Immutable.
 */
final class WeekHours {
    /** Milliseconds of a minute. */
    static final long MINUTE_MS = 60_000;

    /** Milliseconds of a day of 24 hours. */
    static final long DAY_MS = DayHours.DAY * MINUTE_MS;

    private static final int WEEK = WeekDays.COUNT * DayHours.DAY;
    private static final long WEEK_MS = WEEK * MINUTE_MS;

    /** The Monday of the week that 1970-01-01 was in. */
    private static final long MONDAY_MS = -WeekDays.of(0) * DAY_MS;

    private final long[] edges;
    private final boolean openAtEnd;

    private WeekHours(final BitSet minutes) {
        openAtEnd = minutes.get(WEEK - 1);
        edges = edges(minutes, openAtEnd, 0, WEEK);
    }

    /** The hours of each day of the week. */
    static WeekHours of(final List<? extends Collection<DayHours>> days) {
        final BitSet minutes = new BitSet(WEEK);
        for (int day = 0; day < WeekDays.COUNT; day++) {
            for (final DayHours hours : days.get(day)) {
                final int from = day * DayHours.DAY + hours.from();
                final int to = day * DayHours.DAY + hours.to();
                minutes.set(from, Math.min(to, WEEK));
                minutes.set(0, Math.max(0, to - WEEK));
            }
        }
        return new WeekHours(minutes);
    }

    /** Where minutes change between open and closed, as milliseconds from the first of them. */
    static long[] edges(final BitSet minutes, final boolean before, final int from, final int to) {
        final long[] edges = new long[to - from];
        int count = 0;
        boolean open = before;
        int minute = from;
        while (minute < to) {
            if (minutes.get(minute) != open) {
                open = !open;
                edges[count++] = (minute - from) * MINUTE_MS;
            }
            final int next = open ? minutes.nextClearBit(minute) : minutes.nextSetBit(minute);
            minute = next < 0 ? to : next;
        }
        return Arrays.copyOf(edges, count);
    }

    /** What this takes. */
    long bytes() {
        return HeapBytes.object(WeekHours.class) + HeapBytes.array(edges.length, Long.BYTES);
    }

    /** How far into its week, from Monday on, a local time is. */
    static long intoWeekMs(final long localMs) {
        return Math.floorMod(localMs - MONDAY_MS, WEEK_MS);
    }

    boolean isOpen(final long localMs) {
        return openAtEnd ^ (Sorted.countUpTo(edges, 0, edges.length, intoWeekMs(localMs)) & 1) != 0;
    }

    /** The next opening or closing after a local time, or {@link OpenHours#NEVER}. */
    long nextEdge(final long localMs) {
        if (edges.length == 0) {
            return OpenHours.NEVER;
        }
        final long intoWeekMs = intoWeekMs(localMs);
        final int next = Sorted.countUpTo(edges, 0, edges.length, intoWeekMs);
        return localMs - intoWeekMs + (next < edges.length ? edges[next] : WEEK_MS + edges[0]);
    }

    /** The last opening or closing up to a local time, or {@link OpenHours#EVER}. */
    long lastEdge(final long localMs) {
        if (edges.length == 0) {
            return OpenHours.EVER;
        }
        final long intoWeekMs = intoWeekMs(localMs);
        final int next = Sorted.countUpTo(edges, 0, edges.length, intoWeekMs);
        return localMs - intoWeekMs + (next > 0 ? edges[next - 1] : edges[edges.length - 1] - WEEK_MS);
    }
}
