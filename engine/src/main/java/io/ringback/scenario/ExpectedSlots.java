package io.ringback.scenario;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code expect slots} asks for: how many places are free in the slots that start in a stretch of time. A slot
 * without free places is like none at all, for neither can be booked.
 *
 * @param queue the queue
 * @param fromMs from when on, epoch milliseconds
 * @param toMs up to when; a slot that starts then is left out
 * @param free by start: how many are free, or {@link #SOME}; none in slots that are not in it
 */
record ExpectedSlots(String queue, long fromMs, long toMs, SortedMap<Long, Long> free) {
    /** The question's word. */
    static final String WORD = "slots";

    /** One place or more. */
    static final long SOME = -1;

    private static final Grammar STRETCH =
            Grammar.of().with(Grammar.required("from", ValueTypes.time()), Grammar.required("to", ValueTypes.time()));

    /** Reads {@code slots Q from= to= TIME=N...}; the times of slots are read as if the clock stood at {@code from}. */
    static ExpectedSlots read(final Line line, final Scope scope) {
        final String queue = scope.name(NameRole.QUEUE, false, line.name(0, "a queue"));
        line.checkNames(1, "a queue, then from=, to= and slots such as 09:00=2");
        final Map<String, List<Token>> values = line.values(grammar(line));
        final long fromMs = timeMs(values.remove("from").get(0), scope);
        final Token to = values.remove("to").get(0);
        final long toMs = timeMs(to, scope);
        if (toMs <= fromMs) {
            throw scope.source().errorInValue(to, to.text() + " is not after from=");
        }
        final ScenarioClock clock = new ScenarioClock(scope.clock().zone(), fromMs);
        final SortedMap<Long, Long> free = new TreeMap<>();
        values.forEach((time, tokens) -> {
            final Token token = tokens.get(0);
            final long startMs = startMs(token, clock, scope);
            if (startMs < fromMs || startMs >= toMs) {
                throw scope.source().error(token, time + " is not between from= and to=");
            }
            if (free.put(startMs, places(token, scope)) != null) {
                throw scope.source().error(token, "the slot at " + time + " is given twice");
            }
        });
        return new ExpectedSlots(queue, fromMs, toMs, free);
    }

    /** With a key for every word that begins as a time does. */
    private static Grammar grammar(final Line line) {
        return STRETCH.with(line.keyed().stream()
                .map(Token::key)
                .filter(key -> key.matches("[+\\d].*"))
                .map(key -> Grammar.optional(key, ValueTypes.text()))
                .toList());
    }

    private static long timeMs(final Token token, final Scope scope) {
        return (Long) ValueTypes.time().read(token, scope);
    }

    private static long startMs(final Token token, final ScenarioClock clock, final Scope scope) {
        try {
            return clock.time(token.key());
        } catch (final IllegalArgumentException wrong) {
            throw scope.source().error(token, wrong.getMessage());
        }
    }

    private static long places(final Token token, final Scope scope) {
        return token.text().equals("*")
                ? SOME
                : (Long) ValueTypes.count(0, Integer.MAX_VALUE).read(token, scope);
    }

    /** What about the slots that came is not as expected; null when nothing is. */
    String difference(final List<Slot> came, final ScenarioClock clock) {
        final SortedMap<Long, Long> places = new TreeMap<>();
        free.keySet().forEach(startMs -> places.put(startMs, 0L));
        came.forEach(slot -> places.put(slot.startMs(), (long) slot.free()));
        for (final Map.Entry<Long, Long> slot : places.entrySet()) {
            final long expected = free.getOrDefault(slot.getKey(), 0L);
            if (expected == SOME ? slot.getValue() == 0 : slot.getValue() != expected) {
                return clock.text(slot.getKey()) + " has " + slot.getValue() + " free, not " + text(expected);
            }
        }
        return null;
    }

    /** The expectation in the language's words. */
    String text(final ScenarioClock clock) {
        return text(free, clock);
    }

    /** The expectation that the slots that came would meet, full ones included. */
    String text(final List<Slot> came, final ScenarioClock clock) {
        final SortedMap<Long, Long> places = new TreeMap<>();
        came.forEach(slot -> places.put(slot.startMs(), (long) slot.free()));
        return text(places, clock);
    }

    private String text(final SortedMap<Long, Long> places, final ScenarioClock clock) {
        final StringBuilder text = new StringBuilder(WORD + " " + Names.text(queue));
        text.append(" from=").append(clock.text(fromMs)).append(" to=").append(clock.text(toMs));
        final ScenarioClock from = new ScenarioClock(clock.zone(), fromMs);
        places.forEach((startMs, count) ->
                text.append(' ').append(from.text(startMs)).append('=').append(text(count)));
        return text.toString();
    }

    private static String text(final long places) {
        return places == SOME ? "*" : Long.toString(places);
    }
}
