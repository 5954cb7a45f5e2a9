package io.ringback.internal.flow;

import io.ringback.internal.timer.Timers;

/** The flows, wired once; each owns one subject of the behaviour. */
public final class Flows {
    private final Timers timers;
    private final Life life;
    private final Invitations invitations;
    private final AgentFlow agents;
    private final CallFlow calls;
    private final CallbackFlow callbacks;
    private final BookingFlow bookings;
    private final CalendarFlow calendars;
    private final QueueFlow queues;
    private final Matcher matcher;

    public Flows(final Core core) {
        timers = core.timers();
        final Triggers triggers = new Triggers(core);
        final Admission admission = new Admission(core);
        final Members members = new Members(core);
        final Places places = new Places(core);
        life = new Life(core, triggers, members, places);
        invitations = new Invitations(core, triggers, members, life);
        agents = new AgentFlow(core, triggers, life);
        calls = new CallFlow(core, admission, life, invitations, agents);
        bookings = new BookingFlow(core, admission, places, members, life);
        callbacks = new CallbackFlow(core, admission, members, life, invitations, bookings, agents);
        matcher = new Matcher(core, life, invitations);
        calendars = new CalendarFlow(core, callbacks, bookings, matcher);
        queues = new QueueFlow(core, members, life, calendars, bookings, matcher);
    }

    public AgentFlow agents() {
        return agents;
    }

    public CallFlow calls() {
        return calls;
    }

    public CallbackFlow callbacks() {
        return callbacks;
    }

    public BookingFlow bookings() {
        return bookings;
    }

    public Invitations invitations() {
        return invitations;
    }

    public CalendarFlow calendars() {
        return calendars;
    }

    public QueueFlow queues() {
        return queues;
    }

    public Matcher matcher() {
        return matcher;
    }

    /** A timer that was pending fires, followed by matching. */
    void fire(final long nowMs, final int timer) {
        final int owner = timers.ownerOf(timer);
        switch (timers.kindOf(timer)) {
            case PURGE -> callbacks.purge(nowMs, owner);
            case STEP -> life.step(owner);
            case INVITATION -> invitations.timer(nowMs, owner);
            case AGENT -> agents.timer(nowMs, owner);
            case PAUSE -> queues.endPause(nowMs, owner);
            case SLOT -> bookings.due(nowMs, owner);
            case CALENDAR -> calendars.edge(nowMs);
        }
        matcher.settle(nowMs);
    }
}
