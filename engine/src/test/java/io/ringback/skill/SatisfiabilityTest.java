package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Expressions of up to 64 conditions that are hard to decide; trying all combinations would take years. */
@Timeout(60)
final class SatisfiabilityTest {
    private static Node above(final int skill, final int level) {
        return Condition.compare(skill, Comparison.GREATER, level);
    }

    private static Node and(final Node... operands) {
        return Group.of(true, List.of(operands));
    }

    private static Node or(final Node... operands) {
        return Group.of(false, List.of(operands));
    }

    private static Node differ(final Node a, final Node b) {
        return or(and(a, b.negated()), and(a.negated(), b));
    }

    /** Neighbours around a ring of 16 skills differ; with one exception that cannot be. */
    private static Node ring(final boolean odd) {
        final List<Node> operands = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            final Node left = above(i, 0);
            final Node right = above((i + 1) % 16, 0);
            operands.add(odd && i == 7 ? differ(left, right).negated() : differ(left, right));
        }
        return Group.of(true, operands);
    }

    @Test
    void shouldDecideRingWhenNeighboursDiffer() {
        assertThat(Satisfiability.satisfiable(ring(false))).isTrue();
        assertThat(Satisfiability.satisfiable(ring(true))).isFalse();
        assertThat(Satisfiability.satisfiable(ring(true).negated())).isTrue();
    }

    @Test
    void shouldDecideWhenOneSkillHasEveryLevelExcluded() {
        final List<Node> operands = new ArrayList<>();
        for (int level = 0; level < 63; level++) {
            operands.add(Condition.compare(0, Comparison.NOT_EQUAL, level));
        }
        assertThat(Satisfiability.satisfiable(
                        and(Group.of(true, operands), above(0, 62).negated())))
                .isFalse();
        assertThat(Satisfiability.satisfiable(
                        and(Group.of(true, operands), above(0, 63).negated())))
                .isTrue();
    }

    /** Each pigeon has one hole as its level: as many as there are pigeons, or one fewer. */
    private static Node pigeons(final int pigeons, final int holes) {
        final List<Node> operands = new ArrayList<>();
        for (int pigeon = 0; pigeon < pigeons; pigeon++) {
            operands.add(and(above(pigeon, 0), above(pigeon, holes).negated()));
            for (int other = 0; other < pigeon; other++) {
                for (int hole = 1; hole <= holes; hole++) {
                    operands.add(or(
                            Condition.compare(pigeon, Comparison.NOT_EQUAL, hole),
                            Condition.compare(other, Comparison.NOT_EQUAL, hole)));
                }
            }
        }
        return Group.of(true, operands);
    }

    @Test
    void shouldDecideWhenPigeonsOutnumberHoles() {
        assertThat(Satisfiability.satisfiable(pigeons(4, 4))).isTrue();
        assertThat(Satisfiability.satisfiable(pigeons(5, 4))).isFalse();
    }

    @Test
    void shouldDecideWhenFailureHidesBehindIndependentParts() {
        final List<Node> operands = new ArrayList<>();
        for (int skill = 0; skill < 28; skill += 2) {
            operands.add(differ(above(skill, 0), above(skill + 1, 0)));
        }
        assertThat(Satisfiability.satisfiable(Group.of(true, operands))).isTrue();
        for (int level = 1; level <= 3; level++) {
            operands.add(
                    or(Condition.compare(28, Comparison.EQUAL, level), Condition.compare(29, Comparison.EQUAL, level)));
        }
        assertThat(Satisfiability.satisfiable(Group.of(true, operands))).isFalse();
    }

    /**
     * All 64 conditions in a random tree, so that most skills occur both ways; with few skills every combination is
     * tried.
     */
    @Test
    void shouldDecideWhenTreesAreFullAndRandom() {
        final Random random = new Random(11);
        int satisfiable = 0;
        for (int i = 0; i < 2_000; i++) {
            final int skills = 1 + random.nextInt(32);
            final Node node = randomTree(random, skills, 1 + random.nextInt(3));
            final boolean decided = Satisfiability.satisfiable(node);
            if (skills <= 5) {
                assertThat(decided).isEqualTo(holdsSomewhere(node, new int[skills], 0));
            }
            satisfiable += decided ? 1 : 0;
        }
        assertThat(satisfiable).isBetween(100, 1_980);
    }

    private static boolean holdsSomewhere(final Node node, final int[] levels, final int skill) {
        if (skill == levels.length) {
            final int[] indexes = new int[levels.length];
            Arrays.setAll(indexes, i -> i);
            return node.matches(SkillProfile.of(indexes, levels));
        }
        for (int level = 0; level <= 3; level++) {
            levels[skill] = level;
            if (holdsSomewhere(node, levels, skill + 1)) {
                return true;
            }
        }
        return false;
    }

    private static Node randomTree(final Random random, final int skills, final int levels) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            final int level = random.nextInt(levels);
            final Node condition = random.nextInt(3) == 0
                    ? Condition.compare(i % skills, Comparison.EQUAL, level)
                    : above(i % skills, level);
            nodes.add(random.nextBoolean() ? condition : condition.negated());
        }
        boolean all = false;
        while (nodes.size() > 1) {
            Collections.shuffle(nodes, random);
            final int arity = nodes.size() > 8 ? 2 + random.nextInt(2) : nodes.size();
            final List<Node> joined = new ArrayList<>();
            for (int from = 0; from < nodes.size(); from += arity) {
                joined.add(Group.of(all, nodes.subList(from, Math.min(from + arity, nodes.size()))));
            }
            nodes = joined;
            all = !all;
        }
        return nodes.get(0);
    }
}
