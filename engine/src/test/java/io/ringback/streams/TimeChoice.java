package io.ringback.streams;

import io.ringback.Engine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a step lies in time. Mostly on or beside something: that is where the mistakes are. */
enum TimeChoice {
    SAME(90, 0),
    AT_DEADLINE(6, 40),
    BEFORE_DEADLINE(4, 12),
    AFTER_DEADLINE(3, 12),
    SHORT_STEP(10, 25),
    LONG_STEP(1, 4),
    LATEST_ALLOWED(1, 1),
    FAR_AHEAD(0, 1),
    PAST(4, 0),
    JUMP(1, 0);

    private static final List<Long> SHORT_MS = List.of(1L, 500L, 999L, 1_000L, 1_001L, 2_000L, 5_000L, 10_000L);
    private static final List<Long> LONG_MS = List.of(30_000L, 60_000L, 299_999L, 300_000L, 3_600_000L);
    private static final List<Long> FAR_MS = List.of(86_400_000L, 86_400_001L, 691_200_000L);
    private static final List<Long> PAST_MS = List.of(1L, 1_000L, 3_600_000L, 172_800_000L);
    private static final List<Integer> FACTORS = List.of(0, 1, 2, 4);

    private final int commandWeight;
    private final int advanceWeight;

    TimeChoice(final int commandWeight, final int advanceWeight) {
        this.commandWeight = commandWeight;
        this.advanceWeight = advanceWeight;
    }

    static Map<TimeChoice, Integer> drawForCommands(final Dice dice) {
        final Map<TimeChoice, Integer> weights = new EnumMap<>(TimeChoice.class);
        for (final TimeChoice choice : values()) {
            weights.put(choice, choice.commandWeight * dice.oneOf(FACTORS));
        }
        weights.merge(SAME, SAME.commandWeight / 2, Integer::sum);
        return weights;
    }

    static Map<TimeChoice, Integer> drawForAdvances(final Dice dice) {
        final Map<TimeChoice, Integer> weights = new EnumMap<>(TimeChoice.class);
        for (final TimeChoice choice : values()) {
            weights.put(choice, choice.advanceWeight * dice.oneOf(FACTORS));
        }
        weights.merge(AT_DEADLINE, AT_DEADLINE.advanceWeight / 2, Integer::sum);
        return weights;
    }

    /** The instant, given the engine's time, its next deadline and the largest step that a command may take. */
    long pick(final Dice dice, final long nowMs, final long deadlineMs, final long maxStepMs) {
        return switch (this) {
            case SAME -> nowMs;
            case AT_DEADLINE -> near(deadlineMs, 0, nowMs);
            case BEFORE_DEADLINE -> near(deadlineMs, -1, nowMs);
            case AFTER_DEADLINE -> near(deadlineMs, 1, nowMs);
            case SHORT_STEP -> nowMs + dice.oneOf(SHORT_MS);
            case LONG_STEP -> nowMs + dice.oneOf(LONG_MS);
            case LATEST_ALLOWED -> nowMs + maxStepMs;
            case FAR_AHEAD -> nowMs + dice.oneOf(FAR_MS);
            case PAST -> nowMs - dice.oneOf(PAST_MS);
            case JUMP -> nowMs + maxStepMs + dice.oneOf(SHORT_MS);
        };
    }

    private static long near(final long deadlineMs, final long offsetMs, final long nowMs) {
        return deadlineMs == Engine.NO_TIME ? nowMs + 1_000 : Math.max(nowMs, deadlineMs + offsetMs);
    }
}
