package io.ringback.streams;

import io.ringback.Outcome;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Prints coverage as aligned columns. A pair that cannot occur shows a dash, with the reason below its table. */
final class CoverageTable {
    private final Coverage coverage;
    private final StringBuilder text = new StringBuilder();

    private CoverageTable(final Coverage coverage) {
        this.coverage = coverage;
    }

    static String of(final Coverage coverage) {
        final CoverageTable table = new CoverageTable(coverage);
        table.commands();
        table.events();
        table.interactionPairs();
        table.agentPairs();
        return table.text.toString();
    }

    private void commands() {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("command", "tried", "accepted", "refused"));
        for (final Verb verb : Verb.values()) {
            rows.add(List.of(
                    verb.word(),
                    number(coverage.commands().ofRow(verb)),
                    number(coverage.commands().of(verb, Outcome.OK)),
                    refusals(verb)));
        }
        rows.add(List.of("at", number(coverage.advances()), number(coverage.advances()), ""));
        print(rows, Set.of(3));
        final List<List<String>> outcomes = new ArrayList<>();
        outcomes.add(List.of("outcome", "count"));
        for (final Outcome outcome : Outcome.values()) {
            outcomes.add(List.of(outcome.name(), number(coverage.commands().ofColumn(outcome))));
        }
        print(outcomes, Set.of());
    }

    private String refusals(final Verb verb) {
        final StringBuilder all = new StringBuilder();
        for (final Outcome outcome : Outcome.values()) {
            final long count = coverage.commands().of(verb, outcome);
            if (outcome != Outcome.OK && count > 0) {
                all.append(outcome).append(' ').append(count).append("  ");
            }
        }
        return all.toString().stripTrailing();
    }

    private void events() {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("event", "count"));
        for (final Map.Entry<String, Long> event : coverage.events().entrySet()) {
            rows.add(List.of(event.getKey(), number(event.getValue())));
        }
        print(rows, Set.of());
    }

    private void interactionPairs() {
        final List<List<String>> rows = new ArrayList<>();
        final Set<String> reasons = new TreeSet<>();
        final List<String> head = new ArrayList<>(List.of("command x interaction"));
        for (final InteractionSituation situation : InteractionSituation.values()) {
            head.add(situation.title());
        }
        rows.add(head);
        for (final InteractionUse use : InteractionUse.values()) {
            final List<String> row = new ArrayList<>(List.of(word(use)));
            for (final InteractionSituation situation : InteractionSituation.values()) {
                final long count = coverage.interactions().of(use, situation);
                row.add(cell(count, word(use), use.impossible(situation), reasons));
            }
            rows.add(row);
        }
        print(rows, Set.of());
        printReasons(reasons);
    }

    private void agentPairs() {
        final List<List<String>> rows = new ArrayList<>();
        final Set<String> reasons = new TreeSet<>();
        final List<String> head = new ArrayList<>(List.of("command x agent"));
        for (final AgentSituation situation : AgentSituation.values()) {
            head.add(situation.title());
        }
        rows.add(head);
        for (final AgentUse use : AgentUse.values()) {
            final List<String> row = new ArrayList<>(List.of(word(use)));
            for (final AgentSituation situation : AgentSituation.values()) {
                final long count = coverage.agents().of(use, situation);
                row.add(cell(count, word(use), use.impossible(situation), reasons));
            }
            rows.add(row);
        }
        print(rows, Set.of());
        printReasons(reasons);
    }

    private static String cell(final long count, final String use, final String impossible, final Set<String> reasons) {
        if (impossible != null) {
            reasons.add(use + ": " + impossible);
            return "-";
        }
        return number(count);
    }

    private void printReasons(final Set<String> reasons) {
        for (final String reason : reasons) {
            text.append("  - ").append(reason).append('\n');
        }
        text.append('\n');
    }

    private static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(final long count) {
        return Long.toString(count);
    }

    /** The first column and the given ones to the left, the others to the right. */
    private void print(final List<List<String>> rows, final Set<Integer> leftColumns) {
        final int[] widths = new int[rows.get(0).size()];
        for (final List<String> row : rows) {
            for (int n = 0; n < widths.length; n++) {
                widths[n] = Math.max(widths[n], row.get(n).length());
            }
        }
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int n = 0; n < widths.length; n++) {
                final String blanks = " ".repeat(widths[n] - row.get(n).length());
                final boolean left = n == 0 || leftColumns.contains(n);
                line.append(n == 0 ? "" : "  ").append(left ? row.get(n) + blanks : blanks + row.get(n));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        text.append('\n');
    }
}
