package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.ringback.EngineListener;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.Recorder;
import io.ringback.scenario.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recorder is not noticed by engine and host, forgets no command, and costs no allocation. */
class RecorderTest {
    private static final long SEED = 20_260_302;
    private static final int LENGTH = 20_000;
    private static final int REHEARSALS = 3;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final StringWriter text = new StringWriter();
    private final Recorder recorder = Recorder.to(text, ZoneOffset.UTC);

    static Stream<String> callbacks() {
        return Arrays.stream(EngineListener.class.getDeclaredMethods())
                .map(Method::getName)
                .sorted();
    }

    static List<AllocationRow> rows() {
        return AllocationTable.rows();
    }

    @Test
    void shouldReachTheSameStateWhenARecordingIsReplayedWithItsNumbers() throws IOException {
        final List<Step> steps = Recording.of(SEED, LENGTH);
        final Player plain = new Player(100, 1_000);
        final Player recorded = new Player(100, 1_000, recorder::record);
        steps.forEach(step -> assertThat(recorded.apply(step)).isEqualTo(plain.apply(step)));
        recorder.close();
        final EngineOnNames[] replay = new EngineOnNames[1];

        assertThat(recorded.transcript().text()).isEqualTo(plain.transcript().text());
        assertThat(text.toString()).doesNotContain("number=+1555");
        assertThat(Scenario.parse("recording", unmasked(steps)).run(limits -> {
                    replay[0] = new EngineOnNames(limits);
                    return replay[0];
                }))
                .isEmpty();
        assertThat(replay[0].engine().stateHash())
                .isEqualTo(plain.engine().stateHash())
                .isEqualTo(recorded.engine().stateHash());
    }

    /** Masks are numbered as the numbers come. */
    private String unmasked(final List<Step> steps) {
        final Set<Long> numbers = new LinkedHashSet<>();
        for (final Step step : steps) {
            switch (step.kind()) {
                case CALL, CALLBACK, ACCEPT_OFFER, SCHEDULE -> numbers.add(15_550_000L + step.detail() % 7);
                default -> {}
            }
        }
        String unmasked = text.toString();
        int place = 0;
        for (final Long number : numbers) {
            place++;
            unmasked = unmasked.replace("+99900000000" + place + " ", "+" + number + " ")
                    .replace("+99900000000" + place + "\n", "+" + number + "\n");
        }
        return unmasked;
    }

    @Test
    void shouldWriteTheSameWhenAnotherThreadFlushes() throws IOException, InterruptedException {
        final List<Step> steps = Recording.of(SEED, LENGTH);
        final Player alone = new Player(100, 1_000, recorder::record);
        steps.forEach(alone::apply);
        recorder.close();
        final StringWriter other = new StringWriter();
        final Recorder flushed = Recorder.to(other, ZoneOffset.UTC);
        final AtomicBoolean over = new AtomicBoolean();
        final List<Throwable> failures = new ArrayList<>();
        final Thread flusher = new Thread(() -> {
            try {
                while (!over.get()) {
                    flushed.flush();
                }
            } catch (final IOException | RuntimeException failure) {
                failures.add(failure);
            }
        });
        flusher.start();

        final Player player = new Player(100, 1_000, flushed::record);
        steps.forEach(player::apply);
        over.set(true);
        flusher.join();
        flushed.close();

        assertThat(failures).isEmpty();
        assertThat(other.toString()).isEqualTo(text.toString());
    }

    @Test
    void shouldRecordEveryCommandAndNoQuery() {
        final Set<String> silent = new TreeSet<>();
        EngineCalls.COMMANDS.forEach((signature, command) -> {
            if (recorded(command).equals(recorded(day -> {}))) {
                silent.add(signature);
            }
        });

        // A target is written where a request asks for it.
        assertThat(silent).containsExactly("target(String)");
        EngineCalls.QUERIES.forEach(
                (signature, query) -> assertThat(recorded(query)).as(signature).isEqualTo(recorded(day -> {})));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldRecordTheSameWhenACallbackGivesCommandsOrThrows(final String callback) {
        final String quiet = recorded(day -> {});
        EngineCalls.COMMANDS.forEach((signature, command) -> {
            final Day[] day = new Day[1];
            final Transcript transcript = new Transcript(called -> {
                if (called.equals(callback)) {
                    assertThatThrownBy(() -> command.accept(day[0])).isInstanceOf(IllegalStateException.class);
                    throw new IllegalArgumentException("thrown by a test");
                }
            });
            final StringWriter recording = new StringWriter();
            final List<Throwable> handled = new ArrayList<>();
            try (Recorder other = Recorder.to(recording, ZoneOffset.UTC)) {
                day[0] = new Day(transcript.listener(), handled::add, other::record);
                day[0].live();
            } catch (final IOException impossible) {
                throw new AssertionError(impossible);
            }

            assertThat(handled)
                    .hasSize(transcript.count(callback))
                    .allSatisfy(failure -> assertThat(failure).hasMessage("thrown by a test"));
            assertThat(recording.toString())
                    .as("%s inside %s", signature, callback)
                    .isEqualTo(quiet);
        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldAllocateNothingWhenRecorded(final AllocationRow row) throws IOException {
        long bytes = -1;
        for (int n = 0; n <= REHEARSALS; n++) {
            bytes = perform(row);
        }

        assertThat(bytes).as("bytes allocated by %s", row).isZero();
    }

    private static long perform(final AllocationRow row) throws IOException {
        try (Recorder quiet = Recorder.to(Writer.nullWriter(), ZoneOffset.UTC)) {
            final Stage stage = new Stage(new CountingListener(), quiet::record);
            row.before().accept(stage);
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            final Object came = row.act().apply(stage);
            final long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(came).as("what came of %s", row).isEqualTo(row.expected());
            return bytes;
        }
    }

    /** The recording of a day with something more at its end. */
    private static String recorded(final Consumer<Day> more) {
        final StringWriter recording = new StringWriter();
        try (Recorder other = Recorder.to(recording, ZoneOffset.UTC)) {
            final Day day = new Day(new Transcript().listener(), failure -> {}, other::record);
            day.live();
            more.accept(day);
        } catch (final IOException impossible) {
            throw new AssertionError(impossible);
        }
        return recording.toString();
    }
}
