package io.ringback.skill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether some combination of levels satisfies an expression: exact, by trying levels skill by skill and simplifying
 * the tree each time.
 *
 * <p>Between the bounds of a skill's conditions its level makes no difference, so few levels need trying; of those
 * only the ones that no other level betters, that is, at which no other level fulfils the same conditions and more (a
 * tree is monotone in its conditions). A skill that occurs once, or always in the same direction, thus has one level
 * left and costs no branch. Operands of "or" are looked at separately, and so are those of "and" that have no
 * skill in common; conditions that "and" demands rule levels out at once. A branch takes at least two conditions off a
 * tree of at most 64, and usually several more.
 */
final class Satisfiability {
    private Satisfiability() {}

    static boolean satisfiable(final Node node) {
        if (node instanceof Constant constant) {
            return constant.value();
        }
        if (node instanceof Group group) {
            return group.all() ? everyPart(group) : group.operands().stream().anyMatch(Satisfiability::satisfiable);
        }
        return true;
    }

    /**
     * Cuts "and" into parts without a common skill, so that they cost the sum of their branches and not the product.
     */
    private static boolean everyPart(final Group group) {
        final List<Node> rest = new ArrayList<>(group.operands());
        while (!rest.isEmpty()) {
            final Node part = Group.of(true, takePart(rest));
            final boolean found = (part instanceof Group one && one.all()) ? branch(one) : satisfiable(part);
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Takes out the first operand and those that share a skill with it, directly or through others. */
    private static List<Node> takePart(final List<Node> rest) {
        final List<Node> part = new ArrayList<>(List.of(rest.remove(0)));
        final Map<Integer, List<Condition>> linked = new TreeMap<>();
        for (int i = 0; i < part.size(); i++) {
            collect(part.get(i), linked);
            for (final Iterator<Node> others = rest.iterator(); others.hasNext(); ) {
                final Node other = others.next();
                final Map<Integer, List<Condition>> own = new TreeMap<>();
                collect(other, own);
                if (!Collections.disjoint(linked.keySet(), own.keySet())) {
                    part.add(other);
                    others.remove();
                }
            }
        }
        return part;
    }

    private static boolean branch(final Group group) {
        final Map<Integer, List<Condition>> conditions = new TreeMap<>();
        collect(group, conditions);
        int skill = -1;
        List<Integer> levels = null;
        for (final Map.Entry<Integer, List<Condition>> entry : conditions.entrySet()) {
            final List<Integer> candidates = levelsToTry(entry.getKey(), entry.getValue(), group);
            // Least branches first; among those equal the skill that simplifies most.
            final boolean fewer = levels == null || candidates.size() < levels.size();
            final boolean same = levels != null && candidates.size() == levels.size();
            if (fewer
                    || (same && entry.getValue().size() > conditions.get(skill).size())) {
                skill = entry.getKey();
                levels = candidates;
            }
        }
        for (final int level : levels) {
            if (satisfiable(group.assume(skill, level))) {
                return true;
            }
        }
        return false;
    }

    private static void collect(final Node node, final Map<Integer, List<Condition>> conditions) {
        if (node instanceof Condition condition) {
            conditions
                    .computeIfAbsent(condition.skill(), skill -> new ArrayList<>())
                    .add(condition);
        } else if (node instanceof Group group) {
            group.operands().forEach(operand -> collect(operand, conditions));
        }
    }

    private static List<Integer> levelsToTry(final int skill, final List<Condition> conditions, final Group group) {
        final List<Integer> levels = new ArrayList<>();
        final List<Long> fulfilled = new ArrayList<>();
        for (final int level : bounds(conditions)) {
            if (isRuledOut(skill, level, group)) {
                continue;
            }
            final long mask = fulfilledAt(level, conditions);
            if (fulfilled.stream().anyMatch(other -> (mask & ~other) == 0)) {
                continue;
            }
            for (int i = levels.size() - 1; i >= 0; i--) {
                if ((fulfilled.get(i) & ~mask) == 0) {
                    levels.remove(i);
                    fulfilled.remove(i);
                }
            }
            levels.add(level);
            fulfilled.add(mask);
        }
        return levels;
    }

    /** One level of each stretch within which no condition changes. */
    private static Set<Integer> bounds(final List<Condition> conditions) {
        final Set<Integer> levels = new TreeSet<>();
        levels.add(0);
        for (final Condition condition : conditions) {
            levels.add(condition.min());
            if (condition.max() < Condition.LEVEL_MAX) {
                levels.add(condition.max() + 1);
            }
        }
        return levels;
    }

    private static boolean isRuledOut(final int skill, final int level, final Group group) {
        for (final Node operand : group.operands()) {
            if (operand instanceof Condition condition && condition.skill() == skill && !condition.holdsAt(level)) {
                return true;
            }
        }
        return false;
    }

    private static long fulfilledAt(final int level, final List<Condition> conditions) {
        long mask = 0;
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).holdsAt(level)) {
                mask |= 1L << i;
            }
        }
        return mask;
    }
}
