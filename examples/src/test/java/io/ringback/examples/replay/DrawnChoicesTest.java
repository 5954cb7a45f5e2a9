package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.examples.replay.Choices.Ring;
import io.ringback.examples.replay.Wish.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DrawnChoicesTest {
    private static final long NOW_MS = 1_772_460_000_000L;
    private static final int CALLS = 2_000;

    @Test
    void shouldSayTheSameWhenAskedAgainInAnotherOrder() {
        final DrawnChoices choices = new DrawnChoices(5, 0.5);
        final Wish wish = choices.wish(7, NOW_MS);
        final Ring ring = choices.ring(7, 2);
        choices.wish(8, NOW_MS);

        assertThat(new DrawnChoices(5, 0.5).ring(7, 2)).isEqualTo(ring);
        assertThat(new DrawnChoices(5, 0.5).wish(7, NOW_MS)).isEqualTo(wish);
        assertThat(wishes(5, 0.5)).isNotEqualTo(wishes(6, 0.5));
    }

    @Test
    void shouldAcceptAsOftenAsTheShareSays() {
        assertThat(wishes(1, 0)).allMatch(wish -> wish.kind() == Kind.STAY);
        assertThat(wishes(1, 1)).noneMatch(wish -> wish.kind() == Kind.STAY);
        assertThat(wishes(1, 0.3).stream().filter(wish -> wish.kind() != Kind.STAY))
                .hasSizeBetween(CALLS / 4, CALLS * 7 / 20);
    }

    @Test
    void shouldNameATimeToComeOrNoneAtAll() {
        assertThat(wishes(1, 1)).allSatisfy(wish -> {
            assertThat(wish.saidMs()).isBetween(NOW_MS + 8_000, NOW_MS + 20_000);
            if (wish.kind() == Kind.AT_A_TIME) {
                assertThat(wish.atMs()).isGreaterThan(wish.saidMs());
            } else {
                assertThat(wish.atMs()).isEqualTo(Engine.NO_TIME);
                assertThat(wish.exactly()).isFalse();
            }
        });
    }

    @Test
    void shouldLetMostCustomersPickUp() {
        final DrawnChoices choices = new DrawnChoices(1, 1);
        assertThat(IntStream.range(0, CALLS)
                        .mapToObj(call -> choices.ring(call, 1))
                        .filter(ring -> ring.failure() == null))
                .hasSizeBetween(CALLS * 13 / 20, CALLS * 3 / 4);
    }

    private static List<Wish> wishes(final long seed, final double share) {
        final DrawnChoices choices = new DrawnChoices(seed, share);
        return IntStream.range(0, CALLS)
                .mapToObj(call -> choices.wish(call, NOW_MS))
                .toList();
    }
}
