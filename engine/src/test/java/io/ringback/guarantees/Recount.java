package io.ringback.guarantees;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import io.ringback.guarantees.Step.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a wallboard should show, recounted by a host who hears every event and knows the commands it gave: plain
 * objects, and a list of all that ever happened.
 */
final class Recount implements EngineListener {
    /** Something that is present. */
    static final class Life {
        VirtualQueue queue;
        InteractionKind kind;
        InteractionState state = InteractionState.QUEUED;
        long queuedMs;
        long notBeforeMs;
        long waitedMs;
        boolean answered;

        boolean waits() {
            return state != InteractionState.WITH_AGENT && state != InteractionState.SCHEDULED;
        }

        boolean onLine() {
            return kind == InteractionKind.LIVE_CALL || state == InteractionState.ON_LINE;
        }

        boolean retries(final long nowMs) {
            return state == InteractionState.QUEUED && notBeforeMs > nowMs;
        }
    }

    /** An agent who is defined. */
    static final class Person {
        AgentState state = AgentState.LOGGED_OUT;
        long with = Engine.NO_ID;
        int handled;
        int german;
    }

    /** What is counted once and for all. */
    record Fact(long atMs, VirtualQueue queue, String what) {}

    private final Map<Long, Life> lives = new TreeMap<>();
    private final Map<Long, Person> people = new TreeMap<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<VirtualQueue, Long> serviceLevelMs = new HashMap<>();
    private Step step;

    void serviceLevelMs(final VirtualQueue queue, final long valueMs) {
        serviceLevelMs.put(queue, valueMs);
    }

    Map<Long, Life> lives() {
        return lives;
    }

    Map<Long, Person> people() {
        return people;
    }

    /** Facts of a queue in the bucket of an instant and in those before it, so many in all. */
    long count(final VirtualQueue queue, final String what, final long nowMs, final long bucketMs, final long buckets) {
        final long oldest = nowMs / bucketMs - buckets + 1;
        return facts.stream()
                .filter(fact -> fact.queue() == queue && fact.what().equals(what) && fact.atMs() / bucketMs >= oldest)
                .count();
    }

    /** A command is about to be given. */
    void before(final Step given) {
        step = given;
    }

    /** The command has been carried out, at the engine's time. */
    void after(final Outcome outcome, final long nowMs, final VirtualQueue detailQueue) {
        if (outcome != Outcome.OK) {
            return;
        }
        if (step.kind() == Kind.DEFINE) {
            people.computeIfAbsent(step.agent(), id -> new Person()).german = step.detail() / 10 % 10;
        } else if (step.kind() == Kind.REMOVE) {
            people.remove(step.agent());
        } else if (step.kind() == Kind.ANSWERED) {
            answer(nowMs, lives.get(people.get(step.agent()).with));
        } else if (step.kind() == Kind.MOVE) {
            lives.get(step.id()).queue = detailQueue;
        }
    }

    private void answer(final long nowMs, final Life life) {
        if (life.answered) {
            return;
        }
        life.answered = true;
        if (life.kind != InteractionKind.LIVE_CALL) {
            facts.add(new Fact(nowMs, life.queue, "callback"));
            return;
        }
        facts.add(new Fact(nowMs, life.queue, "call"));
        if (life.waitedMs <= serviceLevelMs.get(life.queue)) {
            facts.add(new Fact(nowMs, life.queue, "in time"));
        }
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        final Life life = new Life();
        life.queue = queue;
        life.kind = step.kind() == Kind.CALLBACK ? InteractionKind.IMMEDIATE_CALLBACK : InteractionKind.LIVE_CALL;
        life.queuedMs = nowMs;
        lives.put(id, life);
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        final Life life = lives.get(id);
        life.state = InteractionState.WITH_AGENT;
        life.waitedMs = nowMs - life.queuedMs;
        people.get(agentId).with = id;
    }

    @Override
    public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
        final Life life = lives.get(id);
        life.state = life.kind == InteractionKind.LIVE_CALL ? InteractionState.QUEUED : InteractionState.ON_LINE;
    }

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        final Life life = lives.computeIfAbsent(id, booked -> new Life());
        life.queue = queue;
        life.kind = InteractionKind.SCHEDULED_CALLBACK;
        life.state = InteractionState.SCHEDULED;
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        lives.get(id).state = InteractionState.QUEUED;
        lives.get(id).queuedMs = nowMs;
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        lives.get(id).state = InteractionState.INVITED;
    }

    @Override
    public void onDialCancelled(final long nowMs, final long id, final int attempt) {
        lives.get(id).state = InteractionState.QUEUED;
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        lives.get(id).state = InteractionState.ON_LINE;
    }

    @Override
    public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
        lives.get(id).state = InteractionState.QUEUED;
        lives.get(id).notBeforeMs = atMs;
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        final Life life = lives.remove(id);
        switch (reason) {
            case ABANDONED -> facts.add(new Fact(nowMs, life.queue, "abandoned"));
            case COMPLETED -> {
                answer(nowMs, life);
                people.get(step.agent()).handled++;
            }
            case AGENT_LOST -> people.get(step.agent()).handled++;
            case CONVERTED -> {
                life.kind = InteractionKind.IMMEDIATE_CALLBACK;
                lives.put(1 + step.detail() % (long) Recording.INTERACTIONS, life);
            }
            default -> {}
        }
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        people.get(agentId).state = state;
    }
}
