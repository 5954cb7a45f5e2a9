package io.ringback.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code expect}, {@code ignore} and {@code watch}. */
final class ExpectParser {
    private static final String NONE = "none";

    private ExpectParser() {}

    /** {@code expect WHAT ...}; the tokens include {@code expect}. */
    static Statement expect(final List<Token> tokens, final Scope scope) {
        final SourceLine source = scope.source();
        if (tokens.size() == 1) {
            throw source.errorAfter(
                    tokens.get(0), "expect is not complete; expected none, an event, or a question: " + words());
        }
        final Line line = new Line(source, tokens.subList(1, tokens.size()));
        final String word = line.verb().text();
        if (word.equals(NONE)) {
            line.checkNames(0, "nothing more");
            line.checkNoKeys();
            return new Statement.ExpectNone(source);
        }
        if (word.equals(ExpectedSlots.WORD)) {
            return new Statement.ExpectSlots(source, ExpectedSlots.read(line, scope));
        }
        final Question question = Question.of(word);
        final EventKind kind = EventKind.of(word);
        // "expect agent" is the question when the state follows as a word, the event otherwise.
        if (question != null && (kind == null || line.names().size() > 1)) {
            return question(question, line, scope);
        }
        if (kind == null) {
            throw source.error(line.verb(), Names.unknown("event or question", word, words()));
        }
        return new Statement.ExpectEvent(source, event(kind, line, scope));
    }

    private static Statement question(final Question question, final Line line, final Scope scope) {
        final String what = Grammar.article(question.role().word());
        final String name = scope.name(question.role(), false, line.name(0, what));
        final Token answer = line.name(1, "what it should be");
        line.checkNames(2, what + ", then the answer");
        line.checkNoKeys();
        final Object expected = question.type().read(answer, scope);
        return new Statement.ExpectAnswer(line.source(), question, name, expected);
    }

    private static ExpectedEvent event(final EventKind kind, final Line line, final Scope scope) {
        final List<Grammar.Place> places = kind.grammar().places();
        line.checkNames(places.size(), kind.grammar().placesText());
        final List<String> names = new ArrayList<>();
        for (int i = 0; i < line.names().size(); i++) {
            names.add(scope.name(
                    places.get(i).role(), places.get(i).defines(), line.names().get(i)));
        }
        final Grammar grammar = kind.grammar().with(EventKind.TIME);
        final Map<String, Object> values = new LinkedHashMap<>();
        line.values(grammar)
                .forEach(
                        (key, tokens) -> values.put(key, grammar.key(key).type().read(tokens.get(0), scope)));
        return new ExpectedEvent(kind, names, values, text(line));
    }

    /** The expectation in one blank between its words, as it was written otherwise. */
    private static String text(final Line line) {
        final StringBuilder text = new StringBuilder(line.verb().text());
        line.names().forEach(name -> text.append(' ').append(name.text()));
        line.keyed()
                .forEach(token ->
                        text.append(' ').append(token.key()).append('=').append(token.text()));
        return text.toString();
    }

    /** {@code ignore EVENT...} or {@code watch EVENT...}. */
    static Statement filter(final Line line) {
        line.checkNoKeys();
        line.name(0, "one event or more: " + String.join(", ", EventKind.words()));
        final Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (final Token name : line.names()) {
            final EventKind kind = EventKind.of(name.text());
            if (kind == null) {
                throw line.source().error(name, Names.unknown("event", name.text(), EventKind.words()));
            }
            kinds.add(kind);
        }
        return new Statement.Filter(line.source(), line.verb().text().equals("watch"), kinds);
    }

    private static List<String> words() {
        final List<String> words = new ArrayList<>(EventKind.words());
        words.addAll(Question.words());
        words.add(ExpectedSlots.WORD);
        words.add(NONE);
        return words.stream().distinct().toList();
    }
}
