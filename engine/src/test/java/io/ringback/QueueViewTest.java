package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

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
}
