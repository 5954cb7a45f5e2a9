package io.ringback.scenario;

import io.ringback.Engine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario's clock: it stands still between the statements that move it, and knows how people in its zone write a
 * time. Of a repeated hour the first pass counts when no offset is given; a time in a skipped hour is as much later as
 * the clocks went forward.
 */
final class ScenarioClock {
    /** What a time looks like, for errors. */
    static final String FORMS = "a time such as 2026-03-02T09:00, 09:00:05 or +30s";

    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4,5}-\\d{2}-\\d{2})T)?(\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?)(Z|[+-]\\d{2}(?::\\d{2})?)?");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final ZoneId zone;
    private long nowMs;

    /** What was written last is often written again: the events of a command are of one instant. */
    private long writtenMs = -1;

    private String written;

    ScenarioClock(final ZoneId zone, final long nowMs) {
        this.zone = zone;
        this.nowMs = nowMs;
    }

    ZoneId zone() {
        return zone;
    }

    long nowMs() {
        return nowMs;
    }

    void set(final long timeMs) {
        nowMs = timeMs;
    }

    /** Reads a time; throws {@link IllegalArgumentException} when it is none. */
    long time(final String text) {
        final long timeMs = text.startsWith("+") ? fromNow(text.substring(1)) : absolute(text);
        if (timeMs < 0 || timeMs > Engine.TIME_MAX_MS) {
            throw new IllegalArgumentException(text + " is not between 1970 and the year 10889");
        }
        return timeMs;
    }

    private long fromNow(final String duration) {
        final long aheadMs = Quantities.durationMs(duration);
        return aheadMs > Engine.TIME_MAX_MS ? Long.MAX_VALUE : nowMs + aheadMs;
    }

    private long absolute(final String text) {
        final Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is not a time; expected " + FORMS);
        }
        try {
            final LocalDate date = matcher.group(1) == null
                    ? Instant.ofEpochMilli(nowMs).atZone(zone).toLocalDate()
                    : date(matcher.group(1));
            final LocalDateTime local = date.atTime(LocalTime.parse(matcher.group(2)));
            final ZoneId offset = matcher.group(3) == null ? zone : ZoneOffset.of(matcher.group(3));
            return local.atZone(offset).toInstant().toEpochMilli();
        } catch (final DateTimeException wrong) {
            throw new IllegalArgumentException(text + " is not a time: there is no such date or hour", wrong);
        }
    }

    /** ISO 8601 wants a sign before a year of five digits; in the language a plus means "from now". */
    private static LocalDate date(final String text) {
        return LocalDate.parse(text.length() == "2026-03-02".length() ? text : "+" + text);
    }

    private static String text(final LocalDate date) {
        final String text = date.toString();
        return text.startsWith("+") ? text.substring(1) : text;
    }

    /** The shortest text for an instant: without the date when it is today's. */
    String text(final long timeMs) {
        final boolean today = date(timeMs).equals(date(nowMs));
        return (today ? "" : text(date(timeMs)) + "T") + timeOfDay(timeMs, SECONDS);
    }

    /** The text for an instant with its date, which means the same at any reading of the clock. */
    String fullText(final long timeMs) {
        if (timeMs != writtenMs) {
            written = text(date(timeMs)) + "T" + timeOfDay(timeMs, MINUTES);
            writtenMs = timeMs;
        }
        return written;
    }

    private LocalDate date(final long timeMs) {
        return Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
    }

    private String timeOfDay(final long timeMs, final DateTimeFormatter shortest) {
        final ZonedDateTime time = Instant.ofEpochMilli(timeMs).atZone(zone);
        final DateTimeFormatter form =
                time.getNano() != 0 ? MILLIS : time.getSecond() != 0 && shortest == MINUTES ? SECONDS : shortest;
        final boolean repeated =
                zone.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
        return form.format(time) + (repeated ? time.getOffset().getId() : "");
    }
}
