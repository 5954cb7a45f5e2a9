package io.ringback.examples.replay;

import io.ringback.DialFailure;

/** What customers choose and do that no log can tell. */
interface Choices {
    /**
     * How a dial ends.
     *
     * @param afterMs how long it rings
     * @param failure why nobody is on the line then; null: the customer is
     * @param patienceMs how long the customer holds the line for an agent then
     */
    record Ring(long afterMs, DialFailure failure, long patienceMs) {}

    /** What the caller of this call says to an offer that is made now. */
    Wish wish(int call, long nowMs);

    /** What comes of this dial to the customer of this call; dials are counted from 1. */
    Ring ring(int call, int attempt);
}
