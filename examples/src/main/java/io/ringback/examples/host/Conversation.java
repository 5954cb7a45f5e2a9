package io.ringback.examples.host;

import io.ringback.Outcome;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What is said between the host and the engine, a line for each: {@code >} for a fact that goes in, {@code <} for a
 * decision that comes out. Used on the engine's thread alone, so that lines come in the order in which things happened.
 */
final class Conversation {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    /** Decisions that came of the fact in hand: it is not known yet whether the fact was accepted, and stands above. */
    private final List<String> answers = new ArrayList<>();

    private boolean inFact;

    Conversation(final PrintStream out) {
        this.out = out;
    }

    /** Tells the engine a fact. One that it refuses came too late, and is not worth a line. */
    Outcome fact(final long nowMs, final String who, final String what, final Supplier<Outcome> command) {
        final Outcome outcome = answered(command);
        if (outcome == Outcome.OK) {
            out.print(line(nowMs, ">", who, what));
        }
        answers.forEach(out::print);
        answers.clear();
        return outcome;
    }

    private Outcome answered(final Supplier<Outcome> command) {
        inFact = true;
        try {
            return command.get();
        } finally {
            inFact = false;
        }
    }

    void decision(final long nowMs, final String who, final String what) {
        final String line = line(nowMs, "<", who, what);
        if (inFact) {
            answers.add(line);
        } else {
            out.print(line);
        }
    }

    private static String line(final long nowMs, final String way, final String who, final String what) {
        return String.format(
                Locale.ROOT, "%s  %s  %-12s  %s%n", TIME.format(Instant.ofEpochMilli(nowMs)), way, who, what);
    }
}
