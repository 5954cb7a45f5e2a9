package io.ringback.examples.replay;

import io.ringback.examples.replay.Offer.Promise;
import io.ringback.examples.replay.Offer.Result;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The part of the report that is about business hours and callbacks: only what the terms of the replay ask for. */
final class CallbackReport {
    private static final int BAR_MAX = 48;

    private static final String OFFERS_LEGEND = """
            in turn: the caller keeps the place in the queue, and is dialed when it comes; same day, later day: the caller
            is booked for a slot of that day, and dialed from its start on, at the place of a call that came then. So a
            slot promises a place, and no agent; who does not pick up is dialed twice more, 5 minutes later each time.
              in slot      customers who picked up, and who had an agent, before the slot was over
              late         from the start of the slot, in turn from the call, until an agent had the customer
              not reached  nobody picked up in three dials (no answer); somebody did, but no agent was free soon enough
                           (hung up); the business day ended first (purged); all agents had left when the log was over
                           (left)
            """;

    private static final String HOURS_LEGEND = """
            By the hour: calls that came, were refused, were offered a callback, and accepted it; callbacks whose slot
            started (due); customers called back whom an agent had (reached).
            """;

    private CallbackReport() {}

    static String text(final Outcomes outcomes) {
        final Terms terms = outcomes.callbacks().terms();
        final StringBuilder text = new StringBuilder();
        if (terms.hours() != null) {
            text.append("Business hours: ").append(terms.hours()).append('\n');
            text.append(String.format(
                    Locale.ROOT,
                    "%,d calls came outside them and were refused: they are left out of the tables, on both sides.\n\n",
                    outcomes.count(Ending.REFUSED)));
        }
        if (terms.offers() != null) {
            offers(text, outcomes, terms.offers());
            text.append('\n').append(callbacks(outcomes.callbacks().offers(), terms.offers()));
            text.append('\n').append(OFFERS_LEGEND).append('\n');
        }
        return text.append(HOURS_LEGEND).append('\n').append(hours(outcomes)).toString();
    }

    private static void offers(final StringBuilder text, final Outcomes outcomes, final Terms.Offers terms) {
        text.append(String.format(
                Locale.ROOT,
                "Callbacks: offered to callers who are to expect more than %s. A slot of %s takes %s in each queue.\n"
                        + "Who accepts (%.0f %%), for when, and who picks up, is drawn: a log cannot tell (seed %d).\n\n",
                words(terms.above()),
                words(terms.slot()),
                terms.capacity(),
                100 * terms.acceptShare(),
                terms.seed()));
        final List<Offer> offers = outcomes.callbacks().offers();
        line(text, "offered", offers.size(), "");
        line(text, "  stay on the line", Offer.count(offers, Result.DECLINED), "");
        line(
                text,
                "  came too late",
                Offer.count(offers, Result.TOO_LATE),
                "an agent was free, or the caller hung up, first");
        line(
                text,
                "  slot full",
                Offer.count(offers, Result.SLOT_FULL),
                "one time and no other would do: refused, and waits on");
        line(
                text,
                "  not today",
                Offer.count(offers, Result.NOT_TODAY),
                "no turn before closing: refused, and waits on");
        line(text, "  accepted", Offer.accepted(offers), "");
    }

    private static void line(final StringBuilder text, final String what, final long count, final String why) {
        final String line = String.format(Locale.ROOT, "%-18s  %,5d   %s", what, count, why);
        text.append(line.stripTrailing()).append('\n');
    }

    private static String callbacks(final List<Offer> offers, final Terms.Offers terms) {
        final TextTable table = new TextTable(1)
                .columns("", "callback")
                .columns("", "accepted")
                .columns("", "reached")
                .columns("in slot", "on line", "agent")
                .columns("late s", "mean", "P90", "max")
                .columns("not reached", "no answer", "hung up", "purged", "left")
                .columns("still", "booked");
        for (final Promise promise : Promise.values()) {
            final CallbackFigures figures = CallbackFigures.of(promise, offers, terms.slot());
            final boolean slots = promise != Promise.IN_TURN;
            table.row(List.of(
                    promise.text(),
                    Report.count(figures.accepted()),
                    Report.count(figures.count(Result.REACHED)),
                    slots ? Report.count(figures.onLineInSlot()) : "-",
                    slots ? Report.count(figures.reachedInSlot()) : "-",
                    Report.decimal(figures.meanLateSeconds()),
                    Report.decimal(figures.p90LateSeconds()),
                    Report.decimal(figures.maxLateSeconds()),
                    Report.count(figures.count(Result.UNREACHABLE)),
                    Report.count(figures.count(Result.HUNG_UP)),
                    Report.count(figures.count(Result.PURGED)),
                    Report.count(figures.count(Result.TURNED_AWAY)),
                    Report.count(figures.count(Result.BOOKED))));
        }
        return table.render();
    }

    private static String hours(final Outcomes outcomes) {
        final List<HourFigures> all = HourFigures.of(outcomes);
        final int most = all.stream()
                .mapToInt(hour -> Math.max(hour.mostWaiting(), hour.due()))
                .max()
                .orElse(0);
        final int each = Math.max(1, (most + BAR_MAX - 1) / BAR_MAX);
        final StringBuilder text = new StringBuilder("hour   calls  refused  offered  accepted  due  reached   ");
        text.append("# callers who wait at once, at most; o callbacks due");
        text.append(each == 1 ? "\n" : " (a mark is " + each + ")\n");
        for (final HourFigures hour : all) {
            if (!hour.empty()) {
                final String bar = bar('#', hour.mostWaiting(), each) + bar('o', hour.due(), each);
                final String line = String.format(
                        Locale.ROOT,
                        "%02d h  %,6d  %,7d  %,7d  %,8d  %,3d  %,7d   %s",
                        hour.hour(),
                        hour.calls(),
                        hour.refused(),
                        hour.offered(),
                        hour.accepted(),
                        hour.due(),
                        hour.reached(),
                        bar);
                text.append(line.stripTrailing()).append('\n');
            }
        }
        return text.toString();
    }

    private static String bar(final char mark, final int count, final int each) {
        return String.valueOf(mark).repeat((count + each - 1) / each);
    }

    private static String words(final Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
