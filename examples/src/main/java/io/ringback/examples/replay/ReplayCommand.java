package io.ringback.examples.replay;

import io.ringback.examples.Arguments;
import io.ringback.examples.UsageException;
import io.ringback.scenario.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** The command {@code replay}: reads a call log, replays it, and prints the comparison. */
public final class ReplayCommand {
    /** The bundled day, beside this class. */
    static final String BUNDLED_DAY = "day.tsv";

    /** Before JDK 22 there is a console only where a person looks; later ones have one always, and print the same. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onConsole() {
        return System.console() != null;
    }

    private static final String JSON = "--json";
    private static final String RECORD = "--record";

    private ReplayCommand() {}

    /**
     * Runs the command.
     *
     * @param words an optional file, {@code --json} with a file or - for the standard output, {@code --record} with
     *     the scenario to write, and the terms on which callers are served
     * @param out gets the report, or the JSON
     * @param err gets the progress, and the lines that were not understood
     * @return the exit status, 0
     * @throws UsageException when the words or the file are not right
     * @throws IOException when a file cannot be read or written
     */
    public static int run(final List<String> words, final PrintStream out, final PrintStream err)
            throws UsageException, IOException {
        final Arguments arguments = Arguments.of(
                words,
                1,
                JSON,
                RECORD,
                TermsOptions.HOURS,
                TermsOptions.OFFER_ABOVE,
                TermsOptions.ACCEPT_SHARE,
                TermsOptions.SLOT,
                TermsOptions.SLOT_CAPACITY,
                TermsOptions.SEED);
        final String file = arguments.file().orElse(null);
        final Terms terms = TermsOptions.read(arguments, file == null ? TermsOptions.bundled() : Terms.NONE);
        final CallLog log = file == null ? bundled() : read(file);
        report(log.malformed(), err);
        final Progress progress = new Progress(err, onConsole());
        final Outcomes outcomes =
                replay(log, terms, progress, arguments.option(RECORD).orElse(null));
        progress.done();
        final String json = arguments.option(JSON).orElse("");
        if (json.equals("-")) {
            out.print(JsonReport.text(outcomes));
            return 0;
        }
        out.print(Report.text(outcomes));
        out.println(Report.speed(outcomes));
        if (!json.isEmpty()) {
            Files.writeString(Path.of(json), JsonReport.text(outcomes));
        }
        return 0;
    }

    private static Outcomes replay(final CallLog log, final Terms terms, final Progress progress, final String scenario)
            throws IOException {
        if (scenario == null) {
            return Replay.run(log, terms, progress);
        }
        try (Recorder recorder = Recorder.to(Path.of(scenario), ZoneOffset.UTC)) {
            return Replay.run(log, terms, progress, recorder::record);
        }
    }

    /** The bundled day: made up, in the format of the real logs. */
    static CallLog bundled() throws IOException, UsageException {
        try (InputStream day = ReplayCommand.class.getResourceAsStream(BUNDLED_DAY)) {
            return CallLogReader.read("the bundled day (made up)", text(Objects.requireNonNull(day, BUNDLED_DAY)));
        }
    }

    private static CallLog read(final String file) throws IOException, UsageException {
        final Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new UsageException(file + " is not a file that can be read");
        }
        try (InputStream log = Files.newInputStream(path)) {
            return CallLogReader.read(path.getFileName().toString(), text(log));
        }
    }

    /** Bytes that are no UTF-8 become replacement characters: such a line is reported, not the end of the replay. */
    private static BufferedReader text(final InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static void report(final List<CallLog.BadLine> malformed, final PrintStream err) {
        malformed.forEach(line -> err.println("line " + line.number() + " left out: " + line.reason()));
    }
}
