package io.ringback.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringback.naive.NaiveEngine;
import io.ringback.naive.RuleSwitches;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.EngineUnderTest;
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

    private static final class Engines implements EnginePair {
        @Override
        public EngineUnderTest reference(final EngineLimits limits) {
            return new NaiveEngine(
                    limits.agents(), limits.interactions(), limits.maxClockStepMs(), RuleSwitches.allOn());
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
