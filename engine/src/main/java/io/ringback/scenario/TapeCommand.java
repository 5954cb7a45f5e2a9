package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.Target;
import io.ringback.VirtualQueue;

/** How commands stand on the tape: kinds above those of events, the outcome as detail, a request in three words. */
final class TapeCommand {
    /** The first kind that is no event. */
    static final int FIRST = 32;

    /** Time moved on. */
    static final int ADVANCE = FIRST;

    /** A target was compiled. */
    static final int TARGET = FIRST + 1;

    /** No queue or target, or one that is not this engine's. */
    static final int NONE = -1;

    private static final int VERBS = FIRST + 2;
    private static final int RANK_BITS = 12;
    private static final int PRIORITY_ZERO = 1 << (RANK_BITS - 1);

    private TapeCommand() {}

    /** Stamps out of the engine's range count as the nearest bound. */
    static long head(final int kind, final Outcome outcome, final long nowMs) {
        return Tape.head(kind, outcome.ordinal(), Math.max(0, Math.min(nowMs, Engine.TIME_MAX_MS)));
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
