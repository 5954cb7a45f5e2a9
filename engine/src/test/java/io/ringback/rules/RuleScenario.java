package io.ringback.rules;

import io.ringback.naive.NaiveEngine;
import io.ringback.naive.RuleSwitches;
import io.ringback.scenario.EngineFactory;
import io.ringback.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario of the folder of scenarios and the rules that it is about. Its first line says both: {@code # A6, M7:
 * what a supervisor should see}.
 */
record RuleScenario(String name, List<String> rules, Scenario scenario) {
    /** Where the scenarios are, one folder for each chapter of the rules. */
    static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private static final String SUFFIX = ".scenario";
    private static final Pattern FIRST_LINE = Pattern.compile("# ([A-Z]\\d+(?:, [A-Z]\\d+)*): \\S.*");

    /** All of them, by folder and name. */
    static List<RuleScenario> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(RuleScenario::read)
                    .toList();
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(FOLDER + " cannot be read", unreadable);
        }
    }

    private static RuleScenario read(final Path file) {
        final String name = file.getFileName().toString().replace(SUFFIX, "");
        final Matcher firstLine = FIRST_LINE.matcher(firstLine(file));
        if (!firstLine.matches()) {
            throw new AssertionError(file + ": the first line must name the rules and say what to see, as in\n"
                    + "# A6: an agent logs out while a call rings: the caller goes to the next agent.");
        }
        return new RuleScenario(name, List.of(firstLine.group(1).split(", ")), Scenario.read(file));
    }

    private static String firstLine(final Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Whether every check holds on a naive engine with these rules. */
    boolean passes(final RuleSwitches rules) {
        return scenario.run(naive(rules)).isEmpty();
    }

    static EngineFactory naive(final RuleSwitches rules) {
        return limits -> new NaiveEngine(limits, rules);
    }
}
