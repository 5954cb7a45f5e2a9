package io.ringback.internal.dispatch;

/**
 * Lanes by the rank of their first callbacks: a binary heap that is filled for one round of invitations and empty
 * between two. A lane costs O(log lanes) each time its first callback has gone.
 */
final class LaneHeap {
    static final int NONE = -1;

    private final OrderedSets sets;
    private final int[] lanes;
    private int size;

    /** {@code sets}: a lane's callbacks are the set of its number. */
    LaneHeap(final int capacity, final OrderedSets sets) {
        this.sets = sets;
        lanes = new int[capacity];
    }

    static long bytes(final int capacity) {
        return (long) capacity * Integer.BYTES;
    }

    void add(final int lane) {
        int hole = size++;
        while (hole > 0 && before(lane, lanes[(hole - 1) >> 1])) {
            lanes[hole] = lanes[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }
        lanes[hole] = lane;
    }

    /** The best ranked of all first callbacks, or {@link #NONE}. */
    int firstCallback() {
        return size == 0 ? NONE : sets.first(lanes[0]);
    }

    /** The first callback has gone: its lane goes on with the next, if there is one. */
    void advance() {
        if (sets.size(lanes[0]) == 0) {
            drop();
        } else {
            siftDown(lanes[0]);
        }
    }

    /** Leaves out the lane of the first callback. */
    void drop() {
        size--;
        if (size > 0) {
            siftDown(lanes[size]);
        }
    }

    /** Puts a lane where it belongs, in place of the first. */
    private void siftDown(final int lane) {
        int hole = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && before(lanes[child + 1], lanes[child]) ? 1 : 0;
            if (before(lane, lanes[child])) {
                break;
            }
            lanes[hole] = lanes[child];
            hole = child;
            child = 2 * hole + 1;
        }
        lanes[hole] = lane;
    }

    private boolean before(final int lane, final int other) {
        return sets.before(sets.first(lane), sets.first(other));
    }
}
