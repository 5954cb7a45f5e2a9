package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The memory bill beside the live heap of a JVM that holds nothing but an engine, at three fills. */
class LiveHeapTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HUGE")
    void shouldBillTheLiveHeapWhenACenterFills(final FilledCenter.Size size) throws IOException, InterruptedException {
        check(size, "512m");
    }

    @Test
    @EnabledIfSystemProperty(named = "bill.huge", matches = "true")
    void shouldBillTheLiveHeapWhenAHugeCenterFills() throws IOException, InterruptedException {
        check(FilledCenter.Size.HUGE, "3g");
    }

    private static void check(final FilledCenter.Size size, final String heap)
            throws IOException, InterruptedException {
        final List<String> lines = elsewhere(size, heap).lines().toList();

        System.out.printf("live heap of %s%n%8s %14s %14s %10s%n", size, "fill", "bill", "measured", "difference");
        assertThat(lines).hasSize(FilledCenter.FILLS.size());
        for (final String line : lines) {
            final String[] figures = line.split(" ", -1);
            final long billed = Long.parseLong(figures[1]);
            final long measured = Long.parseLong(figures[2]);
            final double difference = 100.0 * (billed - measured) / measured;
            System.out.printf("%6s %% %,14d %,14d %8.2f %%%n", figures[0], billed, measured, difference);
            assertThat(difference)
                    .as("%% between the bill and the live heap of %s at %s %%", size, figures[0])
                    .isBetween(-5.0, 5.0);
        }
    }

    private static String elsewhere(final FilledCenter.Size size, final String heap)
            throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // Else a full collection may leave some dead objects in place to save moving the others.
                        "-XX:MarkSweepDeadRatio=0",
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FilledCenter.class.getName(),
                        size.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
