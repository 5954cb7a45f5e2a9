package io.ringback.naive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Business hours as the words of the scenario language have them, asked by a local date and the minute of its day. */
final class NaiveHours {
    static final int DAY_MINUTES = 1440;

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    final ZoneId zone;
    private final Map<DayOfWeek, List<Stretch>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Stretch>> closed = new HashMap<>();
    private final Map<LocalDate, List<Stretch>> extra = new HashMap<>();
    private final Map<LocalDate, List<Stretch>> special = new HashMap<>();
    private long lastExceptionDay = Long.MIN_VALUE;

    /** From the minute of a day, that included, to another, of the next day when it is the smaller. */
    record Stretch(int fromMinute, int toMinute) {
        static Stretch of(final String text) {
            final int dash = text.indexOf('-');
            final Stretch stretch = new Stretch(minute(text.substring(0, dash)), minute(text.substring(dash + 1)));
            if (stretch.fromMinute == stretch.toMinute || stretch.fromMinute == DAY_MINUTES) {
                throw new IllegalArgumentException("no hours: " + text);
            }
            return stretch;
        }

        private static int minute(final String text) {
            return text.equals("24:00") ? DAY_MINUTES : LocalTime.parse(text).toSecondOfDay() / 60;
        }

        boolean overnight() {
            return toMinute < fromMinute;
        }

        boolean covers(final int minute) {
            return minute >= fromMinute && (minute < toMinute || overnight());
        }

        boolean coversOnNextDay(final int minute) {
            return overnight() && minute < toMinute;
        }
    }

    NaiveHours(final Map<String, List<String>> values, final RuleSwitches rules) {
        zone = ZoneId.of(values.get("zone").get(0));
        values.forEach((key, all) -> {
            for (final String value : all) {
                add(key, value, rules);
            }
        });
    }

    private void add(final String key, final String value, final RuleSwitches rules) {
        switch (key) {
            case "zone" -> {}
            case "closed", "open", "special" -> {
                if (rules.on(Rule.H2)) {
                    addException(key, value);
                }
            }
            default -> {
                for (final DayOfWeek day : days(key)) {
                    addAll(weekly.computeIfAbsent(day, each -> new ArrayList<>()), value);
                }
            }
        }
    }

    private void addException(final String key, final String value) {
        final Map<LocalDate, List<Stretch>> all = switch (key) {
            case "closed" -> closed;
            case "open" -> extra;
            default -> special;
        };
        final int time = value.indexOf('T');
        final LocalDate date = LocalDate.parse(time < 0 ? value : value.substring(0, time));
        final List<Stretch> before = all.computeIfAbsent(date, each -> new ArrayList<>());
        final List<Stretch> added = new ArrayList<>();
        addAll(added, time < 0 ? "00:00-24:00" : value.substring(time + 1));
        for (final Stretch stretch : added) {
            if (before.contains(stretch) || (key.equals("closed") && stretch.overnight())) {
                throw new IllegalArgumentException(key + "=" + value);
            }
        }
        before.addAll(added);
        lastExceptionDay = Math.max(lastExceptionDay, date.toEpochDay());
    }

    private static void addAll(final List<Stretch> stretches, final String texts) {
        for (final String text : texts.split(",", -1)) {
            stretches.add(Stretch.of(text));
        }
    }

    /** Reads {@code mon}, {@code mon-fri}, {@code mon,wed-thu}. */
    static Set<DayOfWeek> days(final String text) {
        final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (final String range : text.split(",", -1)) {
            final int dash = range.indexOf('-');
            final DayOfWeek last = day(range.substring(dash + 1));
            DayOfWeek day = dash < 0 ? last : day(range.substring(0, dash));
            for (; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(final String text) {
        if (!DAYS.contains(text)) {
            throw new IllegalArgumentException("no day: " + text);
        }
        return DayOfWeek.of(1 + DAYS.indexOf(text));
    }

    /** After this day, counted from 1970, hours only repeat. */
    long lastExceptionDay() {
        return lastExceptionDay;
    }

    /** What is said of a local date, and of the one before, whose night shifts end on it. */
    record Day(List<Stretch> closed, List<Stretch> own, List<Stretch> before) {
        /** What closes cuts all else. */
        boolean isOpen(final int minute) {
            for (final Stretch stretch : closed) {
                if (stretch.covers(minute)) {
                    return false;
                }
            }
            for (final Stretch stretch : own) {
                if (stretch.covers(minute)) {
                    return true;
                }
            }
            for (final Stretch stretch : before) {
                if (stretch.coversOnNextDay(minute)) {
                    return true;
                }
            }
            return false;
        }
    }

    Day day(final LocalDate date) {
        return new Day(closed.getOrDefault(date, List.of()), beginningOn(date), beginningOn(date.minusDays(1)));
    }

    private List<Stretch> beginningOn(final LocalDate date) {
        final List<Stretch> all = new ArrayList<>(extra.getOrDefault(date, List.of()));
        all.addAll(special.containsKey(date) ? special.get(date) : weekly.getOrDefault(date.getDayOfWeek(), List.of()));
        return all;
    }
}
