package io.ringback.estimates;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Results as an aligned table, by name; all figures but the counts, the mean wait and the coverage are relative. */
final class ScoreTable {
    private static final String HEAD = String.format(
            Locale.ROOT,
            "%-10s %8s %7s %7s %15s %7s %8s %6s %6s %8s %8s%n",
            "center",
            "waited",
            "mean s",
            "bias %",
            "by seed %",
            "RMSE",
            "/ exact",
            "P50",
            "P90",
            "loss P50",
            "loss P90");

    private final SortedMap<String, String> rows = new TreeMap<>();

    void add(final LineResult result) {
        final Score score = result.total();
        final DoubleSummaryStatistics biases =
                result.seeds().stream().mapToDouble(Score::bias).summaryStatistics();
        final String row = String.format(
                Locale.ROOT,
                "%-10s %8d %7.1f %+7.2f %+7.2f..%+6.2f %7.4f %8s %6.3f %6.3f %8.4f %8.4f%n",
                result.name(),
                score.waited(),
                score.meanWaitMs() / 1_000,
                100 * score.bias(),
                100 * biases.getMin(),
                100 * biases.getMax(),
                score.relativeError(),
                Double.isNaN(score.againstExact()) ? "-" : String.format(Locale.ROOT, "%.4f", score.againstExact()),
                score.medianCoverage(),
                score.p90Coverage(),
                score.medianLoss(),
                score.p90Loss());
        rows.put(result.name(), row);
    }

    @Override
    public String toString() {
        return HEAD + String.join("", rows.values());
    }
}
