package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;
import io.ringback.AgentState;
import io.ringback.Engine;

/** The agents that are defined: one entry each, a record in two arrays of fixed capacity. */
public final class AgentStore {
    /** No entry. */
    public static final int NONE = -1;

    private static final AgentState[] STATES = AgentState.values();

    // Fields of the record of longs: four places, half a cache line.
    private static final int LONGS_SHIFT = 2;
    private static final int ID = 0;
    private static final int SINCE_MS = 1;
    private static final int READY_SINCE_MS = 2;
    private static final int READY_ORDER = 3;

    // Fields of the record of ints: eight places, half a cache line.
    private static final int INTS_SHIFT = 3;
    private static final int STATE = 0;
    private static final int PROFILE = 1;
    private static final int INTERACTION = 2;
    private static final int TRIGGERED = 3;
    private static final int FLAGS = 4;
    private static final int NEXT_FREE = 5;

    // Bits of the flags.
    private static final int ANSWERED = 1;
    private static final int NOT_READY_AFTER = 2;

    private final int capacity;
    private final LongIntHashMap entryById;
    private final long[] longs;
    private final int[] ints;
    private int firstFree;
    private int size;
    private int ready;
    private long readyCount;

    public AgentStore(final int capacity) {
        this.capacity = capacity;
        entryById = IdMaps.create(capacity);
        longs = new long[capacity << LONGS_SHIFT];
        ints = new int[capacity << INTS_SHIFT];
        for (int entry = 0; entry < capacity; entry++) {
            longs[longAt(entry, ID)] = Engine.NO_ID;
            ints[intAt(entry, NEXT_FREE)] = entry + 1 < capacity ? entry + 1 : NONE;
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

    /** How many agents are READY. */
    public int ready() {
        return ready;
    }

    public boolean full() {
        return firstFree == NONE;
    }

    /** The entry of an id, or {@link #NONE}. */
    public int entryOf(final long agentId) {
        return entryById.getOrDefault(agentId, NONE);
    }

    /** Takes a free entry for an agent who is LOGGED_OUT. The store must not be full. */
    public int add(final long agentId, final long nowMs) {
        final int entry = firstFree;
        firstFree = ints[intAt(entry, NEXT_FREE)];
        size++;
        entryById.put(agentId, entry);
        longs[longAt(entry, ID)] = agentId;
        ints[intAt(entry, STATE)] = AgentState.LOGGED_OUT.ordinal();
        longs[longAt(entry, SINCE_MS)] = nowMs;
        longs[longAt(entry, READY_SINCE_MS)] = 0;
        longs[longAt(entry, READY_ORDER)] = 0;
        ints[intAt(entry, INTERACTION)] = NONE;
        ints[intAt(entry, TRIGGERED)] = NONE;
        ints[intAt(entry, FLAGS)] = 0;
        return entry;
    }

    public void remove(final int entry) {
        entryById.remove(longs[longAt(entry, ID)]);
        longs[longAt(entry, ID)] = Engine.NO_ID;
        ints[intAt(entry, NEXT_FREE)] = firstFree;
        firstFree = entry;
        size--;
    }

    public boolean present(final int entry) {
        return longs[longAt(entry, ID)] != Engine.NO_ID;
    }

    public long id(final int entry) {
        return longs[longAt(entry, ID)];
    }

    public AgentState state(final int entry) {
        return STATES[ints[intAt(entry, STATE)]];
    }

    public boolean in(final int entry, final AgentState value) {
        return ints[intAt(entry, STATE)] == value.ordinal();
    }

    /** Any state but READY. */
    public void state(final int entry, final long nowMs, final AgentState value) {
        if (in(entry, AgentState.READY)) {
            ready--;
        }
        ints[intAt(entry, STATE)] = value.ordinal();
        longs[longAt(entry, SINCE_MS)] = nowMs;
    }

    /** READY, idle from now: last among those who are idle. */
    public void becomeReady(final int entry, final long nowMs) {
        longs[longAt(entry, READY_SINCE_MS)] = nowMs;
        longs[longAt(entry, READY_ORDER)] = readyCount++;
        resumeReady(entry);
    }

    /** READY again with the idle time that the agent had before it became BUSY. */
    public void resumeReady(final int entry) {
        ints[intAt(entry, STATE)] = AgentState.READY.ordinal();
        longs[longAt(entry, SINCE_MS)] = longs[longAt(entry, READY_SINCE_MS)];
        ready++;
    }

    /** Since when the agent is in its state; READY: since when it counts as idle. */
    public long sinceMs(final int entry) {
        return longs[longAt(entry, SINCE_MS)];
    }

    /** Since when the agent counted as idle when it was last Ready: what a ring that comes to nothing restores. */
    public long readySinceMs(final int entry) {
        return longs[longAt(entry, READY_SINCE_MS)];
    }

    /** Place in the order of becoming Ready, which is the order of idle time: time never runs back. */
    public long readyOrder(final int entry) {
        return longs[longAt(entry, READY_ORDER)];
    }

    public int profile(final int entry) {
        return ints[intAt(entry, PROFILE)];
    }

    public void profile(final int entry, final int value) {
        ints[intAt(entry, PROFILE)] = value;
    }

    /** What a BUSY agent has, or {@link #NONE}. */
    public int interaction(final int entry) {
        return ints[intAt(entry, INTERACTION)];
    }

    public void interaction(final int entry, final int value) {
        ints[intAt(entry, INTERACTION)] = value;
    }

    /** The callback whose unsettled invitation this agent's Ready caused, or {@link #NONE}. */
    public int triggered(final int entry) {
        return ints[intAt(entry, TRIGGERED)];
    }

    public void triggered(final int entry, final int value) {
        ints[intAt(entry, TRIGGERED)] = value;
    }

    public boolean answered(final int entry) {
        return flag(entry, ANSWERED);
    }

    public void answered(final int entry, final boolean value) {
        flag(entry, ANSWERED, value);
    }

    /** BUSY, with a not-ready remembered. */
    public boolean notReadyAfter(final int entry) {
        return flag(entry, NOT_READY_AFTER);
    }

    public void notReadyAfter(final int entry, final boolean value) {
        flag(entry, NOT_READY_AFTER, value);
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
