package io.ringback.examples.replay;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.VirtualQueue;
import io.ringback.examples.replay.Outcomes.Fate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * The host's side of a replay: keeps what became of every call and how long agents were at work, and carries out what
 * the engine decides. An agent picks up at once, a customer who is dialed answers at once. Commands are not allowed
 * from inside the engine's callbacks, so these note what is owed, and {@link #settle} does it.
 */
final class Switchboard implements EngineListener {
    private enum Place {
        UNKNOWN,
        WAITING,
        ON_LINE,
        WITH_AGENT,
        ENDED
    }

    /** Told about each call that an agent has picked up. */
    @FunctionalInterface
    interface PickUp {
        void pickedUp(long nowMs, int call, int agent);
    }

    private enum Duty {
        PICK_UP,
        ANSWER_DIAL,
        LOG_OUT
    }

    private record Owed(Duty duty, long id, long agentId, int attempt) {}

    private final List<CallRecord> calls;
    private final Place[] places;
    private final Fate[] fates;
    private final boolean[] turnedAway;
    private final AgentState[] agentStates;
    private final boolean[] goingHome;
    private final int[] agentDays;
    private final long[] staffedSinceMs;
    private final long[] staffedMs;
    private final Queue<Owed> owed = new ArrayDeque<>();
    private int waiting;
    private int ready;
    private long decisions;
    private Throwable failure;

    Switchboard(final CallLog log) {
        calls = log.calls();
        places = new Place[calls.size()];
        Arrays.fill(places, Place.UNKNOWN);
        fates = new Fate[calls.size()];
        turnedAway = new boolean[calls.size()];
        final int agents = log.agents().size();
        agentStates = new AgentState[agents];
        Arrays.fill(agentStates, AgentState.LOGGED_OUT);
        goingHome = new boolean[agents];
        agentDays = new int[agents];
        staffedSinceMs = new long[agents];
        staffedMs = new long[log.days().size()];
    }

    /** The agent comes to work: time at work counts for this day from now on. */
    void comes(final int agent, final int day) {
        agentDays[agent] = day;
        goingHome[agent] = false;
    }

    /** The agent is to be logged out as soon as it has no call. */
    void goesHome(final int agent) {
        goingHome[agent] = true;
    }

    boolean waits(final int call) {
        return places[call] == Place.WAITING || places[call] == Place.ON_LINE;
    }

    /** Ends a waiting call from the caller's side. A callback whose customer is not on the line is called off. */
    void hangUp(final Engine engine, final long nowMs, final int call) {
        final boolean onLine = !calls.get(call).returnedCallback() || places[call] == Place.ON_LINE;
        accepted(onLine ? engine.customerLeft(nowMs, call) : engine.cancel(nowMs, call), nowMs);
    }

    /** Ends a waiting call because nobody is left to serve it. */
    void turnAway(final Engine engine, final long nowMs, final int call) {
        turnedAway[call] = true;
        hangUp(engine, nowMs, call);
    }

    /** Carries out what the engine decided, until nothing is owed. */
    void settle(final Engine engine, final long nowMs, final PickUp pickUp) {
        for (Owed next = owed.poll(); next != null; next = owed.poll()) {
            switch (next.duty()) {
                case PICK_UP -> {
                    accepted(engine.agentAnswered(nowMs, next.agentId(), next.id()), nowMs);
                    pickUp.pickedUp(nowMs, (int) next.id(), (int) next.agentId());
                }
                case ANSWER_DIAL -> accepted(engine.dialAnswered(nowMs, next.id(), next.attempt()), nowMs);
                case LOG_OUT -> accepted(engine.agentLoggedOut(nowMs, next.agentId()), nowMs);
            }
        }
        if (failure != null) {
            throw new IllegalStateException("an event of the engine did not fit", failure);
        }
    }

    /** Keeps what a callback threw: the engine does not let it through. */
    void failed(final Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
    }

    /** A replay says nothing that the engine may refuse: a refusal is a defect. */
    static void accepted(final Outcome outcome, final long nowMs) {
        if (outcome != Outcome.OK) {
            throw new IllegalStateException(
                    "the engine refused a command at " + Instant.ofEpochMilli(nowMs) + ": " + outcome);
        }
    }

    int waiting() {
        return waiting;
    }

    int ready() {
        return ready;
    }

    long decisions() {
        return decisions;
    }

    /** What became of a call: null as long as it has not ended. */
    Fate fate(final int call) {
        return places[call] == Place.ENDED ? fates[call] : null;
    }

    /** Whether all agents have gone home, as they must have when the log is over. */
    boolean empty() {
        return Arrays.stream(agentStates).allMatch(state -> state == AgentState.LOGGED_OUT);
    }

    long staffedMs(final int day) {
        return staffedMs[day];
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        go((int) id, Place.UNKNOWN, Place.WAITING);
        waiting++;
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        decisions++;
        owed.add(new Owed(Duty.ANSWER_DIAL, id, Engine.NO_ID, attempt));
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        go((int) id, Place.WAITING, Place.ON_LINE);
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        final int call = (int) id;
        go(call, calls.get(call).returnedCallback() ? Place.ON_LINE : Place.WAITING, Place.WITH_AGENT);
        waiting--;
        decisions++;
        fates[call] = new Fate(Ending.ANSWERED, waitedMs);
        owed.add(new Owed(Duty.PICK_UP, id, agentId, 0));
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        final int call = (int) id;
        if (reason == EndReason.COMPLETED) {
            go(call, Place.WITH_AGENT, Place.ENDED);
            return;
        }
        go(call, places[call] == Place.ON_LINE ? Place.ON_LINE : Place.WAITING, Place.ENDED);
        waiting--;
        final Ending ending = turnedAway[call] ? Ending.TURNED_AWAY : Ending.ABANDONED;
        fates[call] = new Fate(ending, nowMs - calls.get(call).arrivalMs());
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        final int agent = (int) agentId;
        final boolean wasAtWork = atWork(agentStates[agent]);
        ready += (state == AgentState.READY ? 1 : 0) - (agentStates[agent] == AgentState.READY ? 1 : 0);
        agentStates[agent] = state;
        if (!wasAtWork && atWork(state)) {
            staffedSinceMs[agent] = nowMs;
        } else if (wasAtWork && !atWork(state)) {
            staffedMs[agentDays[agent]] += nowMs - staffedSinceMs[agent];
        }
        if (state == AgentState.NOT_READY && goingHome[agent]) {
            goingHome[agent] = false;
            owed.add(new Owed(Duty.LOG_OUT, Engine.NO_ID, agentId, 0));
        }
    }

    private static boolean atWork(final AgentState state) {
        return state != AgentState.LOGGED_OUT && state != AgentState.NOT_READY;
    }

    /** Every call takes the same way through its places, and each place once. */
    private void go(final int call, final Place from, final Place to) {
        if (places[call] != from) {
            throw new IllegalStateException("the call of line "
                    + calls.get(call).line() + " goes to " + to + " from " + places[call] + " instead of " + from);
        }
        places[call] = to;
    }
}
