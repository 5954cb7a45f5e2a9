package io.ringback.internal.estimate;

import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import java.util.Arrays;

/**
 * How many agents satisfy each target: defined, logged in, and at work (not NOT_READY either); and a meter of agents at
 * work times milliseconds, so that who comes and goes touches the targets that it satisfies and no queue. The meter of
 * a target reads {@code at work * now - offset}; a change of the number at work moves the offset, so the reading goes
 * on without a jump. Only differences of readings mean anything; they are exact, also where a product overflows.
 */
final class Staffing {
    // Fields of the record of a target: four places, half a cache line.
    private static final int SHIFT = 2;
    private static final int OFFSET_MS = 0;
    private static final int AT_WORK = 1;
    private static final int LOGGED_IN = 2;
    private static final int DEFINED = 3;

    private long[] longs = new long[Room.of(0) << SHIFT];

    /** What so many targets add. */
    static long bytes(final int targets) {
        return HeapBytes.array((long) Room.of(targets) << SHIFT, Long.BYTES);
    }

    /** Makes room for targets. Cold. */
    void reserve(final int targets) {
        if (targets << SHIFT > longs.length) {
            longs = Arrays.copyOf(longs, Room.of(targets) << SHIFT);
        }
    }

    /** So many more agents, or fewer, satisfy these targets: defined ones, cold. */
    void defined(final int[] targets, final int by) {
        for (final int target : targets) {
            longs[at(target, DEFINED)] += by;
        }
    }

    /** So many more agents, or fewer, who satisfy these targets are logged in, and at work. */
    void changed(final int[] targets, final long nowMs, final int loggedInBy, final int atWorkBy) {
        for (final int target : targets) {
            longs[at(target, LOGGED_IN)] += loggedInBy;
            longs[at(target, AT_WORK)] += atWorkBy;
            longs[at(target, OFFSET_MS)] += atWorkBy * nowMs;
        }
    }

    int defined(final int target) {
        return (int) longs[at(target, DEFINED)];
    }

    int loggedIn(final int target) {
        return (int) longs[at(target, LOGGED_IN)];
    }

    int atWork(final int target) {
        return (int) longs[at(target, AT_WORK)];
    }

    /** The meter's reading. */
    long capacityMs(final int target, final long nowMs) {
        return longs[at(target, AT_WORK)] * nowMs - longs[at(target, OFFSET_MS)];
    }

    private static int at(final int target, final int field) {
        return (target << SHIFT) + field;
    }
}
