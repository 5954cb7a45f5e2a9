package io.ringback.rules;

import io.ringback.naive.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints for each rule how many scenarios name it, how many of those fail without it, and which. */
final class RuleTable {
    private static final int NAMES_WIDTH_MAX = 100;
    private static final String ELSEWHERE = "T1, X4, G8, G9, G10 and S1-S6 have tests of their own.";

    private final Map<RuleScenario, Set<Rule>> noticed;
    private final StringBuilder text = new StringBuilder();

    private RuleTable(final Map<RuleScenario, Set<Rule>> noticed) {
        this.noticed = noticed;
    }

    static String of(final Map<RuleScenario, Set<Rule>> noticed) {
        final RuleTable table = new RuleTable(noticed);
        table.row("rule", "scenarios", "fail without it", "which");
        for (final Rule rule : Rule.values()) {
            table.row(rule);
        }
        return table.text.append(ELSEWHERE).toString();
    }

    private void row(final Rule rule) {
        final List<RuleScenario> naming = noticed.keySet().stream()
                .filter(scenario -> scenario.rules().contains(rule.name()))
                .toList();
        final List<String> failing = naming.stream()
                .filter(scenario -> noticed.get(scenario).contains(rule))
                .map(RuleScenario::name)
                .toList();
        String first = rule.name();
        String count = Integer.toString(naming.size());
        String countFailing = Integer.toString(failing.size());
        for (final String names : wrapped(failing).split("\n", -1)) {
            row(first, count, countFailing, names);
            first = "";
            count = "";
            countFailing = "";
        }
    }

    private void row(final String rule, final String scenarios, final String failing, final String which) {
        text.append(String.format("%-4s  %9s  %16s  %s%n", rule, scenarios, failing, which));
    }

    private static String wrapped(final List<String> names) {
        final StringBuilder lines = new StringBuilder();
        int width = 0;
        for (final String name : names) {
            if (width > 0 && width + name.length() > NAMES_WIDTH_MAX) {
                lines.append('\n');
                width = 0;
            }
            lines.append(width == 0 ? "" : "  ").append(name);
            width += name.length() + 2;
        }
        return lines.toString();
    }
}
