package io.ringback.internal.dispatch;

import io.ringback.internal.memory.Room;

/**
 * The interactions that an agent could be given, or could cause to be invited, by rank: one ordered set of routable
 * interactions per target, one of invitable callbacks per lane. The first for an agent is the best of the heads of the
 * targets on its profile's row.
 */
final class WaitingIndex {
    static final int NONE = -1;

    private final FitIndex fit;
    private final int capacity;
    private final OrderedSets sets;
    private final Lanes lanes;
    private final LaneHeap gathered;
    private int routables;

    WaitingIndex(final int capacity, final FitIndex fit) {
        this.fit = fit;
        this.capacity = capacity;
        sets = new OrderedSets(capacity, capacity);
        lanes = new Lanes(capacity);
        gathered = new LaneHeap(capacity, sets);
    }

    /** What the index over so many interactions takes, before any target is defined. */
    static long bytes(final int capacity) {
        return OrderedSets.bytes(capacity, capacity) + Lanes.bytes(capacity) + LaneHeap.bytes(capacity);
    }

    /** What so many targets add. */
    static long targetBytes(final int targets) {
        return OrderedSets.bytes(0, Room.of(targets)) + Lanes.targetBytes(targets);
    }

    /** Makes room. Cold. */
    void reserve(final int queues, final int targets) {
        sets.reserve(capacity, capacity + Room.of(targets));
        lanes.reserve(queues, targets);
    }

    void addRoutable(final int interaction, final int target, final long rank, final long arrival) {
        routables++;
        add(capacity + target, interaction, rank, arrival);
    }

    void addInvitable(final int callback, final int queue, final int target, final long rank, final long arrival) {
        add(lanes.open(queue, target), callback, rank, arrival);
    }

    /** Takes an interaction out; one that is not in is left alone. */
    void remove(final int interaction) {
        final int set = sets.setOf(interaction);
        if (set == NONE) {
            return;
        }
        sets.remove(interaction);
        if (set >= capacity) {
            routables--;
        } else if (sets.size(set) == 0) {
            lanes.close(set);
        }
    }

    void inviting(final int queue, final boolean value) {
        lanes.inviting(queue, value);
    }

    boolean routable(final int interaction) {
        return sets.setOf(interaction) >= capacity;
    }

    /** Whether an interaction is an invitable callback of a queue that invites. */
    boolean invitable(final int interaction) {
        final int set = sets.setOf(interaction);
        return set != NONE && set < capacity && lanes.inviting(lanes.queue(set));
    }

    /** Whether an invitable callback is known as such, whatever its queue does. */
    boolean inLane(final int interaction) {
        return sets.setOf(interaction) != NONE && sets.setOf(interaction) < capacity;
    }

    /** The best ranked routable interaction whose target a profile fits, or {@link #NONE}. */
    int firstRoutable(final int profile) {
        if (routables == 0) {
            return NONE;
        }
        int best = NONE;
        for (final int target : fit.row(profile)) {
            best = better(best, sets.first(capacity + target));
        }
        return best;
    }

    /** The best ranked invitable callback whose target a profile fits, or {@link #NONE}. */
    int firstInvitable(final int profile) {
        if (!lanes.anyInviting()) {
            return NONE;
        }
        int best = NONE;
        for (final int target : fit.row(profile)) {
            for (int lane = lanes.firstOfTarget(target); lane != NONE; lane = lanes.nextOfTarget(lane)) {
                best = better(best, sets.first(lane));
            }
        }
        return best;
    }

    /** Whether the callbacks of a queue can be seen. */
    boolean inviting(final int queue) {
        return lanes.inviting(queue);
    }

    /** Adds the lanes of a queue that invites to those gathered. */
    void gather(final int queue) {
        if (lanes.inviting(queue)) {
            for (int lane = lanes.firstOfQueue(queue); lane != NONE; lane = lanes.nextOfQueue(lane)) {
                gathered.add(lane);
            }
        }
    }

    LaneHeap gathered() {
        return gathered;
    }

    /** Checks the sets in use. Cold. */
    void validate(final int queues, final int targets) {
        for (int target = 0; target < targets; target++) {
            sets.validate(capacity + target);
        }
        for (int queue = 0; queue < queues; queue++) {
            for (int lane = lanes.firstOfQueue(queue); lane != NONE; lane = lanes.nextOfQueue(lane)) {
                sets.validate(lane);
            }
        }
    }

    private void add(final int set, final int interaction, final long rank, final long arrival) {
        sets.add(set, interaction, rank, arrival);
    }

    private int better(final int best, final int candidate) {
        return candidate != NONE && (best == NONE || sets.before(candidate, best)) ? candidate : best;
    }
}
