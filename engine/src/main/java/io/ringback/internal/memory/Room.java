package io.ringback.internal.memory;

/**
 * How long an array is that grows as things are defined. The length depends on how many there are, and not on the steps
 * in which they came, so that it can be told beforehand. Lengths are an eighth apart at most: little is left empty, and
 * each element is copied about ten times while the array grows.
 */
public final class Room {
    private static final int MIN = 16;

    /** Two lengths of the same magnitude have this many bits, one of which is always set. */
    private static final int BITS = 4;

    private Room() {}

    /** The length of an array for so many. */
    public static int of(final int count) {
        if (count <= MIN) {
            return MIN;
        }
        final int shift = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1) - BITS;
        return (((count - 1) >> shift) + 1) << shift;
    }
}
