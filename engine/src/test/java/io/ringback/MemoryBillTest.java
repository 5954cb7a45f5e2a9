package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryBillTest {
    private static final EngineListener SILENT = new EngineListener() {};

    @ParameterizedTest
    @CsvSource({"1000, 10000", "5000, 100000", "100000, 1000", "3, 700000"})
    void shouldBillWhatCreationAllocatesWhenAnEngineIsMade(final int agents, final int interactions) {
        final EngineConfig config =
                EngineConfig.builder().agents(agents).interactions(interactions).build();
        Engine.create(config, SILENT);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        final long before = threads.getCurrentThreadAllocatedBytes();
        final Engine engine = Engine.create(config, SILENT);
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(MemoryBill.of(config).totalBytes()).isCloseTo(allocated, Percentage.withPercentage(5));
        assertThat(engine.interactions()).isZero();
    }
}
