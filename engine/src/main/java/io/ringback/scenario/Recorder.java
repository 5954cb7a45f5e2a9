package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.agrona.ErrorHandler;

/**
 * Writes down what an engine is told and what it decides, as a scenario: whatever happened in production replays in a
 * unit test. The file is complete: clock, limits, definitions, every command with its stamp and its outcome, and every
 * event as an expectation. Replayed, it comes to the same events and the same {@link Engine#stateHash}, but for the
 * customers' numbers in it, which are masked.
 *
 * <pre>{@code
 * try (Recorder recorder = Recorder.to(Path.of("monday.scenario"), ZoneId.of("Europe/London"))) {
 *     Engine engine = recorder.record(config, listener);
 *     ...
 *     recorder.flush();                            // now and then, from any thread
 * }
 * }</pre>
 *
 * <p><b>Masks.</b> Each number becomes another E.164 number of country code 999, equal ones the same, numbered in the
 * order in which they come: links between calls and callbacks stay, and a recording of the replay is the same file.
 * Agents and interactions keep their ids, which the host chose. The recorder remembers the numbers, in 16 to 32 bytes
 * each (a million take 25 MB), until it is closed.
 *
 * <p><b>Threads and costs.</b> The engine's thread copies what it hears into a ring of 256 kB and allocates nothing,
 * but for definitions. Text is made by {@link #flush}, which the host calls from a thread of its choice: the recorder
 * has none. When the ring is full, the engine's thread flushes itself, for nothing is ever left out; should one command
 * alone report more than the ring holds, the ring grows. An engine that is not recorded pays nothing.
 *
 * <p><b>Limits.</b> A recording begins with the engine. Not in it: queries; calls that throw, which change nothing; and
 * {@code advanceTo} where time does not move, so that {@link Engine#clockRegressions} of a replay may be lower. A line
 * break in a skill expression becomes a blank, which the hash of a queue's settings tells; one in a queue's name ends
 * the recording.
 */
public final class Recorder implements Closeable {
    private static final int TAPE_WORDS = 1 << 15;

    private final Writer out;
    private final ZoneId zone;
    private final Tape tape;
    private RecordingText text;
    private Transcriber transcriber;
    private ErrorHandler errorHandler;
    private IOException failure;
    private boolean closed;

    /** With a ring of so many words, a power of two. */
    Recorder(final Writer out, final ZoneId zone, final int tapeWords) {
        this.out = Objects.requireNonNull(out, "out");
        this.zone = zone;
        tape = new Tape(tapeWords, this::makeRoom);
    }

    /**
     * Records into a file.
     *
     * @param file is written in UTF-8, and replaced if it exists
     * @param zone of the scenario's clock: UTC or a zone of the tz database
     * @return a recorder for one engine
     * @throws IOException when the file cannot be opened
     * @throws IllegalArgumentException when the scenario language does not know the zone
     */
    public static Recorder to(final Path file, final ZoneId zone) throws IOException {
        checkZone(zone);
        return new Recorder(Files.newBufferedWriter(file), zone, TAPE_WORDS);
    }

    /**
     * Records into anything that takes text.
     *
     * @param out gets whole lines, is flushed with the recorder and closed with it
     * @param zone of the scenario's clock: UTC or a zone of the tz database
     * @return a recorder for one engine
     * @throws IllegalArgumentException when the scenario language does not know the zone
     */
    public static Recorder to(final Writer out, final ZoneId zone) {
        checkZone(zone);
        return new Recorder(out, zone, TAPE_WORDS);
    }

    private static void checkZone(final ZoneId zone) {
        if (!zone.getId().equals("Z") && !ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw new IllegalArgumentException("zone: " + zone + " is not a zone of the tz database");
        }
    }

    /**
     * Makes the engine, with the recorder before it and between it and its listener.
     *
     * @param config the engine's; its error handler is also told when the engine's thread cannot write
     * @param listener the host's
     * @return the engine to use in place of one of {@link Engine#create}
     * @throws IllegalStateException when this recorder has an engine already, or is closed
     */
    public Engine record(final EngineConfig config, final EngineListener listener) {
        Objects.requireNonNull(listener, "listener");
        synchronized (tape) {
            if (closed || transcriber != null) {
                throw new IllegalStateException("a recorder records one engine, and this one has done so");
            }
            errorHandler = config.errorHandler();
            text = new RecordingText(out, zone, EngineLimits.of(config));
            transcriber = new Transcriber(tape, text);
        }
        final EngineTap engine = new EngineTap(Engine.create(config, new ListenerTap(listener, tape)), tape);
        config.skills().forEach(engine::defineSkill);
        return engine;
    }

    /**
     * Writes what the engine's thread has left so far, up to the last command that is over. From any thread, the
     * engine's included; it holds up the engine's thread only when that finds the ring full.
     *
     * @throws IOException when it cannot be written, now or before: the recording has stopped, the engine goes on
     */
    public void flush() throws IOException {
        synchronized (tape) {
            if (failure != null) {
                throw new IOException("the recording has stopped: " + failure.getMessage(), failure);
            }
            if (transcriber != null && !closed) {
                write(false);
            }
        }
    }

    /**
     * Writes the rest and the last lines, and closes the file. What the engine does later is not recorded; a command
     * that is being carried out meanwhile on another thread is the first of that. Closing again does nothing.
     *
     * @throws IOException when the recording is not complete: it could not be written, now or before
     */
    @Override
    public void close() throws IOException {
        synchronized (tape) {
            if (closed) {
                return;
            }
            if (failure == null && transcriber != null) {
                write(true);
            }
            closed = true;
            stop();
            if (failure != null) {
                throw new IOException("the recording has stopped: " + failure.getMessage(), failure);
            }
            out.close();
        }
    }

    private void write(final boolean last) throws IOException {
        try {
            transcriber.run();
            if (last) {
                text.end();
            }
            text.write();
            out.flush();
        } catch (final Throwable thrown) {
            // An error as well: half a record has been read, and the engine must not hear of it.
            failure = thrown instanceof IOException unwritten ? unwritten : new IOException(thrown);
            stop();
            closeQuietly();
            throw failure;
        }
    }

    private void stop() {
        tape.stop();
        if (transcriber != null) {
            transcriber.clear();
        }
    }

    private void closeQuietly() {
        try {
            out.close();
        } catch (final Throwable unclosed) {
            failure.addSuppressed(unclosed);
        }
    }

    /** On the engine's thread, which must not hear of it when this fails. */
    private void makeRoom() {
        try {
            flush();
        } catch (final IOException unwritten) {
            tell(unwritten);
        }
    }

    private void tell(final IOException unwritten) {
        try {
            errorHandler.onError(unwritten);
        } catch (final Throwable dropped) {
            unwritten.addSuppressed(dropped);
        }
    }
}
