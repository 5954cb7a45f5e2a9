package io.ringback.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LaneHeapTest {
    private static final int LANES = 60;
    private static final int CALLBACKS = 400;

    private final OrderedSets sets = new OrderedSets(CALLBACKS, LANES);
    private final LaneHeap heap = new LaneHeap(LANES, sets);

    private record Waiting(int lane, int callback, long rank) {}

    @Test
    void shouldTakeCallbacksInRankOrderOverAllLanesWhenSomeLanesAreDropped() {
        final SplittableRandom random = new SplittableRandom(20_260_303);
        for (int round = 0; round < 50; round++) {
            final List<Waiting> waiting = fill(random);

            while (!waiting.isEmpty()) {
                final Waiting first = waiting.get(0);
                assertThat(heap.firstCallback()).isEqualTo(first.callback());
                if (random.nextInt(10) == 0) {
                    heap.drop();
                    waiting.removeIf(other -> other.lane() == first.lane());
                } else {
                    sets.remove(first.callback());
                    heap.advance();
                    waiting.remove(0);
                }
            }
            assertThat(heap.firstCallback()).isEqualTo(LaneHeap.NONE);
            for (int callback = 0; callback < CALLBACKS; callback++) {
                if (sets.setOf(callback) != OrderedSets.NONE) {
                    sets.remove(callback);
                }
            }
        }
    }

    /** Callbacks in some of the lanes, of few ranks, so that many are equal; in rank order. */
    private List<Waiting> fill(final SplittableRandom random) {
        final List<Waiting> waiting = new ArrayList<>();
        final int lanes = 1 + random.nextInt(LANES);
        for (int callback = 0; callback < CALLBACKS; callback++) {
            final Waiting one = new Waiting(random.nextInt(lanes), callback, random.nextInt(50));
            sets.add(one.lane(), one.callback(), one.rank(), one.callback());
            waiting.add(one);
        }
        for (int lane = 0; lane < lanes; lane++) {
            if (sets.size(lane) > 0) {
                heap.add(lane);
            }
        }
        waiting.sort(Comparator.comparingLong(Waiting::rank).thenComparingInt(Waiting::callback));
        return waiting;
    }
}
