package io.ringback.bench;

import io.ringback.EngineListener;
import java.util.ArrayList;
import java.util.List;

/** The simplest baseline: keeps nothing in order, and searches all calls or all agents each time. */
final class ScanBaseline extends NaiveCallLife {
    private final List<Call> waiting = new ArrayList<>();

    ScanBaseline(final Workload workload, final EngineListener listener) {
        super(workload, listener);
    }

    @Override
    Call takeCallFor(final Agent agent) {
        int best = -1;
        for (int i = 0; i < waiting.size(); i++) {
            final Call call = waiting.get(i);
            if (agent.satisfies(call) && (best < 0 || call.compareTo(waiting.get(best)) < 0)) {
                best = i;
            }
        }
        return best < 0 ? null : waiting.remove(best);
    }

    @Override
    Agent takeAgentFor(final Call call) {
        Agent best = null;
        for (final Agent agent : agents()) {
            if (agent.idle && agent.satisfies(call) && (best == null || agent.readyOrder < best.readyOrder)) {
                best = agent;
            }
        }
        if (best != null) {
            best.idle = false;
        }
        return best;
    }

    @Override
    void addWaiting(final Call call) {
        waiting.add(call);
    }

    @Override
    void addIdle(final Agent agent) {
        agent.idle = true;
    }

    @Override
    public int waiting() {
        return waiting.size();
    }
}
