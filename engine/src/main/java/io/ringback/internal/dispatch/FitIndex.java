package io.ringback.internal.dispatch;

import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.IntArrayList;
import org.agrona.collections.Object2IntHashMap;

/**
 * Which targets an agent satisfies, worked out when targets and agents are defined, so that a decision tests no
 * expression. Agents with the same levels share a <em>profile</em>; a profile keeps the targets it fits as a sorted
 * row. The fit of agents and targets is sparse at scale, so rows are short where a matrix would be mostly empty.
 */
final class FitIndex {
    private static final int NONE = -1;
    private static final int[] EMPTY = {};

    private final List<SkillExpression> targets = new ArrayList<>();
    private final Object2IntHashMap<SkillExpression> targetOf = new Object2IntHashMap<>(NONE);
    private int[][][] anchors = new int[16][][];

    private final Object2IntHashMap<SkillProfile> profileOf = new Object2IntHashMap<>(NONE);
    private final IntArrayList freeProfiles = new IntArrayList();
    private int profiles;
    private SkillProfile[] levels = new SkillProfile[16];
    private int[][] rows = new int[16][];
    private int[] agents = new int[16];

    /** The target of an expression; equal expressions are one target. Cold. */
    int target(final SkillExpression expression) {
        final int known = targetOf.getValue(expression);
        if (known != NONE) {
            return known;
        }
        final int target = targets.size();
        targets.add(expression);
        targetOf.put(expression, target);
        anchors = target == anchors.length ? Arrays.copyOf(anchors, 2 * target) : anchors;
        anchors[target] = expression.anchors();
        for (int profile = 0; profile < profiles; profile++) {
            if (agents[profile] > 0) {
                addIfFits(profile, target);
            }
        }
        return target;
    }

    int targets() {
        return targets.size();
    }

    /** Sets of skills: who satisfies the target has at least one skill of each set. */
    int[][] anchors(final int target) {
        return anchors[target];
    }

    /** The profile of these levels, for one more agent. Cold. */
    int enter(final SkillProfile itsLevels) {
        final int known = profileOf.getValue(itsLevels);
        final int profile = known != NONE ? known : define(itsLevels);
        agents[profile]++;
        return profile;
    }

    /** One agent fewer has this profile. Cold. */
    void leave(final int profile) {
        agents[profile]--;
        if (agents[profile] == 0) {
            profileOf.removeKey(levels[profile]);
            freeProfiles.addInt(profile);
        }
    }

    SkillProfile levels(final int profile) {
        return levels[profile];
    }

    /** The targets that a profile fits, ascending. */
    int[] row(final int profile) {
        return rows[profile];
    }

    boolean fits(final int profile, final int target) {
        return Arrays.binarySearch(rows[profile], target) >= 0;
    }

    /** Checks every row against the expressions. Cold. */
    void validate() {
        for (int profile = 0; profile < profiles; profile++) {
            for (int target = 0; agents[profile] > 0 && target < targets.size(); target++) {
                if (fits(profile, target) != targets.get(target).matches(levels[profile])) {
                    throw new IllegalStateException(
                            "the fit of " + levels[profile] + " and " + targets.get(target) + " is wrong");
                }
            }
        }
    }

    private int define(final SkillProfile itsLevels) {
        final int profile = freeProfiles.isEmpty() ? profiles++ : freeProfiles.removeAt(freeProfiles.size() - 1);
        if (profile == levels.length) {
            levels = Arrays.copyOf(levels, 2 * profile);
            rows = Arrays.copyOf(rows, 2 * profile);
            agents = Arrays.copyOf(agents, 2 * profile);
        }
        levels[profile] = itsLevels;
        rows[profile] = EMPTY;
        profileOf.put(itsLevels, profile);
        for (int target = 0; target < targets.size(); target++) {
            addIfFits(profile, target);
        }
        return profile;
    }

    private void addIfFits(final int profile, final int target) {
        if (targets.get(target).matches(levels[profile])) {
            final int[] row = Arrays.copyOf(rows[profile], rows[profile].length + 1);
            row[row.length - 1] = target;
            rows[profile] = row;
        }
    }
}
