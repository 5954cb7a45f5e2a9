package io.ringback.skill;

import io.ringback.internal.memory.HeapBytes;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * "And" ({@code all}) or "or" of two or more distinct operands in a fixed order, none of them a constant or a group of
 * the same kind.
 */
record Group(boolean all, List<Node> operands) implements Node {
    private static final Comparator<Node> ORDER = Group::order;

    /** What a group of so many takes, without its operands: of more than two, the list has an array. */
    static long bytes(final int operands) {
        return HeapBytes.object(Group.class)
                + HeapBytes.object(List.of(0, 1).getClass())
                + (operands > 2 ? HeapBytes.array(operands, HeapBytes.REFERENCE) : 0);
    }

    /** Joins operands and simplifies. */
    static Node of(final boolean all, final List<Node> operands) {
        final TreeSet<Node> distinct = new TreeSet<>(ORDER);
        for (final Node operand : operands) {
            if (operand instanceof Constant constant) {
                if (constant.value() != all) {
                    return constant;
                }
            } else if (operand instanceof Group group && group.all == all) {
                distinct.addAll(group.operands);
            } else {
                distinct.add(operand);
            }
        }
        return switch (distinct.size()) {
            case 0 -> Constant.of(all);
            case 1 -> distinct.first();
            default -> new Group(all, List.copyOf(distinct));
        };
    }

    /** Conditions by skill and levels, then groups by size and operands. */
    private static int order(final Node a, final Node b) {
        if (a instanceof Condition left && b instanceof Condition right) {
            return Condition.ORDER.compare(left, right);
        }
        if (a instanceof Group left && b instanceof Group right) {
            return order(left, right);
        }
        return a instanceof Condition ? -1 : 1;
    }

    private static int order(final Group a, final Group b) {
        int result = Boolean.compare(a.all, b.all);
        if (result == 0) {
            result = Integer.compare(a.operands.size(), b.operands.size());
        }
        for (int i = 0; result == 0 && i < a.operands.size(); i++) {
            result = order(a.operands.get(i), b.operands.get(i));
        }
        return result;
    }

    @Override
    public boolean matches(final SkillProfile profile) {
        // By index: an iterator would be an allocation.
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).matches(profile) != all) {
                return !all;
            }
        }
        return all;
    }

    @Override
    public Node negated() {
        return of(!all, operands.stream().map(Node::negated).toList());
    }

    @Override
    public Node assume(final int skill, final int level) {
        return of(
                all,
                operands.stream().map(operand -> operand.assume(skill, level)).toList());
    }
}
