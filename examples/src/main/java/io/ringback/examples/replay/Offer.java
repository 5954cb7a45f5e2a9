package io.ringback.examples.replay;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.Outcome;
import java.time.Duration;
import java.util.List;

/** One offer of a callback: what the caller said, and what became of the callback. Times are epoch milliseconds. */
final class Offer {
    /** What an offer came to. */
    enum Result {
        /** The caller rather waited. */
        DECLINED,
        /** An agent was free, or the caller had hung up, before a choice was made. */
        TOO_LATE,
        /** The caller wanted one time and no other, and it was not free. */
        SLOT_FULL,
        /** The caller's turn was not to come before the end of the business day. */
        NOT_TODAY,
        /** An agent has talked to the customer. */
        REACHED,
        /** The customer did not pick up. */
        UNREACHABLE,
        /** The customer picked up, but not for long enough. */
        HUNG_UP,
        /** The business day ended before an agent was free, or the customer picked up. */
        PURGED,
        /** Nobody was left to call when the log was over. */
        TURNED_AWAY,
        /** The log is over, and the slot has not come yet. */
        BOOKED;

        /** Whether there was a callback. */
        boolean accepted() {
            return compareTo(REACHED) >= 0;
        }
    }

    /** When the callback was promised for. */
    enum Promise {
        IN_TURN("in turn"),
        SAME_DAY("same day"),
        LATER_DAY("later day");

        private final String text;

        Promise(final String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final int call;
    private final long madeMs;
    private final Wish wish;
    private Result result;
    private long slotMs = Engine.NO_TIME;
    private boolean waiting;
    private long onLineMs = Engine.NO_TIME;
    private long reachedMs = Engine.NO_TIME;

    Offer(final int call, final long madeMs, final Wish wish) {
        this.call = call;
        this.madeMs = madeMs;
        this.wish = wish;
        result = wish.kind() == Wish.Kind.STAY ? Result.DECLINED : Result.TOO_LATE;
    }

    // ---- what happens to it ----

    /** The engine is asked for the callback: what it does at once comes before its answer. */
    void asked() {
        waiting = true;
        result = Result.BOOKED;
    }

    void answered(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            waiting = false;
            result = outcome == Outcome.SLOT_FULL ? Result.SLOT_FULL : Result.NOT_TODAY;
        }
    }

    void scheduled(final long itsSlotMs) {
        waiting = false;
        slotMs = itsSlotMs;
    }

    void due() {
        waiting = true;
    }

    void onLine(final long nowMs) {
        onLineMs = nowMs;
    }

    void routed(final long nowMs) {
        waiting = false;
        reachedMs = nowMs;
    }

    void ended(final EndReason reason) {
        waiting = false;
        result = switch (reason) {
            case COMPLETED -> Result.REACHED;
            case UNREACHABLE -> Result.UNREACHABLE;
            case ABANDONED -> Result.HUNG_UP;
            case PURGED_AGE, PURGED_END_OF_DAY -> Result.PURGED;
            default -> Result.TURNED_AWAY;
        };
    }

    // ---- what came of it ----

    /** How many of these came to that. */
    static long count(final List<Offer> offers, final Result result) {
        return offers.stream().filter(offer -> offer.result == result).count();
    }

    /** How many of these there was a callback for. */
    static long accepted(final List<Offer> offers) {
        return offers.stream().filter(offer -> offer.result.accepted()).count();
    }

    int call() {
        return call;
    }

    long madeMs() {
        return madeMs;
    }

    Wish wish() {
        return wish;
    }

    Result result() {
        return result;
    }

    /** Whether the callback stands in its queue: it has no slot, or the slot has started. */
    boolean waiting() {
        return waiting;
    }

    boolean onLine() {
        return onLineMs != Engine.NO_TIME;
    }

    /** When the callback was promised for, by the day of the offer. */
    Promise promise() {
        if (slotMs == Engine.NO_TIME) {
            return Promise.IN_TURN;
        }
        return slotMs / DAY_MS == madeMs / DAY_MS ? Promise.SAME_DAY : Promise.LATER_DAY;
    }

    /** When the slot starts; of a callback in turn, when its call came. */
    long promisedMs() {
        return slotMs == Engine.NO_TIME ? madeMs : slotMs;
    }

    /** Whether there was a slot, and it has started. */
    boolean wasDue() {
        return slotMs != Engine.NO_TIME && result != Result.BOOKED;
    }

    /** When the customer picked up; {@link Engine#NO_TIME} when never. */
    long onLineMs() {
        return onLineMs;
    }

    /** When an agent had the customer; {@link Engine#NO_TIME} when never. */
    long reachedMs() {
        return reachedMs;
    }
}
