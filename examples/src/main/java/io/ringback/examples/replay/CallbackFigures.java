package io.ringback.examples.replay;

import io.ringback.examples.replay.Offer.Promise;
import io.ringback.examples.replay.Offer.Result;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the callbacks that were promised in one way.
 *
 * @param promise the way
 * @param results how many came to what; those that did not come to anything are left out
 * @param onLineInSlot how many customers picked up before their slot was over
 * @param reachedInSlot how many had an agent before their slot was over
 * @param meanLateSeconds mean time from the start of the slot, in turn from the call, until an agent had the customer;
 *     not a number when no agent ever had one, and so are the next two
 * @param p90LateSeconds nine of ten were not later
 * @param maxLateSeconds the latest
 */
record CallbackFigures(
        Promise promise,
        Map<Result, Integer> results,
        int onLineInSlot,
        int reachedInSlot,
        double meanLateSeconds,
        double p90LateSeconds,
        double maxLateSeconds) {
    CallbackFigures {
        results = Map.copyOf(results);
    }

    /**
     * The figures of all that were promised in one way.
     *
     * @param promise the way
     * @param offers all offers
     * @param slot length of the slots
     */
    static CallbackFigures of(final Promise promise, final List<Offer> offers, final Duration slot) {
        final Map<Result, Integer> results = new EnumMap<>(Result.class);
        final Tally late = new Tally();
        int onLineInSlot = 0;
        int reachedInSlot = 0;
        long maxMs = -1;
        for (final Offer offer : offers) {
            if (!offer.result().accepted() || offer.promise() != promise) {
                continue;
            }
            results.merge(offer.result(), 1, Integer::sum);
            final long overMs = offer.promisedMs() + slot.toMillis();
            onLineInSlot += offer.onLineMs() < overMs ? 1 : 0;
            reachedInSlot += offer.reachedMs() < overMs ? 1 : 0;
            if (offer.result() == Result.REACHED) {
                final long lateMs = offer.reachedMs() - offer.promisedMs();
                late.add(true, lateMs, 0);
                maxMs = Math.max(maxMs, lateMs);
            }
        }
        final Figures waits = late.figures(0);
        return new CallbackFigures(
                promise,
                results,
                onLineInSlot,
                reachedInSlot,
                waits.meanWaitSeconds(),
                waits.p90WaitSeconds(),
                maxMs < 0 ? Double.NaN : maxMs / 1_000.0);
    }

    int count(final Result result) {
        return results.getOrDefault(result, 0);
    }

    int accepted() {
        return results.values().stream().mapToInt(Integer::intValue).sum();
    }
}
