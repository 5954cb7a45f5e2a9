package io.ringback.internal.store;

import io.ringback.internal.memory.HeapBytes;
import java.util.Arrays;

/**
 * What has become of a queue's customers: counts since the start, and of late. Time is cut into buckets of equal
 * length, aligned to its multiples since the epoch; the latest 30 of them, the running one included, are the window. An
 * event costs O(1) and needs no timer: each bucket knows until when it counts, and is cleared when its place is needed
 * again. Nothing changes when it is asked, however late.
 */
public final class QueueCounts {
    /** How many buckets the window has. */
    public static final int BUCKETS = 30;

    /** What is counted. */
    public enum Figure {
        SERVED_CALL,
        SERVED_CALLBACK,
        ABANDONED,
        /** A served call again, when its wait was within the service level. */
        SERVED_IN_TIME
    }

    private static final int FIGURES = Figure.values().length;

    private final long bucketMs;
    private final long[] sinceStart = new long[FIGURES];
    private final int[] counts = new int[BUCKETS * FIGURES];
    private final long[] countsUntilMs = new long[BUCKETS];
    private long runningUntilMs;
    private int running;

    QueueCounts(final long windowMs) {
        bucketMs = windowMs / BUCKETS;
    }

    static long bytes() {
        return HeapBytes.object(QueueCounts.class)
                + HeapBytes.array(FIGURES, Long.BYTES)
                + HeapBytes.array((long) BUCKETS * FIGURES, Integer.BYTES)
                + HeapBytes.array(BUCKETS, Long.BYTES);
    }

    public void count(final long nowMs, final Figure figure) {
        if (nowMs >= runningUntilMs) {
            startBucket(nowMs);
        }
        sinceStart[figure.ordinal()]++;
        counts[running * FIGURES + figure.ordinal()]++;
    }

    public long sinceStart(final Figure figure) {
        return sinceStart[figure.ordinal()];
    }

    /** The count in the window that ends with the running bucket. */
    public long recent(final long nowMs, final Figure figure) {
        long sum = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            sum += recent(nowMs, bucket, figure);
        }
        return sum;
    }

    /** What one of the window's buckets adds to {@link #recent(long, Figure)}. */
    public int recent(final long nowMs, final int bucket, final Figure figure) {
        return nowMs < countsUntilMs[bucket] ? counts[bucket * FIGURES + figure.ordinal()] : 0;
    }

    private void startBucket(final long nowMs) {
        final long number = nowMs / bucketMs;
        running = (int) (number % BUCKETS);
        runningUntilMs = (number + 1) * bucketMs;
        countsUntilMs[running] = (number + BUCKETS) * bucketMs;
        Arrays.fill(counts, running * FIGURES, (running + 1) * FIGURES, 0);
    }
}
