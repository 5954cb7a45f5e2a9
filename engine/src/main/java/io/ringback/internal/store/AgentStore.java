package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;
import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import java.util.Arrays;

/** The agents that are defined: one entry each, a record in two arrays of fixed capacity. */
public final class AgentStore {
    /** No entry. */
    public static final int NONE = -1;

    private static final AgentState[] STATES = AgentState.values();

    // Fields of the record of longs: eight places, one cache line.
    private static final int LONGS_SHIFT = 3;
    private static final int ID = 0;
    private static final int SINCE_MS = 1;
    private static final int READY_SINCE_MS = 2;
    private static final int READY_ORDER = 3;
    private static final int ROUTED_MS = 4;

    // Fields of the record of ints: eight places, half a cache line.
    private static final int INTS_SHIFT = 3;
    private static final int STATE = 0;
    private static final int PROFILE = 1;
    private static final int INTERACTION = 2;
    private static final int TRIGGERED = 3;
    private static final int FLAGS = 4;
    private static final int NEXT_FREE = 5;
    private static final int HANDLED = 6;
    private static final int ROUTED_FROM = 7;

    // Bits of the flags.
    private static final int ANSWERED = 1;
    private static final int NOT_READY_AFTER = 2;

    // The counts of a profile stand side by side: eight places, half a cache line. The first are for no profile yet.
    private static final int STATES_SHIFT = 3;

    private final int capacity;
    private final LongIntHashMap entryById;
    private final long[] longs;
    private final int[] ints;
    private int[] byState = new int[row(Room.of(0))];
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

    /** What the counts by state take, for so many profiles. */
    public static long profileBytes(final int profiles) {
        return HeapBytes.array(row(Room.of(profiles)), Integer.BYTES);
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

    /** Takes a free entry for an agent who is LOGGED_OUT and gets its profile next. The store must not be full. */
    public int add(final long agentId, final long nowMs) {
        final int entry = firstFree;
        firstFree = ints[intAt(entry, NEXT_FREE)];
        size++;
        entryById.put(agentId, entry);
        longs[longAt(entry, ID)] = agentId;
        ints[intAt(entry, STATE)] = AgentState.LOGGED_OUT.ordinal();
        ints[intAt(entry, PROFILE)] = NONE;
        byState[standing(entry)]++;
        ints[intAt(entry, HANDLED)] = 0;
        longs[longAt(entry, SINCE_MS)] = nowMs;
        longs[longAt(entry, READY_SINCE_MS)] = 0;
        longs[longAt(entry, READY_ORDER)] = 0;
        ints[intAt(entry, INTERACTION)] = NONE;
        ints[intAt(entry, TRIGGERED)] = NONE;
        ints[intAt(entry, FLAGS)] = 0;
        return entry;
    }

    public void remove(final int entry) {
        byState[standing(entry)]--;
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
        enter(entry, value);
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
        enter(entry, AgentState.READY);
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

    /** The agent's first profile, or another one in whatever state. Cold. */
    public void profile(final int entry, final int value) {
        byState[standing(entry)]--;
        if (row(value) >= byState.length) {
            byState = Arrays.copyOf(byState, row(Room.of(value + 1)));
        }
        ints[intAt(entry, PROFILE)] = value;
        byState[standing(entry)]++;
    }

    /** How many agents of a profile are in a state. */
    public int count(final int profile, final AgentState state) {
        return byState[row(profile) + state.ordinal()];
    }

    /** How many interactions the agent has seen to the end since it was defined. */
    public int handled(final int entry) {
        return ints[intAt(entry, HANDLED)];
    }

    public void countHandled(final int entry) {
        ints[intAt(entry, HANDLED)]++;
    }

    /** What a BUSY agent has, or {@link #NONE}. */
    public int interaction(final int entry) {
        return ints[intAt(entry, INTERACTION)];
    }

    public void interaction(final int entry, final int value) {
        ints[intAt(entry, INTERACTION)] = value;
    }

    /** A BUSY agent gets what it has from this queue, now. */
    public void routed(final int entry, final int queue, final long nowMs) {
        ints[intAt(entry, ROUTED_FROM)] = queue;
        longs[longAt(entry, ROUTED_MS)] = nowMs;
    }

    /** The queue of what an agent has, or had when it went to AFTER_CALL_WORK. */
    public int routedFrom(final int entry) {
        return ints[intAt(entry, ROUTED_FROM)];
    }

    /** When an agent got what it has, or had when it went to AFTER_CALL_WORK. */
    public long routedMs(final int entry) {
        return longs[longAt(entry, ROUTED_MS)];
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

    private void enter(final int entry, final AgentState value) {
        byState[standing(entry)]--;
        ints[intAt(entry, STATE)] = value.ordinal();
        byState[standing(entry)]++;
    }

    private int standing(final int entry) {
        return row(profile(entry)) + ints[intAt(entry, STATE)];
    }

    private static int row(final int profile) {
        return (profile + 1) << STATES_SHIFT;
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
