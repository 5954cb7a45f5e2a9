package io.ringback.scenario;

import io.ringback.skill.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens of one statement: its first word, then names and keyed values in any order. */
final class Line {
    private final SourceLine source;
    private final Token verb;
    private final Token last;
    private final List<Token> names = new ArrayList<>();
    private final List<Token> keyed = new ArrayList<>();

    /** A statement that begins at a token, perhaps inside a line that began before it. */
    Line(final SourceLine source, final List<Token> tokens) {
        this.source = source;
        verb = tokens.get(0);
        last = tokens.get(tokens.size() - 1);
        if (verb.hasKey()) {
            throw source.error(verb, "expected a statement before the first key=value");
        }
        for (final Token token : tokens.subList(1, tokens.size())) {
            (token.hasKey() ? keyed : names).add(token);
        }
    }

    SourceLine source() {
        return source;
    }

    Token verb() {
        return verb;
    }

    List<Token> names() {
        return names;
    }

    List<Token> keyed() {
        return keyed;
    }

    /** The name at a place, which must be there. */
    Token name(final int place, final String expected) {
        if (place >= names.size()) {
            throw missing(expected);
        }
        return names.get(place);
    }

    ScenarioSyntaxException missing(final String expected) {
        return source.errorAfter(last, verb.text() + " is not complete; expected " + expected);
    }

    /** Checks that there are no more names than these. */
    void checkNames(final int max, final String expected) {
        if (names.size() > max) {
            final Token excess = names.get(max);
            throw source.error(excess, excess.text() + " is one word too many; " + verb.text() + " takes " + expected);
        }
    }

    /** Checks that no value is given. */
    void checkNoKeys() {
        values(Grammar.of());
    }

    /** The values by key: all known, none twice unless it may be, all required ones there. */
    Map<String, List<Token>> values(final Grammar grammar) {
        final Map<String, List<Token>> values = new LinkedHashMap<>();
        for (final Token token : keyed) {
            final Grammar.Key key = grammar.key(token.key());
            if (key == null) {
                throw unknownKey(token, grammar.keyWords());
            }
            final List<Token> all = values.computeIfAbsent(token.key(), word -> new ArrayList<>());
            if (!all.isEmpty() && !key.repeatable()) {
                throw source.error(token, token.key() + "= is given twice");
            }
            all.add(token);
        }
        for (final Grammar.Key key : grammar.keys()) {
            if (key.required() && !values.containsKey(key.word())) {
                throw missing(key.word() + "=");
            }
        }
        return values;
    }

    private ScenarioSyntaxException unknownKey(final Token token, final List<String> words) {
        final String nearest = NearestName.of(token.key(), words);
        final String expected = words.isEmpty() ? "takes no keys" : "takes " + String.join("=, ", words) + "=";
        return source.error(
                token,
                "unknown key " + token.key() + "="
                        + (nearest == null ? "; " + verb.text() + " " + expected : "; did you mean " + nearest + "=?"));
    }
}
