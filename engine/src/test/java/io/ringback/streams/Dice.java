package io.ringback.streams;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The draws of one stream: all its randomness comes from one seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(final long seed) {
        random = new SplittableRandom(seed);
    }

    int below(final int bound) {
        return random.nextInt(bound);
    }

    int between(final int first, final int last) {
        return random.nextInt(first, last + 1);
    }

    boolean percent(final int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T oneOf(final List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Draws one with the probability of its weight; at least one weight is above 0. */
    <T> T weighted(final Map<T, Integer> weights) {
        int sum = 0;
        for (final int weight : weights.values()) {
            sum += weight;
        }
        int rest = random.nextInt(sum);
        for (final Map.Entry<T, Integer> entry : weights.entrySet()) {
            rest -= entry.getValue();
            if (rest < 0) {
                return entry.getKey();
            }
        }
        throw new AssertionError("the weights changed");
    }
}
