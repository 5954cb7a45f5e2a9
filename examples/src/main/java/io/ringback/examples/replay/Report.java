package io.ringback.examples.replay;

import io.ringback.examples.replay.Comparison.Group;
import io.ringback.examples.replay.Outcomes.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The replay as text for people. All but {@link #speed} is the same on every machine. */
final class Report {
    private static final String LEGEND = """
            sim: what the engine did; log: what was recorded. Both by the same definitions:
              wait         time in the queue until an agent has the call or it is over; mean and P90 (nine of ten calls
                           waited no longer) are over all calls, answered or not, those that did not wait included
              within 20 s  calls answered after at most 20 s, of all calls
              occupancy    time spent serving these calls, of the time that all agents of the day were at work

            Taken from the log: arrivals, types, precedence (a head start of 90 s), service times, the patience of those
            who hung up, and who was at work when with which skills. Decided by the engine: who waits, and for whom.

            How to read the differences. Agents count as at work between two services unless more than 30 minutes lie
            between them, although a log does not show what else they did: simulated waits come out short. Callers who
            hung up in the log but are answered here take up no time, for how long they would have talked is not known:
            that shortens waits too. Callers who were answered in the log never hang up here: abandonment comes out low,
            most of all where the simulated wait is the longer one, and those who stay lengthen the queue for others.
            Calls of type TT are callbacks: dialed when an agent is free for them, so they wait off the line.
            """;

    private static final String OFFERS_LEGEND = """
            Called back: the caller was offered a callback and hung up. Neither answered nor abandoned here; see below.
            """;

    private Report() {}

    /** The whole report but for the speed. */
    static String text(final Outcomes outcomes) {
        final Comparison comparison = Comparison.of(outcomes);
        final boolean offers = outcomes.callbacks().terms().offers() != null;
        final StringBuilder text = new StringBuilder();
        heading(text, outcomes);
        text.append('\n').append(days(comparison, offers)).append('\n');
        text.append(queues(comparison, offers)).append('\n');
        text.append(LEGEND).append(offers ? OFFERS_LEGEND : "").append('\n');
        if (outcomes.callbacks().terms().any()) {
            text.append(CallbackReport.text(outcomes)).append('\n');
        }
        text.append(conservation(outcomes)).append('\n');
        return text.toString();
    }

    /** How fast it went: differs from run to run. */
    static String speed(final Outcomes outcomes) {
        final double seconds = outcomes.elapsedNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "Speed: %,d decisions in %.3f s, %,.0f a second, with a cold JVM and the simulated host included.\nA decision:"
                        + " a call is routed to an agent, or a customer is dialed for one.",
                outcomes.decisions(),
                seconds,
                outcomes.decisions() / seconds);
    }

    private static void heading(final StringBuilder text, final Outcomes outcomes) {
        final CallLog log = outcomes.log();
        text.append(String.format(
                Locale.ROOT,
                "Replay of %s: %s, %s, %s\n",
                log.name(),
                counted(log.days().size(), "day"),
                counted(log.calls().size(), "call"),
                counted(log.agents().size(), "agent")));
        text.append(String.format(
                Locale.ROOT,
                "Left out: %s, %s that ended before any queue, %s\n",
                counted(log.phantoms(), "phantom row"),
                counted(log.neverQueued(), "call"),
                counted(log.malformed().size(), "malformed line")));
        if (log.unknownAgents() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "Answered by an agent without a code: %s (replayed like all others; the agent cannot be logged in)\n",
                    counted(log.unknownAgents(), "call")));
        }
    }

    private static String counted(final long count, final String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }

    private static String days(final Comparison comparison, final boolean offers) {
        final TextTable table = table(new TextTable(1).columns("", "day"), offers);
        comparison.days().forEach(day -> table.row(row(List.of(day.name()), day, offers)));
        if (comparison.days().size() > 1) {
            table.row(row(List.of("all"), comparison.all(), offers));
        }
        return table.render();
    }

    private static String queues(final Comparison comparison, final boolean offers) {
        final TextTable table = table(new TextTable(2).columns("", "day", "queue"), offers);
        final List<Group> groups = new ArrayList<>(comparison.days());
        if (groups.size() > 1) {
            groups.add(comparison.all());
        }
        boolean first = true;
        for (final Group group : groups) {
            if (!first) {
                table.row(List.of());
            }
            first = false;
            group.queues().forEach(queue -> table.row(row(List.of(group.name(), queue.name()), queue, offers)));
        }
        return table.render();
    }

    private static TextTable table(final TextTable names, final boolean offers) {
        names.columns("", "calls").columns("answered", "sim", "log").columns("abandoned", "sim", "log");
        return (offers ? names.columns("called back", "sim") : names)
                .columns("abandoned %", "sim", "log")
                .columns("mean wait s", "sim", "log")
                .columns("P90 wait s", "sim", "log")
                .columns("within 20 s %", "sim", "log")
                .columns("occupancy %", "sim", "log");
    }

    private static List<String> row(final List<String> names, final Group group, final boolean offers) {
        final Figures simulated = group.simulated();
        final Figures recorded = group.recorded();
        final List<String> cells = new ArrayList<>(names);
        cells.add(count(group.calls()));
        cells.add(count(simulated.answered()));
        cells.add(count(recorded.answered()));
        cells.add(count(simulated.abandoned()));
        cells.add(count(recorded.abandoned()));
        if (offers) {
            cells.add(count(group.converted()));
        }
        cells.add(percent(simulated.abandonedShare()));
        cells.add(percent(recorded.abandonedShare()));
        cells.add(decimal(simulated.meanWaitSeconds()));
        cells.add(decimal(recorded.meanWaitSeconds()));
        cells.add(decimal(simulated.p90WaitSeconds()));
        cells.add(decimal(recorded.p90WaitSeconds()));
        cells.add(percent(simulated.withinLimit()));
        cells.add(percent(recorded.withinLimit()));
        cells.add(percent(simulated.occupancy()));
        cells.add(percent(recorded.occupancy()));
        return cells;
    }

    /** Reached only when the counts were equal on each day. */
    private static String conservation(final Outcomes outcomes) {
        final StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Conservation, checked for each day: every call ended exactly once.\n%,d came = %,d answered + %,d hung up"
                        + " + %,d turned away (nobody was left to serve them when the day was over)",
                outcomes.fates().size(),
                outcomes.count(Ending.ANSWERED),
                outcomes.count(Ending.ABANDONED),
                outcomes.count(Ending.TURNED_AWAY)));
        if (outcomes.callbacks().terms().any()) {
            final Balance balance = outcomes.callbacks().balance();
            text.append(String.format(
                    Locale.ROOT,
                    "\n+ %,d refused + %,d called back.\nThe engine accepted %s, callbacks included: %,d ended"
                            + " + %,d still booked",
                    outcomes.count(Ending.REFUSED),
                    outcomes.count(Ending.CONVERTED),
                    counted(balance.accepted(), "interaction"),
                    balance.ended(),
                    balance.present()));
        }
        return text.append('.').toString();
    }

    static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String decimal(final double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String percent(final double share) {
        return decimal(100 * share);
    }
}
