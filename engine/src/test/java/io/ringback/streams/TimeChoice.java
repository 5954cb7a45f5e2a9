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
    AT_EDGE(1, 3),
    BEFORE_EDGE(1, 4),
    AFTER_EDGE(1, 2),
    LONG_STEP(1, 4),
    HOURS_AHEAD(0, 2),
    LATEST_ALLOWED(1, 1),
    FAR_AHEAD(0, 1),
    PAST(4, 0),
    JUMP(1, 0);

    private static final List<Long> SHORT_MS = List.of(1L, 500L, 999L, 1_000L, 1_001L, 2_000L, 5_000L, 10_000L);
    private static final List<Long> LONG_MS = List.of(30_000L, 60_000L, 299_999L, 300_000L, 3_600_000L);
    private static final List<Long> BEFORE_MS = List.of(1L, 1_000L, 5_000L, 15_000L);
    private static final List<Long> HOURS_MS = List.of(3_600_000L, 10_800_000L, 28_800_000L, 57_600_000L);
    private static final List<Long> FAR_MS = List.of(86_400_000L, 86_400_001L, 691_200_000L);
    private static final List<Long> PAST_MS = List.of(1L, 1_000L, 3_600_000L, 172_800_000L);
    private static final List<Integer> FACTORS = List.of(0, 1, 2, 4);
    private static final List<Integer> HOURS_FACTORS = List.of(1, 2, 4, 8);

    private final int commandWeight;
    private final int advanceWeight;

    TimeChoice(final int commandWeight, final int advanceWeight) {
        this.commandWeight = commandWeight;
        this.advanceWeight = advanceWeight;
    }

    /** Some streams keep to openings and closings. */
    private int factor(final Dice dice, final boolean hours) {
        return hours && isAboutHours() ? dice.oneOf(HOURS_FACTORS) : dice.oneOf(FACTORS);
    }

    static Map<TimeChoice, Integer> drawForCommands(final Dice dice, final boolean hours) {
        final Map<TimeChoice, Integer> weights = new EnumMap<>(TimeChoice.class);
        for (final TimeChoice choice : values()) {
            weights.put(choice, choice.commandWeight * choice.factor(dice, hours));
        }
        weights.merge(SAME, SAME.commandWeight / 2, Integer::sum);
        return weights;
    }

    static Map<TimeChoice, Integer> drawForAdvances(final Dice dice, final boolean hours) {
        final Map<TimeChoice, Integer> weights = new EnumMap<>(TimeChoice.class);
        for (final TimeChoice choice : values()) {
            weights.put(choice, choice.advanceWeight * choice.factor(dice, hours));
        }
        weights.merge(AT_DEADLINE, AT_DEADLINE.advanceWeight / 2, Integer::sum);
        return weights;
    }

    /** Whether the instant lies at an opening, a closing or the start of a slot. */
    boolean isAboutHours() {
        return this == AT_EDGE || this == BEFORE_EDGE || this == AFTER_EDGE;
    }

    /**
     * The instant, given the engine's time, its next deadline, or one of its edges, and the largest step that a command
     * may take.
     */
    long pick(final Dice dice, final long nowMs, final long deadlineMs, final long maxStepMs) {
        return switch (this) {
            case SAME -> nowMs;
            case AT_DEADLINE, AT_EDGE -> near(deadlineMs, 0, nowMs);
            case BEFORE_DEADLINE -> near(deadlineMs, -1, nowMs);
            case BEFORE_EDGE -> near(deadlineMs, -dice.oneOf(BEFORE_MS), nowMs);
            case AFTER_DEADLINE, AFTER_EDGE -> near(deadlineMs, 1, nowMs);
            case SHORT_STEP -> nowMs + dice.oneOf(SHORT_MS);
            case LONG_STEP -> nowMs + dice.oneOf(LONG_MS);
            case HOURS_AHEAD -> nowMs + dice.oneOf(HOURS_MS);
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
