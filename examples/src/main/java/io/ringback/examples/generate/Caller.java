package io.ringback.examples.generate;

/** A made-up caller: what the caller brings, and what became of it. Times are seconds since midnight. */
final class Caller {
    private static final int PHANTOM_SECONDS = 4;

    private final String type;
    private final int customer;
    private final boolean priority;
    private final int vruEntry;
    private final int vruSeconds;
    private final int patienceSeconds;
    private final int serviceSeconds;

    private String outcome = "";
    private int waitSeconds;
    private int servedSeconds;
    private String agent = "";

    Caller(
            final String type,
            final int customer,
            final boolean priority,
            final int vruEntry,
            final int vruSeconds,
            final int patienceSeconds,
            final int serviceSeconds) {
        this.type = type;
        this.customer = customer;
        this.priority = priority;
        this.vruEntry = vruEntry;
        this.vruSeconds = vruSeconds;
        this.patienceSeconds = patienceSeconds;
        this.serviceSeconds = serviceSeconds;
    }

    /** A row of the voice response unit's own making. */
    void becomesPhantom() {
        outcome = "PHANTOM";
        waitSeconds = patienceSeconds;
        servedSeconds = PHANTOM_SECONDS;
    }

    void leavesBeforeQueue() {
        outcome = "HANG";
    }

    void hangsUp(final int second) {
        outcome = "HANG";
        waitSeconds = second - queueStart();
    }

    void isServed(final int second, final String byAgent) {
        outcome = "AGENT";
        waitSeconds = second - queueStart();
        servedSeconds = serviceSeconds;
        agent = byAgent;
    }

    /** Whether the caller's story is over before it reaches the queue. */
    boolean settled() {
        return !outcome.isEmpty();
    }

    int queueStart() {
        return vruEntry + vruSeconds;
    }

    int patienceEnd() {
        return queueStart() + patienceSeconds;
    }

    String type() {
        return type;
    }

    int customer() {
        return customer;
    }

    boolean priority() {
        return priority;
    }

    int vruEntry() {
        return vruEntry;
    }

    int serviceSeconds() {
        return serviceSeconds;
    }

    String outcome() {
        return outcome;
    }

    int waitSeconds() {
        return waitSeconds;
    }

    int servedSeconds() {
        return servedSeconds;
    }

    String agent() {
        return agent;
    }
}
