package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million commands from eight threads, each of them accounted for. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MillionCommandsTest {
    private static final int PRODUCERS = 8;
    private static final int COMMANDS_EACH = 125_000;
    private static final int COMMANDS = PRODUCERS * COMMANDS_EACH;
    private static final long START_MS = HostStage.START_MS;

    @Test
    void shouldAccountForEveryCommandWhenEightThreadsSubmitAMillion() throws Exception {
        final Center center = new Center();
        final List<Throwable> errors = new ArrayList<>();
        final HostConfig config =
                HostConfig.builder().capacity(1_000).errorHandler(errors::add).build();
        final ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
        try (EngineHost host = EngineHost.start(center.engine, config)) {
            final List<Future<Integer>> accepted = new ArrayList<>();
            for (int p = 0; p < PRODUCERS; p++) {
                final int producer = p;
                accepted.add(threads.submit(() -> produce(host, center, producer)));
            }
            for (final Future<Integer> one : accepted) {
                assertThat(one.get()).isEqualTo(COMMANDS_EACH);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(errors).isEmpty();
        center.account();
        System.out.println("host: " + center.applied + " commands of " + PRODUCERS + " threads, "
                + center.engine.interactions() + " interactions left");

        final Center again = center.replayed();
        assertThat(again.engine.stateHash()).isEqualTo(center.engine.stateHash());
        assertThat(again.events).isEqualTo(center.events);
    }

    private static int produce(final EngineHost host, final Center center, final int producer)
            throws InterruptedException {
        int accepted = 0;
        while (accepted < COMMANDS_EACH) {
            final int number = accepted;
            final Submission submission =
                    host.submit((engine, nowMs) -> center.apply(nowMs, producer, number), Duration.ofMinutes(1));
            assertThat(submission).isEqualTo(Submission.ACCEPTED);
            accepted++;
        }
        return accepted;
    }

    /** An agent and many calls per producer; what became of each command, and what the engine reported. */
    private static final class Center implements EngineListener {
        private final Engine engine;
        private final VirtualQueue queue;
        private final Request request = new Request();
        private final long[] stampMs = new long[COMMANDS];
        private final byte[] producers = new byte[COMMANDS];
        private final int[] next = new int[PRODUCERS];
        private final long[][] outcomes = new long[Verb.values().length][Outcome.values().length];
        private final long[] ended = new long[EndReason.values().length];
        private int applied;
        private long events;
        private long queued;

        /** What a producer does, over and over. */
        private enum Verb {
            READY,
            ARRIVED,
            ANSWERED,
            COMPLETED,
            ARRIVED_TOO,
            LEFT
        }

        Center() {
            engine = Engine.create(
                    EngineConfig.builder().agents(PRODUCERS).interactions(5_000).build(), this);
            queue = engine.queue(
                    START_MS, "calls", QueueSettings.builder().maxWaiting(4_000).build());
            for (int p = 0; p < PRODUCERS; p++) {
                engine.defineAgent(START_MS, p, SkillLevels.none());
            }
        }

        void apply(final long nowMs, final int producer, final int number) {
            assertThat(next[producer]++ == number).isTrue();
            stampMs[applied] = nowMs;
            producers[applied++] = (byte) producer;
            final Verb verb = Verb.values()[number % Verb.values().length];
            outcomes[verb.ordinal()][give(verb, nowMs, producer, number).ordinal()]++;
        }

        private Outcome give(final Verb verb, final long nowMs, final int producer, final long number) {
            final long call = number * PRODUCERS + producer;
            return switch (verb) {
                case READY -> engine.agentReady(nowMs, producer);
                case ARRIVED, ARRIVED_TOO -> engine.callArrived(nowMs, request.of(call, queue));
                case ANSWERED -> engine.agentAnswered(nowMs, producer);
                case COMPLETED -> engine.agentCompleted(nowMs, producer);
                case LEFT -> engine.customerLeft(nowMs, call - PRODUCERS * (number % 4 == 1 ? 1L : 4L));
            };
        }

        private long ok(final Verb verb) {
            return outcomes[verb.ordinal()][Outcome.OK.ordinal()];
        }

        /** Every command had one outcome, and every accepted one had its effect. */
        void account() {
            engine.validate();
            assertThat(applied).isEqualTo(COMMANDS);
            assertThat(Arrays.stream(outcomes).flatMapToLong(Arrays::stream).sum())
                    .isEqualTo(COMMANDS);
            assertThat(ok(Verb.ARRIVED) + ok(Verb.ARRIVED_TOO)).isEqualTo(queued);
            assertThat(ok(Verb.COMPLETED)).isPositive().isEqualTo(ended[EndReason.COMPLETED.ordinal()]);
            assertThat(ok(Verb.LEFT)).isPositive().isEqualTo(ended[EndReason.ABANDONED.ordinal()]);
            assertThat(queued).isEqualTo(Arrays.stream(ended).sum() + engine.interactions());
            assertThat(present()).isEqualTo(engine.interactions());
            assertThat(engine.clockRegressions()).isZero();
        }

        private long present() {
            final InteractionView view = new InteractionView();
            long present = 0;
            for (long id = 0; id < COMMANDS; id++) {
                present += engine.read(id, view) ? 1 : 0;
            }
            return present;
        }

        /** The same commands with the same stamps, in the order in which they were applied, by one thread. */
        Center replayed() {
            final Center again = new Center();
            for (int i = 0; i < applied; i++) {
                again.engine.advanceTo(stampMs[i]);
                again.apply(stampMs[i], producers[i], again.next[producers[i]]);
            }
            return again;
        }

        private void event(final long nowMs, final long subject, final int kind) {
            events = (((events * 31 + nowMs) * 31) + subject) * 31 + kind;
        }

        @Override
        public void onQueued(
                final long nowMs, final long id, final VirtualQueue itsQueue, final long ewtMs, final long pendingId) {
            queued++;
            event(nowMs, id, -1);
        }

        @Override
        public void onRouted(
                final long nowMs, final long id, final long agentId, final VirtualQueue itsQueue, final long waitedMs) {
            event(nowMs, id, (int) agentId);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            ended[reason.ordinal()]++;
            event(nowMs, id, -2 - reason.ordinal());
        }
    }
}
