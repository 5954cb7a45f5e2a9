package io.ringback.internal.dispatch;

import com.carrotsearch.hppc.LongIntHashMap;
import io.ringback.internal.memory.Room;
import io.ringback.internal.store.IdMaps;
import java.util.Arrays;

/**
 * A <em>lane</em> holds the invitable callbacks of one queue and one target, so that a queue which stops inviting takes
 * its callbacks out of everybody's sight by touching its lanes, not its callbacks. A lane exists while it holds a
 * callback; so there are never more lanes than interactions. Lanes of a queue are linked; lanes of a target are linked
 * while their queue invites. Links carry no order.
 */
final class Lanes {
    static final int NONE = -1;

    private final LongIntHashMap laneOf;
    private final int[] queue;
    private final int[] target;
    private final int[] nextOfQueue;
    private final int[] previousOfQueue;
    private final int[] nextOfTarget;
    private final int[] previousOfTarget;
    private int[] firstOfQueue = new int[0];
    private int[] firstOfTarget = new int[0];
    private boolean[] inviting = new boolean[0];
    private int firstFree;
    private int open;

    Lanes(final int capacity) {
        laneOf = IdMaps.create(capacity);
        queue = new int[capacity];
        target = new int[capacity];
        nextOfQueue = new int[capacity];
        previousOfQueue = new int[capacity];
        nextOfTarget = new int[capacity];
        previousOfTarget = new int[capacity];
        for (int lane = 0; lane < capacity; lane++) {
            nextOfQueue[lane] = lane + 1 < capacity ? lane + 1 : NONE;
        }
    }

    /** What the lanes of so many interactions take. */
    static long bytes(final int capacity) {
        return capacity * 6L * Integer.BYTES + IdMaps.bytes(capacity);
    }

    /** What so many queues add. */
    static long queueBytes(final int queues) {
        return Room.of(queues) * (Integer.BYTES + 1L);
    }

    /** What so many targets add. */
    static long targetBytes(final int targets) {
        return (long) Room.of(targets) * Integer.BYTES;
    }

    /** Makes room. Cold. */
    void reserve(final int queues, final int targets) {
        if (queues > firstOfQueue.length) {
            firstOfQueue = grown(firstOfQueue, queues);
            inviting = Arrays.copyOf(inviting, firstOfQueue.length);
        }
        if (targets > firstOfTarget.length) {
            firstOfTarget = grown(firstOfTarget, targets);
        }
    }

    /** The lane of a queue and a target, opened when there is none. */
    int open(final int itsQueue, final int itsTarget) {
        final long key = key(itsQueue, itsTarget);
        final int known = laneOf.getOrDefault(key, NONE);
        if (known != NONE) {
            return known;
        }
        final int lane = firstFree;
        firstFree = nextOfQueue[lane];
        laneOf.put(key, lane);
        queue[lane] = itsQueue;
        target[lane] = itsTarget;
        nextOfQueue[lane] = firstOfQueue[itsQueue];
        previousOfQueue[lane] = NONE;
        if (nextOfQueue[lane] != NONE) {
            previousOfQueue[nextOfQueue[lane]] = lane;
        }
        firstOfQueue[itsQueue] = lane;
        if (inviting[itsQueue]) {
            show(lane);
        }
        return lane;
    }

    /** Gives back a lane that holds nothing any more. */
    void close(final int lane) {
        laneOf.remove(key(queue[lane], target[lane]));
        if (inviting[queue[lane]]) {
            hide(lane);
        }
        if (nextOfQueue[lane] != NONE) {
            previousOfQueue[nextOfQueue[lane]] = previousOfQueue[lane];
        }
        if (previousOfQueue[lane] == NONE) {
            firstOfQueue[queue[lane]] = nextOfQueue[lane];
        } else {
            nextOfQueue[previousOfQueue[lane]] = nextOfQueue[lane];
        }
        nextOfQueue[lane] = firstFree;
        firstFree = lane;
    }

    boolean inviting(final int itsQueue) {
        return inviting[itsQueue];
    }

    void inviting(final int itsQueue, final boolean value) {
        if (inviting[itsQueue] != value) {
            inviting[itsQueue] = value;
            for (int lane = firstOfQueue[itsQueue]; lane != NONE; lane = nextOfQueue[lane]) {
                if (value) {
                    show(lane);
                } else {
                    hide(lane);
                }
            }
        }
    }

    /** Whether any queue that invites has a callback to invite. */
    boolean anyInviting() {
        return open > 0;
    }

    int firstOfQueue(final int itsQueue) {
        return firstOfQueue[itsQueue];
    }

    int nextOfQueue(final int lane) {
        return nextOfQueue[lane];
    }

    /** Lanes of queues that invite, only. */
    int firstOfTarget(final int itsTarget) {
        return firstOfTarget[itsTarget];
    }

    int nextOfTarget(final int lane) {
        return nextOfTarget[lane];
    }

    int queue(final int lane) {
        return queue[lane];
    }

    private void show(final int lane) {
        final int head = firstOfTarget[target[lane]];
        nextOfTarget[lane] = head;
        previousOfTarget[lane] = NONE;
        if (head != NONE) {
            previousOfTarget[head] = lane;
        }
        firstOfTarget[target[lane]] = lane;
        open++;
    }

    private void hide(final int lane) {
        if (nextOfTarget[lane] != NONE) {
            previousOfTarget[nextOfTarget[lane]] = previousOfTarget[lane];
        }
        if (previousOfTarget[lane] == NONE) {
            firstOfTarget[target[lane]] = nextOfTarget[lane];
        } else {
            nextOfTarget[previousOfTarget[lane]] = nextOfTarget[lane];
        }
        open--;
    }

    private static long key(final int itsQueue, final int itsTarget) {
        return (long) itsQueue << 32 | itsTarget;
    }

    private static int[] grown(final int[] heads, final int needed) {
        final int[] grown = Arrays.copyOf(heads, Room.of(needed));
        Arrays.fill(grown, heads.length, grown.length, NONE);
        return grown;
    }
}
