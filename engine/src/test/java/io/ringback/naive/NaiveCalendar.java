package io.ringback.naive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Business hours on the line of time: whether each single minute is open, by its local reading. What was worked out is
 * kept for all engines that have hours of the same words, and more of it is worked out when it is asked for.
 */
final class NaiveCalendar {
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = NaiveHours.DAY_MINUTES * MINUTE_MS;
    private static final long DAY_MINUTES = NaiveHours.DAY_MINUTES;
    /** Whatever hours repeat, they do so in less. */
    private static final long LOOK_AROUND_MINUTES = 22 * DAY_MINUTES;

    private static final long AT_ONCE_MINUTES = 60 * DAY_MINUTES;
    private static final Map<String, List<String>> ALWAYS =
            Map.of("zone", List.of("UTC"), "mon-sun", List.of("00:00-24:00"));
    private static final Map<String, List<String>> NEVER = Map.of("zone", List.of("UTC"));
    /** Instead of the day that hours belong to. */
    private static final long CLOSED = Long.MIN_VALUE;

    private static final Map<String, NaiveCalendar> KNOWN = new ConcurrentHashMap<>();

    private final NaiveHours hours;
    private final RuleSwitches rules;
    private final Map<SlotDay, List<Long>> slots = new ConcurrentHashMap<>();
    private volatile Window window;

    /** Slots of so many minutes that start on a day, counted from 1970 in UTC. */
    private record SlotDay(int minutes, long day) {}

    /** The minutes since 1970 that were looked at, those of them that are open, and where that changes. */
    private record Window(
            long fromMinute,
            long toMinute,
            BitSet open,
            NavigableSet<Long> openings,
            NavigableSet<Long> closings,
            NavigableSet<Long> dayEnds) {
        boolean isOpen(final long minute) {
            return open.get((int) (minute - fromMinute));
        }

        boolean isOpen(final long minute, final int minutes) {
            for (int n = 0; n < minutes; n++) {
                if (!isOpen(minute + n)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What clocks show, in minutes since 1970 if it were UTC; to be asked for later and later minutes. */
    private static final class Clock {
        private final ZoneRules zone;
        private long offsetMinutes;
        private long changeMinute = Long.MIN_VALUE;

        Clock(final ZoneRules zone) {
            this.zone = zone;
        }

        long reading(final long minute) {
            if (minute >= changeMinute) {
                final Instant at = Instant.ofEpochSecond(minute * 60);
                final ZoneOffsetTransition next = zone.nextTransition(at);
                offsetMinutes = zone.getOffset(at).getTotalSeconds() / 60;
                changeMinute = next == null ? Long.MAX_VALUE : next.toEpochSecond() / 60;
            }
            return minute + offsetMinutes;
        }
    }

    private NaiveCalendar(final NaiveHours hours, final RuleSwitches rules) {
        this.hours = hours;
        this.rules = rules;
    }

    static NaiveCalendar of(final Map<String, List<String>> values, final RuleSwitches rules) {
        final String key = values + " " + rules.off(Rule.H2) + " " + rules.off(Rule.K1);
        return KNOWN.computeIfAbsent(key, any -> new NaiveCalendar(new NaiveHours(values, rules), rules));
    }

    static NaiveCalendar alwaysOpen(final RuleSwitches rules) {
        return of(ALWAYS, rules);
    }

    static NaiveCalendar neverOpen(final RuleSwitches rules) {
        return of(NEVER, rules);
    }

    boolean isOpen(final long atMs) {
        final long minute = minute(atMs);
        return around(minute, minute).isOpen(minute);
    }

    boolean isOpen(final long fromMs, final int minutes) {
        final long minute = minute(fromMs);
        return around(minute, minute).isOpen(minute, minutes);
    }

    /** The first opening after an instant, or NO_TIME. */
    long nextOpenMs(final long afterMs) {
        return next(Window::openings, afterMs);
    }

    /** The first closing after an instant, or NO_TIME. */
    long nextCloseMs(final long afterMs) {
        return next(Window::closings, afterMs);
    }

    /** The first end of a business day after an instant, or NO_TIME. */
    long endOfDayMs(final long afterMs) {
        return next(Window::dayEnds, afterMs);
    }

    private long next(final Function<Window, NavigableSet<Long>> edges, final long afterMs) {
        final long minute = minute(afterMs);
        final Long next = edges.apply(around(minute, minute)).higher(minute);
        return next == null ? NaiveState.NO_TIME : next * MINUTE_MS;
    }

    /** The instants in a stretch of time, both ends included, at which slots of so many minutes start. */
    List<Long> slotStarts(final int minutes, final long fromMs, final long toMs) {
        final List<Long> starts = new ArrayList<>();
        for (long day = Math.floorDiv(fromMs, DAY_MS); day <= Math.floorDiv(toMs, DAY_MS); day++) {
            for (final long startMs : slots.computeIfAbsent(new SlotDay(minutes, day), this::slotStarts)) {
                if (startMs >= fromMs && startMs <= toMs) {
                    starts.add(startMs);
                }
            }
        }
        return starts;
    }

    private List<Long> slotStarts(final SlotDay day) {
        final Clock clock = new Clock(rules.on(Rule.K1) ? hours.zone.getRules() : ZoneOffset.UTC.getRules());
        final long firstMinute = day.day * DAY_MINUTES;
        final Window all = around(firstMinute, firstMinute + DAY_MINUTES);
        final List<Long> starts = new ArrayList<>();
        for (long minute = firstMinute; minute < firstMinute + DAY_MINUTES; minute++) {
            if (Math.floorMod(clock.reading(minute), DAY_MINUTES) % day.minutes == 0
                    && all.isOpen(minute, rules.on(Rule.K1) ? day.minutes : 1)) {
                starts.add(minute * MINUTE_MS);
            }
        }
        return starts;
    }

    LocalDateTime readingAt(final long atMs) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(atMs), hours.zone);
    }

    private Window around(final long firstMinute, final long lastMinute) {
        final long fromMinute = firstMinute - LOOK_AROUND_MINUTES;
        final long lastDay = Math.max(hours.lastExceptionDay(), Math.floorDiv(lastMinute, DAY_MINUTES));
        final long toMinute = (lastDay + 1) * DAY_MINUTES + LOOK_AROUND_MINUTES;
        final Window known = window;
        if (known != null && known.fromMinute <= fromMinute && known.toMinute >= toMinute) {
            return known;
        }
        // Twice as much when time goes on and on.
        final long moreMinutes = known == null ? AT_ONCE_MINUTES : Math.max(0, toMinute - known.fromMinute);
        final Window larger = lookAt(
                known == null ? fromMinute : Math.min(known.fromMinute, fromMinute),
                known != null && known.toMinute >= toMinute ? known.toMinute : toMinute + moreMinutes);
        window = larger;
        return larger;
    }

    /** A reading that comes twice is one of the same hours both times: these belong to the date on which they begin. */
    private Window lookAt(final long fromMinute, final long toMinute) {
        final long firstReading = fromMinute - 2 * DAY_MINUTES;
        final long[] days = daysOfReadings(firstReading, toMinute + 2 * DAY_MINUTES);
        final BitSet open = new BitSet((int) (toMinute - fromMinute));
        final NavigableSet<Long> openings = new TreeSet<>();
        final NavigableSet<Long> closings = new TreeSet<>();
        final Map<Long, Long> lastCloses = new HashMap<>();
        long before = CLOSED;
        final Clock clock = new Clock(hours.zone.getRules());
        for (long minute = fromMinute; minute < toMinute; minute++) {
            final long day = days[(int) (clock.reading(minute) - firstReading)];
            open.set((int) (minute - fromMinute), day != CLOSED);
            if (day != CLOSED && before == CLOSED) {
                openings.add(minute);
            } else if (day == CLOSED && before != CLOSED) {
                closings.add(minute);
            }
            if (day != before && before != CLOSED) {
                lastCloses.put(before, minute);
            }
            before = day;
        }
        // What is still open is the last of its day.
        lastCloses.remove(before);
        return new Window(fromMinute, toMinute, open, openings, closings, new TreeSet<>(lastCloses.values()));
    }

    /** For each minute that a clock may show, the day to which the hours belong that it is in, or CLOSED. */
    private long[] daysOfReadings(final long firstReading, final long endReading) {
        final long[] days = new long[(int) (endReading - firstReading)];
        long before = CLOSED;
        NaiveHours.Day hoursOfDay = hours.day(LocalDate.ofEpochDay(Math.floorDiv(firstReading, DAY_MINUTES)));
        for (int n = 0; n < days.length; n++) {
            final long day = Math.floorDiv(firstReading + n, DAY_MINUTES);
            final int minuteOfDay = Math.floorMod(firstReading + n, NaiveHours.DAY_MINUTES);
            if (minuteOfDay == 0) {
                hoursOfDay = hours.day(LocalDate.ofEpochDay(day));
            }
            days[n] = !hoursOfDay.isOpen(minuteOfDay) ? CLOSED : before == CLOSED ? day : before;
            before = days[n];
        }
        return days;
    }

    private static long minute(final long atMs) {
        return Math.floorDiv(atMs, MINUTE_MS);
    }
}
