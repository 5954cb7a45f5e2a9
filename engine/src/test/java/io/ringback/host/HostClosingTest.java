package io.ringback.host;

import static io.ringback.host.HostStage.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostClosingTest {
    @Test
    void shouldApplyWhatWasAcceptedAndEndWhenItIsClosed() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final List<Integer> applied = new ArrayList<>();
            final CountDownLatch release = stage.hold();
            for (int i = 0; i < HostStage.CAPACITY; i++) {
                final int number = i;
                stage.host.submit((engine, nowMs) -> applied.add(number));
            }
            final Thread closing = closeAside(stage.host);
            while (stage.host.submit((engine, nowMs) -> applied.add(-1)) != Submission.CLOSED) {
                Thread.onSpinWait();
            }
            assertThat(closing.isAlive()).isTrue();
            release.countDown();
            closing.join();

            assertThat(applied).containsExactly(0, 1, 2, 3);
            assertThat(stage.owner().isAlive()).isFalse();
        }
    }

    @Test
    void shouldRefuseEverythingWhenItIsClosed() throws InterruptedException {
        final HostStage stage = new HostStage();
        stage.close();
        stage.close();

        assertThat(stage.host.submit((engine, nowMs) -> {})).isEqualTo(Submission.CLOSED);
        assertThat(stage.host.submit((engine, nowMs) -> {}, Duration.ofDays(1))).isEqualTo(Submission.CLOSED);
        assertThat(stage.host.ask((engine, nowMs) -> 1))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RejectedExecutionException.class)
                .withMessageContaining("CLOSED");
        stage.engine.validate();
    }

    @Test
    void shouldCloseWithoutWaitingWhenACallbackClosesIt() throws InterruptedException {
        final EngineHost[] self = new EngineHost[1];
        final List<String> told = new ArrayList<>();
        final EngineListener listener = new EngineListener() {
            @Override
            public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
                self[0].submit((engine, atMs) -> told.add("before the close"));
                self[0].close();
                told.add("after the close: " + self[0].submit((engine, atMs) -> told.add("never")));
            }
        };
        try (HostStage stage = new HostStage(listener)) {
            self[0] = stage.host;
            final CountDownLatch release = stage.hold();
            stage.host.submit((engine, nowMs) -> engine.agentReady(nowMs, AGENT));
            stage.host.submit((engine, nowMs) -> told.add("accepted"));
            release.countDown();
            stage.owner().join();

            assertThat(told).containsExactly("after the close: CLOSED", "before the close", "accepted");
            assertThat(stage.errors).isEmpty();
        }
    }

    @Test
    void shouldApplyWhatACommandSubmittedWhenItIsTheLastAndClosesTheHost() throws InterruptedException {
        try (HostStage stage = new HostStage()) {
            final List<String> told = new ArrayList<>();
            stage.host.submit((engine, nowMs) -> {
                stage.host.submit((again, atMs) -> told.add("after the close"));
                stage.host.close();
            });
            stage.owner().join();

            assertThat(told).containsExactly("after the close");
        }
    }

    @Test
    void shouldReturnStillInterruptedAndCloseAllTheSameWhenOneWhoClosesIsInterrupted() throws InterruptedException {
        final HostStage stage = new HostStage();
        final CountDownLatch release = stage.hold();
        final CompletableFuture<Integer> answer = stage.host.ask((engine, nowMs) -> 5);
        Thread.currentThread().interrupt();
        stage.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stage.owner().isAlive()).isTrue();
        release.countDown();
        assertThat(answer.join()).isEqualTo(5);
        stage.close();
        assertThat(stage.owner().isAlive()).isFalse();
    }

    @Test
    void shouldKeepTheProgramAliveUntilItIsClosedWhenItMakesItsOwnThread() {
        final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
        try (EngineHost host = EngineHost.start(engine)) {
            final Thread owner = host.ask((e, nowMs) -> Thread.currentThread()).join();

            assertThat(owner.getName()).isEqualTo("ringback-engine");
            assertThat(owner.isDaemon()).isFalse();
        }
    }

    @Test
    void shouldThrowWhenAConfigurationOrACommandIsNone() {
        final HostConfig.Builder builder = HostConfig.builder();
        for (final int capacity : new int[] {Integer.MIN_VALUE, -1, 0, HostConfig.CAPACITY_MAX + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.capacity(capacity))
                    .withMessageContaining("capacity: " + capacity);
        }
        assertThatNullPointerException()
                .isThrownBy(() -> builder.wallClock(null))
                .withMessage("wallClock");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.threadFactory(null))
                .withMessage("threadFactory");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.errorHandler(null))
                .withMessage("errorHandler");
        assertThatNullPointerException()
                .isThrownBy(() -> EngineHost.start(null))
                .withMessage("engine");
        try (HostStage stage = new HostStage()) {
            assertThatNullPointerException()
                    .isThrownBy(() -> stage.host.submit(null))
                    .withMessage("command");
            assertThatNullPointerException()
                    .isThrownBy(() -> stage.host.ask(null))
                    .withMessage("question");
        }
    }

    private static Thread closeAside(final EngineHost host) {
        final Thread closing = new Thread(host::close);
        closing.start();
        return closing;
    }
}
