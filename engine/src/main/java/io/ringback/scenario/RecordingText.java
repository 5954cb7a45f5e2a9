package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a recording: puts the clock's lines between commands and events.
 *
 * <p>A host may let time pass by itself or by its next command; a scenario always says {@code at} before the command.
 * Both are written alike: the clock moves only when something happens, and of what timers do, the events of the very
 * instant stand behind the next command of that instant. So a replay is recorded as the same lines.
 */
final class RecordingText {
    private static final String TITLE = "# A recording; customer numbers are masked";
    private static final int CHUNK = 8192;

    private final Appendable out;
    private final ScenarioWriter writer;
    private final EngineLimits limits;
    private final StringBuilder lines = new StringBuilder(2 * CHUNK);
    private final List<String> beforeClock = new ArrayList<>();
    private final List<Event> due = new ArrayList<>();
    private long nowMs = Engine.NO_TIME;
    private long clockMs = Engine.NO_TIME;

    RecordingText(final Appendable out, final ZoneId zone, final EngineLimits limits) {
        this.out = out;
        this.limits = limits;
        writer = new ScenarioWriter(zone);
    }

    /** A skill is defined at any time, even before there is one. */
    void skill(final Command command) throws IOException {
        final String line = writer.line(command);
        if (nowMs == Engine.NO_TIME) {
            beforeClock.add(line);
        } else {
            expectDue();
            add(line);
        }
    }

    /** A command with its stamp, what became of it, and the events since the one before. */
    void command(final long stampMs, final Outcome outcome, final Command command, final List<Event> events)
            throws IOException {
        final int before = outcome == Outcome.CLOCK_JUMP ? 0 : pass(stampMs, events);
        if (clockMs != nowMs) {
            moveClock();
        }
        expect(events.subList(0, before));
        add(writer.line(clockMs, stampMs, outcome, command));
        expectDue();
        expect(events.subList(before, events.size()));
    }

    /** Time has passed; if that had no events, there is nothing to say yet. */
    void advance(final long toMs, final List<Event> events) throws IOException {
        final int before = pass(toMs, events);
        if (!events.isEmpty()) {
            moveClock();
            expect(events.subList(0, before));
            due.addAll(events.subList(before, events.size()));
        }
    }

    /** The last lines: when it ended, and that nothing is missing. */
    void end() throws IOException {
        expectDue();
        if (nowMs == Engine.NO_TIME) {
            begin();
        } else if (clockMs != nowMs) {
            moveClock();
        }
        add("expect none");
        write();
    }

    /** Hands on all lines so far. */
    void write() throws IOException {
        out.append(lines);
        lines.setLength(0);
    }

    /** Moves time; returns how many of the events happened before it came to be what it is. */
    private int pass(final long toMs, final List<Event> events) throws IOException {
        if (nowMs == Engine.NO_TIME) {
            nowMs = toMs;
            clockMs = toMs;
            begin();
        }
        if (toMs > nowMs) {
            expectDue();
            nowMs = toMs;
        }
        int before = 0;
        while (before < events.size() && events.get(before).timeMs() < nowMs) {
            before++;
        }
        return before;
    }

    private void expectDue() throws IOException {
        expect(due);
        due.clear();
    }

    private void expect(final List<Event> events) throws IOException {
        for (final Event event : events) {
            add(writer.expect(event));
        }
    }

    private void begin() throws IOException {
        add(TITLE);
        if (nowMs != Engine.NO_TIME) {
            add(writer.clock(nowMs));
        }
        add(writer.limits(limits));
        for (final String line : beforeClock) {
            add(line);
        }
        beforeClock.clear();
    }

    private void moveClock() throws IOException {
        clockMs = nowMs;
        add(writer.at(clockMs));
    }

    private void add(final String line) throws IOException {
        lines.append(line).append('\n');
        if (lines.length() >= CHUNK) {
            write();
        }
    }
}
