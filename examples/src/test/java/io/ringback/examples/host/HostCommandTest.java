package io.ringback.examples.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringback.examples.Main;
import io.ringback.examples.UsageException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class HostCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void shouldPlayThePlanWhenEachPartIsGiven() throws UsageException {
        assertThat(run("--seconds", "20", "--speed", "50", "--callers", "10", "--agents", "2", "--seed", "3"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("agent 2 ", "calls")
                .doesNotContain("agent 3 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--speed   | 0     | --speed 0 is not in 1..1000",
                "--seconds | long  | --seconds long is not a whole number",
                "--agents  | -1    | --agents -1 is not in 0..1000",
                "--callers | 10001 | --callers 10001 is not in 0..10000",
                "--calers  | 1     | unknown option --calers; did you mean --callers?"
            })
    void shouldSayWhatIsWrongWhenAnOptionIs(final String option, final String value, final String message) {
        assertThatThrownBy(() -> run(option, value))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
        assertThat(out.size()).isZero();
    }

    /** A termination runs the same hooks as Ctrl-C, and reaches a process whose parent ignores interrupts too. */
    @Test
    void shouldCloseCleanlyWhenItsProcessIsTerminated() throws IOException, InterruptedException {
        assumeTrue(ProcessHandle.current().supportsNormalTermination());
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "host",
                        "--seconds",
                        "86400",
                        "--callers",
                        "10000",
                        "--speed",
                        "100")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.contains("COMPLETED")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();

            process.toHandle().destroy();

            assertThat(lines.lines().toList()).last().asString().matches("accepted (\\d+) = ended \\1 \\+ present 0");
            assertThat(process.waitFor()).isNotZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private int run(final String... words) throws UsageException {
        return HostCommand.run(List.of(words), new PrintStream(out, true), System.err);
    }
}
