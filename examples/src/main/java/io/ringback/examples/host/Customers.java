package io.ringback.examples.host;

import io.ringback.Engine;
import io.ringback.VirtualQueue;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The people who want something. What each will do is settled beforehand; whether it still applies, the engine says.
 */
final class Customers {
    private static final int WEB_PERCENT = 15;
    private static final int CALLS_ALL_THE_SAME_PERCENT = 40;
    private static final int RATHER_CALLED_BACK_PERCENT = 50;
    private static final int PATIENCE_MIN_MS = 10_000;
    private static final int PATIENCE_MAX_MS = 60_000;

    /** Nobody arrives in the last part of the shift. */
    private static final long ARRIVALS_PER_MILLE = 850;

    private final Plan plan;
    private final Telephony telephony;
    private final Reports reports;
    private final List<VirtualQueue> queues;
    private final SplittableRandom random;

    Customers(
            final Plan plan,
            final Telephony telephony,
            final Reports reports,
            final List<VirtualQueue> queues,
            final SplittableRandom random) {
        this.plan = plan;
        this.telephony = telephony;
        this.reports = reports;
        this.queues = queues;
        this.random = random;
    }

    /** Has all of them do what they will do, each in time. */
    void arrive() {
        for (int caller = 0; caller < plan.callers(); caller++) {
            final long atMs = random.nextLong(plan.seconds() * ARRIVALS_PER_MILLE + 1);
            final VirtualQueue queue = queues.get(random.nextInt(queues.size()));
            final long patienceMs = random.nextLong(PATIENCE_MIN_MS, PATIENCE_MAX_MS);
            if (random.nextInt(100) >= WEB_PERCENT) {
                call(atMs, caller, queue, patienceMs, random.nextInt(100) < RATHER_CALLED_BACK_PERCENT);
            } else {
                askForCallback(atMs, caller, queue);
                if (random.nextInt(100) < CALLS_ALL_THE_SAME_PERCENT) {
                    call(atMs + patienceMs / 4, caller, queue, patienceMs, false);
                }
            }
        }
    }

    private void askForCallback(final long atMs, final int caller, final VirtualQueue queue) {
        telephony.callers().after(atMs, (engine, nowMs) -> reports.callback(engine, nowMs, queue, caller));
    }

    private void call(
            final long atMs,
            final int caller,
            final VirtualQueue queue,
            final long patienceMs,
            final boolean ratherCalledBack) {
        telephony.callers().after(atMs, (engine, nowMs) -> {
            final long id = reports.call(engine, nowMs, queue, caller);
            if (id != Engine.NO_ID) {
                loseInterest(id, caller, patienceMs, ratherCalledBack);
            }
        });
    }

    private void loseInterest(final long id, final int caller, final long afterMs, final boolean ratherCalledBack) {
        telephony.callers().after(afterMs, (engine, nowMs) -> {
            if (ratherCalledBack) {
                reports.acceptOffer(engine, nowMs, id, caller);
            } else {
                reports.left(engine, nowMs, id);
            }
        });
    }
}
