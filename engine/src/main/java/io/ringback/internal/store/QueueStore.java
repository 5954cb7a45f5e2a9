package io.ringback.internal.store;

import io.ringback.VirtualQueue;
import io.ringback.calendar.OpenHours;
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
    private final SlotStore slots;
    private final long statisticsWindowMs;
    private final OpenHours always = OpenHours.always();

    public QueueStore(final InteractionStore interactions, final SlotStore slots, final long statisticsWindowMs) {
        this.interactions = interactions;
        this.slots = slots;
        this.statisticsWindowMs = statisticsWindowMs;
    }

    /** What so many queues take, without their settings, handles and slots. */
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

    /** The hours of queues without a calendar. */
    public OpenHours always() {
        return always;
    }

    /** The queue of a name, or {@link #NONE}. Cold. */
    public int entryOf(final String name) {
        return entryByName.getValue(name);
    }

    public void add(final VirtualQueue handle) {
        entryByName.put(handle.name(), handle.index());
        records = size == records.length ? Arrays.copyOf(records, Room.of(size + 1)) : records;
        records[size] = new QueueRecord(
                handle, interactions, new QueueCounts(statisticsWindowMs), always, new QueueSlots(size, slots));
        size++;
    }
}
