package io.ringback.examples;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;

/** The smallest host: one queue, one agent, one call. */
public final class QuickStart {
    private QuickStart() {}

    /**
     * Lets a call come, and then an agent.
     *
     * @param args not used
     */
    public static void main(final String[] args) {
        final EngineConfig config =
                EngineConfig.builder().skills("english", "billing").build();
        final Engine engine = Engine.create(config, new EngineListener() {
            @Override
            public void onRouted(
                    final long nowMs, final long id, final long agent, final VirtualQueue queue, final long waitedMs) {
                System.out.println("call " + id + " goes to agent " + agent + " after " + waitedMs + " ms");
            }
        });
        long nowMs = System.currentTimeMillis();
        final QueueSettings settings =
                QueueSettings.builder().skills("english >= 5 & billing").build();
        final VirtualQueue support = engine.queue(nowMs, "support", settings);
        engine.defineAgent(nowMs, 17, SkillLevels.of("english", 8, "billing", 3));

        engine.callArrived(nowMs, new Request().of(1, support).number(442071838750L));
        nowMs += 2_500;
        engine.agentReady(nowMs, 17);
        engine.agentAnswered(nowMs, 17);
        nowMs += 60_000;
        engine.agentCompleted(nowMs, 17);
    }
}
