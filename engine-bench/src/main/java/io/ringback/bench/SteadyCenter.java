package io.ringback.bench;

import io.ringback.EngineListener;
import java.util.function.BiFunction;

/**
 * The host: a center at full load, in steady state. It owns the clock and the ids, and knows of the implementation only
 * what the events say.
 *
 * <p>One {@link #step} is one call life. The agent that has been busy longest completes its call and becomes Ready,
 * gets the best ranked waiting call that it satisfies, and answers; a new call arrives. Now and then nothing that waits
 * fits the agent: it stays Ready until a call arrives for it. So there are always as many calls, waiting or with
 * agents, and one more waits for each idle agent.
 */
final class SteadyCenter {
    private static final long STEP_MS = 3;

    /** Ids in use at a time are at most half of those in circulation, so that one rests before it comes again. */
    private static final int IDS_PER_CALL = 2;

    private final CenterSize size;
    private final EventCounter events = new EventCounter();
    private final CallLife life;
    private final IdRing busyAgents;
    private final IdRing freeCallIds;
    private final int[] arrivals;
    private int nextArrival;
    private long nowMs;
    private long steps;
    private long taken;

    SteadyCenter(final Workload workload, final BiFunction<Workload, EngineListener, CallLife> implementation) {
        size = workload.size();
        life = implementation.apply(workload, events);
        arrivals = workload.arrivals();
        busyAgents = new IdRing(size.agents());
        freeCallIds = new IdRing(calls() * IDS_PER_CALL);
        for (int i = 0; i < calls() * IDS_PER_CALL; i++) {
            freeCallIds.add(Workload.FIRST_CALL_ID + i);
        }
        open();
    }

    private int calls() {
        return size.agents() + size.waiting();
    }

    /** Every agent takes one of the calls that have come; the rest waits. */
    private void open() {
        for (int i = 0; i < calls(); i++) {
            nowMs += STEP_MS;
            callArrives();
        }
        for (int i = 0; i < size.agents(); i++) {
            nowMs += STEP_MS;
            agentBecomesReady(Workload.FIRST_AGENT_ID + i);
        }
    }

    /** One call life. */
    void step() {
        nowMs += STEP_MS;
        steps++;
        final long agentId = busyAgents.take();
        life.completed(nowMs, agentId);
        freeCallIds.add(events.endedCallId());
        agentBecomesReady(agentId);
        callArrives();
    }

    private void agentBecomesReady(final long agentId) {
        life.ready(nowMs, agentId);
        answerIfRouted();
    }

    private void callArrives() {
        life.arrived(nowMs, freeCallIds.take(), arrivals[nextArrival]);
        nextArrival = nextArrival + 1 < arrivals.length ? nextArrival + 1 : 0;
        answerIfRouted();
    }

    /** A fact routes at most one call. */
    private void answerIfRouted() {
        if (events.routed() != taken) {
            taken++;
            final long agentId = events.routedAgentId();
            life.answered(nowMs, agentId);
            busyAgents.add(agentId);
        }
    }

    int idleAgents() {
        return size.agents() - busyAgents.size();
    }

    /**
     * Checks that the steps were what they should be: otherwise the measurement is void.
     *
     * @throws IllegalStateException naming what is wrong
     */
    void check() {
        expect("ended", steps, events.ended());
        expect("queued", calls() + steps, events.queued());
        expect("routed", busyAgents.size() + steps, events.routed());
        expect("agent states", size.agents() + 2 * steps + events.routed(), events.agentStates());
        expect("waiting", size.waiting() + idleAgents(), life.waiting());
        if (idleAgents() > size.agents() / 10) {
            throw new IllegalStateException("not at full load: " + idleAgents() + " agents are idle");
        }
    }

    private static void expect(final String what, final long expected, final long actual) {
        if (actual != expected) {
            throw new IllegalStateException(what + ": " + actual + " instead of " + expected);
        }
    }
}
