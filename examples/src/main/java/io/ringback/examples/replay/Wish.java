package io.ringback.examples.replay;

import io.ringback.Engine;

/**
 * What a caller makes of an offer.
 *
 * @param saidMs when the caller has heard it and chosen, epoch milliseconds
 * @param kind what the caller wants
 * @param atMs the time wished for; {@link Engine#NO_TIME} without one
 * @param exactly whether no other time will do
 */
record Wish(long saidMs, Kind kind, long atMs, boolean exactly) {
    /** What a caller may want. */
    enum Kind {
        /** To wait on the line. */
        STAY,
        /** A callback when it is the caller's turn: the place in the queue is kept. */
        IN_TURN,
        /** A callback at a time. */
        AT_A_TIME
    }
}
