package io.ringback.examples.replay;

import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.examples.replay.Wish.Kind;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Choices that are drawn from a seed. Each question to each customer has random numbers of its own, so that no answer
 * depends on the order in which they are asked. The shares are round and made up.
 */
final class DrawnChoices implements Choices {
    private static final long SECOND_MS = 1_000;
    private static final long QUARTER_MS = Duration.ofMinutes(15).toMillis();
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int PERMILLE = 1_000;

    /** Of those who accept an offer; the others name a time of the next day. */
    private static final int IN_TURN_PERCENT = 25;

    private static final int TODAY_PERCENT = 60;

    /** Of those who name a time. */
    private static final int EXACTLY_PERCENT = 30;

    private static final int PICKS_UP_PERCENT = 70;
    private static final int BUSY_PERCENT = 10;

    private final long seed;
    private final int acceptPermille;

    DrawnChoices(final long seed, final double acceptShare) {
        this.seed = seed;
        acceptPermille = (int) Math.round(acceptShare * PERMILLE);
    }

    @Override
    public Wish wish(final int call, final long nowMs) {
        final SplittableRandom random = random(call, 0);
        final long saidMs = nowMs + between(random, 8, 20) * SECOND_MS;
        if (random.nextInt(PERMILLE) >= acceptPermille) {
            return new Wish(saidMs, Kind.STAY, Engine.NO_TIME, false);
        }
        final int when = random.nextInt(100);
        if (when < IN_TURN_PERCENT) {
            return new Wish(saidMs, Kind.IN_TURN, Engine.NO_TIME, false);
        }
        final boolean exactly = random.nextInt(100) < EXACTLY_PERCENT;
        if (when < IN_TURN_PERCENT + TODAY_PERCENT) {
            final long quarters = between(random, 3, 16);
            return new Wish(saidMs, Kind.AT_A_TIME, nowMs - nowMs % QUARTER_MS + quarters * QUARTER_MS, exactly);
        }
        final long morningMs = nowMs - nowMs % DAY_MS + DAY_MS + 9 * HOUR_MS;
        return new Wish(saidMs, Kind.AT_A_TIME, morningMs + between(random, 0, 32) * QUARTER_MS, exactly);
    }

    @Override
    public Ring ring(final int call, final int attempt) {
        final SplittableRandom random = random(call, attempt);
        final int luck = random.nextInt(100);
        if (luck < PICKS_UP_PERCENT) {
            return new Ring(between(random, 4, 18) * SECOND_MS, null, between(random, 60, 300) * SECOND_MS);
        }
        return luck < PICKS_UP_PERCENT + BUSY_PERCENT
                ? new Ring(3 * SECOND_MS, DialFailure.BUSY, 0)
                : new Ring(25 * SECOND_MS, DialFailure.NO_ANSWER, 0);
    }

    private SplittableRandom random(final int call, final int question) {
        return new SplittableRandom((seed * 1_000_003 + call) * 31 + question);
    }

    private static long between(final SplittableRandom random, final int least, final int most) {
        return random.nextInt(least, most + 1);
    }
}
