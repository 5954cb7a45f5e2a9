package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QueueViewTest {
    private static final long NOW_MS = 1_772_442_000_000L;

    private final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
    private final Request request = new Request();
    private final QueueView view = new QueueView();

    @Test
    void shouldCountByKindWhenCallsAndCallbacksWaitAndTalk() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.callArrived(NOW_MS, request.of(1, queue));
        engine.callArrived(NOW_MS, request.of(2, queue));
        engine.requestCallback(NOW_MS, request.of(3, queue).number(442071838750L));
        engine.requestCallback(NOW_MS, request.of(4, queue).number(442071838751L));
        engine.defineAgent(NOW_MS, 17, SkillLevels.none());
        engine.agentReady(NOW_MS, 17);
        engine.defineAgent(NOW_MS, 18, SkillLevels.none());
        engine.agentReady(NOW_MS, 18);
        engine.defineAgent(NOW_MS, 19, SkillLevels.none());
        engine.agentReady(NOW_MS, 19);
        engine.dialAnswered(NOW_MS, 3, 1);

        engine.read(queue, view);

        assertThat(view.withAgents()).isEqualTo(3);
        assertThat(view.waiting()).isEqualTo(1);
        assertThat(view.waitingCalls()).isZero();
        assertThat(view.waitingCallbacks()).isEqualTo(1);
        assertThat(view.callbacks()).isEqualTo(2);
        assertThat(view.pausedUntilMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldTellUntilWhenWhenTheQueuePausesItsDials() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.requestCallback(NOW_MS, request.of(3, queue).number(442071838750L));
        engine.defineAgent(NOW_MS, 17, SkillLevels.none());
        engine.agentReady(NOW_MS, 17);
        engine.dialFailed(NOW_MS, 3, 1, DialFailure.ERROR);

        engine.read(queue, view);

        assertThat(view.pausedUntilMs()).isEqualTo(NOW_MS + 10_000);
    }

    @Test
    void shouldCountByKindAndStateWhenCallbacksAreDialedAnsweredAndRetried() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        ready(17);
        ready(18);
        ready(19);
        for (int id = 1; id <= 4; id++) {
            engine.requestCallback(NOW_MS, request.of(id, queue).number(442071838750L + id));
        }
        engine.dialFailed(NOW_MS, 1, 1, DialFailure.BUSY);
        ready(17);
        engine.agentNotReady(NOW_MS, 17);
        engine.agentNotReady(NOW_MS, 19);
        engine.dialAnswered(NOW_MS, 2, 1);
        engine.dialAnswered(NOW_MS, 3, 1);
        engine.callArrived(NOW_MS, request.of(5, queue));

        engine.read(queue, view);

        assertThat(view.count(InteractionKind.LIVE_CALL, InteractionState.QUEUED))
                .isEqualTo(1);
        assertThat(view.count(InteractionKind.LIVE_CALL, InteractionState.WITH_AGENT))
                .isZero();
        assertThat(view.count(InteractionKind.IMMEDIATE_CALLBACK, InteractionState.QUEUED))
                .isEqualTo(1);
        assertThat(view.count(InteractionKind.IMMEDIATE_CALLBACK, InteractionState.INVITED))
                .isEqualTo(1);
        assertThat(view.count(InteractionKind.IMMEDIATE_CALLBACK, InteractionState.ON_LINE))
                .isEqualTo(1);
        assertThat(view.count(InteractionKind.IMMEDIATE_CALLBACK, InteractionState.WITH_AGENT))
                .isEqualTo(1);
        assertThat(view.retrying()).isEqualTo(1);

        engine.advanceTo(NOW_MS + 300_000);
        engine.read(queue, view);

        assertThat(view.retrying()).isEqualTo(1);
        assertThat(view.count(InteractionKind.IMMEDIATE_CALLBACK, InteractionState.QUEUED))
                .isEqualTo(2);
    }

    @Test
    void shouldTellTheLongestWaitsWhenTheOldestIsNotOnTheLine() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.requestCallback(NOW_MS, request.of(1, queue).number(442071838750L));
        engine.callArrived(NOW_MS + 2_000, request.of(2, queue).headStart(60_000));
        engine.callArrived(NOW_MS + 3_000, request.of(3, queue));
        engine.advanceTo(NOW_MS + 10_000);

        engine.read(queue, view);
        assertThat(view.longestWaitMs()).isEqualTo(10_000);
        assertThat(view.longestOnLineWaitMs()).isEqualTo(8_000);

        engine.dialAnswered(NOW_MS + 10_000, 1, 1);
        engine.customerLeft(NOW_MS + 11_000, 2);
        engine.cancel(NOW_MS + 11_000, 1);
        engine.read(queue, view);
        assertThat(view.longestWaitMs()).isEqualTo(8_000);
        assertThat(view.longestOnLineWaitMs()).isEqualTo(8_000);

        ready(17);
        engine.advanceTo(NOW_MS + 60_000);
        engine.read(queue, view);
        assertThat(view.longestWaitMs()).isZero();
        assertThat(view.longestOnLineWaitMs()).isZero();

        engine.agentDeclined(NOW_MS + 61_000, 17);
        engine.read(queue, view);
        assertThat(view.longestWaitMs()).isEqualTo(58_000);
        assertThat(view.longestOnLineWaitMs()).isEqualTo(58_000);
    }

    @Test
    void shouldCountTheLongWaitOfACallbackOnTheLineWhenItsCustomerHasAnswered() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.requestCallback(NOW_MS, request.of(1, queue).number(442071838750L));
        ready(17);
        engine.agentNotReady(NOW_MS, 17);
        engine.dialAnswered(NOW_MS + 7_000, 1, 1);

        engine.read(queue, view);

        assertThat(view.longestWaitMs()).isEqualTo(7_000);
        assertThat(view.longestOnLineWaitMs()).isEqualTo(7_000);
    }

    @Test
    void shouldCountAgentsByStateWhenTheySatisfyTheQueue() {
        engine.defineSkill("en");
        final VirtualQueue queue = engine.queue(
                NOW_MS,
                "support",
                QueueSettings.builder()
                        .skills("en > 5")
                        .then(Duration.ofSeconds(1), "en")
                        .build());
        for (int agent = 1; agent <= 7; agent++) {
            engine.defineAgent(NOW_MS, agent, SkillLevels.of("en", agent + 3));
        }
        engine.agentReady(NOW_MS, 1);
        engine.agentReady(NOW_MS, 3);
        engine.callArrived(NOW_MS, request.of(1, queue));
        engine.agentReady(NOW_MS, 4);
        engine.callArrived(NOW_MS, request.of(2, queue));
        engine.agentCompleted(NOW_MS, 4);
        engine.agentReady(NOW_MS, 5);
        engine.agentNotReady(NOW_MS, 6);

        engine.read(queue, view);
        assertThat(agents()).containsExactly(1, 1, 1, 1, 1);

        engine.defineAgent(NOW_MS, 1, SkillLevels.of("en", 9));
        engine.defineAgent(NOW_MS, 3, SkillLevels.of("en", 2));
        engine.removeAgent(NOW_MS, 7);
        engine.read(queue, view);
        assertThat(agents()).containsExactly(0, 1, 2, 0, 1);

        engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.read(queue, view);
        assertThat(agents()).containsExactly(1, 1, 2, 1, 1);
        engine.validate();
    }

    @Test
    void shouldTellTheEstimateOfTheQueueWhenItIsRead() {
        final VirtualQueue queue =
                engine.queue(NOW_MS, "support", QueueSettings.builder().build());
        engine.callArrived(NOW_MS, request.of(1, queue));
        engine.callArrived(NOW_MS, request.of(2, queue));
        final WaitEstimate estimate = new WaitEstimate();
        engine.estimate(queue, estimate);

        engine.read(queue, view);

        assertThat(view.estimate()).usingRecursiveComparison().isEqualTo(estimate);
        assertThat(view.estimate().ahead()).isEqualTo(2);
    }

    private void ready(final long agent) {
        engine.defineAgent(NOW_MS, agent, SkillLevels.none());
        engine.agentReady(NOW_MS, agent);
    }

    /** In the order of the states: logged out, not ready, ready, busy, after-call work. */
    private int[] agents() {
        return Arrays.stream(AgentState.values()).mapToInt(view::agents).toArray();
    }
}
