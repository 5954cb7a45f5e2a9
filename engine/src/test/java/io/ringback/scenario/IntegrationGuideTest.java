package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentChoice;
import io.ringback.Engine;
import io.ringback.Request;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What integrators are told is shown by scenarios, and uses only names that exist. */
final class IntegrationGuideTest {
    private static final Guide README = Guide.of("..", "README.md");
    private static final Guide PRODUCTS = Guide.of("docs", "integrating.md");
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios/embedding");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FACT = Pattern.compile("(agent|call|customer|dial)[A-Z]\\w*|advanceTo");

    @Test
    void shouldNameEveryFactWhenFactsAreListed() throws IOException {
        final Set<String> facts = new TreeSet<>();
        for (final Method method : Engine.class.getMethods()) {
            if (FACT.matcher(method.getName()).matches()) {
                facts.add(method.getName());
            }
        }

        final Set<String> listed = new TreeSet<>();
        facts().forEach(row -> listed.add(codes(row.get(1)).get(0)));

        assertThat(listed).isEqualTo(facts);
    }

    @Test
    void shouldShowEachRowByAScenarioWhenFactsAreListed() throws IOException {
        final Set<String> shown = new TreeSet<>(Guide.column(3, facts()));
        shown.addAll(Guide.column(3, README.rows("in a report", "in Java")));
        final String readme = Files.readString(README.file());

        assertThat(scenarios())
                .containsAll(shown)
                .allSatisfy(scenario -> assertThat(readme).contains(scenario));
    }

    @Test
    void shouldTellAStoryOfTheFactWhenFactsAreListed() throws IOException {
        for (final List<String> row : facts()) {
            final String story = Files.readString(SCENARIOS.resolve(row.get(3) + ".scenario"));
            assertThat(story).as(row.toString()).contains(word(codes(row.get(1)).get(0)));
        }
    }

    @Test
    void shouldTakeANationalNumberForAnInternationalOneWhenItHasNoCountry() {
        assertThat(new Request().of(1, null).number(2071838750L).number()).isEqualTo(2071838750L);
    }

    @Test
    void shouldUseOnlyNamesThatExistWhenHostsAreTold() throws IOException {
        final Set<String> used = new TreeSet<>();
        Stream.of(
                        facts(),
                        README.rows("in a report", "in Java"),
                        README.rows("inside a callback of EngineListener", "what happens"),
                        README.rows("of the former engine", "after the restart"),
                        README.rows("full", "answer"))
                .flatMap(List::stream)
                .flatMap(List::stream)
                .forEach(cell -> used.addAll(codes(cell)));

        used.removeAll(known());
        assertThat(used).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asterisk", "FreeSWITCH", "TaskRouter"})
    void shouldUseOnlyNamesThatExistWhenTermsAreTranslated(final String product) throws IOException {
        final Set<String> used = new TreeSet<>();
        Guide.column(1, PRODUCTS.rows(product, "here")).forEach(cell -> used.addAll(codes(cell)));

        used.removeAll(known());
        assertThat(used).isEmpty();
    }

    private static List<List<String>> facts() throws IOException {
        return README.rows("fact", "method of Engine");
    }

    /** What a scenario calls a fact, told or spoken of; time passes by the stamp of the next command. */
    private static String word(final String method) throws IOException {
        return Guide.of("docs", "scenarios.md").table("word", "method of Engine").stream()
                .filter(row -> row.get(1).equals(method))
                .map(row -> row.get(0))
                .findFirst()
                .orElse("stamped");
    }

    private static Set<String> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString().replace(".scenario", ""))
                    .toList());
        }
    }

    private static List<String> codes(final String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .flatMap(code -> Arrays.stream(code.split("=")))
                .toList();
    }

    /** The names of the API, and the words of scenarios. */
    private static Set<String> known() throws IOException {
        final Set<String> known = new TreeSet<>(EventKind.words());
        known.addAll(Words.words(AgentChoice.values()));
        Arrays.stream(Verb.values()).map(Verb::word).forEach(known::add);
        QueueKey.keys().stream().map(Grammar.Key::word).forEach(known::add);
        Arrays.stream(EventKind.values())
                .flatMap(kind -> kind.grammar().keys().stream())
                .map(Grammar.Key::word)
                .forEach(known::add);
        for (final String folder : List.of("io/ringback", "io/ringback/host")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !name.equals("package-info"))
                        .forEach(name -> addAll(folder.replace('/', '.') + "." + name, known));
            }
        }
        known.add(IllegalStateException.class.getSimpleName());
        known.add("waitedMs"); // the parameter of onRouted; reflection knows no names of parameters
        return known;
    }

    private static void addAll(final String className, final Set<String> known) {
        try {
            final Class<?> type = Class.forName(className);
            known.add(type.getSimpleName());
            Stream.concat(Stream.of(type), Arrays.stream(type.getClasses())).forEach(each -> {
                Arrays.stream(each.getMethods()).map(Method::getName).forEach(known::add);
                Arrays.stream(each.getFields()).map(Field::getName).forEach(known::add);
            });
        } catch (final ClassNotFoundException gone) {
            throw new AssertionError(className, gone);
        }
    }
}
