package io.ringback.streams;

import io.ringback.scenario.EngineLimits;
import java.util.ArrayList;
import java.util.List;

/** Runs single streams: generates, compares and counts step by step. */
final class StreamRunner {
    private static final int VALIDATE_EVERY = 16;
    private static final int MAX_REPLAYS = 20_000;

    private final EnginePair pair;
    private final long baseSeed;
    private final int length;

    StreamRunner(final EnginePair pair, final long baseSeed, final int length) {
        this.pair = pair;
        this.baseSeed = baseSeed;
        this.length = length;
    }

    /**
     * A stream that failed.
     *
     * @param number the stream's
     * @param seed the stream's
     * @param limits what its engines were made with
     * @param steps up to the failing one
     * @param difference what failed
     */
    record Failure(long number, long seed, EngineLimits limits, List<StreamStep> steps, Difference difference) {}

    /** Runs one stream; returns its failure, or null. */
    Failure run(final long number, final Coverage coverage) {
        final long seed = baseSeed + number;
        final Dice dice = new Dice(seed);
        final SwarmProfile profile = new SwarmProfile(dice);
        final Comparison comparison = new Comparison(pair, profile.limits, VALIDATE_EVERY);
        final StreamGenerator generator =
                new StreamGenerator(dice, profile, comparison.ledger(), comparison.reference());
        final List<StreamStep> done = new ArrayList<>();
        Difference difference = null;
        for (final StreamStep step : generator.setUp()) {
            difference = difference != null ? difference : carryOut(step, comparison, coverage, done);
        }
        for (int n = 0; n < length && difference == null; n++) {
            difference = carryOut(n == 0 ? generator.first() : generator.next(), comparison, coverage, done);
        }
        if (difference == null) {
            for (final StreamStep step : generator.drain()) {
                difference = difference != null ? difference : carryOut(step, comparison, coverage, done);
            }
        }
        return difference == null ? null : new Failure(number, seed, profile.limits, done, difference);
    }

    private static Difference carryOut(
            final StreamStep step, final Comparison comparison, final Coverage coverage, final List<StreamStep> done) {
        done.add(step);
        coverage.before(step, comparison.ledger(), comparison.reference());
        final Difference difference = comparison.apply(step);
        coverage.after(
                step,
                comparison.outcome(),
                comparison.events(),
                comparison.ledger().notOffered(),
                comparison.reference());
        return difference;
    }

    /** Shrinks a failing stream. */
    List<StreamStep> shrink(final Failure failure) {
        return new Shrinker(steps -> Comparison.replay(pair, failure.limits(), steps), MAX_REPLAYS)
                .shrink(failure.steps(), failure.difference());
    }

    /** All that is needed to reproduce a failure. */
    String describe(final Failure failure) {
        final List<StreamStep> steps = shrink(failure);
        return "stream " + failure.number() + " of seed " + baseSeed + " failed; alone: -Dseed=" + failure.seed()
                + " -Diterations=1\nfirst difference: " + failure.difference()
                + "\nin " + steps.size() + " of " + failure.steps().size() + " steps: "
                + Comparison.replay(pair, failure.limits(), steps) + "\n\n"
                + ReproductionWriter.write(pair.reference(failure.limits()), failure.limits(), steps);
    }
}
