package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Repeats the races of the host so often that the machine goes through their interleavings. What is checked holds for
 * each of them, so that the verdict is no matter of luck; a wake-up that is lost shows as a test that does not end.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostRacesTest {
    private static final int ROUNDS = 3_000;
    /** With the owner thread, and the one that closes, that makes eight. */
    private static final int PRODUCERS = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS + 2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static EngineHost host(final int capacity, final List<Throwable> errors) {
        return EngineHost.start(
                Engine.create(EngineConfig.builder().agents(1).interactions(1).build(), new EngineListener() {}),
                HostConfig.builder()
                        .capacity(capacity)
                        .errorHandler(errors::add)
                        .build());
    }

    // ---- submit against close ----

    @Test
    void shouldApplyExactlyWhatWasAcceptedWhenItIsClosedMeanwhile() throws Exception {
        final CyclicBarrier start = new CyclicBarrier(PRODUCERS + 1);
        final Random random = new Random(7);
        long acceptedInAll = 0;
        for (int round = 0; round < ROUNDS; round++) {
            final List<Throwable> errors = new ArrayList<>();
            final EngineHost host = host(1 + round % 5, errors);
            final int[] applied = new int[PRODUCERS];
            final List<Future<Integer>> accepted = new ArrayList<>();
            for (int p = 0; p < PRODUCERS; p++) {
                final int producer = p;
                accepted.add(threads.submit(() -> {
                    await(start);
                    return submitUntilClosed(host, producer, applied);
                }));
            }
            final Future<?> closing = threads.submit(() -> {
                await(start);
                spin(random.nextInt(2_000));
                host.close();
            });
            closing.get();
            for (int p = 0; p < PRODUCERS; p++) {
                assertThat(applied[p])
                        .as("round %s, producer %s", round, p)
                        .isEqualTo(accepted.get(p).get());
                acceptedInAll += applied[p];
            }
            assertThat(errors).isEmpty();
        }
        assertThat(acceptedInAll).isGreaterThan(ROUNDS);
    }

    /** Every other command is a question. Each says for itself that it is the next of its producer. */
    private static int submitUntilClosed(final EngineHost host, final int producer, final int[] applied) {
        int accepted = 0;
        while (true) {
            final int number = accepted;
            final Submission submission = number % 2 == 0
                    ? host.submit((engine, nowMs) -> count(applied, producer, number))
                    : submissionOf(host.ask((engine, nowMs) -> count(applied, producer, number)));
            if (submission == Submission.CLOSED) {
                return accepted;
            }
            if (submission == Submission.ACCEPTED) {
                accepted++;
            } else {
                LockSupport.parkNanos(1);
            }
        }
    }

    private static int count(final int[] applied, final int producer, final int number) {
        assertThat(applied[producer]++).isEqualTo(number);
        return number;
    }

    private static Submission submissionOf(final CompletableFuture<Integer> answer) {
        try {
            answer.join();
            return Submission.ACCEPTED;
        } catch (final CompletionException failure) {
            assertThat(failure).hasCauseInstanceOf(RejectedExecutionException.class);
            return failure.getMessage().endsWith("FULL") ? Submission.FULL : Submission.CLOSED;
        }
    }

    @Test
    void shouldCloseOnceWhenManyCloseItAndACallbackDoesToo() throws Exception {
        final CyclicBarrier start = new CyclicBarrier(PRODUCERS);
        for (int round = 0; round < ROUNDS; round++) {
            final List<Throwable> errors = new ArrayList<>();
            final EngineHost host = host(PRODUCERS, errors);
            final int[] applied = new int[1];
            final Callable<Integer> closing = () -> {
                await(start);
                final Submission submission = host.submit((engine, nowMs) -> {
                    applied[0]++;
                    host.close();
                });
                host.close();
                return submission == Submission.ACCEPTED ? 1 : 0;
            };
            final List<Future<Integer>> accepted = new ArrayList<>();
            for (int p = 0; p < PRODUCERS; p++) {
                accepted.add(threads.submit(closing));
            }
            int sum = 0;
            for (final Future<Integer> one : accepted) {
                sum += one.get();
            }
            assertThat(applied[0]).as("round %s", round).isEqualTo(sum).isPositive();
            assertThat(errors).isEmpty();
        }
    }

    // ---- submit against sleep ----

    @Test
    void shouldWakeForEveryCommandWhenItFallsAsleepMeanwhile() throws Exception {
        final List<Throwable> errors = new ArrayList<>();
        try (EngineHost host = host(PRODUCERS, errors)) {
            for (final int producers : new int[] {1, 2, PRODUCERS}) {
                final List<Future<?>> done = new ArrayList<>();
                for (int p = 0; p < producers; p++) {
                    final int producer = p;
                    done.add(threads.submit(() -> askAndWait(host, producer)));
                }
                join(done);
            }
        }
        assertThat(errors).isEmpty();
    }

    /** Asks again at the moment at which the owner, with nothing left to do, is about to fall asleep. */
    private static void askAndWait(final EngineHost host, final int producer) {
        for (int i = 0; i < ROUNDS * 3; i++) {
            final int question = producer * ROUNDS * 3 + i;
            final CompletableFuture<Integer> answer = host.ask((engine, nowMs) -> question);
            for (int turn = 0; turn < 1_000 && !answer.isDone(); turn++) {
                Thread.onSpinWait();
            }
            assertThat(answer.join() == question).isTrue();
            spin(i % 30);
        }
    }

    // ---- commands from callbacks against a full queue ----

    @Test
    void shouldKeepFollowUpsBehindTheirCommandWhenTheQueueIsFull() throws Exception {
        final List<Throwable> errors = new ArrayList<>();
        final FollowUps seen = new FollowUps();
        final List<Future<Integer>> accepted = new ArrayList<>();
        try (EngineHost host = host(2, errors)) {
            for (int p = 0; p < PRODUCERS; p++) {
                accepted.add(threads.submit(() -> {
                    int count = 0;
                    while (count < ROUNDS * 3) {
                        final Submission submission = host.submit((engine, nowMs) -> seen.command(host));
                        count += submission == Submission.ACCEPTED ? 1 : 0;
                    }
                    return count;
                }));
            }
            join(accepted);
        }
        assertThat(errors).isEmpty();
        assertThat(seen.commands).isEqualTo(PRODUCERS * ROUNDS * 3);
        assertThat(seen.followUps).isEqualTo(2 * seen.commands);
        assertThat(seen.refused).isEqualTo(seen.commands);
    }

    /** Each command submits three more where two have a place; they must come before the next command. */
    private static final class FollowUps {
        private int commands;
        private int followUps;
        private int refused;

        void command(final EngineHost host) {
            assertThat(followUps).isEqualTo(2 * commands);
            commands++;
            assertThat(host.submit((engine, nowMs) -> followUp(1))).isEqualTo(Submission.ACCEPTED);
            assertThat(host.submit((engine, nowMs) -> followUp(0))).isEqualTo(Submission.ACCEPTED);
            refused += host.submit((engine, nowMs) -> followUp(0)) == Submission.FULL ? 1 : 0;
        }

        private void followUp(final int stillToCome) {
            followUps++;
            assertThat(followUps).isEqualTo(2 * commands - stillToCome);
        }
    }

    // ----

    private static void join(final List<? extends Future<?>> futures) throws InterruptedException, ExecutionException {
        for (final Future<?> future : futures) {
            future.get();
        }
    }

    private static void await(final CyclicBarrier start) {
        try {
            start.await();
        } catch (final InterruptedException | BrokenBarrierException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void spin(final int turns) {
        for (int i = 0; i < turns; i++) {
            Thread.onSpinWait();
        }
    }
}
