package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Closes the queue in the middle of being filled, over and over. The owner closes it itself and goes on at once: it is
 * then as likely as can be that a producer has a place and has not filled it yet.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandQueueRacesTest {
    private static final int ROUNDS = 1_500;
    private static final int PRODUCERS = 2;
    private static final Command NOTHING = (engine, nowMs) -> {};

    private final CommandQueue[] queues = new CommandQueue[ROUNDS];
    private final CyclicBarrier start = new CyclicBarrier(PRODUCERS + 1);

    @Test
    void shouldGiveOutExactlyWhatWasAcceptedWhenItIsClosedMeanwhile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            queues[round] = new CommandQueue(1 + round % 16);
        }
        final ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
        final List<Future<int[]>> accepted = new ArrayList<>();
        for (int p = 0; p < PRODUCERS; p++) {
            accepted.add(threads.submit(this::produce));
        }
        final int[] taken = takeAndClose();
        threads.shutdown();

        for (int round = 0; round < ROUNDS; round++) {
            int sum = 0;
            for (final Future<int[]> one : accepted) {
                sum += one.get()[round];
            }
            assertThat(taken[round]).as("round %s", round).isEqualTo(sum);
        }
    }

    private int[] produce() throws Exception {
        final int[] accepted = new int[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            start.await();
            Submission submission = queues[round].offer(NOTHING);
            while (submission != Submission.CLOSED) {
                accepted[round] += submission == Submission.ACCEPTED ? 1 : 0;
                submission = queues[round].offer(NOTHING);
            }
        }
        return accepted;
    }

    private int[] takeAndClose() throws Exception {
        final Random random = new Random(7);
        final int[] taken = new int[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            start.await();
            final CommandQueue queue = queues[round];
            for (int before = random.nextInt(200); before > 0; before--) {
                taken[round] += queue.poll() == null ? 0 : 1;
            }
            queue.close();
            while (!queue.drained()) {
                taken[round] += queue.poll() == null ? 0 : 1;
            }
        }
        return taken;
    }
}
