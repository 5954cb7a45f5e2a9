package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;

/** The hash maps from ids to entries: presized, so that they never grow, and never iterated. */
public final class IdMaps {
    /** Half empty: most look-ups of an arrival are for an id that is not there, and those pay for a full table. */
    private static final double LOAD_FACTOR = 0.5;

    private IdMaps() {}

    public static LongIntHashMap create(final int capacity) {
        return new LongIntHashMap(capacity, LOAD_FACTOR);
    }

    /** What a map takes: two arrays, of keys and of values. */
    public static long bytes(final int capacity) {
        long buffer = 4;
        while (buffer * LOAD_FACTOR < capacity + 1L) {
            buffer *= 2;
        }
        return (buffer + 1) * (Long.BYTES + Integer.BYTES);
    }
}
