package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The guides tell the truth: their scenarios pass, what they show is what comes out, their tables are complete. */
final class GuidesTest {
    private static final Path BEHAVIOUR = Path.of("docs", "behaviour.md");
    private static final Path SCENARIOS = Path.of("docs", "scenarios.md");
    private static final String FENCE = "```";
    private static final String FILE = "support.scenario";

    /** What stands between two fences, and the line of the first. */
    private record Block(Path guide, int line, String text) {
        Scenario scenario() {
            return Scenario.parse(FILE, text);
        }
    }

    @TestFactory
    Stream<DynamicTest> shouldPassWhenScenarioIsInGuide() throws IOException {
        final List<Block> scenarios = new ArrayList<>(blocks(BEHAVIOUR, "scenario"));
        scenarios.addAll(blocks(SCENARIOS, "scenario"));
        assertThat(scenarios).extracting(Block::guide).contains(BEHAVIOUR, SCENARIOS);

        return scenarios.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.guide() + ":" + block.line(),
                        () -> assertThat(block.scenario().run(EngineOnNames::new))
                                .isEmpty()));
    }

    @Test
    void shouldShowRealTraceWhenScenarioIsTraced() throws IOException {
        final Block first = blocks(SCENARIOS, "scenario").get(0);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();

        first.scenario().run(EngineOnNames::new, new Trace(new PrintStream(out, true, StandardCharsets.UTF_8)));

        assertThat(blocks(SCENARIOS, "trace"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text().lines())
                        .containsExactlyElementsOf(
                                out.toString(StandardCharsets.UTF_8).lines().toList()));
    }

    @Test
    void shouldShowRealFailuresWhenScenariosFail() throws IOException {
        final List<String> failures = new ArrayList<>();
        for (final Block failing : blocks(SCENARIOS, "failing-scenario")) {
            failures.add(failureOf(failing));
        }

        assertThat(failures).isNotEmpty();
        assertThat(blocks(SCENARIOS, "failure")).extracting(Block::text).containsExactlyElementsOf(failures);
    }

    @Test
    void shouldNameEverySettingWithItsDefaultWhenSettingsAreListed() throws IOException {
        final List<List<String>> rows = table(BEHAVIOUR, "setting", "default");
        final Map<String, List<String>> defaults = new LinkedHashMap<>();
        for (final List<String> row : rows) {
            if (!Set.of("any agent", "none", "off").contains(row.get(1))) {
                defaults.put(row.get(0), List.of(row.get(1)));
            }
        }

        assertThat(firstColumn(rows))
                .containsExactlyElementsOf(
                        QueueKey.keys().stream().map(Grammar.Key::word).toList());
        assertThat(QueueKey.settings(defaults))
                .isEqualTo(QueueSettings.builder().build());
    }

    @Test
    void shouldNameEveryOutcomeInOrderWhenOutcomesAreListed() throws IOException {
        final List<String> listed = table(BEHAVIOUR, "outcome", "code").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Outcome.values())
                        .map(outcome -> outcome + " " + outcome.code())
                        .toList());
    }

    @Test
    void shouldNameEveryEndingWhenEndingsAreListed() throws IOException {
        assertThat(firstColumn(table(BEHAVIOUR, "ending", "of")))
                .containsExactlyElementsOf(Words.names(EndReason.values()));
    }

    @Test
    void shouldNameEveryEventWithItsKeysWhenEventsAreListed() throws IOException {
        final List<String> listed = table(SCENARIOS, "event", "keys").stream()
                .map(row -> row.get(0).split(" ", 2)[0] + ": " + row.get(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(EventKind.values()).map(GuidesTest::keys).toList());
    }

    @Test
    void shouldNameEveryCommandAndItsMethodWhenWordsAreTranslated() throws IOException {
        final List<List<String>> rows = table(SCENARIOS, "word", "method of Engine");

        assertThat(firstColumn(rows))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Verb.values()).map(Verb::word).toList());
        assertThat(methods(Engine.class)).containsAll(secondColumn(rows));
    }

    @Test
    void shouldNameEveryEventAndItsMethodWhenWordsAreTranslated() throws IOException {
        final List<List<String>> rows = table(SCENARIOS, "event", "method of EngineListener");

        assertThat(firstColumn(rows)).containsExactlyElementsOf(EventKind.words());
        assertThat(secondColumn(rows)).containsExactlyInAnyOrderElementsOf(methods(EngineListener.class));
    }

    private static String failureOf(final Block failing) {
        try {
            return failing.scenario().run(EngineOnNames::new).orElseThrow().text();
        } catch (final ScenarioSyntaxException wrong) {
            return wrong.getMessage();
        }
    }

    private static String keys(final EventKind kind) {
        return kind.word() + ": "
                + String.join(
                        ", ",
                        kind.grammar().keys().stream().map(Grammar.Key::word).toList());
    }

    private static Set<String> methods(final Class<?> type) {
        return Set.copyOf(Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .toList());
    }

    private static List<Block> blocks(final Path guide, final String kind) throws IOException {
        final List<Block> blocks = new ArrayList<>();
        final List<String> lines = Files.readAllLines(guide);
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (begin >= 0 && lines.get(begin).equals(FENCE + kind)) {
                    blocks.add(new Block(guide, begin + 1, String.join("\n", lines.subList(begin + 1, i))));
                }
                begin = begin >= 0 ? -1 : i;
            }
        }
        return blocks;
    }

    /** The rows of the table whose first columns have these headings. */
    private static List<List<String>> table(final Path guide, final String first, final String second)
            throws IOException {
        final List<List<String>> rows = Files.readAllLines(guide).stream()
                .map(GuidesTest::cells)
                .dropWhile(cells -> cells.size() < 2 || !cells.subList(0, 2).equals(List.of(first, second)))
                .takeWhile(cells -> cells.size() >= 2)
                .toList();
        assertThat(rows).as("table %s, %s", first, second).hasSizeGreaterThan(2);
        return rows.subList(2, rows.size());
    }

    /** The cells of a line of a table, without code marks; none of any other line. */
    private static List<String> cells(final String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    private static List<String> firstColumn(final List<List<String>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    private static List<String> secondColumn(final List<List<String>> rows) {
        return rows.stream().map(row -> row.get(1)).toList();
    }
}
