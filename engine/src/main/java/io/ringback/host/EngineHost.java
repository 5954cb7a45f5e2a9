package io.ringback.host;

import io.ringback.Engine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.agrona.ErrorHandler;

/**
 * The thread-safe way in: owns an engine and the one thread that uses it. Any thread submits commands; they are applied
 * on the owner thread in the order in which they were accepted, and the engine's listener is called there too.
 *
 * <pre>{@code
 * try (EngineHost host = EngineHost.start(engine)) {
 *     final QueueSettings settings = QueueSettings.builder().build();
 *     final VirtualQueue support =
 *             host.ask((e, nowMs) -> e.queue(nowMs, "support", settings)).join();
 *     host.submit((e, nowMs) -> e.defineAgent(nowMs, 17, SkillLevels.none()));
 *     host.submit((e, nowMs) -> e.agentReady(nowMs, 17));
 *
 *     final CompletableFuture<Outcome> arrived =
 *             host.ask((e, nowMs) -> e.callArrived(nowMs, new Request().of(4711, support)));
 *     System.out.println("call 4711: " + arrived.join());
 * }
 * }</pre>
 *
 * <p><b>The engine</b> belongs to the host from {@link #start} on, and is touched by nothing but commands. A reusable
 * object that a command carries, such as a {@link io.ringback.Request}, is read when the command is applied: fill it
 * inside the command, or give each command its own.
 *
 * <p><b>Time.</b> A command is stamped when it is applied, not when it is submitted: so stamps never run back in the
 * order of application, and no timer that fired meanwhile is later than a command that comes after it. Time follows the
 * wall clock. When that is set back, time goes on at half speed until the wall clock has come up to it; when it is set
 * forward, or the machine slept, time follows at once, by {@link Engine#advanceTo} and so without {@code CLOCK_JUMP}.
 * Timers fire at their deadline without a command; the host sleeps meanwhile, and looks at the clock once a second at
 * least while a timer is pending.
 *
 * <p><b>From inside a callback,</b> or otherwise on the owner thread, a command is queued for right after the running
 * one: when all events of that one are delivered, in the order submitted, before anything of other threads. Never wait
 * there for an answer: the thread that would give it is the one that waits.
 *
 * <p><b>Failures.</b> Whatever a command throws, errors of the virtual machine included, goes to its future or to the
 * error handler, and the owner thread goes on; so does the engine, which allocates nothing on a command and thus is not
 * where memory runs out. An interrupt of the owner thread is cleared before the next command and means nothing else.
 *
 * <p><b>Allocation.</b> Submitting and applying a command that was made before, or a lambda that captures nothing,
 * allocates nothing; {@link #ask} makes one future.
 */
public final class EngineHost implements AutoCloseable {
    private static final Command ADVANCE = Engine::advanceTo;

    /** Not more than any engine's max-clock-step. */
    private static final long SILENCE_MAX_MS = 1_000;

    /** How long the wall clock may be out of sight. */
    private static final long SLEEP_MAX_MS = 1_000;

    private static final long RETRY_NS = TimeUnit.MICROSECONDS.toNanos(100);

    private final Engine engine;
    private final int followUpsMax;
    private final CommandQueue queue;
    private final SteadyClock clock;
    private final ErrorHandler errorHandler;
    private final Thread owner;
    private final AtomicBoolean asleep = new AtomicBoolean();
    /** What was submitted on the owner thread; only that thread knows of it. */
    private final ArrayDeque<Command> followUps = new ArrayDeque<>();

    private long nowMs;

    private EngineHost(final Engine engine, final HostConfig config) {
        this.engine = Objects.requireNonNull(engine, "engine");
        followUpsMax = config.capacity();
        queue = new CommandQueue(config.capacity());
        final long engineMs = engine.nowMs();
        clock = new SteadyClock(
                config.wallClock(), System::nanoTime, engineMs == Engine.NO_TIME ? Long.MIN_VALUE : engineMs);
        nowMs = clock.nowMs();
        errorHandler = config.errorHandler();
        owner = Objects.requireNonNull(config.threadFactory().newThread(this::loop), "thread");
    }

    /**
     * Starts a host with the default configuration.
     *
     * @param engine is the host's from now on
     * @return the host, ready for commands
     */
    public static EngineHost start(final Engine engine) {
        return start(engine, HostConfig.builder().build());
    }

    /**
     * Starts a host.
     *
     * @param engine is the host's from now on
     * @param config limits and fixed choices
     * @return the host, ready for commands
     */
    public static EngineHost start(final Engine engine, final HostConfig config) {
        final EngineHost host = new EngineHost(engine, config);
        host.owner.start();
        return host;
    }

    // ---- from any thread ----

    /**
     * Submits a command and never waits. What the engine answers to it is the command's own business; {@link #ask}
     * brings it back.
     *
     * @param command is applied once, on the owner thread
     * @return ACCEPTED; FULL when as many wait as may; CLOSED after {@link #close}
     */
    public Submission submit(final Command command) {
        Objects.requireNonNull(command, "command");
        if (Thread.currentThread() == owner) {
            return followUp(command);
        }
        final Submission submission = queue.offer(command);
        wake();
        return submission;
    }

    /**
     * Submits a command, and waits for a place when the host is full; on the owner thread it never waits.
     *
     * @param command is applied once, on the owner thread
     * @param maxWait how long to wait at most
     * @return ACCEPTED; FULL when there was no place in that time; CLOSED after {@link #close}
     * @throws InterruptedException when interrupted while it waits; the command will not be applied
     */
    public Submission submit(final Command command, final Duration maxWait) throws InterruptedException {
        final long startNs = System.nanoTime();
        final long maxWaitNs = TimeUnit.NANOSECONDS.convert(maxWait);
        Submission submission = submit(command);
        while (submission == Submission.FULL
                && Thread.currentThread() != owner
                && System.nanoTime() - startNs < maxWaitNs) {
            LockSupport.parkNanos(RETRY_NS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            submission = submit(command);
        }
        return submission;
    }

    /**
     * Submits a command whose answer is wanted; never waits.
     *
     * @param question is asked once, on the owner thread
     * @param <T> the answer
     * @return is completed on the owner thread, with the answer or with what the question threw; or at once with a
     *     {@link RejectedExecutionException} when the host is full or closed. Cancelling it does not take the question
     *     back.
     */
    public <T> CompletableFuture<T> ask(final Question<T> question) {
        final Answer<T> answer = new Answer<>(Objects.requireNonNull(question, "question"));
        final Submission submission = submit(answer);
        if (submission != Submission.ACCEPTED) {
            answer.completeExceptionally(new RejectedExecutionException("the engine's host is " + submission));
        }
        return answer;
    }

    /**
     * Refuses commands from now on, applies all that were accepted, ends the owner thread, and waits for that end. On
     * the owner thread it does not wait. A thread that is interrupted while it waits returns at once, still
     * interrupted; the host closes all the same. Closing again only waits.
     *
     * <p>A thread that has waited for the end may use the engine.
     */
    @Override
    public void close() {
        queue.close();
        wake();
        if (Thread.currentThread() != owner) {
            try {
                owner.join();
            } catch (final InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The owner says that it sleeps, and looks again; others change what it looks at, and see whether it sleeps. */
    private void wake() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(owner);
        }
    }

    // ---- on the owner thread ----

    private Submission followUp(final Command command) {
        if (queue.closed()) {
            return Submission.CLOSED;
        }
        if (followUps.size() >= followUpsMax) {
            return Submission.FULL;
        }
        followUps.add(command);
        return Submission.ACCEPTED;
    }

    private void loop() {
        while (!queue.drained() || !followUps.isEmpty()) {
            Thread.interrupted();
            tick();
            final Command command = followUps.isEmpty() ? queue.poll() : followUps.poll();
            if (command == null) {
                sleep();
            } else {
                apply(command);
            }
        }
    }

    private void tick() {
        try {
            nowMs = clock.nowMs();
            if (engine.nextDeadlineMs() <= nowMs) {
                engine.advanceTo(nowMs);
            }
        } catch (final Throwable failure) {
            report(failure);
        }
    }

    private void apply(final Command command) {
        if (engine.nowMs() < nowMs - SILENCE_MAX_MS) {
            run(ADVANCE);
        }
        run(command);
    }

    private void run(final Command command) {
        try {
            command.apply(engine, nowMs);
        } catch (final Throwable failure) {
            report(failure);
        }
    }

    private void report(final Throwable failure) {
        try {
            errorHandler.onError(failure);
        } catch (final Throwable dropped) {
            // The last line of defence has failed: there is nobody left to tell, and the host must go on.
            assert dropped != null;
        }
    }

    private void sleep() {
        asleep.set(true);
        if (queue.empty() && !queue.drained()) {
            final long deadlineMs = engine.nextDeadlineMs();
            if (deadlineMs == Engine.NO_TIME) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(sleepMs(deadlineMs)));
            }
        }
        asleep.set(false);
    }

    /** At least a millisecond, for the case that the engine cannot get past a deadline. */
    private long sleepMs(final long deadlineMs) {
        return Math.max(1, Math.min(deadlineMs - nowMs, SLEEP_MAX_MS));
    }
}
