package io.ringback.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandQueueTest {
    private static Command[] commands(final int count) {
        final Command[] commands = new Command[count];
        for (int i = 0; i < count; i++) {
            final int number = i;
            commands[i] = (engine, nowMs) -> assertThat(number).isNotNegative();
        }
        return commands;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 1_000})
    void shouldHoldItsCapacityInOrderWhenItGoesRoundAgainAndAgain(final int capacity) {
        final CommandQueue queue = new CommandQueue(capacity);
        final Command[] commands = commands(capacity);
        for (int round = 0; round < 5; round++) {
            assertThat(queue.empty()).isTrue();
            for (final Command command : commands) {
                assertThat(queue.offer(command)).isEqualTo(Submission.ACCEPTED);
            }
            assertThat(queue.empty()).isFalse();
            assertThat(queue.offer(commands[0])).isEqualTo(Submission.FULL);
            assertThat(queue.poll()).isSameAs(commands[0]);
            assertThat(queue.offer(commands[0])).isEqualTo(Submission.ACCEPTED);
            for (int i = 1; i < capacity; i++) {
                assertThat(queue.poll()).isSameAs(commands[i]);
            }
            assertThat(queue.poll()).isSameAs(commands[0]);
            assertThat(queue.poll()).isNull();
        }
    }

    @Test
    void shouldGiveOutWhatItHoldsAndTakeNothingMoreWhenItIsClosed() {
        final CommandQueue queue = new CommandQueue(2);
        final Command[] commands = commands(2);
        queue.offer(commands[0]);
        queue.offer(commands[1]);
        assertThat(queue.closed()).isFalse();

        queue.close();
        queue.close();

        assertThat(queue.closed()).isTrue();
        assertThat(queue.offer(commands[0])).isEqualTo(Submission.CLOSED);
        assertThat(queue.drained()).isFalse();
        assertThat(queue.poll()).isSameAs(commands[0]);
        assertThat(queue.offer(commands[0])).isEqualTo(Submission.CLOSED);
        assertThat(queue.drained()).isFalse();
        assertThat(queue.poll()).isSameAs(commands[1]);
        assertThat(queue.drained()).isTrue();
    }

    @Test
    void shouldBeDrainedOnlyWhenItIsClosed() {
        final CommandQueue queue = new CommandQueue(1);

        assertThat(queue.drained()).isFalse();
        queue.close();
        assertThat(queue.drained()).isTrue();
    }
}
