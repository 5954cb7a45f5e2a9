package io.ringback.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Some days of a zone, with what clocks read there at each minute by java.time. */
final class ZoneWindow {
    static final int MINUTE_MS = 60_000;
    static final int DAY = 24 * 60;

    /** Minutes of the window; those in its middle are asked about, the others are there to answer. */
    static final int MINUTES = 9 * DAY;

    static final int ASKED_FROM = 2 * DAY;
    static final int ASKED_TO = 5 * DAY;

    /** An answer up to this minute is one that the rest of the window cannot change. */
    static final int KNOWN_TO = 7 * DAY;

    private final String zone;
    private final long startMs;
    private final long[] localMinutes = new long[MINUTES];

    private ZoneWindow(final String zone, final Instant middle) {
        this.zone = zone;
        final ZoneRules rules = ZoneId.of(zone).getRules();
        startMs = Math.floorDiv(middle.toEpochMilli(), MINUTE_MS) * MINUTE_MS
                - (ASKED_FROM + ASKED_TO) / 2 * (long) MINUTE_MS;
        for (int minute = 0; minute < MINUTES; minute++) {
            final Instant instant = Instant.ofEpochMilli(timeMs(minute));
            localMinutes[minute] = Math.floorDiv(
                    instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds(), 60);
        }
    }

    /** Around each change of the offset in a year, and around some other day of it. */
    static List<ZoneWindow> of(final String zone, final int year, final SplittableRandom random) {
        final List<ZoneWindow> windows = new ArrayList<>();
        final Instant start = Instant.ofEpochSecond(
                java.time.LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
        final Instant end = start.plus(Duration.ofDays(366));
        final ZoneRules rules = ZoneId.of(zone).getRules();
        ZoneOffsetTransition change = rules.nextTransition(start);
        while (change != null && change.getInstant().isBefore(end)) {
            windows.add(new ZoneWindow(zone, change.getInstant()));
            change = rules.nextTransition(change.getInstant());
        }
        windows.add(new ZoneWindow(zone, start.plusSeconds(random.nextLong(366L * 24 * 3_600))));
        return windows;
    }

    String zone() {
        return zone;
    }

    long timeMs(final int minute) {
        return startMs + (long) minute * MINUTE_MS;
    }

    /** What clocks read, in minutes since 1970-01-01T00:00 there. */
    long localMinute(final int minute) {
        return localMinutes[minute];
    }

    /** The date in the middle, days since 1970-01-01. */
    long middleDay() {
        return Math.floorDiv(localMinutes[(ASKED_FROM + ASKED_TO) / 2], DAY);
    }
}
