package io.ringback.calendar;

import io.ringback.skill.NearestName;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Business hours as people write them: weekly hours in a time zone, and exceptions by date. Immutable, made by a strict
 * builder; {@link OpenHours} compiles them for look-ups.
 *
 * <pre>
 * BusinessCalendar.in("Europe/London")
 *         .weekly("mon-fri", "09:00-12:00,13:00-17:30")
 *         .closed("2026-12-25")
 *         .build();
 * </pre>
 *
 * <p>It is open when a clock on the wall there reads a time inside the hours; an interval holds its first minute and
 * not its last, so {@code 09:00-17:30} is closed at 17:30. One that ends before it begins, such as
 * {@code 22:00-06:00}, runs into the next day; {@code 24:00} may stand for the end of a day. Hours that touch or
 * overlap are one interval.
 *
 * <p>On a date with exceptions, what is {@code closed} is closed whatever else is said: the calendar day or a part of
 * it, with the end of the night before, and nothing after midnight. {@code open} adds hours. {@code special} hours take
 * the place of the weekly ones that begin on that date. Exceptions of one date and kind add up.
 *
 * <p>Calendars are equal when they were given the same zone, weekly hours and exceptions, in whatever order and however
 * the days were grouped.
 */
public final class BusinessCalendar {
    private final String zone;
    private final List<SortedSet<DayHours>> weekly;
    private final Map<ExceptionKind, SortedMap<Long, SortedSet<DayHours>>> exceptions;
    private final Map<String, List<String>> values;
    private final String text;

    private BusinessCalendar(final Builder builder) {
        zone = builder.zone;
        weekly = builder.weekly.stream()
                .map(hours -> Collections.unmodifiableSortedSet(new TreeSet<>(hours)))
                .toList();
        exceptions = new EnumMap<>(ExceptionKind.class);
        builder.exceptions.forEach((kind, dates) -> {
            final SortedMap<Long, SortedSet<DayHours>> copy = new TreeMap<>();
            dates.forEach((epochDay, hours) -> copy.put(epochDay, new TreeSet<>(hours)));
            exceptions.put(kind, copy);
        });
        values = Collections.unmodifiableMap(written());
        final StringJoiner words = new StringJoiner(" ");
        values.forEach((key, all) -> all.forEach(value -> words.add(key + "=" + value)));
        text = words.toString();
    }

    /**
     * Starts a calendar that is never open.
     *
     * @param zone an id of the tz database, such as {@code Europe/London} or {@code UTC}
     * @return a builder
     * @throws IllegalArgumentException if there is no such zone; the message names one that is near
     */
    public static Builder in(final String zone) {
        final Set<String> zones = ZoneRulesProvider.getAvailableZoneIds();
        if (!zones.contains(zone)) {
            throw new IllegalArgumentException("zone=" + zone
                    + ": there is no such time zone, expected an id of the tz database such as Europe/London"
                    + suggestion(zone, zones));
        }
        return new Builder(zone);
    }

    /** A zone of nearly that name, else those of nearly that city: people remember it better than its continent. */
    private static String suggestion(final String zone, final Set<String> zones) {
        final String nearest = NearestName.of(zone, zones);
        if (nearest != null) {
            return "; did you mean " + nearest + "?";
        }
        final Map<String, SortedSet<String>> byCity = new TreeMap<>();
        zones.forEach(
                id -> byCity.computeIfAbsent(city(id), city -> new TreeSet<>()).add(id));
        final String city = NearestName.of(city(zone), byCity.keySet());
        return city == null ? "" : "; did you mean " + String.join(" or ", byCity.get(city)) + "?";
    }

    private static String city(final String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }

    /**
     * The time zone.
     *
     * @return an id of the tz database
     */
    public String zone() {
        return zone;
    }

    /**
     * What was given, by the key under which a scenario writes it: {@code zone}, sets of days such as {@code mon-fri},
     * {@code closed}, {@code open} and {@code special}. Giving all the values again makes an equal calendar.
     *
     * @return the values of each key that has some, in a fixed order; neither map nor lists can be changed
     */
    public Map<String, List<String>> values() {
        return values;
    }

    private Map<String, List<String>> written() {
        final Map<String, List<String>> written = new LinkedHashMap<>();
        written.put("zone", List.of(zone));
        int told = 0;
        for (int day = 0; day < WeekDays.COUNT; day++) {
            if (!WeekDays.has(told, day) && !weekly.get(day).isEmpty()) {
                final int alike = daysLike(day);
                told |= alike;
                written.put(WeekDays.text(alike), List.of(DayHours.text(weekly.get(day))));
            }
        }
        exceptions.forEach((kind, dates) -> {
            final List<String> texts = new ArrayList<>();
            dates.forEach((epochDay, hours) -> texts.addAll(texts(kind, epochDay, hours)));
            if (!texts.isEmpty()) {
                written.put(kind.key(), List.copyOf(texts));
            }
        });
        return written;
    }

    private int daysLike(final int day) {
        int alike = 0;
        for (int other = 0; other < WeekDays.COUNT; other++) {
            alike |= weekly.get(other).equals(weekly.get(day)) ? 1 << other : 0;
        }
        return alike;
    }

    /** A date closed as a whole stands alone. */
    private static List<String> texts(final ExceptionKind kind, final long epochDay, final SortedSet<DayHours> hours) {
        final List<String> texts = new ArrayList<>();
        final SortedSet<DayHours> parts = new TreeSet<>(hours);
        if (kind == ExceptionKind.CLOSED && parts.remove(DayHours.ALL)) {
            texts.add(DatedHours.text(epochDay));
        }
        if (!parts.isEmpty()) {
            texts.add(DatedHours.text(epochDay) + "T" + DayHours.text(parts));
        }
        return texts;
    }

    /** The weekly hours from Monday to Sunday. */
    List<SortedSet<DayHours>> weekly() {
        return weekly;
    }

    /** The exceptions of one kind, by date as days since 1970-01-01. */
    SortedMap<Long, SortedSet<DayHours>> exceptions(final ExceptionKind kind) {
        return exceptions.get(kind);
    }

    /** Whether the other is a calendar of the same hours. */
    @Override
    public boolean equals(final Object other) {
        return other instanceof BusinessCalendar calendar && calendar.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** All the values in one canonical text, as a scenario writes them. */
    @Override
    public String toString() {
        return text;
    }

    /** Collects hours. Each method adds to what was given before and returns this; one that throws adds nothing. */
    public static final class Builder {
        private final String zone;
        private final List<SortedSet<DayHours>> weekly = new ArrayList<>();
        private final Map<ExceptionKind, SortedMap<Long, SortedSet<DayHours>>> exceptions =
                new EnumMap<>(ExceptionKind.class);

        private Builder(final String zone) {
            this.zone = zone;
            for (int day = 0; day < WeekDays.COUNT; day++) {
                weekly.add(new TreeSet<>());
            }
            for (final ExceptionKind kind : ExceptionKind.values()) {
                exceptions.put(kind, new TreeMap<>());
            }
        }

        /**
         * Adds weekly hours.
         *
         * @param days from {@code mon} to {@code sun}: days, ranges that may run over the end of the week, and lists of
         *     both, such as {@code mon-fri} or {@code sat,sun}
         * @param hours such as {@code 09:00-12:00,13:00-17:30} or {@code 22:00-06:00}
         * @return this
         * @throws IllegalArgumentException if a day or the hours cannot be read, or both ends of an interval are equal
         */
        public Builder weekly(final String days, final String hours) {
            try {
                final int which = WeekDays.parse(days);
                final SortedSet<DayHours> intervals = DayHours.parse(hours);
                for (int day = 0; day < WeekDays.COUNT; day++) {
                    if (WeekDays.has(which, day)) {
                        weekly.get(day).addAll(intervals);
                    }
                }
                return this;
            } catch (final IllegalArgumentException wrong) {
                throw new IllegalArgumentException(days + "=" + hours + ": " + wrong.getMessage(), wrong);
            }
        }

        /**
         * Closes a date or parts of it, whatever else is said of them.
         *
         * @param date such as {@code 2026-12-25}, or with parts {@code 2026-05-04T14:00-16:00,18:00-19:00}; no part
         *     runs over midnight
         * @return this
         * @throws IllegalArgumentException if that cannot be read, runs over midnight, or was given before
         */
        public Builder closed(final String date) {
            return add(ExceptionKind.CLOSED, date);
        }

        /**
         * Adds hours on one date.
         *
         * @param hours such as {@code 2026-12-26T10:00-12:00}; they may run into the next day
         * @return this
         * @throws IllegalArgumentException if that cannot be read, or was given before
         */
        public Builder open(final String hours) {
            return add(ExceptionKind.OPEN, hours);
        }

        /**
         * Replaces the weekly hours that begin on one date.
         *
         * @param hours such as {@code 2026-12-24T09:00-12:00}; they may run into the next day
         * @return this
         * @throws IllegalArgumentException if that cannot be read, or was given before
         */
        public Builder special(final String hours) {
            return add(ExceptionKind.SPECIAL, hours);
        }

        private Builder add(final ExceptionKind kind, final String text) {
            try {
                final DatedHours given = DatedHours.parse(text);
                check(kind, given, text);
                exceptions
                        .get(kind)
                        .computeIfAbsent(given.epochDay(), epochDay -> new TreeSet<>())
                        .addAll(given.hours());
                return this;
            } catch (final IllegalArgumentException wrong) {
                throw new IllegalArgumentException(kind.key() + "=" + text + ": " + wrong.getMessage(), wrong);
            }
        }

        private void check(final ExceptionKind kind, final DatedHours given, final String text) {
            if (kind != ExceptionKind.CLOSED && text.indexOf('T') < 0) {
                throw new IllegalArgumentException("the hours are missing, expected " + text + "T10:00-12:00");
            }
            final SortedSet<DayHours> before = exceptions.get(kind).getOrDefault(given.epochDay(), new TreeSet<>());
            for (final DayHours interval : given.hours()) {
                if (kind == ExceptionKind.CLOSED && interval.overnight()) {
                    throw new IllegalArgumentException(interval
                            + " runs over midnight, expected a part of one day; close the rest on the next date");
                }
                if (before.contains(interval)) {
                    throw new IllegalArgumentException(interval + " is given twice for that date");
                }
            }
        }

        /**
         * Makes the calendar.
         *
         * @return immutable hours; this builder may go on and make others
         */
        public BusinessCalendar build() {
            return new BusinessCalendar(this);
        }
    }
}
