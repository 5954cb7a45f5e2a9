package io.ringback.scenario;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a command line does with scenarios: {@code run FILE-or-FOLDER...} and {@code trace FILE}. */
public final class ScenarioCommands {
    /** Exit code: all passed. */
    public static final int PASSED = 0;

    /** Exit code: one or more failed. */
    public static final int FAILED = 1;

    /** Exit code: nothing was run, for the arguments make no sense. */
    public static final int USAGE = 2;

    private ScenarioCommands() {}

    /**
     * Runs scenarios and prints one line for each, the explanation of each failure, and the totals.
     *
     * @param filesAndFolders what to run; a folder stands for all {@code .scenario} files in it and below, by name
     * @param factory makes an engine for each
     * @param out where to print
     * @return exit code
     */
    public static int run(final List<String> filesAndFolders, final EngineFactory factory, final PrintStream out) {
        final List<Path> files;
        try {
            files = ScenarioFiles.collect(filesAndFolders.stream().map(Path::of).toList());
        } catch (final IllegalArgumentException | UncheckedIOException unusable) {
            out.println(unusable.getMessage());
            return USAGE;
        }
        if (files.isEmpty()) {
            out.println("run: expected scenario files, or folders with such files");
            return USAGE;
        }
        int failed = 0;
        for (final Path file : files) {
            final Optional<ScenarioFailure> failure = Scenario.check(file, factory);
            out.println((failure.isEmpty() ? "ok   " : "FAIL ") + file);
            if (failure.isPresent()) {
                failed++;
                out.println(failure.get().text().indent(5).stripTrailing());
            }
        }
        out.println((files.size() - failed) + " passed, " + failed + " failed");
        return failed == 0 ? PASSED : FAILED;
    }

    /**
     * Runs one scenario and prints its statements, each with the clock's time, and below each the events that it set
     * off, with their own times; then the explanation if it fails.
     *
     * @param arguments the file, and nothing else
     * @param factory makes the engine
     * @param out where to print
     * @return exit code
     */
    public static int trace(final List<String> arguments, final EngineFactory factory, final PrintStream out) {
        if (arguments.size() != 1) {
            out.println("trace: expected one scenario file");
            return USAGE;
        }
        final Scenario scenario;
        try {
            scenario = Scenario.read(Path.of(arguments.get(0)));
        } catch (final ScenarioSyntaxException wrong) {
            out.println(wrong.getMessage());
            return FAILED;
        } catch (final InvalidPathException | UncheckedIOException unreadable) {
            out.println(unreadable.getMessage());
            return USAGE;
        }
        final Optional<ScenarioFailure> failure = scenario.run(factory, new Trace(out));
        failure.ifPresent(failed -> out.println(System.lineSeparator() + failed.text()));
        return failure.isEmpty() ? PASSED : FAILED;
    }
}
