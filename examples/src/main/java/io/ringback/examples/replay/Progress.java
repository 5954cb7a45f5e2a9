package io.ringback.examples.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows how a replay goes: on a console one line that is written over, otherwise a line for each day. */
final class Progress {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final long STEP_MS = Duration.ofMinutes(10).toMillis();

    private final PrintStream to;
    private final boolean console;
    private long nextMs;

    Progress(final PrintStream to, final boolean console) {
        this.to = to;
        this.console = console;
    }

    /** Simulated time moved on. */
    void at(final long nowMs, final Switchboard board) {
        if (console && nowMs >= nextMs) {
            nextMs = nowMs + STEP_MS;
            final LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(nowMs), ZoneOffset.UTC);
            to.print("\r" + line(MINUTE.format(time), board));
            to.flush();
        }
    }

    /** The last event of a day is over. */
    void dayEnded(final LocalDate day, final Switchboard board) {
        if (!console) {
            to.println(line(day + " over ", board));
        }
    }

    /** The replay is over: leaves the console's line blank for what follows. */
    void done() {
        if (console) {
            to.print("\r" + " ".repeat(79) + "\r");
            to.flush();
        }
    }

    private static String line(final String when, final Switchboard board) {
        return String.format(
                Locale.ROOT,
                "%s  waiting %4d  ready agents %3d  decisions %,9d",
                when,
                board.waiting(),
                board.ready(),
                board.decisions());
    }
}
