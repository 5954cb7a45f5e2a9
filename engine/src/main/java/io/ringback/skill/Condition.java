package io.ringback.skill;

import java.util.Comparator;

/**
 * A skill's level is within a range, or outside of it. "Outside" is used only for a range with levels on both sides,
 * so that each set of levels that a comparison can mean has one form.
 */
record Condition(int skill, int min, int max, boolean outside) implements Node {
    static final int LEVEL_MAX = 1000;

    static final Comparator<Condition> ORDER = Comparator.comparingInt(Condition::skill)
            .thenComparingInt(Condition::min)
            .thenComparingInt(Condition::max)
            .thenComparing(Condition::outside);

    /** What a comparison means; one that always or never holds is a constant. */
    static Node compare(final int skill, final Comparison comparison, final int level) {
        return switch (comparison) {
            case EQUAL -> range(skill, level, level);
            case NOT_EQUAL -> range(skill, level, level).negated();
            case LESS -> range(skill, 0, level - 1);
            case AT_MOST -> range(skill, 0, level);
            case GREATER -> range(skill, level + 1, LEVEL_MAX);
            case AT_LEAST -> range(skill, level, LEVEL_MAX);
        };
    }

    private static Node range(final int skill, final int min, final int max) {
        if (min > max) {
            return Constant.NEVER;
        }
        if (min == 0 && max == LEVEL_MAX) {
            return Constant.ALWAYS;
        }
        return new Condition(skill, min, max, false);
    }

    boolean holdsAt(final int level) {
        return (level >= min && level <= max) != outside;
    }

    @Override
    public boolean matches(final SkillProfile profile) {
        return holdsAt(profile.level(skill));
    }

    @Override
    public Node negated() {
        if (min == 0) {
            return range(skill, max + 1, LEVEL_MAX);
        }
        if (max == LEVEL_MAX) {
            return range(skill, 0, min - 1);
        }
        return new Condition(skill, min, max, !outside);
    }

    @Override
    public Node assume(final int assumed, final int level) {
        return assumed == skill ? Constant.of(holdsAt(level)) : this;
    }
}
