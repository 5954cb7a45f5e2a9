package io.ringback.internal.store;

import com.carrotsearch.hppc.LongIntHashMap;

/**
 * The callbacks that are owed to a number, in all queues: a hash from the number to a list threaded through the
 * interactions. The list carries no order.
 */
public final class NumberIndex {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final LongIntHashMap firstByNumber;

    public NumberIndex(final InteractionStore interactions) {
        this.interactions = interactions;
        firstByNumber = IdMaps.create(interactions.capacity());
    }

    /** What an index over so many interactions takes. */
    public static long bytes(final int interactions) {
        return IdMaps.bytes(interactions);
    }

    /** The first callback of a number, or {@link InteractionStore#NONE}; follow {@code nextOfNumber}. */
    public int first(final long number) {
        return firstByNumber.getOrDefault(number, NONE);
    }

    public void add(final int callback) {
        final long number = interactions.number(callback);
        firstByNumber.put(number, interactions.linkOfNumber(first(number), callback));
    }

    public void remove(final int callback) {
        final long number = interactions.number(callback);
        final int first = interactions.unlinkOfNumber(first(number), callback);
        if (first == NONE) {
            firstByNumber.remove(number);
        } else {
            firstByNumber.put(number, first);
        }
    }

    /** How many numbers have callbacks. */
    public int size() {
        return firstByNumber.size();
    }
}
