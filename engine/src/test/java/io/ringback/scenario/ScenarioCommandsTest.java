package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioCommandsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("good.scenario"), "skill english\nexpect none\n");
        Files.writeString(folder.resolve("sub/bad.scenario"), "skill english\nexpect queued\n");
        Files.writeString(folder.resolve("sub/other.scenario"), "expect none\n");
    }

    private int run(final Path... paths) {
        final List<String> arguments = Arrays.stream(paths).map(Path::toString).toList();
        return ScenarioCommands.run(arguments, limits -> new ScriptedEngine(), out);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "F")
                .replace("\r\n", "\n");
    }

    @Test
    void shouldPrintOneLineEachWhenFolderIsRun() {
        assertThat(run(folder)).isEqualTo(ScenarioCommands.FAILED);
        assertThat(output()).isEqualTo("""
                        ok   F/good.scenario
                        FAIL F/sub/bad.scenario
                             F/sub/bad.scenario:2: this event did not come
                                 expect queued
                               expected  queued
                               came      nothing more
                               no event has come so far
                        ok   F/sub/other.scenario
                        2 passed, 1 failed
                        """);
    }

    @Test
    void shouldKeepOrderAndRunOnceWhenArgumentsOverlap() {
        final Path other = folder.resolve("sub/other.scenario");

        assertThat(run(other, folder.resolve("good.scenario"), other)).isEqualTo(ScenarioCommands.PASSED);
        assertThat(output()).isEqualTo("ok   F/sub/other.scenario\nok   F/good.scenario\n2 passed, 0 failed\n");
    }

    @Test
    void shouldReportUsageWhenArgumentsMakeNoSense() throws IOException {
        assertThat(run(folder.resolve("missing.scenario"), folder)).isEqualTo(ScenarioCommands.USAGE);
        assertThat(output()).isEqualTo("F/missing.scenario: there is no such file or folder\n");
        assertThat(run()).isEqualTo(ScenarioCommands.USAGE);
        assertThat(run(Files.createDirectory(folder.resolve("empty")))).isEqualTo(ScenarioCommands.USAGE);
    }

    @Test
    void shouldInterleaveStatementsAndEventsWhenTraced() throws IOException {
        final long startMs = ScriptedEngine.START_MS;
        final Path file = Files.writeString(folder.resolve("a.scenario"), """
                skill english billing   # two
                queue support
                agent ann
                call c1 support

                expect queued c1
                at +30s
                """);
        final ScriptedEngine engine = new ScriptedEngine()
                .onCommand("call c1 support", ScriptedEngine.queued(startMs, "c1"))
                .byItself(ScriptedEngine.agent(startMs + 10_000, "ann", "READY"));

        assertThat(ScenarioCommands.trace(List.of(file.toString()), limits -> engine, out))
                .isEqualTo(ScenarioCommands.FAILED);
        assertThat(output()).startsWith("""
                        09:00:00  skill english billing   # two
                        09:00:00  queue support
                        09:00:00  agent ann
                        09:00:00  call c1 support
                            09:00:00  -> queued c1 support
                        09:00:00  expect queued c1
                        09:00:00  at +30s
                            09:00:10  -> agent ann state=READY

                        F/a.scenario:7: the scenario ends, and an event is left that nothing expected
                        """);
    }

    @Test
    void shouldPrintTheTimesOfSlotsWhenTraced() throws IOException {
        final long startMs = ScriptedEngine.START_MS;
        final Path file = Files.writeString(folder.resolve("a.scenario"), """
                calendar office zone=UTC mon-fri=09:00-17:00
                queue support calendar=office
                refuse SLOT_FULL schedule k1 support number=+4420 at=09:15 exact=yes
                """);
        final ScriptedEngine engine = new ScriptedEngine()
                .onCommand(
                        "schedule k1 support",
                        new Event(
                                startMs,
                                EventKind.SLOT_FULL,
                                List.of("k1"),
                                Map.of("near", List.of(startMs + 1_800_000, startMs + 86_400_000))),
                        new Event(
                                startMs,
                                EventKind.SCHEDULED,
                                List.of("k1", "support"),
                                Map.of("at", startMs + 1_800_000)))
                .refuses("schedule k1 support", Outcome.SLOT_FULL);

        ScenarioCommands.trace(List.of(file.toString()), limits -> engine, out);

        assertThat(output()).startsWith("""
                        09:00:00  calendar office zone=UTC mon-fri=09:00-17:00
                        09:00:00  queue support calendar=office
                        09:00:00  refuse SLOT_FULL schedule k1 support number=+4420 at=09:15 exact=yes
                            09:00:00  -> slot-full k1 near=09:30:00,2026-01-06T09:00:00
                            09:00:00  -> scheduled k1 support at=09:30:00
                        """);
    }

    @Test
    void shouldReportProblemWhenFileCannotBeTraced() throws IOException {
        final EngineFactory factory = limits -> new ScriptedEngine();
        final Path wrong = Files.writeString(folder.resolve("wrong.scenario"), "redy ann");

        assertThat(ScenarioCommands.trace(List.of(), factory, out)).isEqualTo(ScenarioCommands.USAGE);
        assertThat(ScenarioCommands.trace(List.of("F/missing"), factory, out)).isEqualTo(ScenarioCommands.USAGE);
        assertThat(ScenarioCommands.trace(List.of(wrong.toString()), factory, out))
                .isEqualTo(ScenarioCommands.FAILED);
        assertThat(output()).contains("expected one scenario file", "F/missing cannot be read", "did you mean ready?");
    }
}
