package io.ringback.guarantees;

import io.ringback.Engine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.function.Predicate;

/** Business hours as somebody would find them who looks at the clock on the wall each minute, from a start on. */
final class OpenMinutes {
    private static final long MINUTE_MS = 60_000;
    private static final int NONE = -1;

    private final ZoneId zone;
    private final long startMs;
    private final BitSet open = new BitSet();
    private final int minutes;

    /** For so many days, open when the clock's reading is of that kind. */
    OpenMinutes(final String zone, final long startMs, final int days, final Predicate<LocalDateTime> reading) {
        this.zone = ZoneId.of(zone);
        this.startMs = startMs;
        minutes = days * 24 * 60;
        for (int minute = 0; minute < minutes; minute++) {
            open.set(minute, reading.test(clock(minute)));
        }
    }

    boolean isOpen(final long nowMs) {
        return open.get(minute(nowMs));
    }

    long nextOpenMs(final long nowMs) {
        return time(opening(minute(nowMs)));
    }

    long nextCloseMs(final long nowMs) {
        return time(closing(minute(nowMs)));
    }

    /** The next closing after which the first opening belongs to another date than the opening before. */
    long endOfDayMs(final long nowMs) {
        for (int close = closing(minute(nowMs)); close != NONE; close = closing(close)) {
            final int opened = open.previousClearBit(close - 1) + 1;
            final int next = opening(close);
            if (next != NONE && !date(opened).equals(date(next))) {
                return time(close);
            }
        }
        return Engine.NO_TIME;
    }

    /** The first open minute after a closed one, after this one. */
    private int opening(final int minute) {
        final int closed = open.nextClearBit(minute);
        return open.nextSetBit(closed);
    }

    /** The first closed minute after an open one, after this one. */
    private int closing(final int minute) {
        final int opened = open.nextSetBit(minute);
        final int closing = opened == NONE ? NONE : open.nextClearBit(opened);
        return closing < minutes ? closing : NONE;
    }

    private LocalDate date(final int minute) {
        return clock(minute).toLocalDate();
    }

    private LocalDateTime clock(final int minute) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time(minute)), zone);
    }

    private int minute(final long nowMs) {
        return Math.toIntExact((nowMs - startMs) / MINUTE_MS);
    }

    private long time(final int minute) {
        return minute == NONE ? Engine.NO_TIME : startMs + minute * MINUTE_MS;
    }
}
