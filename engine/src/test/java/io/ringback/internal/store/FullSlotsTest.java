package io.ringback.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FullSlotsTest {
    private static final long LENGTH_MS = 900_000;
    private static final long START_MS = 1_772_442_000_000L;

    private final NavigableSet<Long> marked = new TreeSet<>();

    @Test
    void shouldPassMarkedBucketsLikeAPlainScanWhenTimeGoesOn() {
        final SplittableRandom random = new SplittableRandom(20_260_401);
        for (final int buckets : new int[] {1, 63, 64, 200, 1_000}) {
            final FullSlots full = new FullSlots(START_MS, LENGTH_MS, buckets * LENGTH_MS);
            marked.clear();
            long nowMs = START_MS;
            for (int n = 0; n < 3_000; n++) {
                final long firstMs = START_MS + random.nextInt(buckets) * LENGTH_MS / 2;
                markSome(full, Math.max(nowMs, firstMs), nowMs + buckets * LENGTH_MS, random);
                check(full, nowMs + random.nextLong(buckets * LENGTH_MS + 1), nowMs);
                nowMs +=
                        random.nextInt(40) == 0 ? random.nextLong(2L * buckets * LENGTH_MS) : random.nextInt(2_000_000);
                full.advance(nowMs);
                marked.headSet(bucket(nowMs)).clear();
            }
        }
    }

    @Test
    void shouldPassEverythingWhenAllIsFull() {
        final FullSlots full = new FullSlots(START_MS, LENGTH_MS, 100 * LENGTH_MS);
        for (int bucket = 0; bucket <= 100; bucket++) {
            full.mark(START_MS + bucket * LENGTH_MS);
        }

        assertThat(full.endMs(START_MS)).isEqualTo(START_MS + 101 * LENGTH_MS);
        assertThat(full.beginMs(START_MS + 100 * LENGTH_MS)).isEqualTo(START_MS);
        assertThat(full.any()).isTrue();
        full.advance(START_MS + 101 * LENGTH_MS);
        assertThat(full.any()).isFalse();
    }

    /** A run of neighbours, or a single one, marked or not. */
    private void markSome(final FullSlots full, final long fromMs, final long untilMs, final SplittableRandom random) {
        final boolean mark = random.nextInt(3) > 0;
        final int count = random.nextBoolean() ? 1 : random.nextInt(150);
        for (long atMs = fromMs; atMs <= Math.min(untilMs, fromMs + count * LENGTH_MS); atMs += LENGTH_MS) {
            if (mark) {
                full.mark(atMs);
                marked.add(bucket(atMs));
            } else {
                full.unmark(atMs);
                marked.remove(bucket(atMs));
            }
        }
    }

    private void check(final FullSlots full, final long atMs, final long nowMs) {
        assertThat(full.marked(atMs)).isEqualTo(marked.contains(bucket(atMs)));
        assertThat(full.any()).isEqualTo(!marked.isEmpty());
        assertThat(full.bucketMs(atMs)).isEqualTo(bucket(atMs) * LENGTH_MS);
        if (!full.marked(atMs)) {
            return;
        }
        long end = bucket(atMs);
        while (marked.contains(end)) {
            end++;
        }
        long begin = bucket(atMs);
        while (marked.contains(begin - 1)) {
            begin--;
        }
        assertThat(full.endMs(atMs)).isEqualTo(end * LENGTH_MS);
        // Before now nothing is of interest, and what is told there may be anything.
        assertThat(Math.max(nowMs, full.beginMs(atMs))).isEqualTo(Math.max(nowMs, begin * LENGTH_MS));
    }

    private static long bucket(final long atMs) {
        return atMs / LENGTH_MS;
    }
}
