package io.ringback.calendar;

import io.ringback.internal.memory.HeapBytes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets of a time zone from UTC: the sorted instants at which they change, from 1970 on. Immutable.
 *
 * <p>Rules that recur every year are spelled out for 400 years after the last change that stands alone. The Gregorian
 * calendar repeats then, dates and weekdays, so that later times have the offsets of as many cycles before. Of spans of
 * equal length it is known where they begin in these instants, so that a look-up takes a step or two. It allocates
 * nothing.
 *
 * <p>It is told in stretches of one offset. {@link #shiftMs} maps a time into the part that is spelled out; what a
 * stretch tells of itself is mapped back by adding the same.
 */
final class ZoneOffsets {
    /** No offset is further from UTC, either way. */
    static final long OFFSET_MAX_MS = 18 * 3_600_000;

    private static final long CYCLE_DAYS = 146_097;
    private static final long CYCLE_MS = CYCLE_DAYS * WeekHours.DAY_MS;

    /** A span has 2^33 ms, 99 days: few zones change their offset more than once in it. */
    private static final int SPAN_BITS = 33;

    /** Of each stretch, the first being {@link OpenHours#EVER}, and {@link OpenHours#NEVER} as the end of the last. */
    private final long[] starts;

    private final int[] offsets;

    /** The stretch in which a span begins. */
    private final int[] atSpan;

    private final long cycleStartMs;
    private final long cycleEndMs;

    private ZoneOffsets(final ZoneRules rules) {
        final boolean recurring = !rules.getTransitionRules().isEmpty();
        cycleStartMs = recurring ? yearAfterFixed(rules) : OpenHours.NEVER;
        cycleEndMs = recurring ? cycleStartMs + CYCLE_MS : OpenHours.NEVER;
        final List<ZoneOffsetTransition> changes = changes(rules);
        starts = new long[changes.size() + 2];
        offsets = new int[changes.size() + 1];
        starts[0] = OpenHours.EVER;
        offsets[0] = Math.multiplyExact(rules.getOffset(Instant.EPOCH).getTotalSeconds(), 1_000);
        for (int k = 0; k < changes.size(); k++) {
            starts[k + 1] = changes.get(k).toEpochSecond() * 1_000;
            offsets[k + 1] = changes.get(k).getOffsetAfter().getTotalSeconds() * 1_000;
        }
        starts[starts.length - 1] = OpenHours.NEVER;
        atSpan = new int[changes.isEmpty() ? 1 : Math.toIntExact((starts[changes.size()] >> SPAN_BITS) + 1)];
        for (int span = 0; span < atSpan.length; span++) {
            atSpan[span] = Sorted.countUpTo(starts, 1, offsets.length, (long) span << SPAN_BITS);
        }
    }

    /** From there on all changes recur: two years later, so that the first of them was one, too. */
    private static long yearAfterFixed(final ZoneRules rules) {
        final List<ZoneOffsetTransition> fixed = rules.getTransitions();
        final int year = fixed.isEmpty()
                ? 1970
                : Math.max(1970, fixed.get(fixed.size() - 1).getDateTimeBefore().getYear());
        return LocalDate.of(year + 2, 1, 1).toEpochDay() * WeekHours.DAY_MS;
    }

    /** Until the one that ends the last stretch of the cycle. */
    private List<ZoneOffsetTransition> changes(final ZoneRules rules) {
        final List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = rules.nextTransition(Instant.EPOCH);
        while (change != null) {
            changes.add(change);
            change = change.toEpochSecond() * 1_000 > cycleEndMs ? null : rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    /** Of a region of the tz database. */
    static ZoneOffsets of(final String zone) {
        return new ZoneOffsets(ZoneRulesProvider.getRules(zone, false));
    }

    /** What this takes. */
    long bytes() {
        return HeapBytes.object(ZoneOffsets.class)
                + HeapBytes.array(starts.length, Long.BYTES)
                + HeapBytes.array(offsets.length, Integer.BYTES)
                + HeapBytes.array(atSpan.length, Integer.BYTES);
    }

    /** By how much less a time is spelled out: 0, or whole cycles. */
    long shiftMs(final long timeMs) {
        return timeMs < cycleEndMs ? 0 : Math.floorDiv(timeMs - cycleStartMs, CYCLE_MS) * CYCLE_MS;
    }

    /** The stretch of a time that is spelled out. */
    int stretch(final long timeMs) {
        int stretch = atSpan[(int) Math.max(0, Math.min(timeMs >> SPAN_BITS, atSpan.length - 1))];
        while (starts[stretch + 1] <= timeMs) {
            stretch++;
        }
        return stretch;
    }

    /** When a stretch starts, or {@link OpenHours#EVER}. */
    long startMs(final int stretch) {
        return starts[stretch];
    }

    /** When the next stretch starts, or {@link OpenHours#NEVER}. */
    long endMs(final int stretch) {
        return starts[stretch + 1];
    }

    /** What is added to UTC in a stretch. */
    long offsetMs(final int stretch) {
        return offsets[stretch];
    }

    /** What clocks read at a time. */
    long localMs(final long timeMs) {
        return timeMs + offsets[stretch(timeMs - shiftMs(timeMs))];
    }

    /** The earliest that clocks read at a time or later; they may be put back. */
    long lowestLocalMs(final long timeMs) {
        final long shiftMs = shiftMs(timeMs);
        final int stretch = stretch(timeMs - shiftMs);
        final long localMs = timeMs + offsets[stretch];
        return endMs(stretch) == OpenHours.NEVER
                ? localMs
                : Math.min(localMs, endMs(stretch) + shiftMs + offsets[stretch + 1]);
    }

    /** From when on clocks never read less than a local time. */
    long reachedMs(final long localMs) {
        long timeMs = localMs + OFFSET_MAX_MS;
        while (true) {
            final long shiftMs = shiftMs(timeMs);
            final int stretch = stretch(timeMs - shiftMs);
            final long startMs = startMs(stretch);
            if (startMs == OpenHours.EVER || startMs + shiftMs + offsets[stretch] < localMs) {
                final long endMs = endMs(stretch);
                final long readMs = localMs - offsets[stretch];
                return endMs == OpenHours.NEVER ? readMs : Math.min(readMs, endMs + shiftMs);
            }
            timeMs = startMs + shiftMs - 1;
        }
    }
}
