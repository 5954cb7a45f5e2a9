package io.ringback.examples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.examples.replay.ReplayCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class DayGeneratorTest {
    private static final int TYPE = 4;
    private static final int QUEUE_START = 9;
    private static final int QUEUE_END = 10;
    private static final int WAIT = 11;
    private static final int OUTCOME = 12;
    private static final int SERVICE = 15;

    private final List<String[]> rows = DayGenerator.generate(DayGenerator.DEFAULT_SEED)
            .lines()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();

    @Test
    void shouldMakeTheBundledDayToTheByteWhenTheSeedIsTheDefault() throws IOException {
        try (InputStream day = ReplayCommand.class.getResourceAsStream("day.tsv")) {
            final String bundled = new String(day.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(DayGenerator.generate(DayGenerator.DEFAULT_SEED).equals(bundled))
                    .as("the generator makes the bundled day")
                    .isTrue();
        }
    }

    @Test
    void shouldMakeAnotherDayWhenTheSeedDiffers() {
        assertThat(DayGenerator.generate(1)).isNotEqualTo(DayGenerator.generate(2));
        assertThat(DayGenerator.generate(1)).isEqualTo(DayGenerator.generate(1));
    }

    @Test
    void shouldLookLikeTheDayOfABankWhenCounted() {
        assertThat(rows).hasSizeBetween(1_000, 1_500);
        assertThat(share(row -> row[TYPE].equals("PS"))).isBetween(0.64, 0.72);
        assertThat(share(row -> row[3].equals("2"))).isBetween(0.25, 0.36);
        assertThat(share(row -> row[OUTCOME].equals("HANG"))).isBetween(0.08, 0.2);
        assertThat(share(row -> !row[WAIT].equals("0"))).isBetween(0.3, 0.6);
        assertThat(rows.stream()
                        .filter(row -> row[OUTCOME].equals("AGENT"))
                        .mapToInt(row -> Integer.parseInt(row[SERVICE]))
                        .average()
                        .orElseThrow())
                .isBetween(160.0, 220.0);
    }

    @Test
    void shouldServeNobodyOutsideBusinessHoursButHaveCallsThere() {
        final Predicate<String[]> early = row -> second(row[QUEUE_END]) < 8 * 3_600 && !row[WAIT].equals("0");
        final Predicate<String[]> late = row -> second(row[QUEUE_START]) >= 22 * 3_600;
        assertThat(rows.stream().filter(early)).hasSizeGreaterThan(3).allMatch(row -> !row[OUTCOME].equals("AGENT"));
        assertThat(rows.stream().filter(late)).hasSizeGreaterThan(10).allMatch(row -> !row[OUTCOME].equals("AGENT"));
    }

    private static int second(final String time) {
        return LocalTime.parse(time, DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT))
                .toSecondOfDay();
    }

    private double share(final Predicate<String[]> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }
}
