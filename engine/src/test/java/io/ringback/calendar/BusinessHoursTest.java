package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hours and slots as {@code business-hours.txt} has them, which tells how to read it. */
class BusinessHoursTest {
    private static final String FILE = "/calendar/business-hours.txt";

    private OpenHours hours;
    private int answers;

    @Test
    void shouldAnswerAsWorkedOutByHand() throws IOException {
        try (BufferedReader file = new BufferedReader(
                new InputStreamReader(getClass().getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            for (final String line : file.lines().toList()) {
                final List<String> words = new ArrayList<>(List.of(line.split(" ")));
                switch (words.remove(0)) {
                    case "calendar" -> hours = OpenHours.of(calendar(words));
                    case "at" -> compareState(line, words);
                    case "slots" -> compareSlots(line, words);
                    default -> assertThat(line).matches("|#.*");
                }
            }
        }
        assertThat(answers).isGreaterThanOrEqualTo(70);
        System.out.println("business hours: " + answers + " lines worked out by hand agree");
    }

    private static BusinessCalendar calendar(final List<String> words) {
        final BusinessCalendar.Builder calendar = BusinessCalendar.in(value(words.remove(0), "zone"));
        for (final String word : words) {
            final String key = word.substring(0, word.indexOf('='));
            final String value = value(word, key);
            switch (key) {
                case "closed" -> calendar.closed(value);
                case "open" -> calendar.open(value);
                case "special" -> calendar.special(value);
                default -> calendar.weekly(key, value);
            }
        }
        return calendar.build();
    }

    private void compareState(final String line, final List<String> words) {
        final long atMs = instantMs(words.get(0));
        assertThat(hours.isOpen(atMs) ? "open" : "closed").as(line).isEqualTo(words.get(1));
        assertSame(line, hours.nextOpenMs(atMs), value(words.get(2), "next-open"));
        assertSame(line, hours.nextCloseMs(atMs), value(words.get(3), "next-close"));
        assertSame(line, hours.endOfDayMs(atMs), value(words.get(4), "end-of-day"));
        answers++;
    }

    private void compareSlots(final String line, final List<String> words) {
        final SlotGrid grid = new SlotGrid(hours, Integer.parseInt(words.get(0)));
        final long fromMs = instantMs(value(words.get(1), "from"));
        final long untilMs = instantMs(value(words.get(2).replaceFirst(":$", ""), "until"));
        final List<Long> expected =
                words.stream().skip(3).map(BusinessHoursTest::instantMs).toList();
        assertThat(Slots.forward(grid, fromMs, untilMs)).as(line).isEqualTo(expected);
        assertThat(Slots.backward(grid, fromMs, untilMs)).as(line).isEqualTo(expected);
        answers++;
    }

    private static String value(final String word, final String key) {
        assertThat(word).startsWith(key + "=");
        return word.substring(key.length() + 1);
    }

    private static void assertSame(final String line, final long answerMs, final String expected) {
        final long expectedMs = expected.equals("none") ? OpenHours.NEVER : instantMs(expected);
        assertThat(Instant.ofEpochMilli(answerMs)).as(line).isEqualTo(Instant.ofEpochMilli(expectedMs));
    }

    private static long instantMs(final String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }
}
