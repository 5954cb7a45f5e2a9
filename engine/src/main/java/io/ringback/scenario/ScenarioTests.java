package io.ringback.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenario files as JUnit tests: one test per {@code .scenario} file, folders as groups, sorted by name. A test class
 * needs one method:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> scenarios() {
 *     return ScenarioTests.in(Path.of("src/test/scenarios"));
 * }
 * }</pre>
 *
 * <p>A test that fails shows the file, the line, what was expected and the events that came. Needs {@code
 * junit-jupiter-api} on the class path, which this library does not bring along.
 */
public final class ScenarioTests {
    private ScenarioTests() {}

    /**
     * Tests on the engine of this library.
     *
     * @param fileOrFolder a scenario file, or a folder with such files in it or below
     * @return one test, or the folder's tests and groups
     * @throws IllegalArgumentException when there is no such file, or the folder holds no scenario
     */
    public static Stream<DynamicNode> in(final Path fileOrFolder) {
        return in(fileOrFolder, EngineOnNames::new);
    }

    /**
     * Tests on any engine.
     *
     * @param fileOrFolder a scenario file, or a folder with such files in it or below
     * @param factory makes an engine for each test
     * @return one test, or the folder's tests and groups
     * @throws IllegalArgumentException when there is no such file, or the folder holds no scenario
     */
    public static Stream<DynamicNode> in(final Path fileOrFolder, final EngineFactory factory) {
        ScenarioFiles.collect(List.of(fileOrFolder));
        return Files.isDirectory(fileOrFolder) ? nodes(fileOrFolder, factory) : Stream.of(test(fileOrFolder, factory));
    }

    private static Stream<DynamicNode> nodes(final Path folder, final EngineFactory factory) {
        return ScenarioFiles.children(folder).stream().flatMap(child -> {
            if (!Files.isDirectory(child)) {
                return Stream.of(test(child, factory));
            }
            final List<DynamicNode> nodes = nodes(child, factory).toList();
            return nodes.isEmpty()
                    ? Stream.of()
                    : Stream.of(DynamicContainer.dynamicContainer(
                            child.getFileName().toString(), child.toUri(), nodes.stream()));
        });
    }

    private static DynamicNode test(final Path file, final EngineFactory factory) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
            final Optional<ScenarioFailure> failure = Scenario.check(file, factory);
            if (failure.isPresent()) {
                throw new AssertionError(failure.get().text());
            }
        });
    }
}
