package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.examples.UsageException;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.Recorder;
import io.ringback.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled day, recorded: whatever happened on it happens again when the file is run. */
final class RecordedDayTest {
    @TempDir
    private Path folder;

    private Engine live;
    private EngineOnNames replayed;

    @Test
    void shouldComeToTheSameEventsAndStateWhenTheRecordingIsRun() throws IOException, UsageException {
        final StringWriter text = new StringWriter();
        final CallLog day = ReplayCommand.bundled();
        final Outcomes outcomes;
        try (Recorder recorder = Recorder.to(text, ZoneOffset.UTC)) {
            outcomes = Replay.run(day, TermsOptions.bundled(), progress(), (config, listener) -> {
                live = recorder.record(config, listener);
                return live;
            });
        }
        final StringWriter again = new StringWriter();
        try (Recorder recorder = Recorder.to(again, ZoneOffset.UTC)) {
            assertThat(Scenario.parse("day.scenario", text.toString()).run(limits -> {
                        replayed = new EngineOnNames(limits, recorder::record);
                        return replayed;
                    }))
                    .isEmpty();
        }

        assertThat(outcomes.fates())
                .isEqualTo(Replay.run(day, TermsOptions.bundled(), progress()).fates());
        assertThat(text.toString().lines().filter(line -> line.startsWith("expect routed")))
                .hasSizeGreaterThan(1_000);
        assertThat(text.toString())
                .contains("\ncalendar hours zone=UTC mon-fri=08:00-22:00 sat=09:00-14:00\n")
                .contains("\nexpect scheduled ", "\nexpect due ", "\nexpect slot-full ", "END_OF_DAY");
        assertThat(replayed.engine().stateHash()).isEqualTo(live.stateHash());
        assertThat(replayed.engine().nowMs()).isEqualTo(live.nowMs());
        assertThat(again.toString()).isEqualTo(text.toString());
    }

    @Test
    void shouldWriteAScenarioWhenAskedForOne() throws IOException, UsageException {
        final Path file = folder.resolve("day.scenario");
        final ByteArrayOutputStream shown = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

        assertThat(ReplayCommand.run(List.of("--record", file.toString()), out, out))
                .isZero();

        assertThat(Files.readString(file)).endsWith("expect none\n");
        assertThat(Scenario.check(file, EngineOnNames::new)).isEmpty();
    }

    private static Progress progress() {
        return new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);
    }
}
