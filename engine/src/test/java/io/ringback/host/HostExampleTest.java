package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The example in the documentation of {@link EngineHost}: it compiles, does what it says, and is the one printed there.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostExampleTest {
    private final List<String> connected = new ArrayList<>();

    @Test
    void shouldDoWhatTheExampleSays() {
        final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {
            @Override
            public void onRouted(
                    final long nowMs,
                    final long id,
                    final long agentId,
                    final VirtualQueue queue,
                    final long waitedMs) {
                connected.add(id + " to " + agentId);
            }
        });

        // example
        try (EngineHost host = EngineHost.start(engine)) {
            final QueueSettings settings = QueueSettings.builder().build();
            final VirtualQueue support =
                    host.ask((e, nowMs) -> e.queue(nowMs, "support", settings)).join();
            host.submit((e, nowMs) -> e.defineAgent(nowMs, 17, SkillLevels.none()));
            host.submit((e, nowMs) -> e.agentReady(nowMs, 17));

            final CompletableFuture<Outcome> arrived =
                    host.ask((e, nowMs) -> e.callArrived(nowMs, new Request().of(4711, support)));
            System.out.println("call 4711: " + arrived.join());
        }
        // end

        assertThat(connected).containsExactly("4711 to 17");
    }

    @Test
    void shouldPrintTheExampleThatCompiles() throws IOException {
        final String printed = Files.readString(Path.of("src/main/java/io/ringback/host/EngineHost.java"));
        final String compiled = Files.readString(Path.of("src/test/java/io/ringback/host/HostExampleTest.java"));

        assertThat(between(printed, "<pre>{@code", "}</pre>")
                        .replaceAll("(?m)^ \\* ?", "")
                        .strip())
                .isEqualTo(between(compiled, "// example", "// end")
                        .replaceAll("(?m)^ {8}", "")
                        .strip());
    }

    private static String between(final String text, final String from, final String to) {
        final int start = text.indexOf('\n', text.indexOf(from)) + 1;
        return text.substring(start, text.indexOf(to, start));
    }
}
