package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.Recorder;
import io.ringback.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of recording is what the build compiles and runs. */
final class IncidentTest {
    private static final Path GUIDE = Path.of("..", "engine", "docs", "scenarios.md");
    private static final long NOW_MS = 1_772_442_000_000L;

    @TempDir
    private Path folder;

    @Test
    void shouldReplayWhenAnIncidentWasRecorded() throws IOException {
        final Path file = folder.resolve("monday.scenario");
        host(file);

        assertThat(Scenario.check(file, EngineOnNames::new)).isEmpty();
        assertThat(block("scenario-recorded")).isEqualTo(Files.readString(file));
    }

    @Test
    void shouldShowThisHostWhenTheGuideShowsOne() throws IOException {
        final String source = Files.readString(Path.of("src/test/java/io/ringback/examples/IncidentTest.java"));
        final String start = "host(final Path file) throws IOException {\n";
        final String body = source.substring(source.lastIndexOf(start) + start.length());

        assertThat(block("java-recorded"))
                .isEqualTo(body.substring(0, body.indexOf("\n    }\n")).stripIndent() + "\n");
    }

    private static String block(final String name) throws IOException {
        final String guide = Files.readString(GUIDE);
        final String fence = "<!-- " + name + " -->\n```";
        final int start = guide.indexOf('\n', guide.indexOf(fence) + fence.length()) + 1;
        return guide.substring(start, guide.indexOf("```", start));
    }

    private static void host(final Path file) throws IOException {
        final EngineConfig config = EngineConfig.builder().agents(10).build();
        final EngineListener listener = new EngineListener() {};
        try (Recorder recorder = Recorder.to(file, ZoneId.of("Europe/London"))) {
            final Engine engine = recorder.record(config, listener); // in place of Engine.create
            final VirtualQueue support =
                    engine.queue(NOW_MS, "support", QueueSettings.builder().build());
            engine.callArrived(NOW_MS, new Request().of(7001, support).number(442071838750L));
            engine.customerLeft(NOW_MS + 45_000, 7001);
            engine.customerLeft(NOW_MS + 46_000, 7001);
            recorder.flush(); // every second or so, from a thread of the host's choice
        }
    }
}
