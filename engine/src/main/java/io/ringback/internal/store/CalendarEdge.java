package io.ringback.internal.store;

/** What business hours come to at an instant. */
public enum CalendarEdge {
    /** They go on as before. */
    NONE,
    OPENING,
    /** They close for a break. */
    CLOSING,
    /** They close, and the business day is over. */
    END_OF_DAY
}
