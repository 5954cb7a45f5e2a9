package io.ringback.host;

import static io.ringback.host.HostStage.AGENT;
import static io.ringback.host.HostStage.CAPACITY;
import static io.ringback.host.HostStage.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.AgentState;
import io.ringback.AgentView;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.skill.SkillSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineHostTest {
    @Test
    void shouldApplyInOrderOnItsThreadWhenCommandsAreSubmitted() {
        try (HostStage stage = new HostStage()) {
            final List<Integer> applied = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                final int number = i;
                stage.submitSurely((engine, nowMs) -> {
                    assertThat(Thread.currentThread()).isSameAs(stage.owner());
                    assertThat(engine).isSameAs(stage.engine);
                    applied.add(number);
                });
            }
            stage.settle();

            assertThat(applied).hasSize(1_000).isSorted();
            assertThat(stage.errors).isEmpty();
        }
    }

    @Test
    void shouldAnswerOnItsThreadWhenAQuestionIsAsked() {
        try (HostStage stage = new HostStage()) {
            assertThat(stage.host
                            .ask((engine, nowMs) -> engine.agentReady(nowMs, AGENT))
                            .join())
                    .isEqualTo(Outcome.OK);
            assertThat(stage.host
                            .ask((engine, nowMs) -> engine.agentReady(nowMs, 99))
                            .join())
                    .isEqualTo(Outcome.UNKNOWN_AGENT);
            final AgentView view = new AgentView();
            assertThat(stage.host
                            .ask((engine, nowMs) -> engine.readAgent(AGENT, view))
                            .join())
                    .isTrue();
            assertThat(view.state()).isEqualTo(AgentState.READY);
            assertThat(stage.host.ask((engine, nowMs) -> Thread.currentThread()).join())
                    .isSameAs(stage.owner());
        }
    }

    @Test
    void shouldApplyAllTheSameWhenAnAnswerIsNoLongerWanted() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final CountDownLatch release = stage.hold();
            final CompletableFuture<Outcome> answer =
                    stage.host.ask((engine, nowMs) -> engine.agentReady(nowMs, AGENT));
            assertThat(answer.cancel(true)).isTrue();
            release.countDown();

            assertThat(stage.host.ask((engine, nowMs) -> engine.readyAgents()).join())
                    .isEqualTo(1);
        }
    }

    // ---- time ----

    @Test
    void shouldStampACommandWhenItIsApplied() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final CountDownLatch release = stage.hold();
            final CompletableFuture<Long> stamp = stage.host.ask((engine, nowMs) -> nowMs);
            stage.moveWallClock(Duration.ofMillis(250));
            release.countDown();

            assertThat(stamp.join()).isEqualTo(START_MS + 250);
        }
    }

    @Test
    void shouldNotRunBackWhenTheWallClockIsSetBack() {
        try (HostStage stage = new HostStage()) {
            stage.moveWallClock(Duration.ofSeconds(10));
            assertThat(stage.host
                            .ask((engine, nowMs) -> engine.agentReady(nowMs, AGENT))
                            .join())
                    .isEqualTo(Outcome.OK);
            stage.moveWallClock(Duration.ofHours(-1));

            assertThat(stage.host
                            .ask((engine, nowMs) -> {
                                engine.agentNotReady(nowMs, AGENT);
                                return nowMs;
                            })
                            .join())
                    .isBetween(START_MS + 10_000, START_MS + 3_600_000);
            assertThat(stage.engine.clockRegressions()).isZero();
        }
    }

    @Test
    void shouldNotRefuseACommandWhenItComesAfterDaysOfSilence() {
        try (HostStage stage = new HostStage()) {
            stage.settle();
            stage.moveWallClock(Duration.ofDays(10));

            assertThat(stage.host
                            .ask((engine, nowMs) -> engine.agentReady(nowMs, AGENT))
                            .join())
                    .isEqualTo(Outcome.OK);
            assertThat(stage.engine.nowMs())
                    .isEqualTo(START_MS + Duration.ofDays(10).toMillis());
        }
    }

    @Test
    void shouldStampAnEngineWithoutTimeWhenTheFirstCommandComes() {
        final Engine fresh = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
        try (EngineHost host = EngineHost.start(
                fresh, HostConfig.builder().wallClock(() -> START_MS).build())) {
            assertThat(host.ask((engine, nowMs) -> engine.defineAgent(nowMs, AGENT, SkillLevels.none()))
                            .join())
                    .isEqualTo(Outcome.OK);
        }
        assertThat(fresh.nowMs()).isEqualTo(START_MS);
    }

    @Test
    void shouldFireATimerWithoutACommandWhenTheWallClockReachesIt() throws InterruptedException {
        final ReadyWatch watch = new ReadyWatch();
        try (HostStage stage = new HostStage(watch)) {
            afterCallWork(stage);
            assertThat(stage.engine.nextDeadlineMs()).isEqualTo(START_MS + 1_000);
            stage.moveWallClock(Duration.ofMillis(1_500));
            watch.again.await();

            assertThat(watch.readyMs).containsExactly(START_MS, START_MS + 1_000);
        }
    }

    @Test
    void shouldSleepUntilATimerIsDueWhenNobodyWakesIt() throws InterruptedException {
        final ReadyWatch watch = new ReadyWatch();
        final AtomicLong clockReads = new AtomicLong();
        final Engine engine = Engine.create(EngineConfig.builder().build(), watch);
        final HostConfig config = HostConfig.builder()
                .wallClock(() -> {
                    clockReads.incrementAndGet();
                    return System.currentTimeMillis();
                })
                .build();
        try (EngineHost host = EngineHost.start(engine, config)) {
            host.submit((e, nowMs) -> {
                final VirtualQueue queue = e.queue(
                        nowMs,
                        "support",
                        QueueSettings.builder().wrapUp(Duration.ofSeconds(1)).build());
                e.defineAgent(nowMs, AGENT, SkillLevels.none());
                serve(e, nowMs, queue);
            });
            watch.again.await();
        }

        assertThat(watch.readyMs.get(1) - watch.readyMs.get(0)).isEqualTo(1_000);
        assertThat(clockReads.get()).as("looks at the clock in a second").isLessThan(100);
    }

    private static void afterCallWork(final HostStage stage) {
        stage.submitSurely((engine, nowMs) -> serve(engine, nowMs, stage.queue));
        stage.settle();
    }

    /** The agent goes through one call, up to the after-call work. */
    private static void serve(final Engine engine, final long nowMs, final VirtualQueue queue) {
        engine.agentReady(nowMs, AGENT);
        engine.callArrived(nowMs, new Request().of(1, queue));
        engine.agentAnswered(nowMs, AGENT);
        engine.agentCompleted(nowMs, AGENT);
    }

    /** When the agent became Ready, at first and again. */
    private static final class ReadyWatch implements EngineListener {
        final List<Long> readyMs = new ArrayList<>();
        final CountDownLatch again = new CountDownLatch(2);

        @Override
        public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
            if (state == AgentState.READY) {
                readyMs.add(nowMs);
                again.countDown();
            }
        }
    }

    // ---- when there is no place ----

    @Test
    void shouldAnswerFullWhenAsManyWaitAsMay() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final CountDownLatch release = stage.holdFull();
            final CompletableFuture<Boolean> touched = new CompletableFuture<>();

            assertThat(stage.host.submit((engine, nowMs) -> touched.complete(true)))
                    .isEqualTo(Submission.FULL);
            assertThat(stage.host.submit((engine, nowMs) -> touched.complete(true), Duration.ofMillis(1)))
                    .isEqualTo(Submission.FULL);
            assertThat(stage.host.ask((engine, nowMs) -> touched.complete(true)))
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(RejectedExecutionException.class)
                    .withMessageContaining("FULL");

            release.countDown();
            stage.settle();
            assertThat(touched).isNotDone();
        }
    }

    @Test
    void shouldTakeACommandWhenAPlaceComesFreeWhileItWaits() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final CountDownLatch release = stage.holdFull();
            final CompletableFuture<Submission> submission = new CompletableFuture<>();
            final CompletableFuture<Boolean> touched = new CompletableFuture<>();
            final Thread waiting = new Thread(() -> submission.complete(
                    submitPatiently(stage.host, (engine, nowMs) -> touched.complete(true), Duration.ofMinutes(1))));
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(submission).isNotDone();
            release.countDown();

            assertThat(submission.join()).isEqualTo(Submission.ACCEPTED);
            assertThat(touched.join()).isTrue();
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenOneWhoWaitsForAPlaceIsInterrupted() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final CountDownLatch release = stage.holdFull();
            final CompletableFuture<Boolean> touched = new CompletableFuture<>();
            Thread.currentThread().interrupt();

            assertThatThrownBy(
                            () -> stage.host.submit((engine, nowMs) -> touched.complete(true), Duration.ofMinutes(1)))
                    .isInstanceOf(InterruptedException.class);

            release.countDown();
            stage.settle();
            assertThat(touched).isNotDone();
        }
    }

    private static Submission submitPatiently(final EngineHost host, final Command command, final Duration maxWait) {
        try {
            return host.submit(command, maxWait);
        } catch (final InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    // ---- from inside a callback ----

    @Test
    void shouldApplyRightAfterWhenACommandComesFromInsideACallback() throws InterruptedException {
        final List<String> told = new ArrayList<>();
        final EngineHost[] self = new EngineHost[1];
        final EngineListener listener = new EngineListener() {
            @Override
            public void onQueued(
                    final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pending) {
                told.add("queued " + id);
                self[0].submit((engine, atMs) -> told.add("first after " + id));
                self[0].submit((engine, atMs) -> {
                    told.add("second after " + id);
                    self[0].submit((again, laterMs) -> told.add("third after " + id));
                    told.add("second done");
                });
            }

            @Override
            public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
                told.add("agent " + state);
            }
        };
        try (HostStage stage = new HostStage(listener)) {
            self[0] = stage.host;
            stage.submitSurely((engine, nowMs) -> engine.agentReady(nowMs, AGENT));
            final CountDownLatch release = stage.hold();
            stage.host.submit((engine, nowMs) -> engine.callArrived(nowMs, new Request().of(1, stage.queue)));
            stage.host.submit((engine, nowMs) -> told.add("of another thread"));
            release.countDown();
            stage.settle();

            assertThat(told)
                    .containsExactly(
                            "agent READY",
                            "queued 1",
                            "agent BUSY",
                            "first after 1",
                            "second after 1",
                            "second done",
                            "third after 1",
                            "of another thread");
            assertThat(stage.errors).isEmpty();
        }
    }

    @Test
    void shouldAnswerFullAndNotWaitWhenTooManyComeFromTheOwnerThread() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final List<Submission> submissions = new ArrayList<>();
            final List<Integer> applied = new ArrayList<>();
            final CountDownLatch release = stage.hold();
            stage.host.submit((engine, nowMs) -> {
                for (int i = 0; i <= CAPACITY; i++) {
                    final int number = i;
                    submissions.add(
                            submitPatiently(stage.host, (again, atMs) -> applied.add(number), Duration.ofDays(365)));
                }
            });
            for (int i = 1; i < CAPACITY; i++) {
                stage.host.submit((engine, nowMs) -> assertThat(applied).hasSize(CAPACITY));
            }
            assertThat(stage.host.submit((engine, nowMs) -> {})).isEqualTo(Submission.FULL);
            release.countDown();
            stage.settle();

            assertThat(submissions)
                    .hasSize(CAPACITY + 1)
                    .startsWith(Submission.ACCEPTED)
                    .endsWith(Submission.FULL);
            assertThat(applied).containsExactly(0, 1, 2, 3);
            assertThat(stage.errors).isEmpty();
        }
    }

    // ---- failures ----

    @Test
    void shouldGoOnWhenACommandThrows() {
        try (HostStage stage = new HostStage()) {
            final IllegalStateException thrown = new IllegalStateException("by a command");
            final OutOfMemoryError error = new OutOfMemoryError("by a command");
            stage.submitSurely((engine, nowMs) -> {
                throw thrown;
            });
            stage.submitSurely((engine, nowMs) -> {
                throw error;
            });
            stage.settle();

            assertThat(stage.errors).containsExactly(thrown, error);
        }
    }

    @Test
    void shouldTellTheOneWhoAskedWhenAQuestionThrows() {
        try (HostStage stage = new HostStage()) {
            assertThatThrownBy(() -> stage.host
                            .ask((engine, nowMs) -> engine.target("englsh > 5"))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(SkillSyntaxException.class);
            final OutOfMemoryError error = new OutOfMemoryError("by a question");
            assertThatThrownBy(() -> stage.host
                            .ask((engine, nowMs) -> {
                                throw error;
                            })
                            .join())
                    .hasCause(error);
            stage.settle();
            assertThat(stage.errors).isEmpty();
        }
    }

    @Test
    void shouldGoOnWhenTheErrorHandlerThrows() {
        final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
        final HostConfig config = HostConfig.builder()
                .errorHandler(failure -> {
                    throw new IllegalStateException(failure);
                })
                .build();
        try (EngineHost host = EngineHost.start(engine, config)) {
            host.submit((e, nowMs) -> {
                throw new IllegalStateException("by a command");
            });

            assertThat(host.ask((e, nowMs) -> 5).join()).isEqualTo(5);
        }
    }

    @Test
    void shouldGoOnWithTheLastTimeWhenTheClockThrows() {
        try (HostStage stage = new HostStage()) {
            stage.settle();
            final IllegalStateException broken = new IllegalStateException("broken clock");
            final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
            final AtomicLong reads = new AtomicLong();
            final HostConfig config = HostConfig.builder()
                    .wallClock(() -> {
                        if (reads.getAndIncrement() > 0) {
                            throw broken;
                        }
                        return START_MS;
                    })
                    .errorHandler(stage.errors::add)
                    .build();
            try (EngineHost host = EngineHost.start(engine, config)) {
                assertThat(host.ask((e, nowMs) -> nowMs).join()).isEqualTo(START_MS);
            }
            assertThat(stage.errors).isNotEmpty().containsOnly(broken);
        }
    }

    @Test
    void shouldClearAnInterruptWhenItsThreadIsInterrupted() {
        try (HostStage stage = new HostStage()) {
            stage.settle();
            for (int i = 0; i < 100; i++) {
                stage.owner().interrupt();
            }
            stage.submitSurely((engine, nowMs) -> Thread.currentThread().interrupt());

            assertThat(stage.host
                            .ask((engine, nowMs) -> Thread.currentThread().isInterrupted())
                            .join())
                    .isFalse();
        }
    }
}
