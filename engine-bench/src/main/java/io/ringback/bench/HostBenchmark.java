package io.ringback.bench;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.Outcome;
import io.ringback.SkillLevels;
import io.ringback.host.Command;
import io.ringback.host.EngineHost;
import io.ringback.host.Submission;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to give commands from other threads: cheap commands, an agent that goes Ready and not Ready in turn,
 * through the host and, beside it, straight to an engine that one thread owns.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class HostBenchmark {
    private static final int AGENTS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** For the harness. */
    public HostBenchmark() {}

    /**
     * One command, by the thread that owns the engine.
     *
     * @param owned the engine
     * @return what became of it
     */
    @Benchmark
    @Threads(1)
    public Outcome straight(final Owned owned) {
        owned.ready = !owned.ready;
        final long nowMs = System.currentTimeMillis();
        return owned.ready ? owned.engine.agentReady(nowMs, 0) : owned.engine.agentNotReady(nowMs, 0);
    }

    /**
     * One command accepted, of one thread that submits as fast as the host takes them.
     *
     * @param hosted the host
     * @param producer the thread's agent
     * @throws InterruptedException never
     */
    @Benchmark
    @Threads(1)
    public void oneProducer(final Hosted hosted, final Producer producer) throws InterruptedException {
        producer.submit(hosted.host);
    }

    /**
     * One command accepted, of four threads that submit as fast as the host takes them.
     *
     * @param hosted the host
     * @param producer the thread's agent
     * @throws InterruptedException never
     */
    @Benchmark
    @Threads(4)
    public void fourProducers(final Hosted hosted, final Producer producer) throws InterruptedException {
        producer.submit(hosted.host);
    }

    /**
     * From the submission to the moment at which the submitting thread sees that it was applied, with nothing else to
     * do: the owner may have gone to sleep, and has to be woken.
     *
     * @param hosted the host
     * @param producer the thread's agent
     * @throws InterruptedException never
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Threads(1)
    public void submittedToApplied(final Hosted hosted, final Producer producer) throws InterruptedException {
        producer.submit(hosted.host);
        while (producer.applied < producer.submitted) {
            Thread.onSpinWait();
        }
    }

    /**
     * From a question to its answer, for a caller that sleeps until it comes.
     *
     * @param hosted the host
     * @return the answer
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @Threads(1)
    public Outcome askedToAnswered(final Hosted hosted) {
        return hosted.host.ask((engine, nowMs) -> engine.agentReady(nowMs, 0)).join();
    }

    private static Engine engine() {
        final Engine engine =
                Engine.create(EngineConfig.builder().agents(AGENTS).build(), new EventCounter());
        for (int agentId = 0; agentId < AGENTS; agentId++) {
            engine.defineAgent(System.currentTimeMillis(), agentId, SkillLevels.none());
        }
        return engine;
    }

    /** An engine that the measured thread owns. */
    @State(Scope.Thread)
    public static class Owned {
        private final Engine engine = engine();
        private boolean ready;

        /** For the harness. */
        public Owned() {}
    }

    /** An engine behind a host. */
    @State(Scope.Benchmark)
    public static class Hosted {
        private final AtomicInteger agents = new AtomicInteger();
        private EngineHost host;

        /** For the harness. */
        public Hosted() {}

        /** Starts the host. */
        @Setup(Level.Trial)
        public void start() {
            host = EngineHost.start(engine());
        }

        /** Closes the host: what it accepted is applied. */
        @TearDown(Level.Trial)
        public void close() {
            host.close();
        }
    }

    /** A thread with an agent of its own, and the two commands that it gives in turn, made once. */
    @State(Scope.Thread)
    public static class Producer {
        private final Command ready = (engine, nowMs) -> count(engine.agentReady(nowMs, agentId()));
        private final Command notReady = (engine, nowMs) -> count(engine.agentNotReady(nowMs, agentId()));
        private long agentId;
        private long submitted;
        private volatile long applied;

        /** For the harness. */
        public Producer() {}

        /**
         * Takes an agent.
         *
         * @param hosted the host
         */
        @Setup(Level.Trial)
        public void take(final Hosted hosted) {
            agentId = hosted.agents.getAndIncrement();
        }

        private long agentId() {
            return agentId;
        }

        private void submit(final EngineHost host) throws InterruptedException {
            final Command command = submitted % 2 == 0 ? ready : notReady;
            if (host.submit(command, PATIENCE) != Submission.ACCEPTED) {
                throw new IllegalStateException("not accepted");
            }
            submitted++;
        }

        /** On the owner thread, which alone writes what was applied. */
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void count(final Outcome outcome) {
            if (outcome != Outcome.OK) {
                throw new IllegalStateException("refused: " + outcome);
            }
            applied++;
        }

        /**
         * Makes sure that every command was applied, and once: otherwise the measurement is void.
         *
         * @param hosted the host
         * @throws InterruptedException never
         */
        @TearDown(Level.Iteration)
        public void check(final Hosted hosted) throws InterruptedException {
            final CompletableFuture<Long> count = new CompletableFuture<>();
            hosted.host.submit((engine, nowMs) -> count.complete(applied), PATIENCE);
            if (count.join() != submitted) {
                throw new IllegalStateException(count.join() + " of " + submitted + " applied");
            }
        }
    }
}
