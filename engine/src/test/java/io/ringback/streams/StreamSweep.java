package io.ringback.streams;

import io.ringback.streams.StreamRunner.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs many streams on all cores. Streams are handed out in order, and none after the first that is known to fail, so
 * the failure reported is that of the lowest number, whatever the threads do.
 */
final class StreamSweep {
    private static final long PROGRESS_EVERY = 20_000;

    private final StreamRunner runner;
    private final long streams;
    private final AtomicLong next = new AtomicLong();
    private final AtomicReference<Failure> lowest = new AtomicReference<>();

    private StreamSweep(final StreamRunner runner, final long streams) {
        this.runner = runner;
        this.streams = streams;
    }

    /**
     * What came of a sweep.
     *
     * @param coverage of all streams
     * @param failure of the lowest stream that failed, or null
     */
    record Result(Coverage coverage, Failure failure) {}

    static Result run(final StreamRunner runner, final long streams) throws InterruptedException, ExecutionException {
        return new StreamSweep(runner, streams).run();
    }

    private Result run() throws InterruptedException, ExecutionException {
        final int threads = Runtime.getRuntime().availableProcessors();
        final ExecutorService executor = Executors.newFixedThreadPool(threads);
        final Coverage total = new Coverage();
        try {
            final List<Future<Coverage>> parts = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                parts.add(executor.submit(this::work));
            }
            for (final Future<Coverage> part : parts) {
                total.add(part.get());
            }
        } finally {
            executor.shutdownNow();
        }
        return new Result(total, lowest.get());
    }

    private Coverage work() {
        final Coverage coverage = new Coverage();
        for (long number = next.getAndIncrement(); isWanted(number); number = next.getAndIncrement()) {
            final Failure failure = runner.run(number, coverage);
            if (failure != null) {
                lowest.accumulateAndGet(failure, StreamSweep::lower);
            }
            if (number > 0 && number % PROGRESS_EVERY == 0) {
                System.out.println("random streams: " + number + " of " + streams);
            }
        }
        return coverage;
    }

    private boolean isWanted(final long number) {
        final Failure failure = lowest.get();
        return number < streams && (failure == null || number < failure.number());
    }

    private static Failure lower(final Failure one, final Failure other) {
        return one == null || other.number() < one.number() ? other : one;
    }
}
