package io.ringback;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** An agent's skills with their levels: immutable. A skill that is not named has level 0. */
public final class SkillLevels {
    /** Highest level. */
    public static final int LEVEL_MAX = 1000;

    private static final SkillLevels NONE = new SkillLevels(Map.of());

    private final Map<String, Integer> levels;

    private SkillLevels(final Map<String, Integer> levels) {
        this.levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /**
     * No skills at all: only targets that any agent satisfies fit.
     *
     * @return the levels
     */
    public static SkillLevels none() {
        return NONE;
    }

    /**
     * One skill.
     *
     * @param skill its name
     * @param level 0 to {@link #LEVEL_MAX}
     * @return the levels
     */
    public static SkillLevels of(final String skill, final int level) {
        return NONE.and(skill, level);
    }

    /**
     * Two skills.
     *
     * @param skill1 a name
     * @param level1 0 to {@link #LEVEL_MAX}
     * @param skill2 another name
     * @param level2 0 to {@link #LEVEL_MAX}
     * @return the levels
     */
    public static SkillLevels of(final String skill1, final int level1, final String skill2, final int level2) {
        return of(skill1, level1).and(skill2, level2);
    }

    /**
     * Any number of skills.
     *
     * @param levels skill name to level, 0 to {@link #LEVEL_MAX}
     * @return the levels
     */
    public static SkillLevels of(final Map<String, Integer> levels) {
        levels.forEach((skill, level) -> QueueSettings.checkRange("level of " + skill, level, 0, LEVEL_MAX));
        return new SkillLevels(levels);
    }

    /**
     * These and one more.
     *
     * @param skill a name that these do not have yet
     * @param level 0 to {@link #LEVEL_MAX}
     * @return new levels
     */
    public SkillLevels and(final String skill, final int level) {
        QueueSettings.checkRange("level of " + skill, level, 0, LEVEL_MAX);
        final Map<String, Integer> more = new TreeMap<>(levels);
        if (more.put(skill, level) != null) {
            throw new IllegalArgumentException("skill " + skill + " is given twice");
        }
        return new SkillLevels(more);
    }

    /**
     * The levels by skill name.
     *
     * @return an unmodifiable map in alphabetical order
     */
    public Map<String, Integer> levels() {
        return levels;
    }

    @Override
    public String toString() {
        return levels.toString();
    }
}
