package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.AgentView;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import org.junit.jupiter.api.Test;

final class ThreadsTest {
    @Test
    void shouldRouteTheCallWhenCommandsComeThroughTheHost() {
        final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
        final VirtualQueue support =
                engine.queue(1, "support", QueueSettings.builder().build());
        engine.defineAgent(1, 17, SkillLevels.none());
        engine.advanceTo(System.currentTimeMillis());

        assertThat(Threads.callWhileAnAgentIsReady(engine, support)).isEqualTo(Outcome.OK);

        final AgentView agent = new AgentView();
        assertThat(engine.readAgent(17, agent)).isTrue();
        assertThat(agent.state()).isEqualTo(AgentState.BUSY);
    }
}
