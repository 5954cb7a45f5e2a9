package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;

/**
 * The slots that callbacks are booked in, of all queues: an entry for each slot with a booking, found by its queue and
 * start, with its bookings in booking order. They are linked through the interactions, so booking and giving back cost
 * O(1) whatever their number. There are never more such slots than bookings.
 */
public final class SlotStore {
    /** No entry. */
    public static final int NONE = -1;

    // Fields of the record of ints: four places.
    private static final int INTS_SHIFT = 2;
    private static final int QUEUE = 0;
    private static final int FIRST = 1;
    private static final int LAST = 2;
    private static final int SIZE = 3;

    /** A key is a queue over a start in seconds: zones may be apart by seconds, and slots start at whole minutes. */
    private static final int SECOND_BITS = 40;

    private static final long SECOND_MS = 1_000;

    private final InteractionStore interactions;
    private final LongIntHashMap entryByKey;
    private final long[] startMs;
    private final int[] ints;
    private int firstFree;
    private int size;

    public SlotStore(final int capacity, final InteractionStore interactions) {
        this.interactions = interactions;
        entryByKey = IdMaps.create(capacity);
        startMs = new long[capacity];
        ints = new int[capacity << INTS_SHIFT];
        firstFree = capacity == 0 ? NONE : 0;
        for (int entry = 0; entry < capacity; entry++) {
            ints[intAt(entry, FIRST)] = entry + 1 < capacity ? entry + 1 : NONE;
        }
    }

    /** What a store of this capacity takes. */
    public static long bytes(final int capacity) {
        return (long) capacity * Long.BYTES + ((long) capacity << INTS_SHIFT) * Integer.BYTES + IdMaps.bytes(capacity);
    }

    public int capacity() {
        return startMs.length;
    }

    /** How many slots have bookings. */
    public int size() {
        return size;
    }

    public boolean present(final int slot) {
        return ints[intAt(slot, SIZE)] > 0;
    }

    /** The slot of a queue that starts then, or {@link #NONE} when nothing is booked in it. */
    public int find(final int queue, final long itsStartMs) {
        return entryByKey.getOrDefault(key(queue, itsStartMs), NONE);
    }

    public int queue(final int slot) {
        return ints[intAt(slot, QUEUE)];
    }

    public long startMs(final int slot) {
        return startMs[slot];
    }

    /** How many bookings a slot has. */
    public int bookings(final int slot) {
        return ints[intAt(slot, SIZE)];
    }

    /** The booking that is due first; follow {@link InteractionStore#next}. */
    public int first(final int slot) {
        return ints[intAt(slot, FIRST)];
    }

    /** Adds the last booking of the slot of a queue that starts then. Returns the slot. */
    public int append(final int queue, final long itsStartMs, final int booking) {
        final int known = find(queue, itsStartMs);
        if (known == NONE) {
            return open(queue, itsStartMs, booking);
        }
        interactions.linkAfter(ints[intAt(known, LAST)], booking);
        ints[intAt(known, LAST)] = booking;
        ints[intAt(known, SIZE)]++;
        return known;
    }

    /** Takes a booking out of its slot; with the last one, the slot is gone. */
    public void remove(final int slot, final int booking) {
        if (ints[intAt(slot, SIZE)] == 1) {
            close(slot);
            return;
        }
        if (ints[intAt(slot, LAST)] == booking) {
            ints[intAt(slot, LAST)] = interactions.previous(booking);
        }
        ints[intAt(slot, FIRST)] = interactions.unlink(ints[intAt(slot, FIRST)], booking);
        ints[intAt(slot, SIZE)]--;
    }

    private int open(final int queue, final long itsStartMs, final int booking) {
        final int slot = firstFree;
        firstFree = ints[intAt(slot, FIRST)];
        size++;
        entryByKey.put(key(queue, itsStartMs), slot);
        startMs[slot] = itsStartMs;
        ints[intAt(slot, QUEUE)] = queue;
        ints[intAt(slot, FIRST)] = interactions.link(NONE, booking);
        ints[intAt(slot, LAST)] = booking;
        ints[intAt(slot, SIZE)] = 1;
        return slot;
    }

    private void close(final int slot) {
        entryByKey.remove(key(queue(slot), startMs[slot]));
        ints[intAt(slot, FIRST)] = firstFree;
        ints[intAt(slot, SIZE)] = 0;
        firstFree = slot;
        size--;
    }

    private static long key(final int queue, final long itsStartMs) {
        return ((long) queue << SECOND_BITS) | (itsStartMs / SECOND_MS);
    }

    private static int intAt(final int slot, final int field) {
        return (slot << INTS_SHIFT) + field;
    }
}
