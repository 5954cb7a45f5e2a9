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
    private static final Guide BEHAVIOUR = Guide.of("docs", "behaviour.md");
    private static final Guide SCENARIOS = Guide.of("docs", "scenarios.md");

    @TestFactory
    Stream<DynamicTest> shouldPassWhenScenarioIsInGuide() throws IOException {
        final List<Guide.Block> scenarios = new ArrayList<>(BEHAVIOUR.blocks("scenario"));
        scenarios.addAll(SCENARIOS.blocks("scenario"));
        assertThat(scenarios).extracting(Guide.Block::guide).contains(BEHAVIOUR, SCENARIOS);

        return scenarios.stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.guide() + ":" + block.line(),
                        () -> assertThat(block.scenario().run(EngineOnNames::new))
                                .isEmpty()));
    }

    @Test
    void shouldShowRealTraceWhenScenarioIsTraced() throws IOException {
        final Guide.Block first = SCENARIOS.blocks("scenario").get(0);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();

        first.scenario().run(EngineOnNames::new, new Trace(new PrintStream(out, true, StandardCharsets.UTF_8)));

        assertThat(SCENARIOS.blocks("trace"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.text().lines())
                        .containsExactlyElementsOf(
                                out.toString(StandardCharsets.UTF_8).lines().toList()));
    }

    @Test
    void shouldShowRealFailuresWhenScenariosFail() throws IOException {
        final List<String> failures = new ArrayList<>();
        for (final Guide.Block failing : SCENARIOS.blocks("failing-scenario")) {
            failures.add(failureOf(failing));
        }

        assertThat(failures).isNotEmpty();
        assertThat(SCENARIOS.blocks("failure")).extracting(Guide.Block::text).containsExactlyElementsOf(failures);
    }

    @Test
    void shouldNameEverySettingWithItsDefaultWhenSettingsAreListed() throws IOException {
        final List<List<String>> rows = BEHAVIOUR.table("setting", "default");
        final Map<String, List<String>> defaults = new LinkedHashMap<>();
        for (final List<String> row : rows) {
            if (!Set.of("any agent", "none", "off").contains(row.get(1))) {
                defaults.put(row.get(0), List.of(row.get(1)));
            }
        }

        assertThat(Guide.column(0, rows))
                .containsExactlyElementsOf(
                        QueueKey.keys().stream().map(Grammar.Key::word).toList());
        assertThat(QueueKey.settings(defaults))
                .isEqualTo(QueueSettings.builder().build());
    }

    @Test
    void shouldNameEveryOutcomeInOrderWhenOutcomesAreListed() throws IOException {
        final List<String> listed = BEHAVIOUR.table("outcome", "code").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Outcome.values())
                        .map(outcome -> outcome + " " + outcome.code())
                        .toList());
    }

    @Test
    void shouldNameEveryEndingWhenEndingsAreListed() throws IOException {
        assertThat(Guide.column(0, BEHAVIOUR.table("ending", "of")))
                .containsExactlyElementsOf(Words.names(EndReason.values()));
    }

    @Test
    void shouldNameEveryEventWithItsKeysWhenEventsAreListed() throws IOException {
        final List<String> listed = SCENARIOS.table("event", "keys").stream()
                .map(row -> row.get(0).split(" ", 2)[0] + ": " + row.get(1))
                .toList();

        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(EventKind.values()).map(GuidesTest::keys).toList());
    }

    @Test
    void shouldNameEveryCommandAndItsMethodWhenWordsAreTranslated() throws IOException {
        final List<List<String>> rows = SCENARIOS.table("word", "method of Engine");

        assertThat(Guide.column(0, rows))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Verb.values()).map(Verb::word).toList());
        assertThat(methods(Engine.class)).containsAll(Guide.column(1, rows));
    }

    @Test
    void shouldNameEveryEventAndItsMethodWhenWordsAreTranslated() throws IOException {
        final List<List<String>> rows = SCENARIOS.table("event", "method of EngineListener");

        assertThat(Guide.column(0, rows)).containsExactlyElementsOf(EventKind.words());
        assertThat(Guide.column(1, rows)).containsExactlyInAnyOrderElementsOf(methods(EngineListener.class));
    }

    private static String failureOf(final Guide.Block failing) {
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
}
