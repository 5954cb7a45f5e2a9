package io.ringback.streams;

/** What an agent is doing when a command names it; "then off" means that a not-ready is remembered. */
enum AgentSituation {
    UNDEFINED("undefined"),
    LOGGED_OUT("logged out"),
    NOT_READY("not ready"),
    READY("ready"),
    RINGING("ringing"),
    RINGING_THEN_OFF("ringing, then off"),
    TALKING("talking"),
    TALKING_THEN_OFF("talking, then off"),
    WRAPPING_UP("wrapping up");

    private final String title;

    AgentSituation(final String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean isBusy() {
        return this == RINGING || this == RINGING_THEN_OFF || this == TALKING || this == TALKING_THEN_OFF;
    }
}
