package io.ringback.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrderedSetsTest {
    private static final int NODES = 200;
    private static final int SETS = 5;

    private final SplittableRandom random = new SplittableRandom(20_260_302);
    private final OrderedSets sets = new OrderedSets(NODES, SETS);
    private final long[] major = new long[NODES];
    private final long[] minor = new long[NODES];
    private final int[] setOf = new int[NODES];
    private final List<TreeSet<Integer>> expected = new ArrayList<>();

    OrderedSetsTest() {
        for (int set = 0; set < SETS; set++) {
            expected.add(new TreeSet<>(
                    Comparator.comparingLong((Integer node) -> major[node]).thenComparingLong(node -> minor[node])));
        }
        Arrays.fill(setOf, OrderedSets.NONE);
    }

    @Test
    void shouldHoldWhatATreeSetHoldsWhenNodesComeAndGoAtRandom() {
        for (int n = 0; n < 40_000; n++) {
            final int node = random.nextInt(NODES);
            if (setOf[node] == OrderedSets.NONE) {
                // Few majors, so that ties are common; now and then at either end.
                add(random.nextInt(SETS), node, random.nextInt(-9, 10), n % 3 == 0 ? -n : n);
            } else {
                remove(node);
            }
            if (n % 50 == 0) {
                assertSameSets();
            }
        }
        assertSameSets();
    }

    @Test
    void shouldKeepOrderWhenNodesComeInOrderAndLeaveFromTheFront() {
        for (int node = 0; node < NODES; node++) {
            add(0, node, 7, node);
        }
        assertSameSets();

        for (int node = 0; node < NODES; node++) {
            assertThat(sets.first(0)).isEqualTo(node);
            remove(node);
        }

        assertSameSets();
        assertThat(sets.first(0)).isEqualTo(OrderedSets.NONE);
    }

    @Test
    void shouldKeepOrderWhenKeysAreExtreme() {
        add(0, 3, Long.MIN_VALUE, Long.MAX_VALUE);
        add(0, 1, Long.MAX_VALUE, Long.MIN_VALUE);
        add(0, 2, Long.MIN_VALUE, Long.MIN_VALUE);
        add(0, 0, 0, 0);
        add(0, 4, Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(walk(0)).containsExactly(2, 3, 0, 1, 4);
        assertThat(sets.major(3)).isEqualTo(Long.MIN_VALUE);
        assertThat(sets.before(3, 1)).isTrue();
        assertThat(sets.before(1, 1)).isFalse();
    }

    @Test
    void shouldKeepWhatItHoldsWhenItGrows() {
        add(4, NODES - 1, 5, 5);

        sets.reserve(NODES + 10, SETS + 3);
        sets.add(4, NODES + 9, 4, 4);
        sets.add(SETS + 2, NODES + 8, 1, 1);

        assertThat(walk(4)).containsExactly(NODES + 9, NODES - 1);
        assertThat(walk(SETS + 2)).containsExactly(NODES + 8);
        assertThat(sets.size(SETS + 1)).isZero();
    }

    @Test
    void shouldNoticeWhenANodeIsInTwoSets() {
        add(0, 1, 1, 1);
        add(0, 2, 2, 2);

        sets.add(1, 2, 0, 0);

        assertThatThrownBy(() -> sets.validate(0)).isInstanceOf(IllegalStateException.class);
    }

    private void add(final int set, final int node, final long itsMajor, final long itsMinor) {
        major[node] = itsMajor;
        minor[node] = itsMinor;
        setOf[node] = set;
        expected.get(set).add(node);
        sets.add(set, node, itsMajor, itsMinor);
    }

    private void remove(final int node) {
        expected.get(setOf[node]).remove(node);
        sets.remove(node);
        setOf[node] = OrderedSets.NONE;
    }

    private void assertSameSets() {
        for (int set = 0; set < SETS; set++) {
            sets.validate(set);
            assertThat(walk(set)).isEqualTo(List.copyOf(expected.get(set)));
            assertThat(sets.size(set)).isEqualTo(expected.get(set).size());
        }
    }

    private List<Integer> walk(final int set) {
        final List<Integer> nodes = new ArrayList<>();
        for (int node = sets.first(set); node != OrderedSets.NONE; node = sets.next(node)) {
            nodes.add(node);
        }
        return nodes;
    }
}
