package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page of the guides: its fenced blocks and its tables. */
record Guide(Path file) {
    private static final String FENCE = "```";
    private static final String SCENARIO_FILE = "support.scenario";

    /** What stands between two fences, and the line of the first. */
    record Block(Guide guide, int line, String text) {
        Scenario scenario() {
            return Scenario.parse(SCENARIO_FILE, text);
        }
    }

    static Guide of(final String first, final String... more) {
        return new Guide(Path.of(first, more));
    }

    /** The blocks whose fence names this kind. */
    List<Block> blocks(final String kind) throws IOException {
        final List<Block> blocks = new ArrayList<>();
        final List<String> lines = Files.readAllLines(file);
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                if (begin >= 0 && lines.get(begin).equals(FENCE + kind)) {
                    blocks.add(new Block(this, begin + 1, String.join("\n", lines.subList(begin + 1, i))));
                }
                begin = begin >= 0 ? -1 : i;
            }
        }
        return blocks;
    }

    /** The rows of the table whose first columns have these headings, without code marks. */
    List<List<String>> table(final String first, final String second) throws IOException {
        return rows(first, second).stream()
                .map(row -> row.stream().map(cell -> cell.replace("`", "")).toList())
                .toList();
    }

    /** The rows of that table as they are written. */
    List<List<String>> rows(final String first, final String second) throws IOException {
        final List<List<String>> rows = Files.readAllLines(file).stream()
                .map(Guide::cells)
                .dropWhile(cells ->
                        cells.size() < 2 || !Guide.plain(cells.subList(0, 2)).equals(List.of(first, second)))
                .takeWhile(cells -> cells.size() >= 2)
                .toList();
        assertThat(rows).as("table %s, %s", first, second).hasSizeGreaterThan(2);
        return rows.subList(2, rows.size());
    }

    static List<String> column(final int column, final List<List<String>> rows) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private static List<String> plain(final List<String> cells) {
        return cells.stream().map(cell -> cell.replace("`", "")).toList();
    }

    /** The cells of a line of a table; none of any other line. */
    private static List<String> cells(final String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
