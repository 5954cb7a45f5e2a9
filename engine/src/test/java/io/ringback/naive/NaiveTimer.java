package io.ringback.naive;

/** Something that happens to an interaction, an agent or a queue at a deadline. */
record NaiveTimer(Kind kind, Object owner, long deadlineMs, long created) {
    enum Kind {
        SLOT,
        PURGE,
        STEP,
        ATTEMPT,
        RETRY,
        ANSWER,
        WRAP_UP,
        PAUSE
    }
}
