package io.ringback.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bookings a slot takes, by weekday and local time of its start: a number, and rules for parts of the week, of
 * which the last that fits counts. {@code 2; mon-fri 12:00-14:00 1; sat 0} takes two, over weekday lunches one and on
 * Saturdays none. Immutable.
 *
 * <p>Rules are compiled to the sorted times of a week at which the capacity changes, so that a look-up is one binary
 * search.
 */
public final class SlotCapacity {
    private static final Pattern RULE = Pattern.compile("(\\S+)(?:\\s+(\\S*:\\S*))?\\s+(\\S+)");

    private final String text;

    /** Milliseconds into the week, the first being 0. */
    private final long[] changes;

    private final int[] capacities;

    private SlotCapacity(final String text, final int[] byMinute) {
        this.text = text;
        final long[] times = new long[byMinute.length];
        final int[] values = new int[byMinute.length];
        int count = 0;
        for (int minute = 0; minute < byMinute.length; minute++) {
            if (count == 0 || values[count - 1] != byMinute[minute]) {
                times[count] = minute * WeekHours.MINUTE_MS;
                values[count++] = byMinute[minute];
            }
        }
        changes = Arrays.copyOf(times, count);
        capacities = Arrays.copyOf(values, count);
    }

    /**
     * The same for every slot.
     *
     * @param capacity 0 or more
     * @return the capacity
     * @throws IllegalArgumentException if it is negative
     */
    public static SlotCapacity of(final int capacity) {
        return parse(Integer.toString(capacity));
    }

    /**
     * Reads a text such as {@code 2; mon-fri 12:00-14:00 1; sat 0}: first the number for all other times, then rules,
     * each with days, perhaps hours, which may run into the next day, and a number.
     *
     * @param text the rules
     * @return the capacity
     * @throws IllegalArgumentException if a number is negative, or days or hours cannot be read
     */
    public static SlotCapacity parse(final String text) {
        try {
            final String[] parts = text.split(";", -1);
            final int[] byMinute = new int[WeekDays.COUNT * DayHours.DAY];
            final int capacity = capacity(parts[0].strip());
            Arrays.fill(byMinute, capacity);
            final List<String> rules = new ArrayList<>();
            rules.add(Integer.toString(capacity));
            for (int n = 1; n < parts.length; n++) {
                rules.add(rule(parts[n].strip(), byMinute));
            }
            return new SlotCapacity(String.join("; ", rules), byMinute);
        } catch (final IllegalArgumentException wrong) {
            throw new IllegalArgumentException("slot-capacity \"" + text + "\": " + wrong.getMessage(), wrong);
        }
    }

    /** Applies a rule and tells its canonical text. */
    private static String rule(final String text, final int[] byMinute) {
        final Matcher matcher = RULE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no rule, expected days, perhaps hours, and a number, as in sat 10:00-12:00 1");
        }
        final int days = WeekDays.parse(matcher.group(1));
        final String hours = matcher.group(2);
        final int capacity = capacity(matcher.group(3));
        if (hours == null) {
            paint(byMinute, days, DayHours.ALL, capacity);
            return WeekDays.text(days) + " " + capacity;
        }
        final SortedSet<DayHours> intervals = DayHours.parse(hours);
        intervals.forEach(interval -> paint(byMinute, days, interval, capacity));
        return WeekDays.text(days) + " " + DayHours.text(intervals) + " " + capacity;
    }

    private static void paint(final int[] byMinute, final int days, final DayHours hours, final int capacity) {
        for (int day = 0; day < WeekDays.COUNT; day++) {
            for (int minute = hours.from(); WeekDays.has(days, day) && minute < hours.to(); minute++) {
                byMinute[(day * DayHours.DAY + minute) % byMinute.length] = capacity;
            }
        }
    }

    private static int capacity(final String text) {
        final int capacity;
        try {
            capacity = Integer.parseInt(text);
        } catch (final NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no capacity, expected a number from 0 to " + Integer.MAX_VALUE, wrong);
        }
        if (capacity < 0) {
            throw new IllegalArgumentException(capacity + " is negative, expected 0 or more");
        }
        return capacity;
    }

    /**
     * The places of a slot. Allocates nothing.
     *
     * @param hours whose local time counts
     * @param startMs when the slot starts, epoch milliseconds
     * @return how many
     */
    public int at(final OpenHours hours, final long startMs) {
        if (capacities.length == 1) {
            return capacities[0];
        }
        final long intoWeekMs = WeekHours.intoWeekMs(hours.zone().localMs(startMs));
        return capacities[Sorted.countUpTo(changes, 1, changes.length, intoWeekMs)];
    }

    /** Whether the other has the same rules in the same order. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof SlotCapacity capacity && capacity.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The rules in one canonical text. */
    @Override
    public String toString() {
        return text;
    }
}
