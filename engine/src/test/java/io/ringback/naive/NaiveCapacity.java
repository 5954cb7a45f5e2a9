package io.ringback.naive;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How many bookings a slot takes, such as {@code 2; mon-fri 12:00-14:00 1; sat 0}: of the rules that fit, the last. */
final class NaiveCapacity {
    static final NaiveCapacity ONE = new NaiveCapacity("1");

    private final List<Part> parts = new ArrayList<>();

    private record Part(Set<DayOfWeek> days, NaiveHours.Stretch hours, int places) {}

    NaiveCapacity(final String text) {
        for (final String part : text.split(";", -1)) {
            parts.add(part(part.trim().split("\\s+", -1)));
        }
    }

    private static Part part(final String... words) {
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        NaiveHours.Stretch hours = new NaiveHours.Stretch(0, NaiveHours.DAY_MINUTES);
        for (int i = 0; i < words.length - 1; i++) {
            if (words[i].contains(":")) {
                hours = NaiveHours.Stretch.of(words[i]);
            } else {
                days = NaiveHours.days(words[i]);
            }
        }
        return new Part(days, hours, Integer.parseInt(words[words.length - 1]));
    }

    int at(final LocalDateTime reading) {
        int places = 1;
        for (final Part part : parts) {
            final int minute = reading.getHour() * 60 + reading.getMinute();
            final DayOfWeek day = reading.getDayOfWeek();
            if ((part.days.contains(day) && part.hours.covers(minute))
                    || (part.days.contains(day.minus(1)) && part.hours.coversOnNextDay(minute))) {
                places = part.places;
            }
        }
        return places;
    }
}
