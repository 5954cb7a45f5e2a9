package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;

/**
 * The interactions that are present: one entry each, a record in two arrays of fixed capacity, with the fields of an
 * entry side by side: a step touches many fields of few interactions, and memory latency is most of its cost. Free
 * entries are linked through {@code next}, so an entry costs O(1) to take and to give back and nothing is allocated.
 */
public final class InteractionStore {
    /** No entry. */
    public static final int NONE = -1;

    private static final InteractionKind[] KINDS = InteractionKind.values();
    private static final InteractionState[] STATES = InteractionState.values();

    // Fields of the record of longs: eight places, one cache line.
    private static final int LONGS_SHIFT = 3;
    private static final int ID = 0;
    private static final int NUMBER = 1;
    private static final int QUEUED_MS = 2;
    private static final int PLACE_MS = 3;
    private static final int ARRIVAL = 4;
    private static final int NOT_BEFORE_MS = 5;

    // Fields of the record of ints: sixteen places, one cache line.
    private static final int INTS_SHIFT = 4;
    private static final int QUEUE = 0;
    private static final int TARGET = 1;
    private static final int NEXT_STEP = 2;
    private static final int DIALS = 3;
    private static final int ATTEMPTS_USED = 4;
    private static final int AGENT = 5;
    private static final int TRIGGER = 6;
    private static final int NEXT = 7;
    private static final int PREVIOUS = 8;
    private static final int NEXT_OF_NUMBER = 9;
    private static final int PREVIOUS_OF_NUMBER = 10;
    private static final int PRIORITY = 11;
    private static final int KIND = 12;
    private static final int STATE = 13;
    private static final int FLAGS = 14;
    private static final int BOOKED_IN = 15;

    // Bits of the flags.
    private static final int OWN_PRIORITY = 1;
    private static final int OWN_TARGET = 2;
    private static final int COUNTED_START = 4;

    private final int capacity;
    private final int bookingsMax;
    private final LongIntHashMap entryById;
    private final long[] longs;
    private final int[] ints;
    private int firstFree;
    private int size;
    private int bookings;
    private long arrivals;

    /**
     * So many interactions, and so many bookings besides. When a booking's slot starts it becomes one of the others,
     * and there may be more of these then.
     */
    public InteractionStore(final int interactionsMax, final int bookingsMax) {
        this.capacity = interactionsMax + bookingsMax;
        this.bookingsMax = bookingsMax;
        entryById = IdMaps.create(capacity);
        longs = new long[capacity << LONGS_SHIFT];
        ints = new int[capacity << INTS_SHIFT];
        for (int entry = 0; entry < capacity; entry++) {
            longs[longAt(entry, ID)] = Engine.NO_ID;
            ints[intAt(entry, NEXT)] = entry + 1 < capacity ? entry + 1 : NONE;
        }
    }

    /** What a store of this capacity takes. */
    public static long bytes(final int capacity) {
        return ((long) capacity << LONGS_SHIFT) * Long.BYTES
                + ((long) capacity << INTS_SHIFT) * Integer.BYTES
                + IdMaps.bytes(capacity);
    }

    public int capacity() {
        return capacity;
    }

    public int size() {
        return size;
    }

    /** Whether there is no room for an interaction that is not a booking. */
    public boolean full() {
        return size - bookings >= capacity - bookingsMax;
    }

    /** How many are booked for slots to come. */
    public int bookings() {
        return bookings;
    }

    /** Whether no interaction may become a booking. */
    public boolean bookingsFull() {
        return bookings == bookingsMax;
    }

    /** Whether there is no room for a new booking. */
    public boolean fullForBookings() {
        return bookingsFull() || firstFree == NONE;
    }

    /** The entry of an id, or {@link #NONE}. */
    public int entryOf(final long interactionId) {
        return entryById.getOrDefault(interactionId, NONE);
    }

    /** Takes a free entry, in the first state of its kind. There must be room for it. */
    public int add(final long interactionId, final InteractionKind itsKind) {
        final int entry = firstFree;
        firstFree = ints[intAt(entry, NEXT)];
        size++;
        entryById.put(interactionId, entry);
        longs[longAt(entry, ID)] = interactionId;
        start(entry, itsKind);
        longs[longAt(entry, NUMBER)] = Engine.UNKNOWN_NUMBER;
        ints[intAt(entry, NEXT_STEP)] = 0;
        if (itsKind != InteractionKind.SCHEDULED_CALLBACK) {
            arrive(entry);
        }
        longs[longAt(entry, NOT_BEFORE_MS)] = Engine.NO_TIME;
        ints[intAt(entry, DIALS)] = 0;
        ints[intAt(entry, ATTEMPTS_USED)] = 0;
        ints[intAt(entry, AGENT)] = NONE;
        ints[intAt(entry, TRIGGER)] = NONE;
        ints[intAt(entry, FLAGS)] = 0;
        return entry;
    }

    public void remove(final int entry) {
        bookings -= in(entry, InteractionState.SCHEDULED) ? 1 : 0;
        entryById.remove(longs[longAt(entry, ID)]);
        longs[longAt(entry, ID)] = Engine.NO_ID;
        ints[intAt(entry, NEXT)] = firstFree;
        firstFree = entry;
        size--;
    }

    /** The interaction goes on under another id and as another kind, in its first state; all else stays. */
    public void convert(final int entry, final long newId, final InteractionKind newKind) {
        entryById.remove(longs[longAt(entry, ID)]);
        entryById.put(newId, entry);
        longs[longAt(entry, ID)] = newId;
        start(entry, newKind);
    }

    public boolean present(final int entry) {
        return longs[longAt(entry, ID)] != Engine.NO_ID;
    }

    public long id(final int entry) {
        return longs[longAt(entry, ID)];
    }

    public InteractionKind kind(final int entry) {
        return KINDS[ints[intAt(entry, KIND)]];
    }

    public boolean live(final int entry) {
        return ints[intAt(entry, KIND)] == InteractionKind.LIVE_CALL.ordinal();
    }

    public InteractionState state(final int entry) {
        return STATES[ints[intAt(entry, STATE)]];
    }

    public void state(final int entry, final InteractionState value) {
        bookings -= in(entry, InteractionState.SCHEDULED) ? 1 : 0;
        ints[intAt(entry, STATE)] = value.ordinal();
        bookings += in(entry, InteractionState.SCHEDULED) ? 1 : 0;
    }

    public boolean in(final int entry, final InteractionState value) {
        return ints[intAt(entry, STATE)] == value.ordinal();
    }

    /** Whether it is in its queue, waiting: not booked for later, and not with an agent. */
    public boolean waits(final int entry) {
        return !in(entry, InteractionState.SCHEDULED) && !in(entry, InteractionState.WITH_AGENT);
    }

    /** Whether a person is on the line. */
    public boolean onLine(final int entry) {
        return live(entry) || ints[intAt(entry, STATE)] >= InteractionState.ON_LINE.ordinal();
    }

    /** Waiting for an agent with a person on the line. */
    public boolean routable(final int entry) {
        return live(entry) ? in(entry, InteractionState.QUEUED) : in(entry, InteractionState.ON_LINE);
    }

    /** A callback that may be invited as far as it is concerned itself; its queue has a say too. */
    public boolean invitable(final int entry) {
        return !live(entry)
                && in(entry, InteractionState.QUEUED)
                && longs[longAt(entry, NOT_BEFORE_MS)] == Engine.NO_TIME;
    }

    public long number(final int entry) {
        return longs[longAt(entry, NUMBER)];
    }

    public void number(final int entry, final long value) {
        longs[longAt(entry, NUMBER)] = value;
    }

    public int queue(final int entry) {
        return ints[intAt(entry, QUEUE)];
    }

    public void queue(final int entry, final int value) {
        ints[intAt(entry, QUEUE)] = value;
    }

    public int priority(final int entry) {
        return ints[intAt(entry, PRIORITY)];
    }

    /** Sets the priority; {@code own}: it is the request's, not the queue's, and goes with it to another queue. */
    public void priority(final int entry, final int value, final boolean own) {
        ints[intAt(entry, PRIORITY)] = value;
        flag(entry, OWN_PRIORITY, own);
    }

    public boolean ownPriority(final int entry) {
        return flag(entry, OWN_PRIORITY);
    }

    public int target(final int entry) {
        return ints[intAt(entry, TARGET)];
    }

    /** Sets the target; {@code own}: it is the request's, and no step of the queue changes it. */
    public void target(final int entry, final int value, final boolean own) {
        ints[intAt(entry, TARGET)] = value;
        flag(entry, OWN_TARGET, own);
    }

    public boolean ownTarget(final int entry) {
        return flag(entry, OWN_TARGET);
    }

    /** Whether its going to the agent it is with counts for what its queue learns. */
    public boolean countedStart(final int entry) {
        return flag(entry, COUNTED_START);
    }

    public void countedStart(final int entry, final boolean value) {
        flag(entry, COUNTED_START, value);
    }

    /** Index of the queue's target step that falls due next. */
    public int nextStep(final int entry) {
        return ints[intAt(entry, NEXT_STEP)];
    }

    public void nextStep(final int entry, final int value) {
        ints[intAt(entry, NEXT_STEP)] = value;
    }

    /** When it was queued, or, booked, will be: waiting time, steps and purge count from here. */
    public long queuedMs(final int entry) {
        return longs[longAt(entry, QUEUED_MS)];
    }

    /** Effective time without the queue's yield: time queued less the head start. */
    public long placeMs(final int entry) {
        return longs[longAt(entry, PLACE_MS)];
    }

    public void times(final int entry, final long itsQueuedMs, final long itsPlaceMs) {
        longs[longAt(entry, QUEUED_MS)] = itsQueuedMs;
        longs[longAt(entry, PLACE_MS)] = itsPlaceMs;
    }

    /** Its place in arrival order; of a booking, which has not arrived, its place in booking order. */
    public long arrival(final int entry) {
        return longs[longAt(entry, ARRIVAL)];
    }

    public void arrival(final int entry, final long value) {
        longs[longAt(entry, ARRIVAL)] = value;
    }

    /** Takes the next place in arrival order. */
    public void arrive(final int entry) {
        longs[longAt(entry, ARRIVAL)] = arrivals++;
    }

    /** The queue in one of whose slots a scheduled callback was booked; it may have been moved since. */
    public int bookedIn(final int entry) {
        return ints[intAt(entry, BOOKED_IN)];
    }

    public void bookedIn(final int entry, final int queue) {
        ints[intAt(entry, BOOKED_IN)] = queue;
    }

    /** Whether it takes a place of a slot: from its booking on, through the instant at which the slot starts. */
    public boolean holdsPlace(final int entry, final long nowMs) {
        return ints[intAt(entry, KIND)] == InteractionKind.SCHEDULED_CALLBACK.ordinal()
                && longs[longAt(entry, QUEUED_MS)] >= nowMs;
    }

    /** A callback waits for a retry until this time; {@link Engine#NO_TIME}: it does not. */
    public long notBeforeMs(final int entry) {
        return longs[longAt(entry, NOT_BEFORE_MS)];
    }

    public void notBeforeMs(final int entry, final long value) {
        longs[longAt(entry, NOT_BEFORE_MS)] = value;
    }

    /** How many dials have started: the number of the latest. */
    public int dials(final int entry) {
        return ints[intAt(entry, DIALS)];
    }

    public int startDial(final int entry) {
        return ++ints[intAt(entry, DIALS)];
    }

    /** How many attempts failed for good; errors of the network do not count. */
    public int attemptsUsed(final int entry) {
        return ints[intAt(entry, ATTEMPTS_USED)];
    }

    public int useAttempt(final int entry) {
        return ++ints[intAt(entry, ATTEMPTS_USED)];
    }

    /** The agent it is with, or {@link #NONE}. */
    public int agent(final int entry) {
        return ints[intAt(entry, AGENT)];
    }

    public void agent(final int entry, final int value) {
        ints[intAt(entry, AGENT)] = value;
    }

    /** The agent whose unsettled trigger belongs to this invitation, or {@link #NONE}. */
    public int trigger(final int entry) {
        return ints[intAt(entry, TRIGGER)];
    }

    public void trigger(final int entry, final int value) {
        ints[intAt(entry, TRIGGER)] = value;
    }

    public int next(final int entry) {
        return ints[intAt(entry, NEXT)];
    }

    int previous(final int entry) {
        return ints[intAt(entry, PREVIOUS)];
    }

    public int nextOfNumber(final int entry) {
        return ints[intAt(entry, NEXT_OF_NUMBER)];
    }

    /** Puts an entry before the head of a list of its queue; returns the new head. */
    int link(final int head, final int entry) {
        return link(head, entry, NEXT, PREVIOUS);
    }

    /** Puts an entry behind the last of a list. */
    void linkAfter(final int last, final int entry) {
        ints[intAt(entry, NEXT)] = NONE;
        ints[intAt(entry, PREVIOUS)] = last;
        ints[intAt(last, NEXT)] = entry;
    }

    /** Takes an entry out of a list of its queue; returns the new head. */
    int unlink(final int head, final int entry) {
        return unlink(head, entry, NEXT, PREVIOUS);
    }

    /** Sorts a list of so many of a queue by arrival, in place: merges halves. Returns the new head. */
    int sort(final int head, final int count) {
        final int sorted = count < 2 ? head : sorted(head, count);
        int before = NONE;
        for (int entry = sorted; entry != NONE; entry = next(entry)) {
            ints[intAt(entry, PREVIOUS)] = before;
            before = entry;
        }
        return sorted;
    }

    int linkOfNumber(final int head, final int entry) {
        return link(head, entry, NEXT_OF_NUMBER, PREVIOUS_OF_NUMBER);
    }

    int unlinkOfNumber(final int head, final int entry) {
        return unlink(head, entry, NEXT_OF_NUMBER, PREVIOUS_OF_NUMBER);
    }

    /** How many interactions have ever come into queues, conversions not counted. */
    public long arrivals() {
        return arrivals;
    }

    private void start(final int entry, final InteractionKind itsKind) {
        final boolean booked = itsKind == InteractionKind.SCHEDULED_CALLBACK;
        ints[intAt(entry, KIND)] = itsKind.ordinal();
        ints[intAt(entry, STATE)] = (booked ? InteractionState.SCHEDULED : InteractionState.QUEUED).ordinal();
        bookings += booked ? 1 : 0;
    }

    /** The first so many from an entry on as a list of their own, by arrival; only its links onward are right. */
    private int sorted(final int first, final int count) {
        if (count == 1) {
            ints[intAt(first, NEXT)] = NONE;
            return first;
        }
        final int half = count / 2;
        int middle = first;
        for (int passed = 0; passed < half; passed++) {
            middle = next(middle);
        }
        return merged(sorted(first, half), sorted(middle, count - half));
    }

    private int merged(final int head, final int otherHead) {
        final int first = arrival(head) < arrival(otherHead) ? head : otherHead;
        int one = first == head ? next(head) : head;
        int other = first == head ? otherHead : next(otherHead);
        int last = first;
        while (one != NONE && other != NONE) {
            final boolean oneIsFirst = arrival(one) < arrival(other);
            final int next = oneIsFirst ? one : other;
            if (oneIsFirst) {
                one = next(one);
            } else {
                other = next(other);
            }
            ints[intAt(last, NEXT)] = next;
            last = next;
        }
        ints[intAt(last, NEXT)] = one == NONE ? other : one;
        return first;
    }

    private int link(final int head, final int entry, final int nextField, final int previousField) {
        ints[intAt(entry, nextField)] = head;
        ints[intAt(entry, previousField)] = NONE;
        if (head != NONE) {
            ints[intAt(head, previousField)] = entry;
        }
        return entry;
    }

    private int unlink(final int head, final int entry, final int nextField, final int previousField) {
        final int after = ints[intAt(entry, nextField)];
        final int before = ints[intAt(entry, previousField)];
        if (after != NONE) {
            ints[intAt(after, previousField)] = before;
        }
        if (before == NONE) {
            return after;
        }
        ints[intAt(before, nextField)] = after;
        return head;
    }

    private boolean flag(final int entry, final int flag) {
        return (ints[intAt(entry, FLAGS)] & flag) != 0;
    }

    private void flag(final int entry, final int flag, final boolean value) {
        final int place = intAt(entry, FLAGS);
        ints[place] = value ? ints[place] | flag : ints[place] & ~flag;
    }

    private static int longAt(final int entry, final int field) {
        return (entry << LONGS_SHIFT) + field;
    }

    private static int intAt(final int entry, final int field) {
        return (entry << INTS_SHIFT) + field;
    }
}
