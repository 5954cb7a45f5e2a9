package io.ringback.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of one date.
 *
 * @param epochDay the date, days since 1970-01-01
 * @param hours intervals that begin on it
 */
record DatedHours(long epochDay, SortedSet<DayHours> hours) {
    private static final Pattern FORM = Pattern.compile("(\\d{4}|[1-9]\\d{4})-(\\d{2})-(\\d{2})(?:T(.*))?");

    /**
     * Reads a date, alone or followed by {@code T} and hours.
     *
     * @return the hours; those of the whole day for a date alone
     * @throws IllegalArgumentException if there is no such date, or the hours are none
     */
    static DatedHours parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("that is no date, expected 2026-12-24 or 2026-12-24T09:00-12:00");
        }
        final long epochDay;
        try {
            epochDay = LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3)))
                    .toEpochDay();
        } catch (final DateTimeException wrong) {
            throw new IllegalArgumentException("there is no such date", wrong);
        }
        final SortedSet<DayHours> hours = new TreeSet<>();
        if (matcher.group(4) == null) {
            hours.add(DayHours.ALL);
        } else {
            hours.addAll(DayHours.parse(matcher.group(4)));
        }
        return new DatedHours(epochDay, hours);
    }

    /** A date as it is read. */
    static String text(final long epochDay) {
        final String text = LocalDate.ofEpochDay(epochDay).toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }
}
