package io.ringback.examples.host;

import io.ringback.EndReason;
import io.ringback.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts what the engine accepted and what became of it. Used on the engine's thread, and when that has ended. */
final class Tally {
    private final Map<EndReason, Integer> endings = new EnumMap<>(EndReason.class);
    private int calls;
    private int callbacks;
    private int tooLate;
    private long waitedMs;
    private int routed;

    Outcome call(final Outcome outcome) {
        calls += outcome == Outcome.OK ? 1 : 0;
        return outcome;
    }

    Outcome callback(final Outcome outcome) {
        callbacks += outcome == Outcome.OK ? 1 : 0;
        return outcome;
    }

    void report(final Outcome outcome) {
        tooLate += outcome == Outcome.OK ? 0 : 1;
    }

    void routed(final long itsWaitedMs) {
        routed++;
        waitedMs += itsWaitedMs;
    }

    void ended(final EndReason reason) {
        endings.merge(reason, 1, Integer::sum);
    }

    int accepted() {
        return calls + callbacks;
    }

    int ended() {
        return endings.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A small table: what came, what became of it, and that the two agree. */
    String summary(final int present, final int turnedAway) {
        final StringBuilder text = new StringBuilder();
        row(text, "calls", calls);
        row(text, "callbacks", callbacks);
        endings.forEach((reason, count) -> row(text, "  " + reason, count));
        row(text, "still present", present);
        row(text, "mean wait, s", routed == 0 ? 0 : waitedMs / 1_000.0 / routed);
        row(text, "reports refused", tooLate);
        row(text, "not submitted", turnedAway);
        return text.append(String.format("accepted %d = ended %d + present %d%n", accepted(), ended(), present))
                .toString();
    }

    private static void row(final StringBuilder text, final String name, final int count) {
        text.append(String.format("%-16s %6d%n", name, count));
    }

    private static void row(final StringBuilder text, final String name, final double value) {
        text.append(String.format("%-16s %6.1f%n", name, value));
    }
}
