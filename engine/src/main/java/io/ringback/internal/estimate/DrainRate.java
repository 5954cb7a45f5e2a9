package io.ringback.internal.estimate;

import io.ringback.Engine;

/**
 * What one queue has learned, in six numbers: how much of its agents' nominal capacity it gets (weighted starts per
 * weighted capacity, both counted only while there is a backlog), how soon people on the line hang up (weighted
 * abandonments per weighted waiting time), and how long an agent is taken up by one interaction. Starts and
 * abandonments of long ago weigh less. Capacity is in units of interactions: agents at work times seconds over the mean
 * handle time.
 *
 * <p>A stretch with a backlog counts from its first start on, and without that one. Until then the agents may have been
 * taken up by what was ahead of the whole queue, which is counted where the wait is worked out; from one start to the
 * next all of them are this queue's, less what passes it.
 *
 * <p>{@link #tick} comes before every change of what it takes and before every other change here: it closes the
 * stretch over which nothing changed. Questions add the stretch that is open without closing it.
 */
final class DrainRate {
    /** What each event leaves of the weight of the earlier ones. */
    private static final double FORGET = 1 - 1.0 / 1024;

    /** A queue that has learned nothing gets its whole nominal capacity; this much has been seen of that. */
    private static final double PRIOR_STARTS = 8;

    /** A queue that has learned nothing takes people to wait ten minutes: half an abandonment was seen. */
    private static final double PRIOR_ABANDONMENTS = 0.5;

    private static final double PRIOR_WAITED_S = 600 * PRIOR_ABANDONMENTS;

    /** The mean handle time is a plain mean of so many, and then lets a new one in by this share. */
    private static final int HANDLED_MAX = 500;

    private static final double HANDLE_TIME_MIN_S = 0.001;
    private static final double DRAIN_MIN = 1e-9;

    private double starts;
    private double capacity;
    private double abandonments = PRIOR_ABANDONMENTS;
    private double waitedS = PRIOR_WAITED_S;
    private double handleTimeS;
    private int handled;
    private long markMs = Engine.NO_TIME;
    private long markCapacityMs;

    /** Whether something has started since the backlog began; of no meaning without a backlog. */
    private boolean flowing;

    /**
     * Brings the state up to now.
     *
     * @param capacityMs reading of the meter of agents at work times milliseconds
     * @param onLine people on the line who wait, until now
     * @param backlogged whether there was a backlog, until now
     */
    void tick(final long nowMs, final long capacityMs, final int onLine, final boolean backlogged) {
        capacity = capacity(nowMs, capacityMs, backlogged);
        waitedS = waitedS(nowMs, onLine);
        flowing &= backlogged;
        markMs = nowMs;
        markCapacityMs = capacityMs;
    }

    /** The meter is another one from now on. */
    void rebase(final long capacityMs) {
        markCapacityMs = capacityMs;
    }

    /**
     * One goes to an agent. Returns whether it counts: the first of a backlog does not, nor does one before anybody was
     * served. When a whole shift logs in at once, many start and no capacity was spent yet.
     */
    boolean started() {
        final boolean counts = flowing && known();
        flowing = true;
        if (!counts) {
            return false;
        }
        starts = FORGET * starts + 1;
        capacity *= FORGET;
        return true;
    }

    /** A start that counted came to nothing. */
    void startTakenBack() {
        starts = Math.max(0, starts - 1);
    }

    /** Somebody hung up who waited on the line. */
    void abandoned() {
        abandonments = FORGET * abandonments + 1;
        waitedS *= FORGET;
    }

    /**
     * An agent is free again, wrap-up included. The first to end are the short ones, so a young mean is too low:
     * capacity counted with it is restated with the better one.
     */
    void served(final long handleTimeMs) {
        final double formerS = handleTimeS();
        final boolean young = handled < HANDLED_MAX;
        handled = young ? handled + 1 : HANDLED_MAX;
        handleTimeS += (handleTimeMs / 1000.0 - handleTimeS) / handled;
        if (young) {
            capacity *= formerS / handleTimeS();
        }
    }

    /** Whether a handle time is known: without one there is no drain. */
    boolean known() {
        return handled > 0;
    }

    /** The weighted capacity, the open stretch included. Nobody knows how much that is before somebody was served. */
    double capacity(final long nowMs, final long capacityMs, final boolean backlogged) {
        return backlogged && flowing && handled > 0 && nowMs > markMs
                ? capacity + (capacityMs - markCapacityMs) / (1000 * handleTimeS())
                : capacity;
    }

    /** The weighted waiting time of people on the line in seconds, the open stretch included. */
    double waitedS(final long nowMs, final int onLine) {
        return onLine > 0 && nowMs > markMs ? waitedS + (nowMs - markMs) * onLine / 1000.0 : waitedS;
    }

    /** The share of the nominal capacity that the queue gets. */
    double share(final double capacityUntilNow) {
        return (starts + PRIOR_STARTS) / (capacityUntilNow + PRIOR_STARTS);
    }

    /** Interactions per second that so many agents take out of the queue, as long as there is a backlog. */
    double drain(final double share, final int atWork) {
        return Math.max(share * atWork / handleTimeS(), DRAIN_MIN);
    }

    /** Abandonments per second and member, of whom so many are on the line: the others do not hang up. */
    double abandonment(final double waitedUntilNowS, final int onLine, final int members) {
        return abandonments * onLine / (waitedUntilNowS * members);
    }

    /** Everything that matters for the future, as bits. */
    long[] image(final long capacityMs, final boolean backlogged) {
        return new long[] {
            Double.doubleToLongBits(starts),
            Double.doubleToLongBits(capacity),
            Double.doubleToLongBits(abandonments),
            Double.doubleToLongBits(waitedS),
            Double.doubleToLongBits(handleTimeS),
            handled,
            backlogged ? markMs : 0,
            backlogged ? capacityMs - markCapacityMs : 0,
            backlogged && flowing ? 1 : 0
        };
    }

    private double handleTimeS() {
        return Math.max(handleTimeS, HANDLE_TIME_MIN_S);
    }
}
