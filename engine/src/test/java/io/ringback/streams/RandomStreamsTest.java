package io.ringback.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringback.naive.NaiveEngine;
import io.ringback.naive.RuleSwitches;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Verb;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * Compares the engine with the naive one on random streams of commands. {@code -Dseed=} and {@code -Diterations=} make
 * other and longer runs; fewer streams than the build takes are not held to the floors of coverage.
 */
class RandomStreamsTest {
    private static final long DEFAULT_SEED = 20_260_302;
    private static final long DEFAULT_STREAMS = 10_000;
    private static final int LENGTH = 200;
    private static final int HANDLED = 1_200;

    @Test
    void shouldBehaveLikeTheNaiveEngineWhenCommandsAreRandom() throws InterruptedException, ExecutionException {
        final long seed = Long.getLong("seed", DEFAULT_SEED);
        final long streams = Long.getLong("iterations", DEFAULT_STREAMS);
        final StreamRunner runner = new StreamRunner(new Engines(), seed, LENGTH);

        final StreamSweep.Result result = StreamSweep.run(runner, streams);

        if (result.failure() != null) {
            fail(runner.describe(result.failure()));
        }
        System.out.println("random streams: " + streams + " of seed " + seed + "\n");
        System.out.println(CoverageTable.of(result.coverage()));
        if (streams >= DEFAULT_STREAMS) {
            assertThat(CoverageFloors.below(result.coverage(), (double) streams / DEFAULT_STREAMS))
                    .as("what random streams met too rarely")
                    .isEmpty();
        }
    }

    /** Random streams are too short for a mean handle time that no longer counts all alike. */
    @Test
    void shouldLearnLikeTheNaiveEngineWhenHundredsAreHandled() {
        final Comparison comparison = new Comparison(new Engines(), EngineLimits.DEFAULT, HANDLED);
        long nowMs = Names.START_MS;
        check(comparison, nowMs, Verb.QUEUE, "q1");
        check(comparison, nowMs, Verb.AGENT, "a1");
        check(comparison, nowMs, Verb.READY, "a1");
        check(comparison, nowMs, Verb.CALL, "c1", "q1");
        for (int n = 1; n <= HANDLED; n++) {
            final boolean hangsUp = n % 7 == 0;
            check(comparison, nowMs, Verb.CALL, "c" + (1 + n % 3), "q1");
            if (hangsUp) {
                check(comparison, nowMs, Verb.CALL, "c9", "q1");
            }
            nowMs += 1_000L * (1 + n * 37 % 90);
            if (hangsUp) {
                check(comparison, nowMs, Verb.ABANDON, "c9");
            }
            check(comparison, nowMs, Verb.COMPLETE, "a1");
            check(comparison, nowMs, Verb.READY, "a1");
        }
        assertThat(comparison.reference().ewtMs("q1")).isPositive();
    }

    private static void check(final Comparison comparison, final long nowMs, final Verb verb, final String... names) {
        assertThat(comparison.apply(new StreamStep(nowMs, new Command(verb, List.of(names), Map.of()))))
                .isNull();
    }

    private static final class Engines implements EnginePair {
        @Override
        public EngineUnderTest reference(final EngineLimits limits) {
            return new NaiveEngine(limits, RuleSwitches.allOn());
        }

        @Override
        public EngineUnderTest candidate(final EngineLimits limits) {
            return new EngineOnNames(limits);
        }

        @Override
        public void validate(final EngineUnderTest reference, final EngineUnderTest candidate) {
            ((NaiveEngine) reference).checkGuarantees();
            ((EngineOnNames) candidate).engine().validate();
        }
    }
}
