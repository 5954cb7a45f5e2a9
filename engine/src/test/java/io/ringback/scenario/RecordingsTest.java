package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the rules, run on a recorded engine: the recording is a scenario that tells the same. */
final class RecordingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final Path RULES = Path.of("src", "test", "resources", "scenarios");

    /** A recording, and the state hash that it ended with. */
    private record Recorded(String text, long stateHash) {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(file -> file.toString().endsWith(".scenario"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldReplayAsItHappenedWhenRecorded(final Path file) throws IOException {
        final Recorded first = record(Scenario.read(file), 1 << 10);

        final Recorded again = record(Scenario.parse("recording", first.text()), 1 << 10);

        assertThat(again.text()).isEqualTo(first.text());
        if (!first.text().contains("number=+")) {
            assertThat(again.stateHash()).isEqualTo(first.stateHash());
        }
    }

    @Test
    void shouldWriteTheSameWhenTheTapeIsTooShortForOneCommand() throws IOException {
        for (final Path file : files()) {
            assertThat(record(Scenario.read(file), 4).text())
                    .isEqualTo(record(Scenario.read(file), 1 << 10).text());
        }
    }

    @Test
    void shouldMeetEveryCommandAndOutcomeWhenAllAreRecorded() throws IOException {
        final Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (final Path file : files()) {
            final String text = record(Scenario.read(file), 1 << 10).text();
            for (final Statement statement :
                    Scenario.parse(file.toString(), text).statements()) {
                if (statement instanceof final Statement.Apply apply) {
                    verbs.add(apply.command().verb());
                    outcomes.add(apply.expected());
                }
            }
        }

        assertThat(verbs).containsExactly(Verb.values());
        assertThat(outcomes).containsExactly(Outcome.values());
    }

    private static Recorded record(final Scenario scenario, final int tapeWords) throws IOException {
        final StringWriter text = new StringWriter();
        final EngineOnNames[] made = new EngineOnNames[1];
        try (Recorder recorder = new Recorder(text, ZONE, tapeWords)) {
            assertThat(scenario.run(limits -> made[0] = new EngineOnNames(limits, recorder::record)))
                    .as("failure")
                    .isEmpty();
        }
        return new Recorded(text.toString(), made[0].engine().stateHash());
    }
}
