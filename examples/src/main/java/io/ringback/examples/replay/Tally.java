package io.ringback.examples.replay;

import java.util.Arrays;

/** Adds up calls to {@link Figures}. */
final class Tally {
    private long[] waitsMs = new long[16];
    private int calls;
    private int answered;
    private int withinLimit;
    private long waitedMs;
    private long busyMs;

    /**
     * Counts a call.
     *
     * @param wasAnswered whether an agent took it
     * @param waitMs its time in the queue
     * @param serviceMs time an agent of the group's days spent on it
     */
    void add(final boolean wasAnswered, final long waitMs, final long serviceMs) {
        if (calls == waitsMs.length) {
            waitsMs = Arrays.copyOf(waitsMs, 2 * calls);
        }
        waitsMs[calls] = waitMs;
        calls++;
        waitedMs += waitMs;
        busyMs += serviceMs;
        if (wasAnswered) {
            answered++;
            withinLimit += waitMs <= Figures.LIMIT_SECONDS * 1_000L ? 1 : 0;
        }
    }

    /** Counts time that an agent of the group's days spent on a call that is not counted as answered or abandoned. */
    void addService(final long serviceMs) {
        busyMs += serviceMs;
    }

    /** The figures of what was counted, given the time at work of all agents. What cannot be told is not a number. */
    Figures figures(final long staffedMs) {
        final long[] sorted = Arrays.copyOf(waitsMs, calls);
        Arrays.sort(sorted);
        final int rank = (9 * calls + 9) / 10;
        final double p90Seconds = calls == 0 ? Double.NaN : sorted[rank - 1] / 1_000.0;
        return new Figures(
                answered,
                calls - answered,
                waitedMs / 1_000.0 / calls,
                p90Seconds,
                (double) withinLimit / calls,
                staffedMs == 0 ? Double.NaN : (double) busyMs / staffedMs);
    }
}
