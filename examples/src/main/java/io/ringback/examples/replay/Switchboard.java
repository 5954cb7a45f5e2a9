package io.ringback.examples.replay;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.VirtualQueue;
import io.ringback.examples.replay.Outcomes.Balance;
import io.ringback.examples.replay.Outcomes.Fate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * The host's side of a replay: keeps what became of every call and how long agents were at work, and carries out what
 * the engine decides. An agent picks up at once, and so does the customer of a callback that the log has; one that came
 * of an offer takes its time. Commands are not allowed from inside the engine's callbacks, so these note what is owed,
 * and {@link #settle} does it.
 */
final class Switchboard implements EngineListener {
    private enum Place {
        UNKNOWN,
        WAITING,
        ON_LINE,
        WITH_AGENT,
        ENDED
    }

    /** Told about what takes its time, so that it is reported when it is over. */
    interface Chores {
        /** An agent has picked up. */
        void pickedUp(long nowMs, int id, int agent);

        /** The caller of this call is offered a callback. */
        void offered(long nowMs, int call);

        /** The customer of a callback is dialed. */
        void dialed(long nowMs, int id, int attempt);
    }

    private enum Duty {
        PICK_UP,
        ANSWER_DIAL,
        OFFER,
        DIAL,
        LOG_OUT
    }

    private record Owed(Duty duty, long id, long agentId, int attempt) {}

    private final List<CallRecord> calls;
    private final OfferDesk desk;
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
    private int entered;
    private int ended;
    private int ready;
    private long decisions;
    private Throwable failure;

    Switchboard(final CallLog log, final OfferDesk desk) {
        calls = log.calls();
        this.desk = desk;
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

    /** The day for which the agent's time at work counts. */
    int day(final int agent) {
        return agentDays[agent];
    }

    /** Whether a call got in: business hours may have kept it out. */
    boolean entered(final Outcome outcome, final long nowMs, final int call) {
        if (outcome == Outcome.CLOSED || outcome == Outcome.TOO_LATE_TODAY) {
            go(call, Place.UNKNOWN, Place.ENDED);
            fates[call] = new Fate(Ending.REFUSED, 0);
            return false;
        }
        accepted(outcome, nowMs);
        entered++;
        return true;
    }

    /** A caller who hears an offer has chosen: nothing comes of it when the caller does not wait any more. */
    void choose(final Engine engine, final long nowMs, final int call) {
        if (waits(call) && desk.choose(engine, nowMs, call) == Outcome.OK) {
            entered++;
        }
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
    void settle(final Engine engine, final long nowMs, final Chores chores) {
        for (Owed next = owed.poll(); next != null; next = owed.poll()) {
            switch (next.duty()) {
                case PICK_UP -> {
                    accepted(engine.agentAnswered(nowMs, next.agentId(), next.id()), nowMs);
                    chores.pickedUp(nowMs, (int) next.id(), (int) next.agentId());
                }
                case ANSWER_DIAL -> accepted(engine.dialAnswered(nowMs, next.id(), next.attempt()), nowMs);
                case OFFER -> chores.offered(nowMs, (int) next.id());
                case DIAL -> chores.dialed(nowMs, (int) next.id(), next.attempt());
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

    /** What the engine took and said, beside what it holds. */
    Balance balance(final int present) {
        return new Balance(entered, ended, present);
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
    public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
        owed.add(new Owed(Duty.OFFER, id, Engine.NO_ID, 0));
    }

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        desk.offer(id).scheduled(slotMs);
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        desk.offer(id).due();
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        decisions++;
        owed.add(new Owed(desk.owns(id) ? Duty.DIAL : Duty.ANSWER_DIAL, id, Engine.NO_ID, attempt));
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        if (desk.owns(id)) {
            desk.offer(id).onLine(nowMs);
        } else {
            go((int) id, Place.WAITING, Place.ON_LINE);
        }
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        decisions++;
        owed.add(new Owed(Duty.PICK_UP, id, agentId, 0));
        if (desk.owns(id)) {
            desk.offer(id).routed(nowMs);
            return;
        }
        final int call = (int) id;
        go(call, calls.get(call).returnedCallback() ? Place.ON_LINE : Place.WAITING, Place.WITH_AGENT);
        waiting--;
        fates[call] = new Fate(Ending.ANSWERED, waitedMs);
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        ended++;
        if (desk.owns(id)) {
            desk.offer(id).ended(reason);
            return;
        }
        final int call = (int) id;
        if (reason == EndReason.COMPLETED) {
            go(call, Place.WITH_AGENT, Place.ENDED);
            return;
        }
        go(call, places[call] == Place.ON_LINE ? Place.ON_LINE : Place.WAITING, Place.ENDED);
        waiting--;
        fates[call] = new Fate(
                turnedAway[call] ? Ending.TURNED_AWAY : ending(reason),
                nowMs - calls.get(call).arrivalMs());
    }

    private static Ending ending(final EndReason reason) {
        return switch (reason) {
            case CONVERTED -> Ending.CONVERTED;
            case PURGED_AGE, PURGED_END_OF_DAY -> Ending.TURNED_AWAY;
            default -> Ending.ABANDONED;
        };
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
