package io.ringback.streams;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.Quantities;
import io.ringback.scenario.ScenarioWriter;
import io.ringback.scenario.Slot;
import io.ringback.scenario.Verb;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes steps as a scenario that expects what the reference engine does. */
final class ReproductionWriter {
    private final EngineUnderTest reference;
    private final ScenarioWriter writer = new ScenarioWriter(ZoneOffset.UTC);
    private final StringBuilder text = new StringBuilder();
    private final Set<String> queues = new LinkedHashSet<>();
    private long clockMs = Names.START_MS;

    private ReproductionWriter(final EngineUnderTest reference) {
        this.reference = reference;
    }

    /** A whole file; the reference engine is a fresh one. */
    static String write(final EngineUnderTest reference, final EngineLimits limits, final List<StreamStep> steps) {
        final ReproductionWriter reproduction = new ReproductionWriter(reference);
        reproduction.add(reproduction.writer.clock(Names.START_MS));
        reproduction.add(reproduction.writer.limits(limits));
        reference.advanceTo(Names.START_MS);
        for (final StreamStep step : steps) {
            reproduction.step(step);
        }
        reproduction.finalState();
        return reproduction.text.toString();
    }

    /** An event in the scenario language, with its time. */
    static String line(final Event event) {
        return new ScenarioWriter(ZoneOffset.UTC).expect(event);
    }

    private void add(final String line) {
        text.append(line).append('\n');
    }

    private void step(final StreamStep step) {
        final Object result = Comparison.carryOut(reference, step);
        if (step.isAdvance()) {
            clockMs = step.atMs();
            add(writer.at(clockMs));
        } else if (result instanceof final Outcome outcome) {
            final long stampMs = step.command().verb() == Verb.SKILL ? clockMs : step.atMs();
            add(writer.line(clockMs, stampMs, outcome, step.command()));
            if (step.command().verb() == Verb.QUEUE && outcome == Outcome.OK) {
                queues.add(step.command().name(0));
            }
        } else {
            add("# throws: " + writer.line(step.command()));
        }
        for (final Event event : reference.takeEvents()) {
            add(writer.expect(event));
        }
    }

    private static String time(final long timeMs) {
        return timeMs == Engine.NO_TIME ? "none" : Quantities.time(timeMs);
    }

    /** Those of an hour: a reader has enough of them. */
    private void addSlots(final String queue) {
        final long fromMs = reference.nowMs();
        final long toMs = fromMs + 3_600_000;
        final StringBuilder line = new StringBuilder("expect slots ").append(queue);
        line.append(" from=").append(time(fromMs)).append(" to=").append(time(toMs));
        for (final Slot slot : reference.slots(queue, fromMs, toMs)) {
            line.append(' ').append(time(slot.startMs())).append('=').append(slot.free());
        }
        add(line.toString());
    }

    private void finalState() {
        for (final String name : Names.INTERACTIONS) {
            final String state = reference.interactionState(name);
            if (state != null) {
                add("expect state " + name + ' ' + state);
                add("expect position " + name + ' ' + reference.position(name));
            }
        }
        for (final String name : Names.AGENTS) {
            if (reference.agentState(name) != null) {
                add("expect agent " + name + ' ' + reference.agentState(name));
            }
        }
        for (final String name : queues) {
            add("expect waiting " + name + ' ' + reference.waiting(name));
            add(writer.expectEwt(name, reference.ewtMs(name)));
            add("expect open " + name + (reference.open(name) ? " yes" : " no"));
            add("expect next-open " + name + ' ' + time(reference.nextOpenMs(name)));
            add("expect next-close " + name + ' ' + time(reference.nextCloseMs(name)));
            add("expect end-of-day " + name + ' ' + time(reference.endOfDayMs(name)));
            addSlots(name);
        }
    }
}
