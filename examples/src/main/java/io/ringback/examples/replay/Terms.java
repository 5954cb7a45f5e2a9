package io.ringback.examples.replay;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;

/**
 * On which terms the callers of a log are served. A log tells of none: they are laid upon it, to see what they change.
 *
 * @param hours when calls are taken, by the log's clock; null: at any time
 * @param offers of callbacks to those who would wait long; null: none
 */
record Terms(BusinessCalendar hours, Offers offers) {
    /** What replays a log as it is. */
    static final Terms NONE = new Terms(null, null);

    /** The log's clock is taken as this one. */
    static final String ZONE = "UTC";

    /**
     * Which callers are offered a callback, and what is made of the offers.
     *
     * @param above the expected wait from which on a caller is offered one
     * @param acceptShare the share of these that would rather be called back
     * @param slot length of the slots that callbacks are booked in
     * @param capacity how many callbacks a slot of each queue takes
     * @param seed of what the log cannot tell: who accepts, for when, and who picks up the phone
     */
    record Offers(Duration above, double acceptShare, Duration slot, SlotCapacity capacity, long seed) {}

    /** Whether the log is not replayed just as it is. */
    boolean any() {
        return hours != null || offers != null;
    }
}
