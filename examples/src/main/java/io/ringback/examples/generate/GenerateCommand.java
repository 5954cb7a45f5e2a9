package io.ringback.examples.generate;

import io.ringback.examples.Arguments;
import io.ringback.examples.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code generate}: makes up a day of calls. */
public final class GenerateCommand {
    private static final String SEED = "--seed";
    private static final String OUT = "--out";

    private GenerateCommand() {}

    /**
     * Runs the command.
     *
     * @param words {@code --seed} with a number, {@code --out} with a file; both optional
     * @param out gets the log when no file is given
     * @param err not used
     * @return the exit status, 0
     * @throws UsageException when the words are not right
     * @throws IOException when the file cannot be written
     */
    public static int run(final List<String> words, final PrintStream out, final PrintStream err)
            throws UsageException, IOException {
        final Arguments arguments = Arguments.of(words, 0, SEED, OUT);
        final String log = DayGenerator.generate(arguments.number(SEED, DayGenerator.DEFAULT_SEED));
        final Optional<String> file = arguments.option(OUT);
        if (file.isPresent()) {
            Files.writeString(Path.of(file.get()), log);
        } else {
            out.print(log);
        }
        return 0;
    }
}
