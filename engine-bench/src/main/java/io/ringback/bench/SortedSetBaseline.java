package io.ringback.bench;

import io.ringback.EngineListener;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/**
 * The careful baseline: waiting calls in a set sorted by rank, idle agents in a list, the longest idle first. Either
 * way the first that fits is taken.
 */
final class SortedSetBaseline extends NaiveCallLife {
    private final TreeSet<Call> waiting = new TreeSet<>();
    private final List<Agent> idle = new ArrayList<>();

    SortedSetBaseline(final Workload workload, final EngineListener listener) {
        super(workload, listener);
    }

    @Override
    Call takeCallFor(final Agent agent) {
        for (final Iterator<Call> byRank = waiting.iterator(); byRank.hasNext(); ) {
            final Call call = byRank.next();
            if (agent.satisfies(call)) {
                byRank.remove();
                return call;
            }
        }
        return null;
    }

    @Override
    Agent takeAgentFor(final Call call) {
        for (int i = 0; i < idle.size(); i++) {
            if (idle.get(i).satisfies(call)) {
                return idle.remove(i);
            }
        }
        return null;
    }

    @Override
    void addWaiting(final Call call) {
        waiting.add(call);
    }

    @Override
    void addIdle(final Agent agent) {
        idle.add(agent);
    }

    @Override
    public int waiting() {
        return waiting.size();
    }
}
