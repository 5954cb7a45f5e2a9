package io.ringback.calendar;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the cases whose answers another program found minute by minute. They are not part of the project: the file
 * {@code shared/cases/business-hours.jsonl} is looked for in the working directory and the folders above it, or else
 * where {@code -Dhours.cases=} says.
 */
public final class HoursCase {
    private static final String FILE = "shared/cases/business-hours.jsonl";

    private final Map<String, Object> members;

    private HoursCase(final Map<String, Object> members) {
        this.members = members;
    }

    /** The cases of one kind; without the file, the test that asks is skipped. */
    public static List<HoursCase> of(final String kind) {
        final Path file = file();
        if (file == null) {
            return abort(FILE + " is not here nor in any folder above: the hours are NOT compared with other answers");
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> new HoursCase(Json.object(line)))
                    .filter(each -> each.text("kind").equals(kind))
                    .toList();
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path file() {
        final String told = System.getProperty("hours.cases");
        if (told != null) {
            return Path.of(told);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(FILE))) {
                return folder.resolve(FILE);
            }
        }
        return null;
    }

    /** A member that is a text. */
    public String text(final String name) {
        return (String) members.get(name);
    }

    int number(final String name) {
        return Math.toIntExact((Long) members.get(name));
    }

    /** A member of what is expected. */
    @SuppressWarnings("unchecked")
    public Object expected(final String name) {
        return ((Map<String, Object>) members.get("expected")).get(name);
    }

    /** The instant of a text with offset. */
    public static long parsed(final Object text) {
        return OffsetDateTime.parse((String) text).toInstant().toEpochMilli();
    }

    long instantMs(final String name) {
        return parsed(members.get(name));
    }

    /** An expected instant; none within the horizon is never. */
    long expectedMs(final String name) {
        return expected(name) == null ? OpenHours.NEVER : parsed(expected(name));
    }

    /** An answer, as cases tell it: never when it is beyond the horizon. */
    long withinHorizon(final long answerMs) {
        return answerMs - instantMs("query")
                        > Duration.ofDays(number("horizon_days")).toMillis()
                ? OpenHours.NEVER
                : answerMs;
    }

    /** The instants at which a slot is booked, and how many times. */
    @SuppressWarnings("unchecked")
    Map<Long, Long> booked() {
        return ((Map<String, Long>) members.get("booked"))
                .entrySet().stream().collect(Collectors.toMap(slot -> parsed(slot.getKey()), Map.Entry::getValue));
    }

    @SuppressWarnings("unchecked")
    BusinessCalendar calendar() {
        final BusinessCalendar.Builder calendar = BusinessCalendar.in(text("zone"));
        ((Map<String, List<List<String>>>) members.get("weekly")).forEach((day, intervals) -> {
            if (!intervals.isEmpty()) {
                calendar.weekly(day.toLowerCase(Locale.ROOT), hours(intervals));
            }
        });
        ((List<Map<String, Object>>) members.get("exceptions")).forEach(exception -> {
            final String hours = exception.get("date") + "T" + hours((List<List<String>>) exception.get("intervals"));
            switch ((String) exception.get("type")) {
                case "closed" -> calendar.closed(hours);
                case "open" -> calendar.open(hours);
                default -> calendar.special(hours);
            }
        });
        return calendar.build();
    }

    private static String hours(final List<List<String>> intervals) {
        return intervals.stream().map(ends -> String.join("-", ends)).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return text("id") + " " + text("note");
    }
}
