package io.ringback.naive;

/**
 * What one queue has seen of its waits, in seconds: how long people hold on, how much work its agents could have done
 * while somebody waited and how much of it they did, how long it takes an agent to be free again.
 */
final class NaiveHistory {
    private static final double KEPT = 1 - 1.0 / 1024;
    private static final int PLAIN_MEAN_MAX = 500;
    private static final double HANDLING_MIN_S = 0.001;
    private static final double PATIENCE_S = 600;

    double starts;
    double startsPossible;
    double hangUps = 0.5;
    double waitedS = hangUps * PATIENCE_S;

    private boolean backlogged;
    /** Whether somebody has started since somebody else waits. */
    private boolean flowing;

    private double handlingS;
    private long handled;

    boolean knowsHandling() {
        return handled > 0;
    }

    double handlingS() {
        return Math.max(handlingS, HANDLING_MIN_S);
    }

    /** Whether somebody waits who can be served. */
    void backlogged(final boolean now) {
        backlogged = now;
        flowing &= now;
    }

    /** Time passed in which nothing changed. */
    void passed(final double seconds, final long agents, final long onLine) {
        if (backlogged && flowing && knowsHandling()) {
            startsPossible += seconds * agents / handlingS();
        }
        waitedS += seconds * onLine;
    }

    /** Somebody goes to an agent. Says whether that counts: the first of a backlog does not, nor one before any end. */
    boolean started() {
        final boolean counts = flowing && knowsHandling();
        if (counts) {
            starts = KEPT * starts + 1;
            startsPossible = KEPT * startsPossible;
        }
        flowing = true;
        return counts;
    }

    void startTakenBack() {
        starts = Math.max(0, starts - 1);
    }

    void hungUp() {
        hangUps = KEPT * hangUps + 1;
        waitedS = KEPT * waitedS;
    }

    /** What was possible is counted anew with the better mean, as long as each one handled counts alike. */
    void handled(final double seconds) {
        final double beforeS = handlingS();
        handled++;
        handlingS += (seconds - handlingS) / Math.min(handled, PLAIN_MEAN_MAX);
        if (handled <= PLAIN_MEAN_MAX) {
            startsPossible *= beforeS / handlingS();
        }
    }
}
