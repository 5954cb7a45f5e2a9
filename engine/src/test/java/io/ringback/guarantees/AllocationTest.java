package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringback.EngineListener;
import io.ringback.VirtualQueue;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** G9: a command allocates nothing, accepted or refused; nor does a query. */
class AllocationTest {
    /** Loading classes and linking call sites allocates: a call is measured after so many rehearsals. */
    private static final int REHEARSALS = 3;

    private static final Set<String> COLD = Set.of(
            "defineSkill(String)",
            "target(String)",
            "queue(long,String,QueueSettings)",
            "calendar(long,String,BusinessCalendar)",
            "defineAgent(long,long,SkillLevels)",
            "validate()",
            "stateHash()");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static List<AllocationRow> rows() {
        return AllocationTable.rows();
    }

    @BeforeAll
    static void rehearse() {
        rows().forEach(row -> perform(row, new CountingListener()));
    }

    @Test
    void shouldHaveARowForEveryMethodOfTheEngine() {
        final SortedSet<String> covered =
                rows().stream().map(AllocationRow::method).collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(COLD);

        assertThat(covered).isEqualTo(EngineMethods.all());
        System.out.println("allocation: " + rows().size() + " calls measured");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shouldAllocateNothing(final AllocationRow row) {
        long bytes = -1;
        for (int n = 0; n <= REHEARSALS; n++) {
            bytes = perform(row, new CountingListener());
        }

        assertThat(bytes).as("bytes allocated by %s", row).isZero();
    }

    @Test
    void shouldNoticeWhenAListenerAllocates() {
        final AllocationRow row = rows().stream()
                .filter(candidate -> candidate.situation().equals("routed"))
                .findFirst()
                .orElseThrow();
        final EngineListener wasteful = new EngineListener() {
            private Object kept;

            @Override
            public void onRouted(
                    final long nowMs,
                    final long id,
                    final long agentId,
                    final VirtualQueue queue,
                    final long waitedMs) {
                kept = new byte[(int) (waitedMs + 1)];
            }

            @Override
            public String toString() {
                return String.valueOf(kept);
            }
        };

        assertThat(perform(row, wasteful)).isGreaterThanOrEqualTo(16);
    }

    private static long perform(final AllocationRow row, final EngineListener listener) {
        final Stage stage = new Stage(listener);
        row.before().accept(stage);
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        final Object came = row.act().apply(stage);
        final long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(came).as("what came of %s", row).isEqualTo(row.expected());
        return bytes;
    }
}
