package io.ringback.internal.store;

import io.ringback.internal.memory.HeapBytes;

/**
 * Where a queue's slots are known to be full, so that a search passes them 64 at a time. Time is cut into buckets of a
 * slot's length; a bucket that is marked holds nothing but full slots, one that is not marked tells nothing. (Mostly a
 * bucket holds one slot; where clocks are changed it may hold two, or none.) A search marks what it found full, and
 * whoever gives a place back takes the mark away, so each mark is paid for by a booking, or by time that came within
 * the horizon. The bits are a ring over the horizon, which turns with time.
 */
final class FullSlots {
    private static final int WORD_SHIFT = 6;

    private final long lengthMs;
    private final long[] words;
    private long reached;

    /** Without marks. The horizon is as far ahead as slots are searched. */
    FullSlots(final long nowMs, final long lengthMs, final long horizonMs) {
        this.lengthMs = lengthMs;
        words = new long[words(lengthMs, horizonMs)];
        reached = bucket(nowMs);
    }

    static long bytes(final long lengthMs, final long horizonMs) {
        return HeapBytes.object(FullSlots.class) + HeapBytes.array(words(lengthMs, horizonMs), Long.BYTES);
    }

    /** Time goes on: what lies behind it makes room for what came within the horizon. */
    void advance(final long nowMs) {
        final long now = bucket(nowMs);
        final long until = Math.min(now, reached + buckets());
        for (long bucket = reached; bucket < until; bucket++) {
            words[word(bucket)] &= ~bit(bucket);
        }
        reached = now;
    }

    /** Every slot that starts in the bucket of this instant is full. */
    void mark(final long atMs) {
        final long bucket = bucket(atMs);
        words[word(bucket)] |= bit(bucket);
    }

    /** A place came free at this instant. One beyond the horizon may take a mark of another away, which is no harm. */
    void unmark(final long atMs) {
        final long bucket = bucket(atMs);
        words[word(bucket)] &= ~bit(bucket);
    }

    boolean marked(final long atMs) {
        final long bucket = bucket(atMs);
        return (words[word(bucket)] & bit(bucket)) != 0;
    }

    /** Whether there is any mark. */
    boolean any() {
        for (final long word : words) {
            if (word != 0) {
                return true;
            }
        }
        return false;
    }

    /** When the bucket of an instant begins. */
    long bucketMs(final long atMs) {
        return bucket(atMs) * lengthMs;
    }

    /** The end of the marked buckets that this instant is in. */
    long endMs(final long atMs) {
        long bucket = bucket(atMs);
        final long until = reached + buckets();
        while (bucket < until) {
            final long clear = ~words[word(bucket)] >>> bucket;
            if (clear != 0) {
                return (bucket + Long.numberOfTrailingZeros(clear)) * lengthMs;
            }
            bucket = (bucket | (Long.SIZE - 1)) + 1;
        }
        return bucket * lengthMs;
    }

    /** The beginning of the marked buckets that this instant is in. */
    long beginMs(final long atMs) {
        long bucket = bucket(atMs);
        while (bucket >= reached) {
            final long clear = ~words[word(bucket)] << (Long.SIZE - 1 - bucket);
            if (clear != 0) {
                return (bucket + 1 - Long.numberOfLeadingZeros(clear)) * lengthMs;
            }
            bucket = (bucket & -Long.SIZE) - 1;
        }
        return (bucket + 1) * lengthMs;
    }

    private long bucket(final long atMs) {
        return atMs / lengthMs;
    }

    private int buckets() {
        return words.length << WORD_SHIFT;
    }

    private int word(final long bucket) {
        return (int) (bucket >>> WORD_SHIFT) & (words.length - 1);
    }

    private static long bit(final long bucket) {
        return 1L << bucket;
    }

    /** A power of two, so that a bucket's place costs no division. */
    private static int words(final long lengthMs, final long horizonMs) {
        final int words = (int) ((horizonMs / lengthMs + 2) >>> WORD_SHIFT) + 1;
        return Integer.highestOneBit(2 * words - 1);
    }
}
