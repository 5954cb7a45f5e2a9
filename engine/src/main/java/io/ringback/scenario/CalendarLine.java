package io.ringback.scenario;

import io.ringback.calendar.BusinessCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The {@code calendar} statement: its keys, and the business hours that its values stand for. */
final class CalendarLine {
    private static final String ZONE = "zone";
    private static final List<String> EXCEPTIONS = List.of("closed", "open", "special");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private CalendarLine() {}

    /** The keys of the statement; of those for days only the single ones. */
    static List<Grammar.Key> keys() {
        final List<Grammar.Key> keys = new ArrayList<>();
        keys.add(Grammar.required(ZONE, ValueTypes.text()));
        EXCEPTIONS.forEach(word -> keys.add(Grammar.repeatable(word, ValueTypes.text())));
        DAYS.forEach(day -> keys.add(Grammar.repeatable(day, ValueTypes.text())));
        return keys;
    }

    /** The values of a line, once the calendar has taken each; an error points at the one that it does not take. */
    static Map<String, List<String>> values(final Line line, final Scope scope) {
        final Map<String, List<Token>> tokens = line.values(grammar(line));
        final Token zone = tokens.get(ZONE).get(0);
        final BusinessCalendar.Builder hours = taken(zone, scope, () -> BusinessCalendar.in(zone.text()));
        for (final Token token : line.keyed()) {
            if (!token.key().equals(ZONE)) {
                taken(token, scope, () -> add(hours, token.key(), token.text()));
            }
        }
        final Map<String, List<String>> values = new LinkedHashMap<>();
        tokens.forEach(
                (key, given) -> values.put(key, given.stream().map(Token::text).toList()));
        return values;
    }

    /** The keys of the statement, and those for several days that are on this line. */
    private static Grammar grammar(final Line line) {
        final List<Grammar.Key> days = line.keyed().stream()
                .map(Token::key)
                .filter(key -> DAYS.containsAll(List.of(key.split("[,-]"))))
                .map(key -> Grammar.repeatable(key, ValueTypes.text()))
                .toList();
        return Verb.CALENDAR.grammar().with(days);
    }

    private static <T> T taken(final Token token, final Scope scope, final Supplier<T> step) {
        try {
            return step.get();
        } catch (final IllegalArgumentException wrong) {
            throw scope.source().errorInValue(token, wrong.getMessage());
        }
    }

    private static BusinessCalendar.Builder add(
            final BusinessCalendar.Builder hours, final String key, final String value) {
        return switch (key) {
            case "closed" -> hours.closed(value);
            case "open" -> hours.open(value);
            case "special" -> hours.special(value);
            default -> hours.weekly(key, value);
        };
    }

    /** The business hours that a statement's values stand for. */
    static BusinessCalendar hours(final Map<String, List<String>> values) {
        final BusinessCalendar.Builder hours =
                BusinessCalendar.in(values.get(ZONE).get(0));
        values.forEach((key, given) -> {
            if (!key.equals(ZONE)) {
                given.forEach(value -> add(hours, key, value));
            }
        });
        return hours.build();
    }
}
