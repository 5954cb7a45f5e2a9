package io.ringback.bench;

import io.ringback.scenario.Recorder;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a recorder costs the engine's thread, and what its text costs the thread that flushes, in call lives as {@link
 * CallLifeBenchmark} has them. The text is dropped.
 *
 * <p>Two centers of one workload, one of them recorded, live on one thread in turns, and another thread flushes in
 * between: so both meet the same machine. What is counted is the CPU time of each thread, which other programs on the
 * machine disturb less than the time of the clock.
 */
public final class RecorderReport {
    /** Call lives in a turn: less than half of the recorder's ring. */
    private static final int TURN = 500;

    private static final int TURNS = 8_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double[] plainNs = new double[TURNS];
    private final double[] recordedNs = new double[TURNS];
    private final double[] flushNs = new double[TURNS];

    private RecorderReport() {}

    /**
     * Measures and prints.
     *
     * @param args none
     * @throws IOException never, for nothing is written
     * @throws InterruptedException when interrupted
     * @throws ExecutionException when the recording is not complete
     */
    public static void main(final String[] args) throws IOException, InterruptedException, ExecutionException {
        for (final CenterSize size : CenterSize.values()) {
            final RecorderReport report = new RecorderReport();
            report.measure(new Workload(size));
            report.print(size);
        }
    }

    private void measure(final Workload workload) throws IOException, InterruptedException, ExecutionException {
        final ExecutorService flusher = Executors.newSingleThreadExecutor();
        try (Recorder recorder = Recorder.to(Writer.nullWriter(), ZoneOffset.UTC)) {
            final SteadyCenter plain = new SteadyCenter(workload, EngineCallLife::new);
            final SteadyCenter recorded = new SteadyCenter(
                    workload, (same, listener) -> new EngineCallLife(same, listener, recorder::record));
            for (int turn = 0; turn < TURNS; turn++) {
                final boolean plainFirst = turn % 2 == 0;
                final double first = live(plainFirst ? plain : recorded);
                final double second = live(plainFirst ? recorded : plain);
                plainNs[turn] = plainFirst ? first : second;
                recordedNs[turn] = plainFirst ? second : first;
                flushNs[turn] = flusher.submit(() -> flush(recorder)).get();
            }
            plain.check();
            recorded.check();
        } finally {
            flusher.shutdown();
        }
    }

    private static double live(final SteadyCenter center) {
        final long startNs = THREADS.getCurrentThreadCpuTime();
        for (int life = 0; life < TURN; life++) {
            center.step();
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - startNs) / TURN;
    }

    private static double flush(final Recorder recorder) throws IOException {
        final long startNs = THREADS.getCurrentThreadCpuTime();
        recorder.flush();
        return (double) (THREADS.getCurrentThreadCpuTime() - startNs) / TURN;
    }

    private void print(final CenterSize size) {
        final double plain = median(plainNs);
        final double recorded = median(recordedNs);
        System.out.printf(
                Locale.ROOT,
                "%-6s plain %,.0f ns, recorded %,.0f ns (+%.1f %%), text %,.0f ns per call life%n",
                size,
                plain,
                recorded,
                100 * (recorded / plain - 1),
                median(flushNs));
    }

    /** The first half is warm-up. */
    private static double median(final double[] measured) {
        final double[] warm = Arrays.copyOfRange(measured, TURNS / 2, TURNS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
