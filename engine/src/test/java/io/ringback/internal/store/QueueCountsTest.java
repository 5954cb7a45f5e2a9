package io.ringback.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.internal.store.QueueCounts.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueueCountsTest {
    private static final long BUCKET_MS = 60_000;
    private static final long WINDOW_MS = QueueCounts.BUCKETS * BUCKET_MS;

    /** A multiple of the bucket length since the epoch. */
    private static final long EDGE_MS = 29_000_000 * BUCKET_MS;

    private static final Figure FIGURE = Figure.SERVED_CALL;

    private final QueueCounts counts = new QueueCounts(WINDOW_MS);

    private void count(final long atMs) {
        counts.count(atMs, FIGURE);
    }

    private long recent(final long nowMs) {
        return counts.recent(nowMs, FIGURE);
    }

    @Test
    void shouldCountNothingWhenNothingHappened() {
        for (final Figure figure : Figure.values()) {
            assertThat(counts.sinceStart(figure)).isZero();
            assertThat(counts.recent(0, figure)).isZero();
            assertThat(counts.recent(Engine.TIME_MAX_MS, figure)).isZero();
        }
    }

    @Test
    void shouldCountEachFigureByItselfWhenAllHappenInOneBucket() {
        for (final Figure figure : Figure.values()) {
            for (int n = 0; n <= figure.ordinal(); n++) {
                counts.count(EDGE_MS, figure);
            }
        }

        for (final Figure figure : Figure.values()) {
            assertThat(counts.sinceStart(figure)).isEqualTo(figure.ordinal() + 1);
            assertThat(counts.recent(EDGE_MS, figure)).isEqualTo(figure.ordinal() + 1);
        }
    }

    @Test
    void shouldForgetABucketAsAWholeWhenThirtyBucketsHaveBegunSince() {
        count(EDGE_MS);
        count(EDGE_MS + BUCKET_MS - 1);
        count(EDGE_MS + BUCKET_MS);

        assertThat(recent(EDGE_MS + WINDOW_MS - 1)).isEqualTo(3);
        assertThat(recent(EDGE_MS + WINDOW_MS)).isEqualTo(1);
        assertThat(recent(EDGE_MS + WINDOW_MS + BUCKET_MS - 1)).isEqualTo(1);
        assertThat(recent(EDGE_MS + WINDOW_MS + BUCKET_MS)).isZero();
        assertThat(counts.sinceStart(FIGURE)).isEqualTo(3);
    }

    @Test
    void shouldAlignBucketsToTheEpochWhenTheFirstEventFallsBetweenEdges() {
        count(EDGE_MS + BUCKET_MS - 1);

        assertThat(recent(EDGE_MS + WINDOW_MS - 1)).isEqualTo(1);
        assertThat(recent(EDGE_MS + WINDOW_MS)).isZero();
    }

    @Test
    void shouldClearAnOldBucketWhenItsPlaceIsNeededAgain() {
        count(EDGE_MS);
        count(EDGE_MS + WINDOW_MS);

        assertThat(recent(EDGE_MS + WINDOW_MS)).isEqualTo(1);
    }

    @Test
    void shouldShowNothingOldWhenDaysOfSilenceEnd() {
        for (int bucket = 0; bucket < QueueCounts.BUCKETS; bucket++) {
            count(EDGE_MS + bucket * BUCKET_MS);
        }
        final long laterMs = EDGE_MS + 1_000 * WINDOW_MS + 7 * BUCKET_MS;
        assertThat(recent(laterMs)).isZero();

        count(laterMs);

        assertThat(recent(laterMs)).isEqualTo(1);
        assertThat(recent(laterMs + WINDOW_MS - 1)).isEqualTo(1);
    }

    @Test
    void shouldCountAtTheEndsOfTimeWhenTheEngineIsThere() {
        count(0);
        assertThat(recent(0)).isEqualTo(1);
        assertThat(recent(WINDOW_MS)).isZero();

        count(Engine.TIME_MAX_MS);

        assertThat(recent(Engine.TIME_MAX_MS)).isEqualTo(1);
    }

    @Test
    void shouldAgreeWithAListOfInstantsWhenEventsComeAtRandom() {
        final SplittableRandom random = new SplittableRandom(20_260_302);
        final List<Long> instants = new ArrayList<>();
        long nowMs = EDGE_MS;
        for (int n = 0; n < 5_000; n++) {
            nowMs += random.nextInt(10) == 0 ? random.nextLong(2 * WINDOW_MS) : random.nextLong(2 * BUCKET_MS);
            nowMs -= random.nextInt(4) == 0 ? nowMs % BUCKET_MS : 0;
            nowMs = instants.isEmpty() ? nowMs : Math.max(nowMs, instants.get(instants.size() - 1));
            count(nowMs);
            instants.add(nowMs);

            final long askedMs = nowMs + random.nextLong(WINDOW_MS);
            final long oldest = askedMs / BUCKET_MS - QueueCounts.BUCKETS + 1;
            assertThat(recent(askedMs))
                    .isEqualTo(instants.stream()
                            .filter(atMs -> atMs / BUCKET_MS >= oldest)
                            .count());
        }
    }
}
