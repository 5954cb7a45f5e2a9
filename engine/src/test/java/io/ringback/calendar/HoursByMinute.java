package io.ringback.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a calendar answers in a window, found by looking at each minute: written from H1, H2, H5 and K1, and sharing no
 * code with what it judges. Times are minutes of the window.
 */
final class HoursByMinute {
    static final int NONE = Integer.MAX_VALUE;

    private static final int DAYS_AROUND = 1;
    private static final long CLOSED = Long.MIN_VALUE;

    private final ZoneWindow window;
    private final boolean[] open = new boolean[ZoneWindow.MINUTES];
    private final int[] nextOpen;
    private final int[] nextClose;
    private final int[] endOfDay;

    HoursByMinute(final HoursSample sample, final ZoneWindow window) {
        this.window = window;
        final long firstDay = Math.floorDiv(window.localMinute(0), ZoneWindow.DAY) - DAYS_AROUND;
        final long[] began = began(sample, firstDay);
        final Map<Long, Integer> lastOfDate = new HashMap<>();
        for (int minute = 0; minute < open.length; minute++) {
            final long date = began[Math.toIntExact(window.localMinute(minute) - firstDay * ZoneWindow.DAY)];
            open[minute] = date != CLOSED;
            if (open[minute]) {
                lastOfDate.put(date, minute);
            }
        }
        nextOpen = next(minute -> open[minute] && !open[minute - 1]);
        nextClose = next(minute -> !open[minute] && open[minute - 1]);
        final boolean[] ends = new boolean[open.length];
        for (final int last : lastOfDate.values()) {
            if (nextClose[last] != NONE) {
                ends[nextClose[last]] = true;
            }
        }
        endOfDay = next(minute -> ends[minute]);
    }

    /** For each local minute the date on which the interval begins that it is in. */
    private static long[] began(final HoursSample sample, final long firstDay) {
        final int days = ZoneWindow.MINUTES / ZoneWindow.DAY + 2 * DAYS_AROUND + 1;
        final long[] began = new long[days * ZoneWindow.DAY];
        long before = CLOSED;
        for (int minute = 0; minute < began.length; minute++) {
            final long day = firstDay + minute / ZoneWindow.DAY;
            if (minute % ZoneWindow.DAY == 0) {
                final boolean[] openOnDay = sample.open(day);
                for (int m = 0; m < ZoneWindow.DAY; m++) {
                    before = !openOnDay[m] ? CLOSED : before == CLOSED ? day : before;
                    began[minute + m] = before;
                }
            }
        }
        return began;
    }

    private interface Check {
        boolean holds(int minute);
    }

    /** For each minute the first one after it where something holds. */
    private static int[] next(final Check check) {
        final int[] next = new int[ZoneWindow.MINUTES];
        int found = NONE;
        for (int minute = next.length - 1; minute >= 0; minute--) {
            next[minute] = found;
            if (minute > 0 && check.holds(minute)) {
                found = minute;
            }
        }
        return next;
    }

    boolean isOpen(final int minute) {
        return open[minute];
    }

    int nextOpen(final int minute) {
        return nextOpen[minute];
    }

    int nextClose(final int minute) {
        return nextClose[minute];
    }

    int endOfDay(final int minute) {
        return endOfDay[minute];
    }

    boolean openThroughout(final int minute, final int length) {
        return open[minute] && nextClose[minute] >= minute + length;
    }

    /** Slots that start at the minutes asked about. */
    List<Integer> slots(final int length) {
        final List<Integer> slots = new ArrayList<>();
        for (int minute = ZoneWindow.ASKED_FROM; minute < ZoneWindow.ASKED_TO; minute++) {
            if (Math.floorMod(window.localMinute(minute), ZoneWindow.DAY) % length == 0
                    && openThroughout(minute, length)) {
                slots.add(minute);
            }
        }
        return slots;
    }
}
