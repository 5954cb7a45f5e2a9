package io.ringback.bench;

import io.ringback.EngineConfig;
import io.ringback.MemoryBill;
import io.ringback.VirtualQueue;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link BookingBenchmark} and {@link CalendarBenchmark}, and prints what each operation costs beside 1,000 and
 * beside 1,000,000 bookings, and what a booking takes in memory.
 */
public final class BookingReport {
    private static final String ALLOCATED_BYTES = "gc.alloc.rate.norm";
    private static final String USAGE = "usage: BookingReport [--quick] [--json FILE]";
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int SLOTS = Appointments.DAYS * 96;

    private BookingReport() {}

    /**
     * Runs and prints.
     *
     * @param args {@code --quick}: one short fork each, to see roughly where things stand; {@code --json FILE}: also
     *     write the harness's own results there
     * @throws RunnerException when a benchmark fails
     */
    public static void main(final String[] args) throws RunnerException {
        final ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + BookingBenchmark.class.getSimpleName() + "\\.")
                .include("\\." + CalendarBenchmark.class.getSimpleName() + "\\.")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        for (int i = 0; i < args.length; i++) {
            if ("--quick".equals(args[i])) {
                quick(options);
            } else if ("--json".equals(args[i]) && i + 1 < args.length) {
                options.resultFormat(ResultFormatType.JSON).result(args[++i]);
            } else {
                throw new IllegalArgumentException(args[i] + ": " + USAGE);
            }
        }
        final Collection<RunResult> results = new Runner(options.build()).run();
        printMemory();
        printBookings(results);
        printLookUps(results);
    }

    private static void quick(final ChainedOptionsBuilder options) {
        final TimeValue time = TimeValue.milliseconds(200);
        options.forks(1)
                .warmupIterations(3)
                .warmupTime(time)
                .measurementIterations(3)
                .measurementTime(time);
    }

    private static void printMemory() {
        System.out.printf("%n%-12s %18s %18s%n", "bookings", "bytes each, billed", "bytes each, heap");
        heap(FEW);
        for (final int held : List.of(FEW, MANY)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,12d %,18.1f %,18.1f%n",
                    held,
                    (double) (bill(held) - bill(0)) / held,
                    (double) (heap(held) - heap(0)) / held);
        }
    }

    private static long bill(final int bookings) {
        final EngineConfig config = EngineConfig.builder()
                .agents(1)
                .interactions(FEW)
                .bookings(bookings)
                .build();
        return MemoryBill.of(config).totalBytes();
    }

    /** The live heap that an engine with so many bookings takes. */
    private static long heap(final int bookings) {
        final long before = liveHeap();
        final Appointments center = new Appointments(FEW, bookings, 0);
        try {
            final VirtualQueue queue = center.always(bookings / SLOTS + 1);
            for (int id = 0; id < bookings; id++) {
                center.bookExactly(id, queue, Appointments.START_MS + id % SLOTS * Appointments.SLOT_MS);
            }
            return liveHeap() - before;
        } finally {
            Reference.reachabilityFence(center);
        }
    }

    /** What is used once full collections free nothing any more. */
    private static long liveHeap() {
        long before;
        long used = Long.MAX_VALUE;
        do {
            before = used;
            System.gc();
            used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } while (used < before);
        return used;
    }

    /** An operation a line: nanoseconds beside few and beside many bookings. */
    private static void printBookings(final Collection<RunResult> results) {
        final Map<String, Map<Integer, RunResult>> operations = new TreeMap<>();
        for (final RunResult result : results) {
            if (result.getParams().getParamsKeys().contains("held")) {
                operations
                        .computeIfAbsent(name(result), name -> new TreeMap<>())
                        .put(Integer.valueOf(result.getParams().getParam("held")), result);
            }
        }
        System.out.printf(
                "%n%-16s %19s %19s %7s %8s%n", "ns per operation", "1,000 held", "1,000,000 held", "ratio", "B/op");
        operations.forEach((name, byHeld) -> {
            final RunResult few = byHeld.get(FEW);
            final RunResult many = byHeld.get(MANY);
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %s %s %7.2f %8.2f%n",
                    name,
                    time(few),
                    time(many),
                    nanos(many) / nanos(few),
                    Math.max(bytes(few), bytes(many)));
        });
    }

    private static void printLookUps(final Collection<RunResult> results) {
        System.out.printf("%n%-16s %-12s %19s %8s%n", "ns per look-up", "calendar", "", "B/op");
        final List<RunResult> lookUps = new ArrayList<>(results);
        lookUps.removeIf(result -> !result.getParams().getParamsKeys().contains("hours"));
        for (final RunResult result : lookUps) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-12s %s %8.2f%n",
                    name(result),
                    result.getParams().getParam("hours"),
                    time(result),
                    bytes(result));
        }
    }

    private static String name(final RunResult result) {
        final String method = result.getParams().getBenchmark();
        return method.substring(method.lastIndexOf('.') + 1);
    }

    private static String time(final RunResult result) {
        final Result<?> time = result.getPrimaryResult();
        return String.format(Locale.ROOT, "%,9.1f ± %,7.1f", nanos(result), time.getScoreError() / units(result));
    }

    private static double nanos(final RunResult result) {
        return result.getPrimaryResult().getScore() / units(result);
    }

    private static double bytes(final RunResult result) {
        return result.getSecondaryResults().get(ALLOCATED_BYTES).getScore() / units(result);
    }

    /** How many bookings an operation is about. */
    private static int units(final RunResult result) {
        return switch (name(result)) {
            case "dueMonth" -> Integer.parseInt(result.getParams().getParam("held"));
            case "dueStorm" -> DueStorm.SIZE;
            default -> 1;
        };
    }
}
