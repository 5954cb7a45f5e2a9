package io.ringback.calendar;

/** Binary search. */
final class Sorted {
    private Sorted() {}

    /** How many of the values at places {@code from} to {@code to - 1}, which ascend, are not above a bound. */
    static int countUpTo(final long[] values, final int from, final int to, final long bound) {
        int low = from;
        int high = to;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (values[middle] <= bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - from;
    }
}
