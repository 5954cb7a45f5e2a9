package io.ringback.bench;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.Target;
import io.ringback.VirtualQueue;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** The engine: one queue, and each call brings its own target. */
final class EngineCallLife implements CallLife {
    private final Engine engine;
    private final VirtualQueue queue;
    private final Target[] targets;
    private final Request request = new Request();

    EngineCallLife(final Workload workload, final EngineListener listener) {
        this(workload, listener, Engine::create);
    }

    /** The engine made in another way. */
    EngineCallLife(
            final Workload workload,
            final EngineListener listener,
            final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        final CenterSize size = workload.size();
        final EngineConfig config = EngineConfig.builder()
                .agents(size.agents())
                .interactions(size.agents() + size.waiting())
                .skills(IntStream.range(0, size.skills())
                        .mapToObj(Workload::skillName)
                        .toArray(String[]::new))
                .build();
        engine = maker.apply(config, listener);
        targets = workload.targets().stream()
                .map(target -> engine.target(target.expression()))
                .toArray(Target[]::new);
        queue = engine.queue(0, "calls", QueueSettings.builder().build());
        long agentId = Workload.FIRST_AGENT_ID;
        for (final int[] levels : workload.agents()) {
            accept(engine.defineAgent(0, agentId++, skillLevels(levels)));
        }
    }

    private static SkillLevels skillLevels(final int[] levels) {
        final Map<String, Integer> named = new TreeMap<>();
        for (int skill = 0; skill < levels.length; skill++) {
            if (levels[skill] > 0) {
                named.put(Workload.skillName(skill), levels[skill]);
            }
        }
        return SkillLevels.of(named);
    }

    @Override
    public void arrived(final long nowMs, final long callId, final int target) {
        accept(engine.callArrived(nowMs, request.of(callId, queue).target(targets[target])));
    }

    @Override
    public void ready(final long nowMs, final long agentId) {
        accept(engine.agentReady(nowMs, agentId));
    }

    @Override
    public void answered(final long nowMs, final long agentId) {
        accept(engine.agentAnswered(nowMs, agentId));
    }

    @Override
    public void completed(final long nowMs, final long agentId) {
        accept(engine.agentCompleted(nowMs, agentId));
    }

    @Override
    public int waiting() {
        final QueueView view = new QueueView();
        engine.read(queue, view);
        return view.waiting();
    }

    private static void accept(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new IllegalStateException("refused: " + outcome);
        }
    }
}
