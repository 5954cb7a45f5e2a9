package io.ringback.internal.dispatch;

import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
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
    private int[][][] anchors = new int[Room.of(0)][][];

    private final Object2IntHashMap<SkillProfile> profileOf = new Object2IntHashMap<>(NONE);
    private final IntArrayList freeProfiles = new IntArrayList();
    private int profiles;
    private SkillProfile[] levels = new SkillProfile[Room.of(0)];
    private int[][] rows = new int[Room.of(0)][];
    private int[] agents = new int[Room.of(0)];

    /** What so many targets take, with so many conditions each, without the expressions. */
    static long targetBytes(final int targets, final int conditions) {
        final long anchorBytes =
                HeapBytes.array(conditions, HeapBytes.REFERENCE) + conditions * HeapBytes.array(1, Integer.BYTES);
        return targets * anchorBytes + 2L * Room.of(targets) * HeapBytes.REFERENCE + HeapBytes.table(targets);
    }

    /** What so many profiles take, with so many skills, and targets that they fit, in the mean. */
    static long profileBytes(final int profiles, final double skills, final double fits) {
        final double rowBytes = Math.min(1, fits) * HeapBytes.meanArray(Math.max(1, fits), Integer.BYTES);
        return (long) (profiles * (SkillProfile.bytes(skills) + rowBytes))
                + Room.of(profiles) * (2L * HeapBytes.REFERENCE + Integer.BYTES)
                + HeapBytes.table(profiles);
    }

    /** The target of an expression; equal expressions are one target. Cold. */
    int target(final SkillExpression expression) {
        final int known = targetOf.getValue(expression);
        if (known != NONE) {
            return known;
        }
        final int target = targets.size();
        targets.add(expression);
        targetOf.put(expression, target);
        anchors = target == anchors.length ? Arrays.copyOf(anchors, Room.of(target + 1)) : anchors;
        anchors[target] = expression.anchors();
        for (int profile = 0; profile < profiles; profile++) {
            if (agents[profile] > 0) {
                addIfFits(profile, target);
            }
        }
        return target;
    }

    SkillExpression expression(final int target) {
        return targets.get(target);
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

    /** Profiles are numbered from 0 up to here; some of them may have no agents just now. */
    int profiles() {
        return profiles;
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
            final int room = Room.of(profile + 1);
            levels = Arrays.copyOf(levels, room);
            rows = Arrays.copyOf(rows, room);
            agents = Arrays.copyOf(agents, room);
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
