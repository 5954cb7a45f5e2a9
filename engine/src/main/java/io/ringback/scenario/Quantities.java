package io.ringback.scenario;

import io.ringback.Engine;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, times and numbers as the scenario language writes them, such as {@code 30s} and {@code 1h30m}. */
public final class Quantities {
    private static final Pattern DURATION =
            Pattern.compile("(?=.)(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");
    private static final long[] UNIT_MS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private Quantities() {}

    /**
     * Reads a duration.
     *
     * @param text such as {@code 1h30m}; each unit at most once, the larger first
     * @return milliseconds
     * @throws IllegalArgumentException when it is none
     */
    public static long durationMs(final String text) {
        final Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is not a duration");
        }
        long sumMs = 0;
        try {
            for (int unit = 0; unit < UNITS.length; unit++) {
                final String digits = matcher.group(unit + 1);
                if (digits != null) {
                    sumMs = Math.addExact(sumMs, Math.multiplyExact(Long.parseLong(digits), UNIT_MS[unit]));
                }
            }
        } catch (final ArithmeticException | NumberFormatException tooLarge) {
            throw new IllegalArgumentException("the duration " + text + " is too long", tooLarge);
        }
        return sumMs;
    }

    /**
     * Writes a duration.
     *
     * @param ms milliseconds, 0 or more
     * @return the text that {@link #durationMs} reads as the same
     */
    public static String duration(final long ms) {
        if (ms < 0) {
            throw new IllegalArgumentException(ms + " ms: the language has no negative durations");
        }
        if (ms == 0) {
            return "0s";
        }
        final StringBuilder text = new StringBuilder();
        long restMs = ms;
        for (int unit = 0; unit < UNITS.length; unit++) {
            if (restMs >= UNIT_MS[unit]) {
                text.append(restMs / UNIT_MS[unit]).append(UNITS[unit]);
                restMs %= UNIT_MS[unit];
            }
        }
        return text.toString();
    }

    /**
     * Reads a time as it stands in a {@link Command}.
     *
     * @param text such as {@code 2026-03-02T09:00Z}: a date, a time of day to the millisecond at most, an offset; in
     *     UTC when there is none
     * @return epoch milliseconds
     * @throws IllegalArgumentException when it is none, or before 1970
     */
    public static long timeMs(final String text) {
        return new ScenarioClock(ZoneOffset.UTC, 0).time(text);
    }

    /**
     * Writes a time as it stands in a {@link Command}: it means the same in any zone.
     *
     * @param timeMs epoch milliseconds, 0 to {@link Engine#TIME_MAX_MS}
     * @return the text that {@link #timeMs} reads as the same
     */
    public static String time(final long timeMs) {
        return new ScenarioClock(ZoneOffset.UTC, 0).fullText(timeMs) + "Z";
    }

    /**
     * Reads a customer's number.
     *
     * @param text a plus and up to 15 digits, the first not 0
     * @return the digits as a decimal, or {@link Engine#UNKNOWN_NUMBER} for any other text
     */
    public static long number(final String text) {
        return text.matches("\\+[1-9][0-9]{0,14}") ? Long.parseLong(text, 1, text.length(), 10) : Engine.UNKNOWN_NUMBER;
    }
}
