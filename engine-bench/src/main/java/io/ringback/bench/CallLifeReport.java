package io.ringback.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link CallLifeBenchmark} for all sizes and implementations, and prints what each costs beside the engine. */
public final class CallLifeReport {
    private static final String ALLOCATED_BYTES = "gc.alloc.rate.norm";
    private static final String USAGE = "usage: CallLifeReport [--quick] [--json FILE]";

    private CallLifeReport() {}

    /**
     * Runs and prints.
     *
     * @param args {@code --quick}: one short fork each, to see roughly where things stand; {@code --json FILE}: also
     *     write the harness's own results there
     * @throws RunnerException when a benchmark fails
     */
    public static void main(final String[] args) throws RunnerException {
        final ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + CallLifeBenchmark.class.getSimpleName() + "\\.")
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
        print(new ArrayList<>(new Runner(options.build()).run()));
    }

    private static void quick(final ChainedOptionsBuilder options) {
        final TimeValue time = TimeValue.milliseconds(500);
        options.forks(1)
                .warmupIterations(4)
                .warmupTime(time)
                .measurementIterations(4)
                .measurementTime(time);
    }

    private static void print(final List<RunResult> results) {
        final Map<CenterSize, Double> engineNs = new EnumMap<>(CenterSize.class);
        for (final RunResult result : results) {
            if (implementation(result) == Implementation.ENGINE) {
                engineNs.put(size(result), result.getPrimaryResult().getScore());
            }
        }
        System.out.printf("%n%-6s %-14s %21s %10s %10s%n", "size", "implementation", "ns/op", "x engine", "B/op");
        results.sort(Comparator.comparing(CallLifeReport::size).thenComparing(CallLifeReport::implementation));
        for (final RunResult result : results) {
            final Result<?> time = result.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %-14s %,10.1f ± %,8.1f %10.2f %10.1f%n",
                    size(result),
                    implementation(result),
                    time.getScore(),
                    time.getScoreError(),
                    time.getScore() / engineNs.get(size(result)),
                    result.getSecondaryResults().get(ALLOCATED_BYTES).getScore());
        }
    }

    private static CenterSize size(final RunResult result) {
        return CenterSize.valueOf(result.getParams().getParam("size"));
    }

    private static Implementation implementation(final RunResult result) {
        return Implementation.valueOf(result.getParams().getParam("implementation"));
    }
}
