package io.ringback.internal.dispatch;

import io.ringback.QueueSettings;

/**
 * Priority and effective time packed in one long: the lower key ranks ahead. The upper 11 bits hold the priority,
 * highest first; the lower 52 the effective time with an offset that keeps it positive for every time below 2^48 ms
 * with ten years of head start, or of yield. The packing is exact: no two different pairs share a key.
 */
final class Rank {
    private static final int TIME_BITS = 52;
    private static final long TIME_OFFSET = 1L << (TIME_BITS - 1);

    private Rank() {}

    static long key(final int priority, final long effectiveMs) {
        return ((long) (QueueSettings.PRIORITY_MAX - priority) << TIME_BITS) | (effectiveMs + TIME_OFFSET);
    }
}
