package io.ringback.skill;

import io.ringback.internal.memory.HeapBytes;
import java.util.Arrays;

/**
 * The skills that an agent has, with their levels: an immutable value. A skill that is not in it has level 0, and one
 * at level 0 is not in it. Queries allocate nothing.
 */
public final class SkillProfile {
    private final int[] skills;
    private final int[] levels;

    private SkillProfile(final int[] skills, final int[] levels) {
        this.skills = skills;
        this.levels = levels;
    }

    /**
     * Builds a profile.
     *
     * @param skills skill indices in any order, each at most once
     * @param levels their levels, 0 to 1000, at the same places
     * @return the profile; it keeps neither array
     * @throws IllegalArgumentException if the lengths differ, an index is negative or given twice, or a level is out
     *     of range
     */
    public static SkillProfile of(final int[] skills, final int[] levels) {
        if (skills.length != levels.length) {
            throw new IllegalArgumentException(skills.length + " skills, but " + levels.length + " levels");
        }
        // One long per skill, index above level, sorts both together.
        final long[] pairs = new long[skills.length];
        for (int i = 0; i < skills.length; i++) {
            if (skills[i] < 0) {
                throw new IllegalArgumentException("skill: index " + skills[i] + " is negative");
            }
            if (levels[i] < 0 || levels[i] > Condition.LEVEL_MAX) {
                throw new IllegalArgumentException(
                        "level of skill " + skills[i] + ": " + levels[i] + " is not in 0.." + Condition.LEVEL_MAX);
            }
            pairs[i] = ((long) skills[i] << Integer.SIZE) | levels[i];
        }
        Arrays.sort(pairs);
        for (int i = 1; i < pairs.length; i++) {
            if (skillOf(pairs[i]) == skillOf(pairs[i - 1])) {
                throw new IllegalArgumentException("skill: index " + skillOf(pairs[i]) + " is given twice");
            }
        }
        final long[] held = Arrays.stream(pairs).filter(pair -> (int) pair > 0).toArray();
        return new SkillProfile(
                Arrays.stream(held).mapToInt(SkillProfile::skillOf).toArray(),
                Arrays.stream(held).mapToInt(pair -> (int) pair).toArray());
    }

    /**
     * What a profile takes, for a memory bill.
     *
     * @param skills how many skills it has, or many profiles have in the mean
     * @return bytes
     */
    public static double bytes(final double skills) {
        return HeapBytes.object(SkillProfile.class) + 2 * HeapBytes.meanArray(skills, Integer.BYTES);
    }

    private static int skillOf(final long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    /**
     * How many skills have a level above 0.
     *
     * @return the number
     */
    public int size() {
        return skills.length;
    }

    /**
     * One of these skills.
     *
     * @param place 0 to {@link #size()} - 1
     * @return the skill's index; indices ascend with the place
     */
    public int skill(final int place) {
        return skills[place];
    }

    /**
     * The level of any skill.
     *
     * @param skillIndex the skill
     * @return 1 to 1000, or 0 if the agent lacks it
     */
    public int level(final int skillIndex) {
        final int place = Arrays.binarySearch(skills, skillIndex);
        return place < 0 ? 0 : levels[place];
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SkillProfile that
                && Arrays.equals(skills, that.skills)
                && Arrays.equals(levels, that.levels);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(skills) + Arrays.hashCode(levels);
    }

    /** Skill indices with their levels, for people. */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder("{");
        for (int place = 0; place < skills.length; place++) {
            text.append(place == 0 ? "" : ", ")
                    .append(skills[place])
                    .append('=')
                    .append(levels[place]);
        }
        return text.append('}').toString();
    }
}
