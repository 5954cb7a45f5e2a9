package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioTestsTest {
    @TempDir
    private Path folder;

    private List<DynamicNode> in(final Path path) {
        return ScenarioTests.in(path, limits -> new ScriptedEngine()).toList();
    }

    private void write(final String name, final String text) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void shouldNestFoldersByNameWhenFolderIsGiven() throws IOException {
        write("b.scenario", "");
        write("a/z.scenario", "");
        write("a/y.scenario", "");
        write("c/notes.txt", "");
        write("readme.txt", "");

        final List<DynamicNode> nodes = in(folder);

        assertThat(nodes).extracting(DynamicNode::getDisplayName).containsExactly("a", "b.scenario");
        assertThat(((DynamicContainer) nodes.get(0)).getChildren())
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("y.scenario", "z.scenario");
    }

    @Test
    void shouldFailWithReadableTextWhenScenarioFails() throws IOException {
        write("a.scenario", "skill english\nexpect queued\n");
        write("b.scenario", "redy ann\n");
        write("c.scenario", "skill english\nexpect none\n");

        final List<DynamicNode> nodes = in(folder);

        assertThatThrownBy(() -> execute(nodes.get(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        folder.resolve("a.scenario") + ":2: this event did not come\n    expect queued\n");
        assertThatThrownBy(() -> execute(nodes.get(1)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("b.scenario:1:1: unknown statement redy; did you mean ready?");
        assertThatCode(() -> execute(nodes.get(2))).doesNotThrowAnyException();
    }

    @Test
    void shouldMakeOneTestWhenFileIsGiven() throws IOException {
        write("only.scenario", "");

        assertThat(in(folder.resolve("only.scenario")))
                .extracting(DynamicNode::getDisplayName)
                .containsExactly("only.scenario");
    }

    @Test
    void shouldRefuseWhenThereIsNothingToRun() throws IOException {
        write("a/readme.txt", "");

        assertThatThrownBy(() -> in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no .scenario file");
        assertThatThrownBy(() -> in(folder.resolve("missing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such file or folder");
    }

    @Test
    void shouldFailWhenFileIsNotUtf8() throws IOException {
        final Path file = Files.write(folder.resolve("a.scenario"), new byte[] {(byte) 0xC3, '\n'});

        assertThatThrownBy(() -> execute(in(file).get(0))).hasMessage(file + " is not UTF-8 text");
    }

    private static void execute(final DynamicNode node) throws Throwable {
        ((DynamicTest) node).getExecutable().execute();
    }
}
