package io.ringback.calendar;

import io.ringback.skill.NearestName;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;

/** Sets of weekdays, one bit each from Monday on, and how people write them: {@code mon-fri}, {@code sat,sun}. */
final class WeekDays {
    /** Days of a week. */
    static final int COUNT = 7;

    /** All of them. */
    static final int ALL = (1 << COUNT) - 1;

    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** From so many days in a row on, a range reads better than a list. */
    private static final int RANGE_MIN = 3;

    private WeekDays() {}

    /** The place of a date in its week, Monday being 0. */
    static int of(final long epochDay) {
        return LocalDate.ofEpochDay(epochDay).getDayOfWeek().ordinal();
    }

    static boolean has(final int days, final int day) {
        return (days >> day & 1) != 0;
    }

    /**
     * Reads days and ranges of days, which may run over the end of the week, with commas between them.
     *
     * @throws IllegalArgumentException if a word is not a day
     */
    static int parse(final String text) {
        int days = 0;
        for (final String part : text.split(",", -1)) {
            final int dash = part.indexOf('-');
            final int first = day(dash < 0 ? part : part.substring(0, dash));
            final int last = dash < 0 ? first : day(part.substring(dash + 1));
            for (int day = first; day != last; day = (day + 1) % COUNT) {
                days |= 1 << day;
            }
            days |= 1 << last;
        }
        return days;
    }

    private static int day(final String name) {
        final int day = NAMES.indexOf(name);
        if (day < 0) {
            final String nearest = NearestName.of(name, NAMES);
            throw new IllegalArgumentException("there is no day \"" + name + "\", expected "
                    + String.join(" ", NAMES)
                    + ", as in mon-fri or sat,sun"
                    + (nearest == null ? "" : "; did you mean " + nearest + "?"));
        }
        return day;
    }

    /** The days from Monday to Sunday, three or more in a row as a range. */
    static String text(final int days) {
        final StringJoiner text = new StringJoiner(",");
        int day = 0;
        while (day < COUNT) {
            final int after = day + Integer.numberOfTrailingZeros(~(days >> day));
            if (after - day >= RANGE_MIN) {
                text.add(NAMES.get(day) + "-" + NAMES.get(after - 1));
                day = after;
            } else if (after > day) {
                text.add(NAMES.get(day));
                day++;
            } else {
                day++;
            }
        }
        return text.toString();
    }
}
