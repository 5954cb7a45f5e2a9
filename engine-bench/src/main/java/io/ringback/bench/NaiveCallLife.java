package io.ringback.bench;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the baselines share: plain objects found by id in hash maps, the facts, and the events that follow. They differ
 * in how they find a call for an agent and an agent for a call. There is only one queue, so events name none.
 */
abstract class NaiveCallLife implements CallLife {
    private final List<Predicate<int[]>> targets = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final Map<Long, Agent> agentsById = new HashMap<>();
    private final Map<Long, Call> calls = new HashMap<>();
    private final EngineListener listener;
    private long arrivals;
    private long readies;

    NaiveCallLife(final Workload workload, final EngineListener listener) {
        this.listener = listener;
        workload.targets().forEach(target -> targets.add(target.predicate()));
        long agentId = Workload.FIRST_AGENT_ID;
        for (final int[] levels : workload.agents()) {
            final Agent agent = new Agent(agentId++, levels);
            agents.add(agent);
            agentsById.put(agent.id, agent);
        }
    }

    /** Removes and returns the best ranked call that the agent satisfies, or null. */
    abstract Call takeCallFor(Agent agent);

    /** Finds the longest idle agent that satisfies the call, or null. It is not idle any more. */
    abstract Agent takeAgentFor(Call call);

    abstract void addWaiting(Call call);

    abstract void addIdle(Agent agent);

    final List<Agent> agents() {
        return agents;
    }

    @Override
    public void arrived(final long nowMs, final long callId, final int target) {
        final Call call = new Call(callId, targets.get(target), 0, nowMs, arrivals++);
        if (calls.putIfAbsent(callId, call) != null) {
            throw new IllegalStateException("call " + callId + " is here already");
        }
        listener.onQueued(nowMs, callId, null, Engine.EWT_UNKNOWN, Engine.NO_ID);
        final Agent agent = takeAgentFor(call);
        if (agent == null) {
            addWaiting(call);
        } else {
            route(nowMs, call, agent);
        }
    }

    @Override
    public void ready(final long nowMs, final long agentId) {
        final Agent agent = agentsById.get(agentId);
        agent.readyOrder = readies++;
        listener.onAgentState(nowMs, agentId, AgentState.READY);
        final Call call = takeCallFor(agent);
        if (call == null) {
            addIdle(agent);
        } else {
            route(nowMs, call, agent);
        }
    }

    @Override
    public void answered(final long nowMs, final long agentId) {
        final Agent agent = agentsById.get(agentId);
        if (agent.call == null) {
            throw new IllegalStateException("agent " + agentId + " has no call");
        }
        agent.answered = true;
    }

    @Override
    public void completed(final long nowMs, final long agentId) {
        final Agent agent = agentsById.get(agentId);
        final long callId = agent.call.id;
        agent.call = null;
        agent.answered = false;
        calls.remove(callId);
        listener.onEnded(nowMs, callId, EndReason.COMPLETED);
        listener.onAgentState(nowMs, agentId, AgentState.AFTER_CALL_WORK);
    }

    private void route(final long nowMs, final Call call, final Agent agent) {
        agent.call = call;
        listener.onRouted(nowMs, call.id, agent.id, null, nowMs - call.queuedMs);
        listener.onAgentState(nowMs, agent.id, AgentState.BUSY);
    }

    /** An agent with its levels by skill. */
    static final class Agent {
        final long id;
        final int[] levels;
        long readyOrder;
        boolean idle;
        Call call;
        boolean answered;

        Agent(final long id, final int[] levels) {
            this.id = id;
            this.levels = levels;
        }

        boolean satisfies(final Call call) {
            return call.target.test(levels);
        }
    }

    /** A call; its natural order is its rank. */
    static final class Call implements Comparable<Call> {
        final long id;
        final Predicate<int[]> target;
        final int priority;
        final long queuedMs;
        final long arrival;

        Call(
                final long id,
                final Predicate<int[]> target,
                final int priority,
                final long queuedMs,
                final long arrival) {
            this.id = id;
            this.target = target;
            this.priority = priority;
            this.queuedMs = queuedMs;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(final Call other) {
            if (priority != other.priority) {
                return Integer.compare(other.priority, priority);
            }
            if (queuedMs != other.queuedMs) {
                return Long.compare(queuedMs, other.queuedMs);
            }
            return Long.compare(arrival, other.arrival);
        }
    }
}
