package io.ringback.calendar;

import java.time.Duration;
import java.util.List;

/**
 * The slots of one length in a calendar. A slot starts when the local minute of the day is a multiple of the length, and
 * is open for its whole elapsed length. It is known by the instant of its start: a repeated hour has its slots twice, a
 * skipped one has none. Queries allocate nothing and step over closed times as a whole; they cost O(log n) for each
 * interval that they look at, which is one, unless intervals are too short for a slot. Immutable.
 */
public final class SlotGrid {
    private static final List<Integer> LENGTHS = List.of(5, 10, 15, 20, 30, 60, 120);

    private final OpenHours hours;
    private final long lengthMs;

    /**
     * The slots of a calendar.
     *
     * @param hours the calendar
     * @param minutes their length: 5, 10, 15, 20, 30, 60 or 120
     * @throws IllegalArgumentException if the length is none of these
     */
    public SlotGrid(final OpenHours hours, final int minutes) {
        this.hours = hours;
        this.lengthMs = checkedMinutes(Duration.ofMinutes(minutes)) * WeekHours.MINUTE_MS;
    }

    /**
     * Checks a length.
     *
     * @param length of slots
     * @return minutes: 5, 10, 15, 20, 30, 60 or 120
     * @throws IllegalArgumentException if the length is none of these
     */
    public static int checkedMinutes(final Duration length) {
        for (final int minutes : LENGTHS) {
            if (length.equals(Duration.ofMinutes(minutes))) {
                return minutes;
            }
        }
        throw new IllegalArgumentException("slot: " + length + " is not 5, 10, 15, 20, 30, 60 or 120 minutes");
    }

    /**
     * The length of a slot.
     *
     * @return milliseconds
     */
    public long lengthMs() {
        return lengthMs;
    }

    /**
     * Whether a stretch of one slot's length is open as a whole, wherever it begins.
     *
     * @param startMs epoch milliseconds
     * @return true: it is
     */
    public boolean open(final long startMs) {
        return hours.openUntilMs(startMs) - startMs >= lengthMs;
    }

    /**
     * The first slot from an instant on.
     *
     * @param fromMs its start is not before that
     * @param untilMs nor after that
     * @return its start, or {@link OpenHours#NEVER}
     */
    public long firstMs(final long fromMs, final long untilMs) {
        final ZoneOffsets zone = hours.zone();
        long timeMs = fromMs;
        while (timeMs <= untilMs && timeMs != OpenHours.NEVER) {
            final long closeMs = hours.openUntilMs(timeMs);
            if (closeMs == timeMs) {
                timeMs = hours.nextEdgeMs(timeMs);
                continue;
            }
            final long shiftMs = zone.shiftMs(timeMs);
            final int stretch = zone.stretch(timeMs - shiftMs);
            final long startMs = timeMs + Math.floorMod(-(timeMs + zone.offsetMs(stretch)), lengthMs);
            if (startMs - shiftMs >= zone.endMs(stretch)) {
                timeMs = Math.min(zone.endMs(stretch) + shiftMs, closeMs);
            } else if (startMs > closeMs - lengthMs) {
                timeMs = closeMs;
            } else {
                return startMs <= untilMs ? startMs : OpenHours.NEVER;
            }
        }
        return OpenHours.NEVER;
    }

    /**
     * The last slot up to an instant.
     *
     * @param untilMs its start is not after that
     * @param fromMs nor before that
     * @return its start, or {@link OpenHours#NEVER}
     */
    public long lastMs(final long untilMs, final long fromMs) {
        final ZoneOffsets zone = hours.zone();
        long timeMs = untilMs;
        while (timeMs >= fromMs && timeMs != OpenHours.EVER) {
            final long edgeMs = hours.lastEdgeMs(timeMs);
            if (!hours.isOpen(timeMs)) {
                timeMs = edgeMs == OpenHours.EVER ? edgeMs : edgeMs - 1;
                continue;
            }
            final long latestMs = Math.min(timeMs, hours.nextEdgeMs(timeMs) - lengthMs);
            final long shiftMs = zone.shiftMs(latestMs);
            final int stretch = zone.stretch(latestMs - shiftMs);
            final long startMs = latestMs - Math.floorMod(latestMs + zone.offsetMs(stretch), lengthMs);
            if (startMs - shiftMs < zone.startMs(stretch)) {
                timeMs = Math.max(zone.startMs(stretch) + shiftMs, edgeMs) - 1;
            } else if (startMs < edgeMs) {
                timeMs = edgeMs - 1;
            } else {
                return startMs >= fromMs ? startMs : OpenHours.NEVER;
            }
        }
        return OpenHours.NEVER;
    }
}
