package io.ringback.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A scenario: a text in the scenario language, read and checked, ready to run on any engine and any number of times.
 *
 * <p>A scenario without a {@code clock} line begins on Monday 2026-01-05 at 09:00 UTC; a {@code clock} line without
 * {@code zone=} is in UTC. Without a {@code limits} line {@link EngineLimits#DEFAULT} holds.
 *
 * <p><b>Time.</b> Only {@code at} moves the clock; commands carry its time, unless {@code stamped} gives them another.
 * A local time in a repeated hour is the first of the two unless it has an offset, one in a skipped hour is later by
 * what was skipped.
 *
 * <p><b>Checks.</b> Events wait in the order in which they came, those of timers too, until {@code expect} lines name
 * them one by one; a question such as {@code expect position} leaves them waiting. An event whose kind is ignored as it
 * comes is left out for good; {@code ignore} also leaves out those of its kinds that still wait. A run ends at the
 * first check that does not hold, or at the end of the text, where no event may be waiting.
 *
 * <p><b>Names.</b> Skills, queues, agents and interactions have names of their own kind. The id of an interaction that
 * ended may be used again.
 */
public final class Scenario {
    private final String file;
    private final EngineLimits limits;
    private final ZoneId zone;
    private final long startMs;
    private final List<Statement> statements;

    Scenario(
            final String file,
            final EngineLimits limits,
            final ZoneId zone,
            final long startMs,
            final List<Statement> statements) {
        this.file = file;
        this.limits = limits;
        this.zone = zone;
        this.startMs = startMs;
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads a text.
     *
     * @param file where it comes from, for messages
     * @param text the statements
     * @return the scenario
     * @throws ScenarioSyntaxException at the first thing that makes no sense
     */
    public static Scenario parse(final String file, final String text) {
        return new ScenarioParser(file).parse(text);
    }

    /**
     * Reads a file.
     *
     * @param file UTF-8 text
     * @return the scenario
     * @throws ScenarioSyntaxException at the first thing that makes no sense
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Scenario read(final Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (final CharacterCodingException notUtf8) {
            throw new UncheckedIOException(file + " is not UTF-8 text", notUtf8);
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /**
     * Runs the scenario on a new engine, up to the first check that does not hold.
     *
     * @param factory makes the engine
     * @return the failure; empty when every check held and no watched event was left
     */
    public Optional<ScenarioFailure> run(final EngineFactory factory) {
        return run(factory, RunObserver.NONE);
    }

    /**
     * Reads and runs a file; text that makes no sense is a failure like any other.
     *
     * @param file UTF-8 text
     * @param factory makes the engine
     * @return the failure; empty when the file passed
     */
    public static Optional<ScenarioFailure> check(final Path file, final EngineFactory factory) {
        try {
            return read(file).run(factory);
        } catch (final ScenarioSyntaxException wrong) {
            return Optional.of(ScenarioFailure.of(wrong));
        } catch (final UncheckedIOException unreadable) {
            return Optional.of(ScenarioFailure.of(file, unreadable));
        }
    }

    Optional<ScenarioFailure> run(final EngineFactory factory, final RunObserver observer) {
        final ScenarioClock clock = new ScenarioClock(zone, startMs);
        return new ScenarioRun(file, clock, factory.create(limits), observer).run(statements);
    }

    /**
     * Where the scenario comes from.
     *
     * @return as the caller named it
     */
    public String file() {
        return file;
    }

    /**
     * What it asks of an engine.
     *
     * @return the limits
     */
    public EngineLimits limits() {
        return limits;
    }

    /**
     * The clock's zone.
     *
     * @return a zone of the tz database
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The clock's first reading.
     *
     * @return epoch milliseconds
     */
    public long startMs() {
        return startMs;
    }

    List<Statement> statements() {
        return statements;
    }
}
