package io.ringback.scenario;

import com.carrotsearch.hppc.LongIntHashMap;
import io.ringback.Engine;

/**
 * Stands another number in for each customer's: the same for the same, in the order in which they first come. So
 * callbacks link and limits count as they did, and the masks of masks are the masks. 16 to 32 bytes for each number.
 */
final class NumberMasks {
    /** Country code 999 is assigned to nobody. */
    private static final long BASE = 999_000_000_000L;

    private final LongIntHashMap places = new LongIntHashMap();

    long mask(final long number) {
        if (number == Engine.UNKNOWN_NUMBER) {
            return number;
        }
        final int known = places.getOrDefault(number, 0);
        if (known > 0) {
            return BASE + known;
        }
        final int place = places.size() + 1;
        places.put(number, place);
        return BASE + place;
    }

    /** Forgets all numbers, and gives back the memory. */
    void clear() {
        places.release();
    }
}
