package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentViewTest {
    private static final long NOW_MS = 1_772_442_000_000L;
    private static final long ANN = 17;

    private final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
    private final VirtualQueue queue =
            engine.queue(NOW_MS, "support", QueueSettings.builder().build());
    private final Request request = new Request();
    private final AgentView agent = new AgentView();

    private void call(final long id) {
        engine.callArrived(NOW_MS, request.of(id, queue));
    }

    @Test
    void shouldTellWhatAnAgentHandledWhenInteractionsEndWithIt() {
        engine.defineAgent(NOW_MS, ANN, SkillLevels.none());
        engine.agentReady(NOW_MS, ANN);
        call(1);
        engine.agentDeclined(NOW_MS, ANN);
        engine.customerLeft(NOW_MS, 1);
        engine.readAgent(ANN, agent);
        assertThat(agent.handled()).isZero();

        engine.agentReady(NOW_MS, ANN);
        call(2);
        engine.agentCompleted(NOW_MS, ANN);
        engine.agentReady(NOW_MS, ANN);
        call(3);
        engine.agentAnswered(NOW_MS, ANN);
        engine.readAgent(ANN, agent);
        assertThat(agent.handled()).isEqualTo(1);

        engine.agentLoggedOut(NOW_MS, ANN);
        engine.defineAgent(NOW_MS, ANN, SkillLevels.none());
        engine.readAgent(ANN, agent);
        assertThat(agent.handled()).isEqualTo(2);

        engine.removeAgent(NOW_MS, ANN);
        engine.defineAgent(NOW_MS, ANN, SkillLevels.none());
        engine.readAgent(ANN, agent);
        assertThat(agent.handled()).isZero();
    }
}
