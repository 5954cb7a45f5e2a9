package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each case of the supervisors' page is played by a scenario that passes, and each of these scenarios is a case. */
final class HoursGuideTest {
    private static final Path GUIDE = Path.of("..", "engine", "docs", "hours.md");
    private static final Path FOLDER = Path.of("scenarios", "hours");
    private static final Pattern CASE = Pattern.compile("(?m)^### ");
    private static final Pattern LINK = Pattern.compile("\\[([\\w-]+)]\\(([^)]+)\\.scenario\\)");

    @TestFactory
    Stream<DynamicTest> shouldPassWhenACaseNamesAScenario() throws IOException {
        return cases().stream()
                .flatMap(text -> links(text).stream()
                        .map(file -> DynamicTest.dynamicTest(title(text), () -> {
                            assertThat(file).exists();
                            assertThat(Scenario.check(file, EngineOnNames::new)).isEmpty();
                        })));
    }

    @Test
    void shouldNameAScenarioWhenItTellsACase() throws IOException {
        assertThat(cases())
                .hasSizeGreaterThan(10)
                .allSatisfy(text -> assertThat(links(text)).as(title(text)).isNotEmpty());
    }

    @Test
    void shouldTellACaseWhenAScenarioPlaysOne() throws IOException {
        final List<Path> named =
                cases().stream().flatMap(text -> links(text).stream()).toList();

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.toAbsolutePath().normalize()).toList());
        }
    }

    private static List<String> cases() throws IOException {
        return CASE.splitAsStream(Files.readString(GUIDE)).skip(1).toList();
    }

    private static String title(final String text) {
        return text.lines().findFirst().orElseThrow();
    }

    /** The files that a case links to; a link says the name of its file. */
    private static List<Path> links(final String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> {
                    assertThat(link.group(2)).endsWith("/" + link.group(1));
                    return GUIDE.resolveSibling(link.group(2) + ".scenario")
                            .toAbsolutePath()
                            .normalize();
                })
                .toList();
    }
}
