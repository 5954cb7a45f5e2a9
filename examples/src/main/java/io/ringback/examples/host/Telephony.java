package io.ringback.examples.host;

import io.ringback.host.Command;
import io.ringback.host.EngineHost;
import io.ringback.host.Submission;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where facts come from: threads of callers, of agents' phones and of the dialer, which all report to the engine's
 * host. Nothing here knows what state anybody is in: a report that comes too late is refused by the engine.
 */
final class Telephony {
    private static final Duration BACK_PRESSURE_MAX = Duration.ofSeconds(1);

    /** A source of facts with threads of its own. */
    final class Source {
        private final ScheduledExecutorService threads;

        private Source(final String name, final int count) {
            final AtomicInteger numbers = new AtomicInteger();
            threads = Executors.newScheduledThreadPool(
                    count, task -> new Thread(task, name + "-" + numbers.incrementAndGet()));
            ((ScheduledThreadPoolExecutor) threads).setRejectedExecutionHandler((task, closed) -> {
                // After the end of the demonstration nobody calls any more.
            });
        }

        /** Reports after so many simulated milliseconds. */
        void after(final long delayMs, final Command fact) {
            final Future<?> unused =
                    threads.schedule(() -> report(fact), delayMs * 1_000 / speed, TimeUnit.MICROSECONDS);
        }
    }

    private final EngineHost host;
    private final int speed;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Source callers = new Source("callers", 2);
    private final Source agents = new Source("agents", 2);
    private final Source dialer = new Source("dialer", 1);

    Telephony(final EngineHost host, final int speed) {
        this.host = host;
        this.speed = speed;
    }

    Source callers() {
        return callers;
    }

    Source agents() {
        return agents;
    }

    Source dialer() {
        return dialer;
    }

    /** How many facts the host had no place for in time. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** Ends all sources; a report that is being made is made. */
    void close() throws InterruptedException {
        for (final Source source : new Source[] {callers, agents, dialer}) {
            source.threads.shutdownNow();
        }
        for (final Source source : new Source[] {callers, agents, dialer}) {
            if (!source.threads.awaitTermination(BACK_PRESSURE_MAX.toSeconds() + 1, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a source of facts does not end");
            }
        }
    }

    private void report(final Command fact) {
        try {
            if (host.submit(fact, BACK_PRESSURE_MAX) == Submission.FULL) {
                turnedAway.incrementAndGet();
            }
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
