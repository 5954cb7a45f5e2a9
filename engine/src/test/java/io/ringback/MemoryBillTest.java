package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.ringback.MemoryBill.Part;
import io.ringback.MemoryBill.Plan;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBillTest {
    private static final EngineListener SILENT = new EngineListener() {};
    private static final EngineConfig DEFAULTS = EngineConfig.builder().build();

    @ParameterizedTest
    @CsvSource({"1000, 10000, 1000", "5000, 100000, 0", "100000, 1000, 10", "3, 700000, 1", "10, 20, 300000"})
    void shouldBillWhatCreationAllocatesWhenAnEngineIsMade(
            final int agents, final int interactions, final int bookings) {
        final EngineConfig config = EngineConfig.builder()
                .agents(agents)
                .interactions(interactions)
                .bookings(bookings)
                .build();
        Engine.create(config, SILENT);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        final long before = threads.getCurrentThreadAllocatedBytes();
        final Engine engine = Engine.create(config, SILENT);
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(MemoryBill.of(config).totalBytes()).isCloseTo(allocated, Percentage.withPercentage(5));
        assertThat(engine.interactions()).isZero();
    }

    @Test
    void shouldAddUpWhenPartsAreSummed() {
        final MemoryBill bill = plan().bill();

        assertThat(bill.totalBytes())
                .isEqualTo(bill.parts().stream().mapToLong(Part::bytes).sum());
        assertThat(bill.parts())
                .contains(
                        bill.interactions(),
                        bill.bookings(),
                        bill.agents(),
                        bill.timers(),
                        bill.profiles(),
                        bill.targets(),
                        bill.queues(),
                        bill.skills());
    }

    @Test
    void shouldBillDefinitionsOnTopWhenACenterIsPlanned() {
        final MemoryBill created = MemoryBill.of(DEFAULTS);
        final MemoryBill planned = plan().bill();

        assertThat(planned.interactions()).isEqualTo(created.interactions());
        assertThat(planned.bookings()).isEqualTo(created.bookings());
        assertThat(planned.timers()).isEqualTo(created.timers());
        assertThat(planned.agents().createdBytes()).isEqualTo(created.agents().bytes());
        assertThat(created.parts()).allMatch(part -> part.definedBytes() == 0);
        assertThat(planned.queues().defined()).isEqualTo(200);
        assertThat(planned.targets().defined()).isEqualTo(200);
    }

    @Test
    void shouldBillWhatAnAgentTakesWhenOnlySomeAreDefined() {
        final long all = plan().bill().agents().bytesEach();

        assertThat(plan().agents(100).bill().agents().bytesEach()).isCloseTo(all, Percentage.withPercentage(12));
    }

    @Test
    void shouldTakeTheLargestNumbersWhenSomeAreNotPlanned() {
        final MemoryBill worst = plan().bill();

        assertThat(worst.profiles().defined()).isEqualTo(1_000);
        assertThat(worst.profiles())
                .isEqualTo(plan().targetsPerAgent(9_000).bill().profiles());
        assertThat(plan().agents(7).profiles(50).bill().profiles().defined()).isEqualTo(7);
        assertThat(worst.totalBytes())
                .isGreaterThan(plan().targetsPerAgent(20).bill().totalBytes())
                .isLessThan(plan().agentChoices(2).bill().totalBytes())
                .isLessThan(plan().conditionsPerTarget(3).bill().totalBytes());
    }

    @Test
    void shouldPrintAlignedColumnsWhenItIsForPeople() {
        final List<String> lines = plan().bill().toString().lines().toList();

        assertThat(lines).hasSize(11).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
        assertThat(lines.get(0)).endsWith("bytes each KiB created KiB defined         KiB");
        assertThat(lines.get(1)).startsWith("interactions      10,000 ");
        assertThat(lines.get(10)).startsWith("total ");
    }

    @Test
    void shouldFitInALineWhenItIsForALog() {
        assertThat(MemoryBill.of(DEFAULTS).line())
                .matches("[0-9]+ KiB: interactions [0-9]+, bookings [0-9]+, agents [0-9]+, timers [0-9]+, rest [0-9]+");
    }

    @Test
    void shouldRefuseWhenAPlanIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan().agents(1_001))
                .withMessage("agents: 1001 is not in 0..1000");
        assertThatIllegalArgumentException().isThrownBy(() -> plan().queues(-1)).withMessageStartingWith("queues: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan().targetsPerAgent(Double.NaN))
                .withMessage("targetsPerAgent: NaN is not in 0..10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan().skillsPerAgent(-0.5))
                .withMessageStartingWith("skillsPerAgent: -0.5");
    }

    private static Plan plan() {
        return MemoryBill.plan(DEFAULTS).queues(200).skills(60).skillsPerAgent(5);
    }
}
