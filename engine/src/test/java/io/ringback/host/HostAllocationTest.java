package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.SkillLevels;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostAllocationTest {
    /**
     * Loading classes and linking call sites allocates, and now and then the virtual machine charges a thread with some
     * bytes as it replaces compiled code: the best round is what counts.
     */
    private static final int ROUNDS = 8;

    private static final int PAIRS = 5_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
    private long ownerBefore;
    private long ownerAfter;
    private final Command before = (e, nowMs) -> ownerBefore = THREADS.getCurrentThreadAllocatedBytes();
    private final Command after = (e, nowMs) -> ownerAfter = THREADS.getCurrentThreadAllocatedBytes();

    @BeforeEach
    void define() {
        engine.defineAgent(HostStage.START_MS, HostStage.AGENT, SkillLevels.none());
    }

    @Test
    void shouldAllocateNothingOnEitherThreadWhenCommandsCaptureNothing() throws InterruptedException {
        long submitting = Long.MAX_VALUE;
        long applying = Long.MAX_VALUE;
        try (EngineHost host = EngineHost.start(engine)) {
            for (int round = 0; round < ROUNDS; round++) {
                final CountDownLatch release = new CountDownLatch(1);
                host.submit((e, nowMs) -> HostStage.awaitQuietly(release));
                final long start = THREADS.getCurrentThreadAllocatedBytes();
                submitAll(host);
                submitting = Math.min(submitting, THREADS.getCurrentThreadAllocatedBytes() - start);
                release.countDown();
                applying = Math.min(
                        applying,
                        host.ask((e, nowMs) -> ownerAfter - ownerBefore).join());
            }
        }

        assertThat(submitting).as("bytes on the submitting thread").isZero();
        assertThat(applying).as("bytes on the owner thread").isZero();
        assertThat(ownerBefore).isPositive();
    }

    private void submitAll(final EngineHost host) {
        host.submit(before);
        for (int i = 0; i < PAIRS; i++) {
            host.submit((e, nowMs) -> e.agentReady(nowMs, HostStage.AGENT));
            host.submit((e, nowMs) -> e.agentNotReady(nowMs, HostStage.AGENT));
        }
        host.submit(after);
    }
}
