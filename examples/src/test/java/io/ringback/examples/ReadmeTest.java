package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.scenario.ScenarioTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the build compiles and runs. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void shouldShowTheQuickStartWhenItShowsAHost() throws IOException {
        final String source = Files.readString(Path.of("src/main/java/io/ringback/examples/QuickStart.java"));
        final String start = "main(final String[] args) {\n";
        final String body = source.substring(source.indexOf(start) + start.length(), source.lastIndexOf("    }\n"));

        assertThat(block("```java\n")).isEqualTo(body.stripTrailing().stripIndent() + "\n");
    }

    @Test
    void shouldShowAScenarioThatIsRunWhenItShowsOne() throws IOException {
        assertThat(block("```scenario\n")).isEqualTo(Files.readString(Path.of("scenarios/callback.scenario")));
    }

    @Test
    void shouldShowOnlyJavaThatIsCompiledWhenItShowsJava() throws IOException {
        final String sources = sources();

        assertThat(JAVA.matcher(Files.readString(README)).results())
                .hasSizeGreaterThan(3)
                .allSatisfy(block -> assertThat(sources).contains(withoutIndent(block.group(1))));
    }

    @TestFactory
    Stream<DynamicNode> scenarios() {
        return ScenarioTests.in(Path.of("scenarios"));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            final StringBuilder all = new StringBuilder();
            for (final Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                all.append(withoutIndent(Files.readString(file)));
            }
            return all.toString();
        }
    }

    private static String withoutIndent(final String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    private static String block(final String fence) throws IOException {
        final String readme = Files.readString(README);
        final int start = readme.indexOf(fence) + fence.length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
