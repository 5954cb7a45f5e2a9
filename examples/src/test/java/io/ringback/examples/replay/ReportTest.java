package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.examples.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class ReportTest {
    /**
     * Changes when the engine decides otherwise, or the report says it otherwise: look at the report before the hash.
     */
    private static final String BUNDLED_DAY_SHA256 = "585327de44c7e42546c3d6e26d613ea3e1a9e4f82d44a345642c8c3512d61919";

    private static final String[] ROWS = {
        Logs.answered("PS", 0, 30_000, 0, 100, "A"),
        Logs.answered("PS", 0, 30_010, 30, 60, "A"),
        Logs.hungUp("NW", 30_020, 20),
        Logs.answered("NW", 0, 30_170, 0, 20, "A"),
        Logs.answered("NW", 0, 30_180, 0, 10, "-")
    };

    @Test
    void shouldAlignFiguresOfBothSidesWhenPrinted() {
        assertThat(Report.text(replay(ROWS)))
                .startsWith("""
                        Replay of test: 1 day, 5 calls, 1 agent
                        Left out: 0 phantom rows, 0 calls that ended before any queue, 0 malformed lines
                        Answered by an agent without a code: 1 call (replayed like all others; the agent cannot be logged in)

                        """)
                .contains(
                        "Conservation, checked for each day: every call ended exactly once.\n5 came = 3 answered + 1 hung up + 1 turned away");
    }

    @Test
    void shouldWorkOutBothSidesByTheSameDefinitions() {
        final Comparison.Group day = Comparison.of(replay(ROWS)).days().get(0);
        assertThat(day.name()).isEqualTo("1999-02-01");
        assertThat(day.calls()).isEqualTo(5);
        assertThat(day.recorded()).isEqualTo(new Figures(4, 1, 10.0, 30.0, 0.6, 180.0 / 190));
        assertThat(day.simulated()).isEqualTo(new Figures(3, 2, 24.0, 90.0, 0.4, 180.0 / 190));
        assertThat(day.queues()).extracting(Comparison.Group::name).containsExactly("NW", "PS");
    }

    @Test
    void shouldRepeatTheDayAndSumUpWhenThereAreSeveral() {
        final String[] rows = {ROWS[0], ROWS[0].replace("990201", "990202")};
        assertThat(Report.text(replay(rows)).lines().filter(line -> line.matches("(1999|all).*")))
                .extracting(line -> line.replaceAll(" .*", ""))
                .containsExactly("1999-02-01", "1999-02-02", "all", "1999-02-01", "1999-02-02", "all");
    }

    @Test
    void shouldBeWellFormedWhenWrittenAsJson() throws IOException, UsageException {
        final String json = JsonReport.text(replay(ReplayCommand.bundled(), TermsOptions.bundled()));
        assertThat(json).contains("\"meanWaitSeconds\": ", "\"queues\": [", "\"decisionsPerSecond\": ");
        JsonSyntax.check(json);
        JsonSyntax.check(JsonReport.text(replay(Logs.hungUp("PS", 30_000, 5))));
    }

    @Test
    void shouldBeTheSameOnEveryMachineWhenTheBundledDayIsReplayed()
            throws IOException, UsageException, NoSuchAlgorithmException {
        final String report = Report.text(replay(ReplayCommand.bundled(), TermsOptions.bundled()));
        final byte[] hash = MessageDigest.getInstance("SHA-256").digest(report.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).as(report).isEqualTo(BUNDLED_DAY_SHA256);
    }

    private static Outcomes replay(final String... rows) {
        return replay(Logs.of(rows), Terms.NONE);
    }

    private static Outcomes replay(final CallLog log, final Terms terms) {
        return Replay.run(log, terms, new Progress(new PrintStream(OutputStream.nullOutputStream()), false));
    }
}
