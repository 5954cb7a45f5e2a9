package io.ringback.internal.dispatch;

import java.util.Arrays;

/**
 * Many ordered sets over one pool of nodes; a node is in one set at most. Each set is a treap: a search tree by key
 * that is a heap by a fixed mix of the node's number (Seidel and Aragon, "Randomized Search Trees", 1996), so its
 * shape, and nothing else, depends on the numbering. Nodes know their parent and a set knows both its ends. Adding at
 * either end, which is the rule for waiting lines and idle lists, and removing any node cost O(1) expected; adding
 * elsewhere costs O(log size); the sets can be walked in order. Nothing is allocated except by {@link #reserve}.
 */
public final class OrderedSets {
    /** No node. */
    public static final int NONE = -1;

    // Fields of a node: four ints and two longs; of a set: four ints.
    private static final int LINKS_SHIFT = 2;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int PARENT = 2;
    private static final int SET = 3;

    private static final int KEYS_SHIFT = 1;
    private static final int MAJOR = 0;
    private static final int MINOR = 1;

    private static final int SETS_SHIFT = 2;
    private static final int ROOT = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int SIZE = 3;

    private int[] links = {};
    private long[] keys = {};
    private int[] sets = {};

    public OrderedSets(final int nodes, final int sets) {
        reserve(nodes, sets);
    }

    /** What so many nodes and sets take. */
    static long bytes(final int nodes, final int sets) {
        return ((long) nodes << LINKS_SHIFT) * Integer.BYTES
                + ((long) nodes << KEYS_SHIFT) * Long.BYTES
                + ((long) sets << SETS_SHIFT) * Integer.BYTES;
    }

    /** Makes room for so many nodes and sets, and no more: who asks often, asks for some to spare. Cold. */
    public void reserve(final int nodes, final int setCount) {
        final int nodesBefore = keys.length >> KEYS_SHIFT;
        if (nodes > nodesBefore) {
            links = Arrays.copyOf(links, nodes << LINKS_SHIFT);
            keys = Arrays.copyOf(keys, nodes << KEYS_SHIFT);
            for (int node = nodesBefore; node < nodes; node++) {
                setOf(node, NONE);
            }
        }
        final int setsBefore = sets.length >> SETS_SHIFT;
        if (setCount > setsBefore) {
            sets = Arrays.copyOf(sets, setCount << SETS_SHIFT);
            for (int set = setsBefore; set < setCount; set++) {
                root(set, NONE);
                first(set, NONE);
                last(set, NONE);
            }
        }
    }

    public int size(final int set) {
        return sets[(set << SETS_SHIFT) + SIZE];
    }

    /** The set that a node is in, or {@link #NONE}. */
    public int setOf(final int node) {
        return links[(node << LINKS_SHIFT) + SET];
    }

    /** The node with the lowest key, or {@link #NONE}. */
    public int first(final int set) {
        return sets[(set << SETS_SHIFT) + FIRST];
    }

    /** The node that follows in its set, or {@link #NONE}. */
    public int next(final int node) {
        if (right(node) != NONE) {
            return leftmost(right(node));
        }
        int below = node;
        int above = parent(node);
        while (above != NONE && right(above) == below) {
            below = above;
            above = parent(above);
        }
        return above;
    }

    public long major(final int node) {
        return keys[(node << KEYS_SHIFT) + MAJOR];
    }

    /** Whether one node's key is lower than another's; they need not be in the same set. */
    public boolean before(final int node, final int other) {
        final long its = major(node);
        final long others = major(other);
        return its < others || (its == others && minor(node) < minor(other));
    }

    /** Adds a node that is in no set. Keys (major, then minor) are unique in their set. */
    public void add(final int set, final int node, final long itsMajor, final long itsMinor) {
        keys[(node << KEYS_SHIFT) + MAJOR] = itsMajor;
        keys[(node << KEYS_SHIFT) + MINOR] = itsMinor;
        left(node, NONE);
        right(node, NONE);
        setOf(node, set);
        size(set, size(set) + 1);
        if (root(set) == NONE) {
            parent(node, NONE);
            root(set, node);
            first(set, node);
            last(set, node);
            return;
        }
        if (before(last(set), node)) {
            attachRight(last(set), node);
            last(set, node);
        } else if (before(node, first(set))) {
            attachLeft(first(set), node);
            first(set, node);
        } else {
            attachInside(set, node);
        }
        final int mix = mix(node);
        while (parent(node) != NONE && mix(parent(node)) < mix) {
            rotateUp(set, node);
        }
    }

    /** Removes a node from the set that it is in. */
    public void remove(final int node) {
        final int set = setOf(node);
        setOf(node, NONE);
        size(set, size(set) - 1);
        if (first(set) == node) {
            first(set, next(node));
        }
        if (last(set) == node) {
            last(set, previous(node));
        }
        while (left(node) != NONE && right(node) != NONE) {
            rotateUp(set, mix(left(node)) > mix(right(node)) ? left(node) : right(node));
        }
        final int child = left(node) != NONE ? left(node) : right(node);
        if (child != NONE) {
            parent(child, parent(node));
        }
        replaceChild(set, parent(node), node, child);
    }

    /** Checks order, heap order and links of a set. Cold. */
    public void validate(final int set) {
        int count = 0;
        int before = NONE;
        for (int node = first(set); node != NONE; node = next(node)) {
            if (before != NONE && !before(before, node)) {
                throw new IllegalStateException("ordered set " + set + ": node " + node + " is out of order");
            }
            if (parent(node) != NONE && mix(parent(node)) < mix(node)) {
                throw new IllegalStateException("ordered set " + set + ": node " + node + " is above its parent");
            }
            before = node;
            count++;
        }
        if (count != size(set) || before != last(set)) {
            throw new IllegalStateException("ordered set " + set + ": " + count + " nodes of " + size(set));
        }
    }

    private int previous(final int node) {
        if (left(node) != NONE) {
            int below = left(node);
            while (right(below) != NONE) {
                below = right(below);
            }
            return below;
        }
        int below = node;
        int above = parent(node);
        while (above != NONE && left(above) == below) {
            below = above;
            above = parent(above);
        }
        return above;
    }

    private int leftmost(final int from) {
        int node = from;
        while (left(node) != NONE) {
            node = left(node);
        }
        return node;
    }

    private void attachInside(final int set, final int node) {
        int above = root(set);
        while (true) {
            if (before(node, above)) {
                if (left(above) == NONE) {
                    attachLeft(above, node);
                    return;
                }
                above = left(above);
            } else {
                if (right(above) == NONE) {
                    attachRight(above, node);
                    return;
                }
                above = right(above);
            }
        }
    }

    private void attachLeft(final int above, final int node) {
        left(above, node);
        parent(node, above);
    }

    private void attachRight(final int above, final int node) {
        right(above, node);
        parent(node, above);
    }

    private void rotateUp(final int set, final int node) {
        final int above = parent(node);
        final int top = parent(above);
        final int moved;
        if (left(above) == node) {
            moved = right(node);
            left(above, moved);
            right(node, above);
        } else {
            moved = left(node);
            right(above, moved);
            left(node, above);
        }
        if (moved != NONE) {
            parent(moved, above);
        }
        parent(above, node);
        parent(node, top);
        replaceChild(set, top, above, node);
    }

    private void replaceChild(final int set, final int above, final int child, final int by) {
        if (above == NONE) {
            root(set, by);
        } else if (left(above) == child) {
            left(above, by);
        } else {
            right(above, by);
        }
    }

    private int left(final int node) {
        return links[(node << LINKS_SHIFT) + LEFT];
    }

    private void left(final int node, final int value) {
        links[(node << LINKS_SHIFT) + LEFT] = value;
    }

    private int right(final int node) {
        return links[(node << LINKS_SHIFT) + RIGHT];
    }

    private void right(final int node, final int value) {
        links[(node << LINKS_SHIFT) + RIGHT] = value;
    }

    private int parent(final int node) {
        return links[(node << LINKS_SHIFT) + PARENT];
    }

    private void parent(final int node, final int value) {
        links[(node << LINKS_SHIFT) + PARENT] = value;
    }

    private void setOf(final int node, final int value) {
        links[(node << LINKS_SHIFT) + SET] = value;
    }

    private long minor(final int node) {
        return keys[(node << KEYS_SHIFT) + MINOR];
    }

    private int root(final int set) {
        return sets[(set << SETS_SHIFT) + ROOT];
    }

    private void root(final int set, final int value) {
        sets[(set << SETS_SHIFT) + ROOT] = value;
    }

    private int last(final int set) {
        return sets[(set << SETS_SHIFT) + LAST];
    }

    private void last(final int set, final int value) {
        sets[(set << SETS_SHIFT) + LAST] = value;
    }

    private void first(final int set, final int value) {
        sets[(set << SETS_SHIFT) + FIRST] = value;
    }

    private void size(final int set, final int value) {
        sets[(set << SETS_SHIFT) + SIZE] = value;
    }

    /** A bijection on ints (the finalizer of MurmurHash3), so no two nodes are equal. */
    private static int mix(final int node) {
        int mixed = node * 0x9E3779B9;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
