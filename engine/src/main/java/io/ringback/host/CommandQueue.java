package io.ringback.host;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A bounded queue that any thread fills and one thread, the owner, empties; without locks, and without allocation once
 * it is made.
 *
 * <p>A place is taken by moving the tail, which fixes the order, and then filled. Closing marks the tail itself: so a
 * command gets a place before the mark and will be seen by the owner, or is refused, and there is nothing in between. A
 * place that is taken but not yet filled looks empty to the owner; it has to come again.
 */
final class CommandQueue {
    private static final long CLOSED = Long.MIN_VALUE;

    private final int capacity;
    private final int mask;
    private final AtomicReferenceArray<Command> entries;
    /** How many commands were accepted, and the mark {@link #CLOSED}. */
    private final AtomicLong tail = new AtomicLong();
    /** How many were taken out; the owner's. */
    private final AtomicLong head = new AtomicLong();

    CommandQueue(final int capacity) {
        this.capacity = capacity;
        final int length = capacity == 1 ? 1 : Integer.highestOneBit(capacity - 1) << 1;
        mask = length - 1;
        entries = new AtomicReferenceArray<>(length);
    }

    /** From any thread. */
    Submission offer(final Command command) {
        long place;
        do {
            place = tail.get();
            if (place < 0) {
                return Submission.CLOSED;
            }
            if (place - head.get() >= capacity) {
                return Submission.FULL;
            }
        } while (!tail.compareAndSet(place, place + 1));
        entries.set((int) place & mask, command);
        return Submission.ACCEPTED;
    }

    /** From any thread: nothing is accepted from now on. */
    void close() {
        tail.accumulateAndGet(CLOSED, (accepted, mark) -> accepted | mark);
    }

    boolean closed() {
        return tail.get() < 0;
    }

    /** The owner's: the next command, or null when there is none to be seen. */
    Command poll() {
        final long place = head.getPlain();
        final int entry = (int) place & mask;
        final Command command = entries.get(entry);
        if (command != null) {
            entries.setRelease(entry, null);
            head.setRelease(place + 1);
        }
        return command;
    }

    /** The owner's: whether {@link #poll} would find nothing. */
    boolean empty() {
        return entries.get((int) head.getPlain() & mask) == null;
    }

    /** The owner's: whether it is closed, and everything accepted was taken out. */
    boolean drained() {
        return tail.get() == (head.getPlain() | CLOSED);
    }
}
