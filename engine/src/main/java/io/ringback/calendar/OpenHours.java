package io.ringback.calendar;

import io.ringback.internal.memory.HeapBytes;

/**
 * A calendar compiled for look-ups: when it is open on the local time line, and how that line lies on real time.
 *
 * <p>Idea: the local hours of one week, sorted, stand for every week to come; only days around exceptions are spelled
 * out. The changes of the zone's offset are sorted instants too. A look-up reads the clock by one binary search and
 * finds the hours by another; where an offset changes it looks at both sides. So the window in which times are
 * compiled has no end: it rolls on by itself, nothing is ever compiled again, and an answer depends on nothing but the
 * calendar and the instant asked for.
 *
 * <p>A look-up costs O(log n) in the number of exceptions, weekly intervals and offset changes, allocates nothing and
 * takes any time from 0 to 2^48 - 1. It never walks over closed days, however many. Immutable, and safe for any number
 * of threads.
 */
public final class OpenHours {
    /** No such instant: never. */
    public static final long NEVER = Long.MAX_VALUE;

    /** No such instant in the past: it was ever so. */
    static final long EVER = Long.MIN_VALUE;

    private final ZoneOffsets zone;
    private final LocalHours local;

    private OpenHours(final String zone, final LocalHours local) {
        this.zone = ZoneOffsets.of(zone);
        this.local = local;
    }

    /**
     * Compiles a calendar. Cold.
     *
     * @param calendar the hours
     * @return look-ups
     */
    public static OpenHours of(final BusinessCalendar calendar) {
        return new OpenHours(calendar.zone(), LocalHours.of(calendar));
    }

    /**
     * Open at any time, in UTC. Cold.
     *
     * @return look-ups
     */
    public static OpenHours always() {
        return of(BusinessCalendar.in("UTC").weekly("mon-sun", "00:00-24:00").build());
    }

    /**
     * Whether it is open. An opening counts, a closing does not.
     *
     * @param atMs epoch milliseconds
     * @return true: open
     */
    public boolean isOpen(final long atMs) {
        return local.isOpen(zone.localMs(atMs));
    }

    /**
     * The next opening.
     *
     * @param afterMs epoch milliseconds
     * @return the first opening after that, or {@link #NEVER}
     */
    public long nextOpenMs(final long afterMs) {
        final long closeMs = openUntilMs(afterMs);
        return closeMs == NEVER ? NEVER : nextEdgeMs(closeMs);
    }

    /**
     * The next closing.
     *
     * @param afterMs epoch milliseconds
     * @return the first closing after that, or {@link #NEVER}
     */
    public long nextCloseMs(final long afterMs) {
        final long closeMs = openUntilMs(afterMs);
        return closeMs > afterMs ? closeMs : nextEdgeAfter(nextEdgeMs(afterMs));
    }

    private long nextEdgeAfter(final long edgeMs) {
        return edgeMs == NEVER ? NEVER : nextEdgeMs(edgeMs);
    }

    /**
     * The next end of a business day: the closing after which nothing is open any more that began on its date. A lunch
     * break is none, and a night belongs to the local date on which it began. Where clocks skip what lies between two
     * intervals, it does not close there, and ends when the later one closes; hours that are read twice end with their
     * second reading. Hours that never close never end.
     *
     * @param afterMs epoch milliseconds
     * @return the first such closing after that, or {@link #NEVER}
     */
    public long endOfDayMs(final long afterMs) {
        final long openedMs = isOpen(afterMs) ? lastEdgeMs(afterMs) : nextEdgeMs(afterMs);
        if (openedMs == NEVER) {
            return NEVER;
        }
        // Where clocks are put back over midnight, the date before may have hours again, and ends first.
        final long lowestMs = zone.lowestLocalMs(openedMs == EVER ? afterMs : openedMs);
        final long firstMs = local.isOpen(lowestMs) ? lowestMs : local.nextEdge(lowestMs);
        final long dateEndMs = lastOfDate(firstMs);
        final long closeMs = local.isOpen(dateEndMs) ? local.nextEdge(dateEndMs) : local.lastEdge(dateEndMs);
        return closeMs == NEVER ? NEVER : lastClosedMs(closeMs);
    }

    /** The last millisecond of the date on which the interval began that an open local time is in. */
    private long lastOfDate(final long localMs) {
        final long beganMs = local.lastEdge(localMs);
        return beganMs == EVER ? localMs : beganMs - Math.floorMod(beganMs, WeekHours.DAY_MS) + WeekHours.DAY_MS - 1;
    }

    /** When it closes for good that clocks, put back or forward, read less than a local time. */
    private long lastClosedMs(final long localMs) {
        final long lastMs = zone.reachedMs(localMs) - 1;
        return isOpen(lastMs) ? nextEdgeMs(lastMs) : lastEdgeMs(lastMs);
    }

    /** When it closes, or {@link #NEVER}, where a time is open; the time itself where it is closed. */
    long openUntilMs(final long atMs) {
        final long shiftMs = zone.shiftMs(atMs);
        final int stretch = zone.stretch(atMs - shiftMs);
        final long offsetMs = zone.offsetMs(stretch);
        final long closeMs = timeMs(local.openUntil(atMs + offsetMs), offsetMs);
        return closeMs < zone.endMs(stretch) + shiftMs ? closeMs : nextEdgeMs(atMs);
    }

    /**
     * The next opening or closing, whichever comes first.
     *
     * @param afterMs epoch milliseconds
     * @return the first after that, or {@link #NEVER}
     */
    public long nextEdgeMs(final long afterMs) {
        long fromMs = afterMs;
        while (true) {
            final long shiftMs = zone.shiftMs(fromMs);
            final int stretch = zone.stretch(fromMs - shiftMs);
            final long offsetMs = zone.offsetMs(stretch);
            final long edgeMs = timeMs(local.nextEdge(fromMs + offsetMs), offsetMs);
            final long endMs = zone.endMs(stretch) + shiftMs;
            if (edgeMs < endMs || endMs == NEVER) {
                return edgeMs;
            }
            final long localMs = endMs + zone.offsetMs(stretch + 1);
            if (local.isOpen(localMs) != local.isOpen(fromMs + offsetMs)) {
                return endMs;
            }
            final long localEdgeMs = local.nextEdge(localMs);
            if (localEdgeMs == NEVER) {
                return NEVER;
            }
            // No clock reads that edge before, so nothing changes until then.
            fromMs = Math.max(endMs, localEdgeMs - ZoneOffsets.OFFSET_MAX_MS - 1);
        }
    }

    /** The last opening or closing up to a time, or {@link #EVER}. */
    long lastEdgeMs(final long untilMs) {
        long toMs = untilMs;
        while (true) {
            final long shiftMs = zone.shiftMs(toMs);
            final int stretch = zone.stretch(toMs - shiftMs);
            final long offsetMs = zone.offsetMs(stretch);
            final long edgeMs = timeMs(local.lastEdge(toMs + offsetMs), offsetMs);
            final long startMs = zone.startMs(stretch) + shiftMs;
            if (edgeMs > startMs || startMs == EVER) {
                return edgeMs;
            }
            final long localMs = startMs - 1 + zone.offsetMs(stretch - 1);
            if (local.isOpen(localMs) != local.isOpen(toMs + offsetMs)) {
                return startMs;
            }
            final long localEdgeMs = local.lastEdge(localMs);
            if (localEdgeMs == EVER) {
                return EVER;
            }
            // Every clock has read that edge by then, so nothing changes afterwards.
            toMs = Math.min(startMs - 1, localEdgeMs + ZoneOffsets.OFFSET_MAX_MS);
        }
    }

    private static long timeMs(final long localMs, final long offsetMs) {
        return localMs == NEVER || localMs == EVER ? localMs : localMs - offsetMs;
    }

    /**
     * What these look-ups take, for a memory bill. They share nothing with others.
     *
     * @return bytes
     */
    public long bytes() {
        return HeapBytes.object(OpenHours.class) + zone.bytes() + local.bytes();
    }

    /** How the zone's clocks go. */
    ZoneOffsets zone() {
        return zone;
    }
}
