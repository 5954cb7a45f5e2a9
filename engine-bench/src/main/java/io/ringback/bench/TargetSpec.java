package io.ringback.bench;

import java.util.function.Predicate;

/** What a call asks of an agent: a minimum level for each of a few skills. */
final class TargetSpec {
    private final int[] skills;
    private final int[] minLevels;

    TargetSpec(final int[] skills, final int[] minLevels) {
        this.skills = skills.clone();
        this.minLevels = minLevels.clone();
    }

    /** For the engine: an expression such as {@code s3 >= 4 & s17 >= 1}. */
    String expression() {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < skills.length; i++) {
            text.append(i == 0 ? "" : " & ")
                    .append(Workload.skillName(skills[i]))
                    .append(" >= ")
                    .append(minLevels[i]);
        }
        return text.toString();
    }

    /** For the baselines: the same as a predicate over levels by skill. */
    Predicate<int[]> predicate() {
        return this::fits;
    }

    boolean fits(final int[] levels) {
        for (int i = 0; i < skills.length; i++) {
            if (levels[skills[i]] < minLevels[i]) {
                return false;
            }
        }
        return true;
    }
}
