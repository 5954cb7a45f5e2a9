package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.Target;
import io.ringback.VirtualQueue;

/**
 * How commands stand on the tape: kinds above those of events, the outcome as detail, a request in three words. What is
 * booked has its time before it, so that a booking costs a word and nothing else costs more.
 */
final class TapeCommand {
    /** The first kind that is no event. */
    static final int FIRST = 32;

    /** Time moved on. */
    static final int ADVANCE = FIRST;

    /** A target was compiled. */
    static final int TARGET = FIRST + 1;

    /** For when the command that follows books; detail: exactly then. */
    static final int AT = FIRST + 2;

    /** No queue or target, or one that is not this engine's. */
    static final int NONE = -1;

    private static final int VERBS = FIRST + 3;
    private static final int RANK_BITS = 12;
    private static final int PRIORITY_ZERO = 1 << (RANK_BITS - 1);

    private TapeCommand() {}

    static long head(final int kind, final Outcome outcome, final long nowMs) {
        return Tape.head(kind, outcome.ordinal(), inRange(nowMs));
    }

    /** The time that a booking is for. */
    static long at(final long atMs, final boolean exactly) {
        return Tape.head(AT, exactly ? 1 : 0, inRange(atMs));
    }

    static boolean exactly(final long at) {
        return Tape.detail(at) == 1;
    }

    /** Times out of the engine's range count as the nearest bound. */
    private static long inRange(final long timeMs) {
        return Math.max(0, Math.min(timeMs, Engine.TIME_MAX_MS));
    }

    static long head(final Verb verb, final Outcome outcome, final long nowMs) {
        return head(VERBS + verb.ordinal(), outcome, nowMs);
    }

    static int verb(final int kind) {
        return kind - VERBS;
    }

    /** Queue and target of a request. */
    static long place(final Request request) {
        final Target target = request.target();
        final long index = target == null ? NONE : target.index();
        return (long) index(request.queue()) << Integer.SIZE | (index & 0xFFFF_FFFFL);
    }

    static int index(final VirtualQueue queue) {
        return queue == null ? NONE : queue.index();
    }

    static int queue(final long place) {
        return (int) (place >> Integer.SIZE);
    }

    static int target(final long place) {
        return (int) place;
    }

    /** Head start and priority of a request. */
    static long rank(final Request request) {
        return request.headStartMs() << RANK_BITS
                | (request.prioritized() ? PRIORITY_ZERO + (long) request.priority() : 0);
    }

    static long headStartMs(final long rank) {
        return rank >>> RANK_BITS;
    }

    static boolean prioritized(final long rank) {
        return (rank & ((1 << RANK_BITS) - 1)) != 0;
    }

    static int priority(final long rank) {
        return (int) (rank & ((1 << RANK_BITS) - 1)) - PRIORITY_ZERO;
    }
}
