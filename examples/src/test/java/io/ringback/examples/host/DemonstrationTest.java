package io.ringback.examples.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.EndReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads make another conversation each time: what is tested holds for all of them. */
@Timeout(60)
final class DemonstrationTest {
    private static final Pattern LINE =
            Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  [<>]  (customer|agent) \\d+ +\\S.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{6,}");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void shouldLoseNobodyWhenTheShiftIsOver() throws InterruptedException {
        final Demonstration demonstration = new Demonstration(new Plan(60, 100, 60, 4, 7), new PrintStream(out, true));

        demonstration.play();

        assertThat(demonstration.tally().accepted()).isPositive();
        assertThat(demonstration.tally().ended())
                .isEqualTo(demonstration.tally().accepted());
        assertThat(lines()).last().asString().matches("accepted (\\d+) = ended \\1 \\+ present 0");
    }

    @Test
    void shouldPrintALineForEachFactAndDecisionWhenPeopleCall() throws InterruptedException {
        new Demonstration(new Plan(60, 100, 60, 4, 7), new PrintStream(out, true)).play();

        final List<String> conversation = conversation();
        assertThat(conversation)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(LINE).doesNotContainPattern(NUMBER));
        assertThat(conversation.stream().map(line -> line.substring(0, 12))).isSorted();
    }

    @Test
    void shouldCloseAtOnceAndLoseNobodyWhenStoppedAmidWork() throws InterruptedException {
        final CountDownLatch busy = new CountDownLatch(20_000);
        final Demonstration demonstration =
                new Demonstration(new Plan(86_400, 200, 10_000, 20, 7), new PrintStream(new Counted(busy), true));
        final Thread other = new Thread(() -> {
            try {
                assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (final InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            demonstration.stop();
        });

        other.start();
        demonstration.play();
        other.join();

        assertThat(demonstration.tally().ended())
                .isEqualTo(demonstration.tally().accepted());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("COMPLETED", "+ present 0");
    }

    @Test
    void shouldEndAsWellWhenNobodyIsThereToServe() throws InterruptedException {
        final Demonstration demonstration = new Demonstration(new Plan(60, 100, 20, 0, 7), new PrintStream(out, true));

        demonstration.play();

        assertThat(demonstration.tally().ended())
                .isEqualTo(demonstration.tally().accepted());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(EndReason.ABANDONED.name())
                .doesNotContain(EndReason.COMPLETED.name());
    }

    @Test
    void shouldEndAllThreadsWhenInterrupted() {
        final Demonstration demonstration =
                new Demonstration(new Plan(86_400, 1, 10, 2, 7), new PrintStream(out, true));

        Thread.currentThread().interrupt();

        assertThatThrownBy(demonstration::play).isInstanceOf(InterruptedException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("callers-1", "agents-1", "dialer-1", "ringback-engine");
    }

    @Test
    void shouldLookAsTheReadmeShowsWhenPeopleCall() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", "README.md")).stream()
                        .filter(line -> line.startsWith("09:"))
                        .filter(line -> !LINE.matcher(line).matches()))
                .isEmpty();
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines between the legend and the summary. */
    private List<String> conversation() {
        return lines().stream().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    }

    /** Lets a thread wait for so many bytes. */
    private final class Counted extends OutputStream {
        private final CountDownLatch bytes;

        Counted(final CountDownLatch bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(final int value) {
            out.write(value);
            bytes.countDown();
        }
    }
}
