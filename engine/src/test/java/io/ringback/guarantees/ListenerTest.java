package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.agrona.ErrorHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** G10: every callback against every command called inside it, and against everything it may throw. */
class ListenerTest {
    private static final ErrorHandler UNEXPECTED = failure -> {
        throw new AssertionError("no callback was to throw", failure);
    };
    private static final ErrorHandler DEFAULT = EngineConfig.builder().build().errorHandler();

    static Stream<String> callbacks() {
        return Arrays.stream(EngineListener.class.getDeclaredMethods())
                .map(Method::getName)
                .sorted();
    }

    @Test
    void shouldCoverEveryMethodOfTheEngine() {
        final SortedSet<String> covered = new TreeSet<>(EngineCalls.COMMANDS.keySet());
        covered.addAll(EngineCalls.QUERIES.keySet());
        covered.add("validate()");

        assertThat(covered).isEqualTo(EngineMethods.all());
    }

    @Test
    void shouldCoverEveryCallbackOfTheListener() {
        final Transcript transcript = new Transcript();

        new Day(transcript.listener(), UNEXPECTED).live();

        assertThat(transcript.counts().keySet())
                .containsExactlyElementsOf(callbacks().toList());
    }

    @Test
    void shouldNotThrowWhenTheSameCommandsComeAfterTheCallback() {
        EngineCalls.COMMANDS.forEach((signature, command) -> {
            final Day day = new Day(new Transcript().listener(), UNEXPECTED);
            day.live();

            command.accept(day);

            day.engine.validate();
        });
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldThrowAndChangeNothingWhenACommandComesInsideACallback(final String callback) {
        final Transcript quiet = new Transcript();
        final Day quietDay = new Day(quiet.listener(), UNEXPECTED);
        quietDay.live();
        EngineCalls.COMMANDS.forEach((signature, command) -> {
            final Inside inside = new Inside(
                    callback,
                    day -> assertThatThrownBy(() -> command.accept(day))
                            .as("%s inside %s", signature, callback)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("callback"));

            inside.day.live();

            assertThat(inside.failures).as("%s inside %s", signature, callback).isEmpty();
            assertThat(inside.times).isEqualTo(quiet.count(callback)).isPositive();
            assertSame(inside, quiet, quietDay);
        });
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldAnswerAndChangeNothingWhenAQueryComesInsideACallback(final String callback) {
        final Transcript quiet = new Transcript();
        final Day quietDay = new Day(quiet.listener(), UNEXPECTED);
        quietDay.live();
        EngineCalls.QUERIES.forEach((signature, query) -> {
            final Inside inside = new Inside(callback, query);

            inside.day.live();

            assertThat(inside.failures).as("%s inside %s", signature, callback).isEmpty();
            assertThat(inside.times).isEqualTo(quiet.count(callback)).isPositive();
            assertSame(inside, quiet, quietDay);
        });
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldDeliverAllElseWhenACallbackThrows(final String callback) {
        final List<Supplier<Throwable>> troubles = List.of(
                () -> new IllegalArgumentException("thrown by a test"), () -> new AssertionError("thrown by a test"));
        for (final Supplier<Throwable> trouble : troubles) {
            final List<Throwable> handled = new ArrayList<>();
            assertHarmless(callback, trouble, handled::add);
            final Transcript quiet = new Transcript();
            new Day(quiet.listener(), UNEXPECTED).live();

            assertThat(handled)
                    .hasSize(quiet.count(callback))
                    .allSatisfy(failure -> assertThat(failure).hasMessage("thrown by a test"));
        }
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldDeliverAllElseWhenACallbackThrowsAndTheErrorHandlerToo(final String callback) {
        assertHarmless(callback, () -> new IllegalArgumentException("thrown by a test"), failure -> {
            throw new IllegalStateException("the handler throws as well", failure);
        });
        assertHarmless(callback, () -> new AssertionError("thrown by a test"), failure -> {
            throw new AssertionError("the handler throws as well", failure);
        });
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldDeliverAllElseWhenACallbackThrowsAndTheDefaultHandlerLogsIt(final String callback) {
        assertHarmless(callback, () -> new IllegalArgumentException("thrown by a test"), DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void shouldReportTheMisuseWhenACallbackLetsItsExceptionEscape(final String callback) {
        final List<Throwable> handled = new ArrayList<>();
        final Transcript quiet = new Transcript();
        new Day(quiet.listener(), UNEXPECTED).live();
        final Inside inside = new Inside(callback, day -> day.engine.advanceTo(day.nowMs.get() + 1), handled::add);

        inside.day.live();

        assertThat(handled)
                .hasSize(quiet.count(callback))
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(IllegalStateException.class));
        assertThat(inside.transcript.text()).isEqualTo(quiet.text());
    }

    private static void assertHarmless(
            final String callback, final Supplier<Throwable> trouble, final ErrorHandler errorHandler) {
        final Transcript quiet = new Transcript();
        final Day quietDay = new Day(quiet.listener(), UNEXPECTED);
        quietDay.live();
        final Inside inside = new Inside(callback, day -> sneak(trouble.get()), errorHandler);

        inside.day.live();

        assertThat(inside.times).isEqualTo(quiet.count(callback)).isPositive();
        assertSame(inside, quiet, quietDay);
    }

    private static void assertSame(final Inside inside, final Transcript quiet, final Day quietDay) {
        inside.day.engine.validate();
        assertThat(inside.transcript.text()).isEqualTo(quiet.text());
        assertThat(inside.day.engine.stateHash()).isEqualTo(quietDay.engine.stateHash());
        assertThat(inside.day.engine.clockRegressions()).isEqualTo(quietDay.engine.clockRegressions());
    }

    private static void sneak(final Throwable trouble) {
        if (trouble instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) trouble;
    }

    /** A day in whose callbacks of one kind something is done. */
    private static final class Inside {
        private final List<Throwable> failures = new ArrayList<>();
        private final Transcript transcript;
        private final Day day;
        private int times;

        Inside(final String callback, final Consumer<Day> action) {
            this(callback, action, null);
        }

        /** Without an error handler what the action throws is kept. */
        Inside(final String callback, final Consumer<Day> action, final ErrorHandler errorHandler) {
            transcript = new Transcript(called -> {
                if (called.equals(callback)) {
                    times++;
                    action.accept(day());
                }
            });
            day = new Day(transcript.listener(), errorHandler == null ? failures::add : errorHandler);
        }

        private Day day() {
            return day;
        }
    }
}
