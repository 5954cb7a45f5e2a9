package io.ringback.estimates;

/**
 * Something that will happen in a simulated center.
 *
 * @param atMs when
 * @param order decides among those of one instant: what was planned first
 * @param kind what
 * @param subject the agent or the call that it is about
 */
record Happening(long atMs, long order, Kind kind, long subject) implements Comparable<Happening> {
    enum Kind {
        ARRIVAL,
        END_OF_SERVICE,
        END_OF_PATIENCE,
        CHANGE_OF_STAFF
    }

    @Override
    public int compareTo(final Happening other) {
        return atMs == other.atMs ? Long.compare(order, other.order) : Long.compare(atMs, other.atMs);
    }
}
