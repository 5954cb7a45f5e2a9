package io.ringback.calendar;

/** What an exception does to its date. */
enum ExceptionKind {
    CLOSED("closed"),
    OPEN("open"),
    SPECIAL("special");

    private final String key;

    ExceptionKind(final String key) {
        this.key = key;
    }

    /** The word for it where calendars are written. */
    String key() {
        return key;
    }
}
