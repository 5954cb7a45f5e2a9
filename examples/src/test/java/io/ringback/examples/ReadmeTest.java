package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.scenario.ScenarioTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the build compiles and runs. */
final class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

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

    @TestFactory
    Stream<DynamicNode> scenarios() {
        return ScenarioTests.in(Path.of("scenarios"));
    }

    private static String block(final String fence) throws IOException {
        final String readme = Files.readString(README);
        final int start = readme.indexOf(fence) + fence.length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
