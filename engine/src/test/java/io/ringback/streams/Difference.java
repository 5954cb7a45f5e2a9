package io.ringback.streams;

/**
 * The first thing in which two engines differ, or that is wrong with both.
 *
 * @param step the step's place in the stream, from 0
 * @param aspect what differs
 * @param expected what the reference engine has
 * @param got what the candidate has
 */
record Difference(int step, Aspect aspect, String expected, String got) {
    /** What differs. */
    enum Aspect {
        OUTCOME,
        EXCEPTION,
        EVENTS,
        TIME,
        DEADLINE,
        STATE,
        GUARANTEE,
        VALIDATION
    }

    /** Whether this is likely to have the same cause: exceptions come from the same place. */
    boolean isLike(final Difference other) {
        return aspect == other.aspect
                && (aspect != Aspect.EXCEPTION
                        || (place(expected).equals(place(other.expected))
                                && place(got).equals(place(other.got))));
    }

    /** Of an exception, which {@link Comparison} writes with its place on the first line and its message below. */
    private static String place(final String exception) {
        return exception.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return aspect + " at step " + (step + 1) + "\n  expected: " + expected + "\n  got:      " + got;
    }
}
