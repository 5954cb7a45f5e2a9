package io.ringback.scenario;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a scenario did not pass, for people who read scenarios and not Java.
 *
 * @param file the scenario
 * @param line of the statement, from 1; 0 when the file as a whole cannot be used
 * @param statement as written
 * @param problem in one line
 * @param text everything: the place, what was expected, what came; several lines without a line break at the end
 */
public record ScenarioFailure(String file, int line, String statement, String problem, String text) {
    /** A text that makes no sense. */
    static ScenarioFailure of(final ScenarioSyntaxException wrong) {
        return new ScenarioFailure(wrong.file(), wrong.line(), wrong.statement(), wrong.problem(), wrong.getMessage());
    }

    /** A file that cannot be read. */
    static ScenarioFailure of(final Path file, final UncheckedIOException unreadable) {
        return new ScenarioFailure(file.toString(), 0, "", unreadable.getMessage(), unreadable.getMessage());
    }

    /** A statement that did not come out as it should: with the rows of an explanation, then those of the events. */
    static ScenarioFailure of(
            final SourceLine source, final String problem, final List<String> explanation, final List<String> events) {
        final List<String> rows = new ArrayList<>();
        rows.add(source.file() + ":" + source.number() + ": " + problem);
        rows.add("    " + source.text().strip());
        explanation.forEach(row -> rows.add("  " + row));
        rows.add(events.isEmpty() ? "  no event has come so far" : "  events (ok: checked, -: ignored, ->: next):");
        events.forEach(row -> rows.add("    " + row));
        return new ScenarioFailure(
                source.file(), source.number(), source.text().strip(), problem, String.join("\n", rows));
    }

    @Override
    public String toString() {
        return text;
    }
}
