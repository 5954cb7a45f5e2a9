package io.ringback.estimates;

import java.util.ArrayList;
import java.util.List;

/** The scores of one line of a center, by seed and in all. */
final class LineResult {
    private final Center center;
    private final int line;
    private final List<Score> seeds = new ArrayList<>();
    private final Score total = new Score();

    private LineResult(final Center center, final int line) {
        this.center = center;
        this.line = line;
    }

    /**
     * Runs a center with seeds 1, 2, ...
     *
     * @return the results of its lines, the highest priority first
     */
    static List<LineResult> of(final Center center, final long seeds, final long arrivals) {
        final List<LineResult> results = new ArrayList<>();
        for (int line = 0; line < center.lines(); line++) {
            results.add(new LineResult(center, line));
        }
        for (long seed = 1; seed <= seeds; seed++) {
            final Score[] scores = CenterRun.of(center, seed, arrivals);
            for (final LineResult result : results) {
                result.seeds.add(scores[result.line]);
                result.total.add(scores[result.line]);
            }
        }
        return results;
    }

    String name() {
        if (center.lines() == 1) {
            return center.name();
        }
        return center.name() + (line == 0 ? " high" : " low");
    }

    /** 0 for the highest priority. */
    int line() {
        return line;
    }

    /** One score a seed. */
    List<Score> seeds() {
        return seeds;
    }

    /** All seeds together. */
    Score total() {
        return total;
    }
}
