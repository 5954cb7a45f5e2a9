package io.ringback.scenario;

/** What a name is the name of. Each role has its own names: an agent and a call may both be called {@code ann}. */
enum NameRole {
    SKILL("skill"),
    CALENDAR("calendar"),
    QUEUE("queue"),
    AGENT("agent"),
    INTERACTION("interaction");

    private final String word;

    NameRole(final String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
