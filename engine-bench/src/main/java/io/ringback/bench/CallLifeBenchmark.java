package io.ringback.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Cost of one call life in a center at full load: arrival, agent Ready, routed, answered, completed, with all events
 * delivered to a listener that counts them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
@Threads(1)
@State(Scope.Benchmark)
public class CallLifeBenchmark {
    /** How big the center is. */
    @Param({"SMALL", "LARGE"})
    public CenterSize size;

    /** Who is measured. */
    @Param({"ENGINE", "SORTED_SET", "SCAN"})
    public Implementation implementation;

    private SteadyCenter center;

    /** For the harness. */
    public CallLifeBenchmark() {}

    /** Opens the center: all agents busy, the calls waiting. */
    @Setup(Level.Trial)
    public void open() {
        center = new SteadyCenter(new Workload(size), implementation::create);
    }

    /** One call life. */
    @Benchmark
    public void callLife() {
        center.step();
    }

    /** Makes sure that each operation was a call life, and the load constant. */
    @TearDown(Level.Iteration)
    public void check() {
        center.check();
    }
}
