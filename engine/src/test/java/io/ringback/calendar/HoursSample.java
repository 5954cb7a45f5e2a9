package io.ringback.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A random calendar and slot capacity as plain data, with what H1, H2 and the capacity's rules say of a minute. */
final class HoursSample {
    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    private static final int DAY = ZoneWindow.DAY;

    /** From and to as minutes of a date; to may be on the next one. */
    private record Interval(int from, int to) {
        boolean holds(final int minute) {
            return from <= minute && minute < to;
        }

        @Override
        public String toString() {
            return time(from) + "-" + time(to > DAY ? to - DAY : to);
        }

        private static String time(final int minute) {
            return (minute / 60 < 10 ? "0" : "") + minute / 60 + (minute % 60 < 10 ? ":0" : ":") + minute % 60;
        }
    }

    private record Dated(String kind, long day, Interval interval) {
        String text() {
            final boolean whole = kind.equals("closed") && interval.equals(new Interval(0, DAY));
            return LocalDate.ofEpochDay(day).toString().replace("+", "") + (whole ? "" : "T" + interval);
        }
    }

    private record CapacityRule(TreeSet<Integer> days, Interval interval, int capacity) {}

    private final String zone;
    private final List<List<Interval>> weekly = new ArrayList<>();
    private final List<Dated> exceptions = new ArrayList<>();
    private final List<CapacityRule> capacity = new ArrayList<>();
    private final SplittableRandom random;

    HoursSample(final String zone, final long aroundDay, final SplittableRandom random) {
        this.zone = zone;
        this.random = random;
        final int kinds = random.nextInt(7);
        final List<Interval> everyDay = intervals(1 + random.nextInt(3));
        for (final String ignored : DAYS) {
            weekly.add(
                    switch (kinds) {
                        case 0 -> List.of(new Interval(0, DAY));
                        case 1 -> List.of();
                        case 2, 3 -> everyDay;
                        default -> intervals(random.nextInt(4));
                    });
        }
        for (int n = random.nextInt(9); n > 0; n--) {
            addException(aroundDay + random.nextInt(-4, 5));
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            addException(aroundDay + random.nextInt(-400, 400));
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            final TreeSet<Integer> days = new TreeSet<>();
            for (int day = random.nextInt(3); day < DAYS.length; day += 1 + random.nextInt(4)) {
                days.add(day);
            }
            capacity.add(new CapacityRule(days, random.nextInt(3) == 0 ? null : interval(), random.nextInt(4)));
        }
    }

    private void addException(final long day) {
        final String kind = List.of("closed", "open", "special").get(random.nextInt(3));
        final boolean closed = kind.equals("closed");
        final Interval drawn = closed && random.nextInt(3) == 0 ? new Interval(0, DAY) : interval();
        final Interval interval =
                closed && drawn.to > DAY ? new Interval(drawn.from, drawn.from < DAY ? DAY : DAY + 1) : drawn;
        final Dated exception = new Dated(kind, day, interval);
        if (!exceptions.contains(exception)) {
            exceptions.add(exception);
        }
    }

    private List<Interval> intervals(final int count) {
        final List<Interval> intervals = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            final Interval interval = interval();
            if (!intervals.contains(interval)) {
                intervals.add(interval);
            }
        }
        return intervals;
    }

    /** Ends on a grid, most of them near the hours in which clocks change. */
    private Interval interval() {
        final int grid = new int[] {1, 5, 15, 30, 60}[random.nextInt(5)];
        final int near = random.nextInt(3) == 0 ? 22 * 60 : 0;
        final int range = random.nextInt(3) == 0 ? DAY : 4 * 60;
        final int from = (near + random.nextInt(range)) / grid * grid % DAY;
        final int length = Math.max(1, random.nextInt(1 + random.nextInt(DAY - 1))) / grid * grid;
        final int to = from + Math.max(grid, length);
        return new Interval(from, Math.min(to, from + DAY - 1));
    }

    BusinessCalendar calendar() {
        final BusinessCalendar.Builder calendar = BusinessCalendar.in(zone);
        for (int day = 0; day < DAYS.length; day++) {
            if (!weekly.get(day).isEmpty()) {
                calendar.weekly(DAYS[day], text(weekly.get(day)));
            }
        }
        for (final Dated exception : exceptions) {
            switch (exception.kind) {
                case "closed" -> calendar.closed(exception.text());
                case "open" -> calendar.open(exception.text());
                default -> calendar.special(exception.text());
            }
        }
        return calendar.build();
    }

    private static String text(final List<Interval> intervals) {
        return intervals.stream().map(Interval::toString).collect(Collectors.joining(","));
    }

    String capacity() {
        final StringBuilder text = new StringBuilder("2");
        for (final CapacityRule rule : capacity) {
            text.append("; ")
                    .append(rule.days.stream().map(day -> DAYS[day]).collect(Collectors.joining(",")))
                    .append(rule.interval == null ? "" : " " + rule.interval)
                    .append(' ')
                    .append(rule.capacity);
        }
        return text.toString();
    }

    private static int weekday(final long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - 1;
    }

    /** The minutes of a date that are open. */
    boolean[] open(final long day) {
        final List<Interval> closed = exceptions("closed", day);
        final List<Interval> today = begin(day);
        final List<Interval> nightBefore = begin(day - 1);
        final boolean[] open = new boolean[DAY];
        for (int minute = 0; minute < DAY; minute++) {
            open[minute] = !holds(closed, minute) && (holds(today, minute) || holds(nightBefore, minute + DAY));
        }
        return open;
    }

    private List<Interval> begin(final long day) {
        final List<Interval> special = exceptions("special", day);
        final List<Interval> begin = new ArrayList<>(special.isEmpty() ? weekly.get(weekday(day)) : special);
        begin.addAll(exceptions("open", day));
        return begin;
    }

    private List<Interval> exceptions(final String kind, final long day) {
        final List<Interval> found = new ArrayList<>();
        for (final Dated exception : exceptions) {
            if (exception.day == day && exception.kind.equals(kind)) {
                found.add(exception.interval);
            }
        }
        return found;
    }

    private static boolean holds(final List<Interval> intervals, final int minute) {
        for (int n = 0; n < intervals.size(); n++) {
            if (intervals.get(n).holds(minute)) {
                return true;
            }
        }
        return false;
    }

    /** The places of a slot that starts when clocks read a minute. */
    int capacityAt(final long localMinute) {
        final long day = Math.floorDiv(localMinute, DAY);
        final int minute = Math.floorMod(localMinute, DAY);
        int places = 2;
        for (final CapacityRule rule : capacity) {
            final Interval interval = rule.interval == null ? new Interval(0, DAY) : rule.interval;
            final boolean today = rule.days.contains(weekday(day)) && interval.holds(minute);
            final boolean nightBefore = rule.days.contains(weekday(day - 1)) && interval.holds(minute + DAY);
            if (today || nightBefore) {
                places = rule.capacity;
            }
        }
        return places;
    }

    @Override
    public String toString() {
        return calendar() + " slot-capacity=\"" + capacity() + "\"";
    }
}
