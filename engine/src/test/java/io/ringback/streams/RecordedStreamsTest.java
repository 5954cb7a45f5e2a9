package io.ringback.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Recorder;
import io.ringback.scenario.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Random streams on a plain and a recorded engine: both behave the same, and the recording replays. */
class RecordedStreamsTest {
    private static final long SEED = 20_260_302;
    private static final int STREAMS = 100;
    private static final int LENGTH = 200;

    @Test
    void shouldReplayAsItHappenedWhenCommandsAreRandom() throws IOException {
        int empty = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            final Recorded live = new Recorded();
            final StreamRunner.Failure failure = new StreamRunner(live, SEED, LENGTH).run(stream, new Coverage());
            live.recorder.close();
            final Recorded replay = new Recorded();

            assertThat(failure).as("difference made by recording").isNull();
            assertThat(Scenario.parse("stream " + stream, live.text.toString()).run(replay::candidate))
                    .isEmpty();
            replay.recorder.close();

            assertThat(replay.text.toString()).isEqualTo(live.text.toString());
            // Whoever is still there has a number, which the replay masks.
            if (live.engine.engine().interactions() == 0) {
                empty++;
                assertThat(replay.engine.engine().stateHash())
                        .isEqualTo(live.engine.engine().stateHash());
            }
        }
        assertThat(empty).isPositive();
    }

    /** A plain engine beside a recorded one. */
    private static final class Recorded implements EnginePair {
        private final StringWriter text = new StringWriter();
        private final Recorder recorder = Recorder.to(text, ZoneOffset.UTC);
        private EngineOnNames engine;

        @Override
        public EngineUnderTest reference(final EngineLimits limits) {
            return new EngineOnNames(limits);
        }

        @Override
        public EngineUnderTest candidate(final EngineLimits limits) {
            engine = new EngineOnNames(limits, recorder::record);
            return engine;
        }
    }
}
