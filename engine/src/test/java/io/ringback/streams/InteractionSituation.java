package io.ringback.streams;

/** What an interaction is doing when a command names it: its state, and what else decides the outcome. */
enum InteractionSituation {
    ABSENT("absent", false),
    CALL_QUEUED("call queued", false),
    CALL_RINGING("call ringing", false),
    CALL_TALKING("call talking", false),
    CALLBACK_SCHEDULED("cb scheduled", true),
    CALLBACK_QUEUED("cb queued", true),
    CALLBACK_RETRY("cb retry", true),
    CALLBACK_INVITED("cb invited", true),
    CALLBACK_ON_LINE("cb on line", true),
    CALLBACK_RINGING("cb ringing", true),
    CALLBACK_TALKING("cb talking", true);

    private final String title;
    private final boolean callback;

    InteractionSituation(final String title, final boolean callback) {
        this.title = title;
        this.callback = callback;
    }

    String title() {
        return title;
    }

    boolean isCallback() {
        return callback;
    }

    boolean isWithAgent() {
        return this == CALL_RINGING || this == CALL_TALKING || this == CALLBACK_RINGING || this == CALLBACK_TALKING;
    }
}
