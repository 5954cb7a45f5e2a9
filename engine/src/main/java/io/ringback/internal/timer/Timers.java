package io.ringback.internal.timer;

import io.ringback.Engine;
import io.ringback.internal.memory.Room;
import java.util.Arrays;

/**
 * The pending deadlines: a binary heap on (deadline, order of arming) with the keys inside the heap and a back index
 * from a timer to its place, so that arming and cancelling cost O(log pending) and equal deadlines fire in the order in
 * which they were armed. A timer is a number made of its kind and its owner; each is pending at most once.
 */
public final class Timers {
    /** Before every timer of the same instant, in place of an order of arming. */
    public static final long FIRST = -1;

    /** No timer. */
    public static final int NONE = -1;

    private static final TimerKind[] KINDS = TimerKind.values();

    /** Of a place in the heap. */
    private static final long HEAP_BYTES = Integer.BYTES + 2L * Long.BYTES;

    private final int timersMax;
    private int[] placeOf;
    private int[] timer;
    private long[] deadlineMs;
    private long[] order;
    private int size;
    private long armed;

    /** For interactions and agents; see {@link #reserve}. */
    public Timers(final int interactions, final int agents) {
        timersMax = count(interactions, agents);
        placeOf = new int[KINDS.length * Math.max(interactions, agents)];
        Arrays.fill(placeOf, NONE);
        timer = new int[timersMax];
        deadlineMs = new long[timersMax];
        order = new long[timersMax];
    }

    /** What the timers of so many interactions and agents take. */
    public static long bytes(final int interactions, final int agents) {
        return (long) KINDS.length * Math.max(interactions, agents) * Integer.BYTES
                + count(interactions, agents) * HEAP_BYTES;
    }

    /**
     * How many timers so many interactions and agents may have pending at a time. A booking counts as an interaction:
     * before it is one it has no timer but that of its slot.
     */
    public static int count(final int interactions, final int agents) {
        return 3 * interactions + agents;
    }

    /** What so many queues add to {@link #bytes}. */
    public static long queueBytes(final int interactions, final int agents, final int queues) {
        final int owners = Math.max(interactions, agents);
        final int more = queues > owners ? Room.of(queues) - owners : 0;
        return (long) KINDS.length * more * Integer.BYTES + Room.of(queues) * HEAP_BYTES;
    }

    /** Makes room for the timers of so many queues and calendars, with some to spare. Cold. */
    public void reserve(final int queues, final int calendars) {
        final int before = placeOf.length;
        final int owners = Math.max(queues, calendars);
        if (KINDS.length * owners > before) {
            placeOf = Arrays.copyOf(placeOf, KINDS.length * Room.of(owners));
            Arrays.fill(placeOf, before, placeOf.length, NONE);
        }
        if (timersMax + queues + calendars > timer.length) {
            timer = Arrays.copyOf(timer, timersMax + Room.of(queues + calendars));
            deadlineMs = Arrays.copyOf(deadlineMs, timer.length);
            order = Arrays.copyOf(order, timer.length);
        }
    }

    /** Arms a timer. One that is pending is moved to the new deadline and counts as armed now. */
    public void arm(final TimerKind kind, final int owner, final long atMs) {
        arm(kind, owner, atMs, nextOrder());
    }

    /** The next place in the order of arming, for a timer that is armed later but counts as armed now. */
    public long nextOrder() {
        return armed++;
    }

    /** Arms a timer as if it had been armed at that place in the order. */
    public void arm(final TimerKind kind, final int owner, final long atMs, final long itsOrder) {
        final int key = key(kind, owner);
        int place = placeOf[key];
        if (place == NONE) {
            place = size++;
        }
        final int hole = siftUp(place, atMs, itsOrder);
        put(hole == place ? siftDown(place, atMs, itsOrder) : hole, key, atMs, itsOrder);
    }

    public void cancel(final TimerKind kind, final int owner) {
        final int place = placeOf[key(kind, owner)];
        if (place != NONE) {
            removeAt(place);
        }
    }

    public boolean pending(final TimerKind kind, final int owner) {
        return placeOf[key(kind, owner)] != NONE;
    }

    /** The deadline of a timer, or {@link Engine#NO_TIME} when it is not pending. */
    public long deadlineMs(final TimerKind kind, final int owner) {
        final int place = placeOf[key(kind, owner)];
        return place == NONE ? Engine.NO_TIME : deadlineMs[place];
    }

    /** Order of arming among pending timers: of equal deadlines the lower fires first. */
    public long order(final TimerKind kind, final int owner) {
        return order[placeOf[key(kind, owner)]];
    }

    public long nextDeadlineMs() {
        return size == 0 ? Engine.NO_TIME : deadlineMs[0];
    }

    public int size() {
        return size;
    }

    /** Takes the first timer; {@link #kindOf} and {@link #ownerOf} tell what it is. */
    public int poll() {
        final int first = timer[0];
        removeAt(0);
        return first;
    }

    public TimerKind kindOf(final int key) {
        return KINDS[key % KINDS.length];
    }

    public int ownerOf(final int key) {
        return key / KINDS.length;
    }

    /** Checks the heap order and the back index. Cold. */
    public void validate() {
        for (int place = 0; place < size; place++) {
            final int parent = (place - 1) >> 1;
            if (place > 0 && before(deadlineMs[place], order[place], parent)) {
                throw new IllegalStateException("timer heap: place " + place + " is due before its parent");
            }
            if (placeOf[timer[place]] != place) {
                throw new IllegalStateException("timer heap: back index of place " + place);
            }
        }
    }

    private int key(final TimerKind kind, final int owner) {
        return owner * KINDS.length + kind.ordinal();
    }

    private void removeAt(final int place) {
        placeOf[timer[place]] = NONE;
        size--;
        if (place < size) {
            final int key = timer[size];
            final long atMs = deadlineMs[size];
            final long itsOrder = order[size];
            final int hole = siftUp(place, atMs, itsOrder);
            put(hole == place ? siftDown(place, atMs, itsOrder) : hole, key, atMs, itsOrder);
        }
    }

    private int siftUp(final int from, final long atMs, final long itsOrder) {
        int hole = from;
        while (hole > 0) {
            final int parent = (hole - 1) >> 1;
            if (!before(atMs, itsOrder, parent)) {
                break;
            }
            put(hole, timer[parent], deadlineMs[parent], order[parent]);
            hole = parent;
        }
        return hole;
    }

    private int siftDown(final int from, final long atMs, final long itsOrder) {
        int hole = from;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                return hole;
            }
            if (child + 1 < size && before(deadlineMs[child + 1], order[child + 1], child)) {
                child++;
            }
            if (before(atMs, itsOrder, child)) {
                return hole;
            }
            put(hole, timer[child], deadlineMs[child], order[child]);
            hole = child;
        }
    }

    private boolean before(final long atMs, final long itsOrder, final int place) {
        return atMs < deadlineMs[place] || (atMs == deadlineMs[place] && itsOrder < order[place]);
    }

    private void put(final int place, final int key, final long atMs, final long itsOrder) {
        timer[place] = key;
        deadlineMs[place] = atMs;
        order[place] = itsOrder;
        placeOf[key] = place;
    }
}
