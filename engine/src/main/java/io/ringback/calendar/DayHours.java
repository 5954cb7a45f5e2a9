package io.ringback.calendar;

import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One interval of local time, as minutes from the midnight with which its date begins.
 *
 * @param from first minute, 0 to 1439
 * @param to the minute after the last, more than {@code from}; above 1440 when it runs into the next day
 */
record DayHours(int from, int to) implements Comparable<DayHours> {
    /** Minutes of a day. */
    static final int DAY = 24 * 60;

    /** A whole day. */
    static final DayHours ALL = new DayHours(0, DAY);

    private static final Pattern FORM = Pattern.compile("(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");

    /**
     * Reads intervals with commas between them.
     *
     * @return the different ones in order
     * @throws IllegalArgumentException if one is not an interval
     */
    static SortedSet<DayHours> parse(final String text) {
        final SortedSet<DayHours> hours = new TreeSet<>();
        for (final String part : text.split(",", -1)) {
            if (!hours.add(one(part))) {
                throw new IllegalArgumentException(part + " is given twice");
            }
        }
        return hours;
    }

    private static DayHours one(final String text) {
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no interval, expected hours such as 09:00-12:00,13:00-17:30");
        }
        final int from = minute(text, matcher.group(1), matcher.group(2));
        final int to = minute(text, matcher.group(3), matcher.group(4));
        if (from == DAY) {
            throw new IllegalArgumentException(
                    text + " opens at 24:00, which is an end only; expected 00:00 of the next date");
        }
        if (from == to) {
            throw new IllegalArgumentException(
                    text + " ends where it begins, expected two different times; a whole day is 00:00-24:00");
        }
        return new DayHours(from, to < from ? to + DAY : to);
    }

    private static int minute(final String text, final String hour, final String minute) {
        final int hours = Integer.parseInt(hour);
        final int minutes = Integer.parseInt(minute);
        final int time = 60 * hours + minutes;
        if (minutes > 59 || time > DAY) {
            throw new IllegalArgumentException(
                    text + ": there is no " + hour + ":" + minute + ", expected 00:00 to 24:00");
        }
        return time;
    }

    /** Whether it ends on the date after. */
    boolean overnight() {
        return to > DAY;
    }

    /** Intervals as they are read. */
    static String text(final Iterable<DayHours> hours) {
        final StringJoiner text = new StringJoiner(",");
        hours.forEach(interval -> text.add(interval.toString()));
        return text.toString();
    }

    @Override
    public int compareTo(final DayHours other) {
        return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
    }

    @Override
    public String toString() {
        return time(from) + "-" + time(overnight() ? to - DAY : to);
    }

    private static String time(final int minute) {
        return "" + minute / 600 + minute / 60 % 10 + ":" + minute % 60 / 10 + minute % 10;
    }
}
