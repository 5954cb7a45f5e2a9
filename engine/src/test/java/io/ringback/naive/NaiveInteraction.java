package io.ringback.naive;

/** A live call or a callback. */
final class NaiveInteraction {
    enum State {
        SCHEDULED,
        QUEUED,
        INVITED,
        ON_LINE,
        WITH_AGENT
    }

    String id;
    boolean callback;
    NaiveQueue queue;
    /** With its plus; null: unknown. */
    String number;

    int priority;
    boolean priorityOverridden;
    NaiveSkills.Expression ownTarget;
    /** What an agent must satisfy now; null: any agent. */
    NaiveSkills.Expression target;

    long queuedMs;
    /** Time queued less the head start; of a call that took over a callback, that callback's. */
    long effectiveMs;

    long arrival;
    State state = State.QUEUED;
    NaiveAgent agent;
    boolean answered;
    /** When it went to its agent, and whether that counted as a start. */
    long routedMs;

    boolean startCounted;
    /** Of a booking, also after its slot has come: the queue that it was booked in, and when the slot starts. */
    NaiveQueue bookedIn;

    long slotMs;
    long headStartMs;
    /** Orders bookings: the last booked, or booked anew, is the last. */
    long bookingOrder;

    int dials;
    int attemptsUsed;
    boolean waitsForRetry;
    NaiveAgent trigger;

    NaiveInteraction(final String id, final boolean callback, final NaiveQueue queue) {
        this.id = id;
        this.callback = callback;
        this.queue = queue;
    }

    boolean waiting() {
        return state != State.WITH_AGENT && state != State.SCHEDULED;
    }

    /** A callback whose customer is not on the line and not with an agent. */
    boolean owed() {
        return callback && (state == State.QUEUED || state == State.INVITED);
    }

    boolean routable() {
        return waiting() && !owed();
    }

    boolean invitable() {
        return callback
                && state == State.QUEUED
                && !waitsForRetry
                && queue.settings.invite
                && queue.open
                && !queue.paused;
    }

    boolean scheduled() {
        return state == State.SCHEDULED;
    }

    boolean ringing() {
        return state == State.WITH_AGENT && !answered;
    }
}
