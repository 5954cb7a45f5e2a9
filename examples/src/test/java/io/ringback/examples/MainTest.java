package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void shouldReplayTheBundledDayWhenNothingIsAsked() {
        assertThat(run()).isZero();
        assertThat(text(out))
                .startsWith("Replay of the bundled day (made up): 1 day, ")
                .contains("Speed: ");
        assertThat(text(err)).contains("2026-03-02 over");
    }

    @Test
    void shouldPrintUsageWhenHelpIsAsked() {
        assertThat(run("help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(text(out))
                .contains(
                        "replay [FILE]",
                        "generate",
                        "run FILE-or-FOLDER",
                        "trace FILE",
                        "bill [FIGURE=N...]",
                        "host [--seconds N]");
    }

    @Test
    void shouldRefuseWithTheNearestWordWhenTheCommandIsUnknown() {
        assertThat(run("repaly")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ringback: unknown command repaly; did you mean replay?\n");
    }

    @Test
    void shouldListTheCommandsWhenNoneIsNear() {
        assertThat(run("xyzzyx")).isEqualTo(2);
        assertThat(text(err)).startsWith("ringback: unknown command xyzzyx; known: replay, run, trace, generate");
    }

    @Test
    void shouldRefuseWithTheNearestWordWhenTheOptionIsUnknown() {
        assertThat(run("replay", "--jsno", "x")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("ringback: unknown option --jsno; did you mean --json?\n");
    }

    @Test
    void shouldRefuseWhenWordsAreMissingOrTooMany() {
        assertThat(run("replay", "--json")).isEqualTo(2);
        assertThat(run("replay", "a", "b")).isEqualTo(2);
        assertThat(run("generate", "--seed", "many")).isEqualTo(2);
        assertThat(run("generate", "--seed", "1", "--seed", "2")).isEqualTo(2);
        assertThat(text(err).lines())
                .containsExactly(
                        "ringback: --json needs a value",
                        "ringback: unexpected word b",
                        "ringback: --seed many is not a whole number",
                        "ringback: --seed is given twice");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void shouldRefuseWhenTheFileIsMissing() {
        assertThat(run("replay", folder.resolve("none.tsv").toString())).isEqualTo(2);
        assertThat(text(err)).contains("none.tsv is not a file");
    }

    @Test
    void shouldRefuseWhenTheFileHasAnotherFormat() throws IOException {
        final Path file = Files.writeString(folder.resolve("other.csv"), "a,b,c\n1,2,3\n");
        assertThat(run("replay", file.toString())).isEqualTo(2);
        assertThat(text(err))
                .startsWith("ringback: other.csv is not a call log")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseWhenTheOutputCannotBeWritten() {
        assertThat(run("generate", "--out", folder.resolve("no/such/folder").toString()))
                .isEqualTo(2);
        assertThat(text(err)).startsWith("ringback: ");
    }

    @Test
    void shouldReplayWhatItGeneratedWhenGivenAFile() {
        final String file = folder.resolve("made.tsv").toString();
        assertThat(run("generate", "--seed", "7", "--out", file)).isZero();
        assertThat(run("replay", file, "--json", folder.resolve("made.json").toString()))
                .isZero();
        assertThat(text(out)).startsWith("Replay of made.tsv: 1 day, ");
        assertThat(folder.resolve("made.json")).isNotEmptyFile();
    }

    @Test
    void shouldLayTermsUponALogOnlyWhenTheyAreAskedFor() {
        final String file = folder.resolve("made.tsv").toString();
        assertThat(run("generate", "--seed", "7", "--out", file)).isZero();
        assertThat(run("replay", file)).isZero();
        assertThat(text(out)).doesNotContain("Business hours", "Callbacks", "called back", "refused");
        out.reset();
        assertThat(run("replay", file, "--hours", "mon-fri=08:00-22:00", "--offer-above", "1m", "--accept-share", "1"))
                .isZero();
        assertThat(text(out)).contains("Business hours: zone=UTC mon-fri=08:00-22:00\n", "Who accepts (100 %)");
        out.reset();
        assertThat(run("replay", "--hours", "none", "--offer-above", "none")).isZero();
        assertThat(text(out)).doesNotContain("Business hours", "Callbacks", "called back", "refused");
    }

    @Test
    void shouldRefuseTermsWhenTheyAreWrong() {
        assertThat(run("replay", "--hours", "mon-fry=08:00-22:00")).isEqualTo(2);
        assertThat(run("replay", "--accept-share", "2")).isEqualTo(2);
        assertThat(text(err).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("ringback: --"))
                .anyMatch(line -> line.endsWith("did you mean fri?"));
        assertThat(text(out)).isEmpty();
    }

    @Test
    void shouldPrintOnlyJsonWhenItGoesToTheStandardOutput() {
        assertThat(run("replay", "--json", "-")).isZero();
        assertThat(text(out)).startsWith("{\n").endsWith("}\n");
    }

    @Test
    void shouldForwardToTheScenariosWhenRunOrTraceIsAsked() throws IOException {
        final String scenario =
                Files.writeString(folder.resolve("one.scenario"), """
                        clock 2026-03-02T09:00 zone=UTC
                        ignore agent queued
                        queue support
                        agent ann
                        ready ann
                        call c1 support
                        expect routed c1 ann
                        """).toString();
        assertThat(run("trace", scenario)).isZero();
        assertThat(text(out)).contains("routed c1 ann");
        assertThat(run("run", scenario)).isZero();
        assertThat(text(out)).contains("1 passed, 0 failed");
    }

    @Test
    void shouldPrintTheTableWhenABillIsAsked() {
        assertThat(run(
                        "bill",
                        "agents=5000",
                        "bookings=200",
                        "queues=200",
                        "skills-per-agent=5.5",
                        "targets-per-agent=30"))
                .isZero();
        assertThat(text(out).lines())
                .hasSize(11)
                .anyMatch(line -> line.matches("bookings +200 .*"))
                .anyMatch(line -> line.matches("agents +5,000 +5,000 .*"))
                .anyMatch(line -> line.matches("queues +200 .*"))
                .anyMatch(line -> line.startsWith("total "));
    }

    @Test
    void shouldBillFewerWhenNotAllAgentsAreDefined() {
        assertThat(run("bill", "agents=5000", "defined-agents=100")).isZero();
        assertThat(text(out).lines()).anyMatch(line -> line.matches("agents +5,000 +100 .*"));
    }

    @Test
    void shouldWriteTheSameFiguresWhenABillGoesToJson() throws IOException {
        final Path file = folder.resolve("bill.json");
        assertThat(run("bill", "queues=3", "--json", file.toString())).isZero();
        assertThat(text(out)).contains("total ");
        out.reset();
        assertThat(run("bill", "queues=3", "--json", "-")).isZero();
        assertThat(text(out))
                .isEqualTo(Files.readString(file))
                .startsWith("{\n  \"bytes\": ")
                .contains("\"name\": \"queues\",\n      \"room\": 0,\n      \"defined\": 3,");
    }

    @Test
    void shouldRefuseWhenFiguresOfABillAreWrong() {
        assertThat(run("bill", "agnets=5")).isEqualTo(2);
        assertThat(run("bill", "agents=many")).isEqualTo(2);
        assertThat(run("bill", "skills-per-agent=")).isEqualTo(2);
        assertThat(run("bill", "agents")).isEqualTo(2);
        assertThat(run("bill", "agents=0")).isEqualTo(2);
        assertThat(run("bill", "agents=5", "agents=5")).isEqualTo(2);
        assertThat(run("bill", "skills-per-agent=-1")).isEqualTo(2);
        assertThat(text(err).lines())
                .containsExactly(
                        "ringback: unknown figure agnets; did you mean agents?",
                        "ringback: agents=many is not a whole number",
                        "ringback: skills-per-agent= is not a number",
                        "ringback: unexpected word agents; figures are given as agents=5000",
                        "ringback: agents: 0 is not in 1..10000000",
                        "ringback: agents is given twice",
                        "ringback: skillsPerAgent: -1.0 is not in 0..10000");
        assertThat(text(out)).isEmpty();
    }

    private int run(final String... words) {
        return Main.run(List.of(words), new PrintStream(out, true), new PrintStream(err, true));
    }

    private static String text(final ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
