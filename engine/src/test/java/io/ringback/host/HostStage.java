package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A host under test: its wall clock is set by hand, its errors are kept, and its thread can be held. */
final class HostStage implements AutoCloseable {
    static final long START_MS = 1_772_442_000_000L;
    static final long AGENT = 17;
    static final int CAPACITY = 4;

    final AtomicLong wallMs = new AtomicLong(START_MS);
    final AtomicLong clockReads = new AtomicLong();
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final Engine engine;
    final VirtualQueue queue;
    final EngineHost host;
    private Thread owner;

    HostStage() {
        this(new EngineListener() {});
    }

    /** One agent, logged out, and a queue with a second of after-call work. */
    HostStage(final EngineListener listener) {
        engine = Engine.create(EngineConfig.builder().skills("english").build(), listener);
        queue = engine.queue(
                START_MS,
                "support",
                QueueSettings.builder().wrapUp(Duration.ofSeconds(1)).build());
        engine.defineAgent(START_MS, AGENT, SkillLevels.none());
        host = EngineHost.start(
                engine,
                HostConfig.builder()
                        .capacity(CAPACITY)
                        .wallClock(this::readWallClock)
                        .threadFactory(this::thread)
                        .errorHandler(errors::add)
                        .build());
    }

    private long readWallClock() {
        clockReads.incrementAndGet();
        return wallMs.get();
    }

    private Thread thread(final Runnable loop) {
        owner = new Thread(loop, "owner");
        return owner;
    }

    Thread owner() {
        return owner;
    }

    /** Moves the wall clock, and has the owner look at it now rather than within a second. */
    void moveWallClock(final Duration by) {
        wallMs.addAndGet(by.toMillis());
        LockSupport.unpark(owner);
    }

    /** Lets the owner wait inside a command until it is released. */
    CountDownLatch hold() throws InterruptedException {
        final CountDownLatch held = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        assertThat(host.submit((e, nowMs) -> {
                    held.countDown();
                    awaitQuietly(release);
                }))
                .isEqualTo(Submission.ACCEPTED);
        held.await();
        return release;
    }

    /** Holds the owner, and fills the queue with commands that do nothing. */
    CountDownLatch holdFull() throws InterruptedException {
        final CountDownLatch release = hold();
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(host.submit((e, nowMs) -> {})).isEqualTo(Submission.ACCEPTED);
        }
        return release;
    }

    /** Waits until all that was submitted before is applied. */
    void settle() {
        final CompletableFuture<Boolean> settled = new CompletableFuture<>();
        submitSurely((e, nowMs) -> settled.complete(true));
        settled.join();
    }

    void submitSurely(final Command command) {
        try {
            assertThat(host.submit(command, Duration.ofMinutes(1))).isEqualTo(Submission.ACCEPTED);
        } catch (final InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static void awaitQuietly(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
