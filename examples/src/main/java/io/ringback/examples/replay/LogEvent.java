package io.ringback.examples.replay;

import java.util.Comparator;

/**
 * Something that happens during a replay, in the order in which it happens.
 *
 * @param atMs when, epoch milliseconds
 * @param kind what
 * @param sequence order of creation, which settles ties: for arrivals the order of the log
 * @param day index of the log's day to which it belongs, or {@link #NO_DAY}
 * @param subject index of the call, of the agent's stretch of work, or of the dial; or the interaction
 */
record LogEvent(long atMs, Kind kind, int sequence, int day, int subject) implements Comparable<LogEvent> {
    /** In place of a day that is not over before this has happened. */
    static final int NO_DAY = -1;

    private static final Comparator<LogEvent> ORDER = Comparator.comparingLong(LogEvent::atMs)
            .thenComparing(LogEvent::kind)
            .thenComparingInt(LogEvent::sequence);

    /**
     * Kinds of events, in the order in which they happen at one instant. Leaving comes before the end of a service: an
     * agent whose time is up takes no further call. Agents come before calls: a call finds the agent who took it up in
     * the same second.
     */
    enum Kind {
        /** An agent goes on a break, or goes home. */
        AGENT_LEAVES,
        /** An agent is done with a call. */
        SERVICE_ENDS,
        /** An agent logs in, or is back from a break. */
        AGENT_COMES,
        /** A caller loses patience. */
        CALLER_HANGS_UP,
        /** A caller has heard an offer, and chosen. */
        CALLER_CHOOSES,
        /** A customer picks up, or cannot be reached. */
        DIAL_ENDS,
        /** A customer who picked up waits no longer. */
        CUSTOMER_HANGS_UP,
        /** A call enters its queue. */
        CALL_ARRIVES
    }

    @Override
    public int compareTo(final LogEvent other) {
        return ORDER.compare(this, other);
    }
}
