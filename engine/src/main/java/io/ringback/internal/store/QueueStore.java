package io.ringback.internal.store;

import io.ringback.VirtualQueue;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import java.util.Arrays;
import org.agrona.collections.Object2IntHashMap;

/** The queues in definition order. Defining one is cold; nothing here grows on a command. */
public final class QueueStore {
    /** No queue. */
    public static final int NONE = -1;

    private QueueRecord[] records = new QueueRecord[Room.of(0)];
    private int size;
    private final Object2IntHashMap<String> entryByName = new Object2IntHashMap<>(NONE);
    private final InteractionStore interactions;
    private final long statisticsWindowMs;

    public QueueStore(final InteractionStore interactions, final long statisticsWindowMs) {
        this.interactions = interactions;
        this.statisticsWindowMs = statisticsWindowMs;
    }

    /** What so many queues take, without their settings and handles. */
    public static long bytes(final int queues) {
        return queues * QueueRecord.bytes() + (long) Room.of(queues) * HeapBytes.REFERENCE + HeapBytes.table(queues);
    }

    public int size() {
        return size;
    }

    public QueueRecord record(final int queue) {
        return records[queue];
    }

    /** The record of the queue that an interaction belongs to. */
    public QueueRecord of(final int interaction) {
        return records[interactions.queue(interaction)];
    }

    /** The queue of a handle, or {@link #NONE} for null and for handles of another engine. */
    public int entryOf(final VirtualQueue handle) {
        return handle != null && handle.index() < size && records[handle.index()].handle() == handle
                ? handle.index()
                : NONE;
    }

    /** The queue of a name, or {@link #NONE}. Cold. */
    public int entryOf(final String name) {
        return entryByName.getValue(name);
    }

    public void add(final VirtualQueue handle) {
        entryByName.put(handle.name(), handle.index());
        records = size == records.length ? Arrays.copyOf(records, Room.of(size + 1)) : records;
        records[size++] = new QueueRecord(handle, interactions, new QueueCounts(statisticsWindowMs));
    }
}
