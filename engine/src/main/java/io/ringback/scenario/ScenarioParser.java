package io.ringback.scenario;

import io.ringback.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a scenario line by line. All that can be known before a run is checked here: times too, for only {@code at}
 * moves the clock.
 */
final class ScenarioParser {
    private static final List<String> OTHER_WORDS =
            List.of("clock", "limits", "at", "stamped", "refuse", "ignore", "watch", "expect");

    private final String file;
    private final SetUpParser setUp = new SetUpParser();
    private final Names names = new Names();
    private final CommandParser commands = new CommandParser(names);
    private final List<Statement> statements = new ArrayList<>();
    private ScenarioClock clock = setUp.clock();
    private long startMs = clock.nowMs();
    private String begunBy;

    ScenarioParser(final String file) {
        this.file = file;
    }

    Scenario parse(final String text) {
        int number = 0;
        // Some editors put a byte order mark in front.
        for (final String line : text.startsWith("\uFEFF")
                ? text.substring(1).lines().toList()
                : text.lines().toList()) {
            final SourceLine source = new SourceLine(file, ++number, line);
            final List<Token> tokens = Tokenizer.tokens(source);
            if (!tokens.isEmpty()) {
                statement(source, tokens);
            }
        }
        return new Scenario(file, setUp.limits(), clock.zone(), startMs, statements);
    }

    private void statement(final SourceLine source, final List<Token> tokens) {
        final Line line = new Line(source, tokens);
        switch (line.verb().text()) {
            case "clock", "limits" -> setUp(line);
            case "at" -> moveTime(line);
            case "ignore", "watch" -> statements.add(ExpectParser.filter(line));
            case "expect" -> {
                begin("expect");
                statements.add(ExpectParser.expect(tokens, scope(source)));
            }
            default -> command(source, tokens);
        }
    }

    private Scope scope(final SourceLine source) {
        return new Scope(source, clock, names, false);
    }

    private void begin(final String word) {
        begunBy = begunBy == null ? word : begunBy;
    }

    private void setUp(final Line line) {
        if (begunBy != null) {
            throw line.source()
                    .error(line.verb(), line.verb().text() + " comes too late; it belongs before the first " + begunBy);
        }
        if (line.verb().text().equals("clock")) {
            setUp.clock(line);
            clock = setUp.clock();
            startMs = clock.nowMs();
        } else {
            setUp.limits(line);
        }
        statements.add(new Statement.SetUp(line.source()));
    }

    private void moveTime(final Line line) {
        begin("at");
        final Token time = line.name(0, ScenarioClock.FORMS);
        line.checkNames(1, "one time");
        line.checkNoKeys();
        final long timeMs = (Long) ValueTypes.time().read(time, scope(line.source()));
        if (timeMs < clock.nowMs()) {
            throw line.source()
                    .error(
                            time,
                            time.text() + " is in the past; the clock shows " + clock.text(clock.nowMs())
                                    + ", and time never runs back");
        }
        clock.set(timeMs);
        statements.add(new Statement.MoveTime(line.source(), timeMs));
    }

    /** {@code [refuse OUTCOME] [stamped TIME] COMMAND ...}. */
    private void command(final SourceLine source, final List<Token> tokens) {
        List<Token> rest = tokens;
        Scope scope = scope(source);
        Outcome expected = Outcome.OK;
        long stampMs = clock.nowMs();
        if (isWord(rest, "refuse")) {
            expected = outcome(rest, source);
            scope = scope.allowingAnyName();
            rest = rest.subList(2, rest.size());
        }
        if (isWord(rest, "stamped")) {
            final Token time = second(rest, source, ScenarioClock.FORMS);
            stampMs = (Long) ValueTypes.time().read(time, scope);
            rest = rest.subList(2, rest.size());
        }
        final Line line = new Line(source, rest);
        final Verb verb = verb(line, rest.size() == tokens.size());
        if (verb == Verb.SKILL && rest.size() < tokens.size()) {
            throw source.error(line.verb(), "skill is never refused and has no time stamp; write it by itself");
        }
        if (verb != Verb.SKILL) {
            begin(verb.word());
        }
        for (final Command command : commands.commands(verb, line, scope)) {
            statements.add(new Statement.Apply(source, stampMs, expected, command));
        }
    }

    private static boolean isWord(final List<Token> tokens, final String word) {
        return !tokens.get(0).hasKey() && tokens.get(0).text().equals(word);
    }

    /** The word after the first; something must follow it too. */
    private static Token second(final List<Token> tokens, final SourceLine source, final String expected) {
        final Line line = new Line(source, tokens);
        final Token second = tokens.size() > 1 ? tokens.get(1) : line.name(0, expected);
        if (tokens.size() == 2) {
            throw line.missing("a statement");
        }
        return second;
    }

    private static Outcome outcome(final List<Token> tokens, final SourceLine source) {
        final List<String> refusals = Words.names(Outcome.values());
        final Token word = second(tokens, source, "an outcome such as QUEUE_FULL");
        final List<String> known = refusals.subList(1, refusals.size());
        if (word.hasKey() || !known.contains(word.text())) {
            throw source.error(word, Names.unknown("outcome", word.text(), known));
        }
        return Outcome.valueOf(word.text());
    }

    private static Verb verb(final Line line, final boolean anyStatement) {
        final Verb verb = Verb.of(line.verb().text());
        if (verb != null) {
            return verb;
        }
        final String word = line.verb().text();
        if (!anyStatement && OTHER_WORDS.contains(word)) {
            final String problem = word.equals("refuse")
                    ? "refuse comes first, before stamped"
                    : word + " can neither be refused nor stamped";
            throw line.source().error(line.verb(), problem);
        }
        final List<String> words =
                new ArrayList<>(Arrays.stream(Verb.values()).map(Verb::word).toList());
        if (anyStatement) {
            words.addAll(OTHER_WORDS);
        }
        throw line.source().error(line.verb(), Names.unknown("statement", word, words));
    }
}
