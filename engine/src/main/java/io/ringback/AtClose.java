package io.ringback;

/** What the end of the business day means for the callbacks of a queue that wait and are not on the line. */
public enum AtClose {
    /** They end {@link EndReason#PURGED_END_OF_DAY}. */
    PURGE,
    /** They keep their rank for the next opening; outstanding dials are called off and use no attempt. */
    CARRY_OVER
}
