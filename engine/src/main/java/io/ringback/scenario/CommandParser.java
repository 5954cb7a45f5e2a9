package io.ringback.scenario;

import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.SkillLevels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the statements that are commands to the engine, and keeps what the queue lines have set so far. */
final class CommandParser {
    private static final ValueType LEVEL = ValueTypes.count(0, SkillLevels.LEVEL_MAX);

    private final Names names;
    private final Map<String, Map<String, List<String>>> queues = new LinkedHashMap<>();

    CommandParser(final Names names) {
        this.names = names;
    }

    /** Reads a command; one that is to be refused may name anything, and defines nothing. */
    List<Command> commands(final Verb verb, final Line line, final Scope scope) {
        if (verb == Verb.SKILL) {
            return skills(line, scope);
        }
        final List<String> given = names(verb, line, scope);
        final Map<String, List<String>> values = switch (verb) {
            case AGENT -> levels(line, scope);
            case QUEUE -> settings(given.get(0), line, scope);
            case CALENDAR -> CalendarLine.values(line, scope);
            default -> values(verb, line, scope);
        };
        if (!scope.anyName()) {
            define(verb, given, values);
        }
        return List.of(new Command(verb, given, values));
    }

    private List<Command> skills(final Line line, final Scope scope) {
        line.checkNoKeys();
        line.name(0, "the name of a skill");
        final List<Command> commands = new ArrayList<>();
        for (final Token token : line.names()) {
            final String skill = scope.name(NameRole.SKILL, true, token);
            names.define(NameRole.SKILL, skill);
            commands.add(new Command(Verb.SKILL, List.of(skill), Map.of()));
        }
        return commands;
    }

    private static List<String> names(final Verb verb, final Line line, final Scope scope) {
        final List<Grammar.Place> places = verb.grammar().places();
        line.checkNames(places.size(), verb.grammar().placesText());
        final List<String> given = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            final Grammar.Place place = places.get(i);
            if (i < line.names().size()) {
                given.add(scope.name(place.role(), place.defines(), line.names().get(i)));
            } else if (!place.optional()) {
                throw line.missing(Grammar.article(place.role().word()));
            }
        }
        return given;
    }

    private static Map<String, List<String>> values(final Verb verb, final Line line, final Scope scope) {
        final Map<String, List<String>> values = new LinkedHashMap<>();
        line.values(verb.grammar()).forEach((key, tokens) -> {
            final ValueType type = verb.grammar().key(key).type();
            values.put(key, texts(tokens, type, scope));
        });
        if (values.containsKey("exact") && !values.containsKey("at")) {
            throw line.missing("at=, for exact= says how that is meant");
        }
        return values;
    }

    private static List<String> texts(final List<Token> tokens, final ValueType type, final Scope scope) {
        return tokens.stream().map(token -> type.given(token, scope)).toList();
    }

    private static Map<String, List<String>> levels(final Line line, final Scope scope) {
        final Map<String, List<String>> levels = new LinkedHashMap<>();
        for (final Token token : line.keyed()) {
            if (!scope.anyName() && !scope.names().has(NameRole.SKILL, token.key())) {
                throw scope.source().error(token, scope.names().undefined(NameRole.SKILL, token.key()));
            }
            if (levels.put(token.key(), texts(List.of(token), LEVEL, scope)) != null) {
                throw scope.source().error(token, "skill " + token.key() + " is given twice");
            }
        }
        return levels;
    }

    /** The line's settings on top of those of earlier lines. */
    private Map<String, List<String>> settings(final String queue, final Line line, final Scope scope) {
        final Map<String, List<String>> settings = new LinkedHashMap<>(queues.getOrDefault(queue, Map.of()));
        line.values(Verb.QUEUE.grammar()).forEach((word, tokens) -> {
            final QueueKey key = QueueKey.of(word);
            if (tokens.size() == 1 && restoresDefault(tokens.get(0), key.type())) {
                settings.remove(word);
            } else {
                final List<String> values = texts(tokens, key.type(), scope);
                check(key, values, tokens, scope.source());
                settings.put(word, values);
            }
        });
        return settings;
    }

    /** What only the settings themselves can tell; the error points at the value that they do not take. */
    private static void check(
            final QueueKey key, final List<String> values, final List<Token> tokens, final SourceLine source) {
        final QueueSettingsBuilder settings = QueueSettings.builder();
        for (int i = 0; i < values.size(); i++) {
            try {
                key.set(settings, values.get(i));
            } catch (final IllegalArgumentException wrong) {
                throw source.errorInValue(tokens.get(i), wrong.getMessage());
            }
        }
    }

    /** With yes and no to choose from, "off" would read as no and mean the default: there only "none" does. */
    private static boolean restoresDefault(final Token token, final ValueType type) {
        return !token.quoted()
                && (token.text().equals("none") || (token.text().equals("off") && type != ValueTypes.YES_NO));
    }

    private void define(final Verb verb, final List<String> given, final Map<String, List<String>> values) {
        final List<Grammar.Place> places = verb.grammar().places();
        for (int i = 0; i < given.size(); i++) {
            if (places.get(i).defines()) {
                names.define(places.get(i).role(), given.get(i));
            }
        }
        if (verb == Verb.QUEUE) {
            queues.put(given.get(0), values);
        }
        if (verb == Verb.ACCEPT_OFFER) {
            names.define(NameRole.INTERACTION, values.get("as").get(0));
        }
    }
}
