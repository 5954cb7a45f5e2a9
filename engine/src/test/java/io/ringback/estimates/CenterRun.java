package io.ringback.estimates;

import io.ringback.AgentState;
import io.ringback.AgentView;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.WaitEstimate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Simulates a center, event by event, on the engine: it makes the calls, ends the services and the patience, and sends
 * agents home and back; the engine decides who talks to whom. Whoever has to wait is told an estimate, and is scored
 * when the wait is over.
 */
final class CenterRun implements EngineListener {
    private static final long START_MS = 1_772_442_000_000L;
    private static final double WARM_UP = 0.1;

    private final Center center;
    private final Draws draws;
    private final long arrivals;
    private final Engine engine;
    private final VirtualQueue[] queues;
    private final Score[] scores;
    private final OfferedWaits offered;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final Map<Long, Customer> waiting = new HashMap<>();
    private final Request request = new Request();
    private final WaitEstimate newcomer = new WaitEstimate();
    private final WaitEstimate own = new WaitEstimate();
    private final AgentView agent = new AgentView();
    private long happenings;
    private long customers;
    private long queuedEwtMs;
    private long routedAgent = Engine.NO_ID;

    /** How many take a further call: those who are to go after the present one do not count. */
    private int agents = Center.AGENTS;

    private CenterRun(final Center center, final long seed, final long arrivals) {
        this.center = center;
        this.draws = new Draws(seed);
        this.arrivals = arrivals;
        this.engine = Engine.create(
                EngineConfig.builder()
                        .agents(Center.AGENTS)
                        .interactions(100_000)
                        .build(),
                this);
        this.queues = new VirtualQueue[center.lines()];
        this.scores = new Score[center.lines()];
        for (int line = 0; line < scores.length; line++) {
            scores[line] = new Score();
        }
        this.offered = new OfferedWaits(scores);
    }

    /**
     * Runs a center from empty. The first tenth of the calls is not scored.
     *
     * @return the scores of the lines, the highest priority first
     */
    static Score[] of(final Center center, final long seed, final long arrivals) {
        final CenterRun run = new CenterRun(center, seed, arrivals);
        run.open();
        run.goOn();
        return run.scores;
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        queuedEwtMs = ewtMs;
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        final Customer customer = waiting.remove(id);
        if (customer.waits) {
            offered.served(customer, nowMs);
        }
        routedAgent = agentId;
        plan(nowMs + customer.serviceMs, Happening.Kind.END_OF_SERVICE, agentId);
    }

    private void open() {
        for (int line = 0; line < queues.length; line++) {
            queues[line] = engine.queue(
                    START_MS,
                    "line " + line,
                    QueueSettings.builder()
                            .priority(-line)
                            .wrapUp(Duration.ZERO)
                            .build());
        }
        for (int id = 1; id <= Center.AGENTS; id++) {
            engine.defineAgent(START_MS, id, SkillLevels.none());
            engine.agentReady(START_MS, id);
        }
        plan(START_MS + draws.untilArrivalMs(center.peakRate()), Happening.Kind.ARRIVAL, Engine.NO_ID);
        if (center.fewestAgents() < Center.AGENTS) {
            plan(START_MS + Center.SHIFT_MS, Happening.Kind.CHANGE_OF_STAFF, Engine.NO_ID);
        }
    }

    /** Calls go on to come until everyone that counts has been scored: who waits may be passed by later calls. */
    private void goOn() {
        while (customers < arrivals || offered.open() > 0) {
            final Happening next = agenda.remove();
            switch (next.kind()) {
                case ARRIVAL -> candidate(next.atMs());
                case END_OF_SERVICE -> endOfService(next.atMs(), next.subject());
                case END_OF_PATIENCE -> endOfPatience(next.atMs(), next.subject());
                case CHANGE_OF_STAFF -> changeOfStaff(next.atMs());
                default -> throw new IllegalStateException(next.toString());
            }
            if (engine.readyAgents() > 0) {
                offered.agentIsIdle(next.atMs());
            }
        }
    }

    private void candidate(final long nowMs) {
        plan(nowMs + draws.untilArrivalMs(center.peakRate()), Happening.Kind.ARRIVAL, Engine.NO_ID);
        if (draws.arrives(center.rate(nowMs - START_MS) / center.peakRate())) {
            arrival(nowMs);
        }
    }

    private void arrival(final long nowMs) {
        final int line = center.lines() == 1 ? 0 : draws.line(center.highShare());
        final boolean counts = customers >= WARM_UP * arrivals && customers < arrivals;
        final Customer customer = new Customer(++customers, line, nowMs, draws.serviceMs(), counts);
        if (counts) {
            scores[line].call();
        }
        waiting.put(customer.id, customer);
        engine.advanceTo(nowMs);
        engine.estimate(queues[line], newcomer);
        accept(engine.callArrived(nowMs, request.of(customer.id, queues[line])));
        answer(nowMs);
        if (waiting.containsKey(customer.id)) {
            waits(customer);
        }
    }

    private void waits(final Customer customer) {
        engine.estimate(customer.id, own);
        checkToldAlike(customer);
        customer.waits = true;
        customer.told(own, center.exactMeanMs(customer.line, offered.ahead(customer.line), agents));
        offered.joins(customer);
        if (center.impatience() > 0) {
            final long patienceMs = draws.patienceMs(center.patienceRate());
            plan(customer.arrivedMs + patienceMs, Happening.Kind.END_OF_PATIENCE, customer.id);
        }
    }

    /** Whoever counts is told a figure, and the same as somebody about to join, and as the event said. */
    private void checkToldAlike(final Customer customer) {
        final boolean alike = queuedEwtMs == own.medianMs()
                && newcomer.medianMs() == own.medianMs()
                && newcomer.p90Ms() == own.p90Ms()
                && newcomer.meanMs() == own.meanMs()
                && newcomer.ahead() == own.ahead();
        if (!alike || (customer.counts && !own.known())) {
            throw new IllegalStateException("Customer " + customer.id + " was told " + queuedEwtMs
                    + " as median, before that " + newcomer.medianMs() + ", in its place " + own.medianMs());
        }
    }

    private void endOfPatience(final long nowMs, final long id) {
        final Customer customer = waiting.remove(id);
        if (customer != null) {
            offered.leaves(customer);
            accept(engine.customerLeft(nowMs, id));
        }
    }

    private void endOfService(final long nowMs, final long agentId) {
        accept(engine.agentCompleted(nowMs, agentId));
        answer(nowMs);
        goHomeWhenDone(nowMs, agentId);
    }

    /** Half of the time some agents are away: they finish their call and go, and come back together. */
    private void changeOfStaff(final long nowMs) {
        final boolean go = agents == Center.AGENTS;
        agents = go ? center.fewestAgents() : Center.AGENTS;
        for (int id = center.fewestAgents() + 1; id <= Center.AGENTS; id++) {
            accept(go ? engine.agentNotReady(nowMs, id) : engine.agentReady(nowMs, id));
            answer(nowMs);
            goHomeWhenDone(nowMs, id);
        }
        plan(nowMs + Center.SHIFT_MS, Happening.Kind.CHANGE_OF_STAFF, Engine.NO_ID);
    }

    private void goHomeWhenDone(final long nowMs, final long agentId) {
        engine.readAgent(agentId, agent);
        if (agent.state() == AgentState.NOT_READY) {
            accept(engine.agentLoggedOut(nowMs, agentId));
        }
    }

    private void answer(final long nowMs) {
        if (routedAgent != Engine.NO_ID) {
            accept(engine.agentAnswered(nowMs, routedAgent));
            routedAgent = Engine.NO_ID;
        }
    }

    private void plan(final long atMs, final Happening.Kind kind, final long subject) {
        agenda.add(new Happening(atMs, happenings++, kind, subject));
    }

    private static void accept(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new IllegalStateException("The engine refused with " + outcome);
        }
    }
}
