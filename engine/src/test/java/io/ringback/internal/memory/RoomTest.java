package io.ringback.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    @Test
    void shouldHoldWhatIsAskedAndLittleMoreWhenCountsGrow() {
        for (int count = 0; count < 100_000; count++) {
            assertThat(Room.of(count)).isBetween(count, Math.max(16, count + count / 8 + 1));
        }
    }

    @Test
    void shouldNotDependOnTheStepsWhenItGrows() {
        for (int count = 1; count < 100_000; count++) {
            final int room = Room.of(count);
            assertThat(Room.of(room)).as("room for a full room").isEqualTo(room);
            assertThat(Room.of(room + 1)).isGreaterThan(room);
        }
    }

    @Test
    void shouldGrowInFewStepsWhenThereIsOneMoreEachTime() {
        int steps = 0;
        for (int room = Room.of(0); room < 10_000_000; room = Room.of(room + 1)) {
            steps++;
        }
        assertThat(steps).isLessThan(200);
    }
}
