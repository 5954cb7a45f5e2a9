package io.ringback.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of skills of which an agent must have at least one to satisfy an expression: where to look for agents. A set is
 * found at a condition that fails at level 0; "and" offers the sets of all its operands, "or" needs one of each.
 */
final class Anchors {
    private static final int SETS_MAX = 16;

    private Anchors() {}

    static int[][] of(final Node node) {
        return sets(node).stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static List<Set<Integer>> sets(final Node node) {
        if (node instanceof Condition condition && !condition.holdsAt(0)) {
            return List.of(Set.of(condition.skill()));
        }
        if (node instanceof Group group) {
            final List<List<Set<Integer>>> operands =
                    group.operands().stream().map(Anchors::sets).toList();
            return (group.all() ? all(operands) : unions(operands))
                    .stream().distinct().limit(SETS_MAX).toList();
        }
        return List.of();
    }

    private static List<Set<Integer>> all(final List<List<Set<Integer>>> operands) {
        return operands.stream().flatMap(List::stream).toList();
    }

    /** An operand that offers fewer sets than another lends its last one repeatedly. */
    private static List<Set<Integer>> unions(final List<List<Set<Integer>>> operands) {
        int count = 0;
        for (final List<Set<Integer>> sets : operands) {
            if (sets.isEmpty()) {
                return List.of();
            }
            count = Math.max(count, sets.size());
        }
        final List<Set<Integer>> unions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final Set<Integer> union = new TreeSet<>();
            for (final List<Set<Integer>> sets : operands) {
                union.addAll(sets.get(Math.min(i, sets.size() - 1)));
            }
            unions.add(union);
        }
        return unions;
    }
}
