package io.ringback.internal.estimate;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.QueueStore;
import java.util.Arrays;

/**
 * How many agents each queue shares with each queue of higher priority: what waits there is served first by them. Kept
 * as a list per queue, and brought up to date by definitions only: of an agent in the square of the queues that it
 * serves, of a queue in O(agents). With one priority for all queues there is nothing to keep.
 */
final class Overlaps {
    private static final int[] NONE = {};

    private final AgentStore agents;
    private final QueueStore queues;
    private final Dispatcher dispatcher;
    private final Staffing staffing;
    private int[][] queuesOfTarget = new int[Room.of(0)][];
    private Shared[] lists = new Shared[Room.of(0)];
    private int firstPriority;

    /** Whether there are queues of two priorities, or have been. */
    private boolean priorities;

    /** The queues of higher priority with which a queue shares agents, ascending, and with how many agents each. */
    private static final class Shared {
        private final int priority;
        private final int target;
        private int[] queues = NONE;
        private int[] agents = NONE;

        Shared(final int priority, final int target) {
            this.priority = priority;
            this.target = target;
        }
    }

    Overlaps(final AgentStore agents, final QueueStore queues, final Dispatcher dispatcher, final Staffing staffing) {
        this.agents = agents;
        this.queues = queues;
        this.dispatcher = dispatcher;
        this.staffing = staffing;
    }

    /**
     * What so many queues of one priority add; one of another takes 8 bytes for each queue that it shares agents with.
     */
    static long queueBytes(final int queues) {
        return HeapBytes.array(Room.of(queues), HeapBytes.REFERENCE)
                + queues * (HeapBytes.object(Shared.class) + Integer.BYTES);
    }

    /** What so many targets that queues have add. */
    static long targetBytes(final int targets) {
        return HeapBytes.array(Room.of(targets), HeapBytes.REFERENCE)
                + (long) (targets * HeapBytes.meanArray(0, Integer.BYTES));
    }

    /** A queue is new, or has other settings. Cold. */
    void queueChanged(final int queue) {
        lists = queue < lists.length ? lists : Arrays.copyOf(lists, Room.of(queue + 1));
        final Shared list = new Shared(
                queues.record(queue).settings().priority(), queues.record(queue).targetAfter(0));
        if (lists[queue] != null) {
            forget(queue);
        } else if (queue == 0) {
            firstPriority = list.priority;
        }
        lists[queue] = list;
        list(queue, list.target);
        priorities |= list.priority != firstPriority;
        for (int agent = 0; priorities && agents.size() > 0 && agent < agents.capacity(); agent++) {
            if (agents.present(agent) && dispatcher.fits(agent, list.target)) {
                shares(queue, dispatcher.targetsOf(agent));
            }
        }
    }

    /** So many more agents, or fewer, satisfy these targets. Cold. */
    void agentsChanged(final int[] targets, final int by) {
        if (!priorities) {
            return;
        }
        for (final int target : targets) {
            for (final int queue : queuesOf(target)) {
                for (final int otherTarget : targets) {
                    for (final int other : queuesOf(otherTarget)) {
                        count(queue, other, by);
                    }
                }
            }
        }
    }

    /** What waits in queues of higher priority than both a queue and a newcomer, by the share of agents in common. */
    double ahead(final int queue, final int priority) {
        final Shared list = lists[queue];
        long ahead = 0;
        for (int place = 0; place < list.queues.length; place++) {
            final int other = list.queues[place];
            if (lists[other].priority > priority) {
                ahead += (long) queues.record(other).waiting() * list.agents[place];
            }
        }
        return ahead == 0 ? 0 : ahead / (double) staffing.defined(list.target);
    }

    /** The share of a queue's agents that queues of higher priority than both it and a newcomer have too. */
    double passed(final int queue, final int priority) {
        final Shared list = lists[queue];
        long shared = 0;
        for (int place = 0; place < list.queues.length; place++) {
            shared += lists[list.queues[place]].priority > priority ? list.agents[place] : 0;
        }
        return shared == 0 ? 0 : Math.min(1, shared / (double) staffing.defined(list.target));
    }

    /** How many agents a queue shares with another that has a higher priority; 0 when it has not. Cold. */
    int shared(final int queue, final int other) {
        final int place = Arrays.binarySearch(lists[queue].queues, other);
        return place < 0 ? 0 : lists[queue].agents[place];
    }

    /** Counts one more agent for a queue and all others that the agent serves. */
    private void shares(final int queue, final int[] targets) {
        for (final int target : targets) {
            for (final int other : queuesOf(target)) {
                count(queue, other, 1);
                count(other, queue, 1);
            }
        }
    }

    private void count(final int queue, final int other, final int by) {
        final Shared list = lists[queue];
        if (lists[other].priority <= list.priority) {
            return;
        }
        int place = Arrays.binarySearch(list.queues, other);
        if (place < 0) {
            place = -1 - place;
            list.queues = inserted(list.queues, place, other);
            list.agents = inserted(list.agents, place, 0);
        }
        list.agents[place] += by;
        if (list.agents[place] == 0) {
            list.queues = removed(list.queues, place);
            list.agents = removed(list.agents, place);
        }
    }

    private void forget(final int queue) {
        final int target = lists[queue].target;
        final int[] same = queuesOfTarget[target];
        queuesOfTarget[target] = removed(same, Arrays.binarySearch(same, queue));
        for (int other = 0; other < queues.size(); other++) {
            final int place = Arrays.binarySearch(lists[other].queues, queue);
            if (place >= 0) {
                lists[other].queues = removed(lists[other].queues, place);
                lists[other].agents = removed(lists[other].agents, place);
            }
        }
    }

    private void list(final int queue, final int target) {
        if (target >= queuesOfTarget.length) {
            queuesOfTarget = Arrays.copyOf(queuesOfTarget, Room.of(target + 1));
        }
        final int[] same = queuesOf(target);
        queuesOfTarget[target] = inserted(same, -1 - Arrays.binarySearch(same, queue), queue);
    }

    private int[] queuesOf(final int target) {
        return target < queuesOfTarget.length && queuesOfTarget[target] != null ? queuesOfTarget[target] : NONE;
    }

    private static int[] inserted(final int[] values, final int place, final int value) {
        final int[] more = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, place, more, place + 1, values.length - place);
        more[place] = value;
        return more;
    }

    private static int[] removed(final int[] values, final int place) {
        final int[] fewer = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, place + 1, fewer, place, fewer.length - place);
        return fewer;
    }
}
