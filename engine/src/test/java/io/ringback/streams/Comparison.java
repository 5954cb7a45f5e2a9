package io.ringback.streams;

import io.ringback.Outcome;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.Slot;
import io.ringback.scenario.Verb;
import io.ringback.streams.Difference.Aspect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Leads two engines through the same steps and looks at both after each. */
final class Comparison {
    private static final String EWT = "ewt";
    private static final long WAIT_TOLERANCE_MS = 1;
    private static final double WAIT_TOLERANCE = 1e-9;
    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    private static final int SLOTS_EVERY = 8;

    private final EnginePair pair;
    private final int validateEvery;
    private final int slotsEvery;
    private final EngineUnderTest reference;
    private final EngineUnderTest candidate;
    private final Ledger ledger = new Ledger();
    private int steps;
    private Outcome outcome;
    private List<Event> events = List.of();

    Comparison(final EnginePair pair, final EngineLimits limits, final int validateEvery) {
        this.pair = pair;
        this.validateEvery = validateEvery;
        this.slotsEvery = Math.min(validateEvery, SLOTS_EVERY);
        reference = pair.reference(limits);
        candidate = pair.candidate(limits);
        reference.advanceTo(Names.START_MS);
        candidate.advanceTo(Names.START_MS);
    }

    /** Runs all steps on fresh engines, validating after each; returns the first difference, or null. */
    static Difference replay(final EnginePair pair, final EngineLimits limits, final List<StreamStep> steps) {
        final Comparison comparison = new Comparison(pair, limits, 1);
        for (final StreamStep step : steps) {
            final Difference difference = comparison.apply(step);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    EngineUnderTest reference() {
        return reference;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the reference engine said to the last step; null for time that passed. */
    Outcome outcome() {
        return outcome;
    }

    /** What the reference engine reported on the last step. */
    List<Event> events() {
        return events;
    }

    /** Carries out one step; returns the first difference, or null. */
    Difference apply(final StreamStep step) {
        final Object expected = carryOut(reference, step);
        final Object got = carryOut(candidate, step);
        outcome = expected instanceof final Outcome known ? known : null;
        events = reference.takeEvents();
        final Difference difference = compare(step, expected, got);
        steps++;
        return difference;
    }

    /** Carries out one step on one engine: its outcome, or, as text, what it threw. */
    static Object carryOut(final EngineUnderTest engine, final StreamStep step) {
        try {
            if (step.isAdvance()) {
                engine.advanceTo(step.atMs());
                return Outcome.OK;
            }
            // Defining a skill takes no time stamp: it happens whenever the engine is.
            final boolean timeless = step.command().verb() == Verb.SKILL;
            return engine.apply(timeless ? engine.nowMs() : step.atMs(), step.command());
        } catch (final RuntimeException | AssertionError e) {
            final StackTraceElement[] trace = e.getStackTrace();
            final String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
            return e.getClass().getName() + " at " + place + "\n" + e.getMessage();
        }
    }

    private Difference compare(final StreamStep step, final Object expected, final Object got) {
        if (!(expected instanceof Outcome) || !(got instanceof Outcome)) {
            return difference(Aspect.EXCEPTION, expected, got);
        }
        if (expected != got) {
            return difference(Aspect.OUTCOME, expected, got);
        }
        final List<Event> others = candidate.takeEvents();
        final Difference event = firstEvent(others);
        if (event != null) {
            return event;
        }
        if (reference.nowMs() != candidate.nowMs()) {
            return difference(Aspect.TIME, reference.nowMs(), candidate.nowMs());
        }
        if (reference.nextDeadlineMs() != candidate.nextDeadlineMs()) {
            return difference(Aspect.DEADLINE, reference.nextDeadlineMs(), candidate.nextDeadlineMs());
        }
        final Difference state = compareState();
        return state != null ? state : checkInvariants(step);
    }

    private Difference firstEvent(final List<Event> others) {
        int place = 0;
        while (place < events.size() && place < others.size() && isSame(events.get(place), others.get(place))) {
            place++;
        }
        return place == events.size() && place == others.size()
                ? null
                : difference(Aspect.EVENTS, eventAt(events, place), eventAt(others, place));
    }

    private static boolean isSame(final Event expected, final Event got) {
        if (!(expected.values().get(EWT) instanceof final Long expectedMs)
                || !(got.values().get(EWT) instanceof final Long gotMs)) {
            return expected.equals(got);
        }
        final Map<String, Object> withSameWait = new HashMap<>(got.values());
        withSameWait.put(EWT, isSameWait(expectedMs, gotMs) ? expectedMs : gotMs);
        return expected.equals(new Event(got.timeMs(), got.kind(), got.names(), withSameWait));
    }

    /** Two orders of adding up the same figures may round to neighbours. */
    static boolean isSameWait(final long expectedMs, final long gotMs) {
        return expectedMs == gotMs
                || (expectedMs >= 0
                        && gotMs >= 0
                        && Math.abs(expectedMs - gotMs) <= WAIT_TOLERANCE_MS + WAIT_TOLERANCE * expectedMs);
    }

    private static String eventAt(final List<Event> all, final int place) {
        return "event " + (place + 1) + " of " + all.size() + ": "
                + (place < all.size() ? ReproductionWriter.line(all.get(place)) : "none");
    }

    private Difference compareState() {
        for (final String name : Names.INTERACTIONS) {
            if (!Objects.equals(reference.interactionState(name), candidate.interactionState(name))) {
                return state("state " + name, reference.interactionState(name), candidate.interactionState(name));
            }
            if (reference.position(name) != candidate.position(name)) {
                return state("position " + name, reference.position(name), candidate.position(name));
            }
            if (reference.attempt(name) != candidate.attempt(name)) {
                return state("attempt " + name, reference.attempt(name), candidate.attempt(name));
            }
            if (!isSameWait(reference.remainingEwtMs(name), candidate.remainingEwtMs(name))) {
                return state("wait of " + name, reference.remainingEwtMs(name), candidate.remainingEwtMs(name));
            }
        }
        for (final String name : Names.AGENTS) {
            if (!Objects.equals(reference.agentState(name), candidate.agentState(name))) {
                return state("agent " + name, reference.agentState(name), candidate.agentState(name));
            }
        }
        for (final String name : Names.QUEUES) {
            if (reference.waiting(name) != candidate.waiting(name)) {
                return state("waiting " + name, reference.waiting(name), candidate.waiting(name));
            }
            if (!isSameWait(reference.ewtMs(name), candidate.ewtMs(name))) {
                return state("ewt " + name, reference.ewtMs(name), candidate.ewtMs(name));
            }
            final Difference hours = compareHours(name);
            if (hours != null) {
                return hours;
            }
        }
        return null;
    }

    private Difference compareHours(final String queue) {
        if (reference.open(queue) != candidate.open(queue)) {
            return state("open " + queue, reference.open(queue), candidate.open(queue));
        }
        if (reference.nextOpenMs(queue) != candidate.nextOpenMs(queue)) {
            return state("next-open " + queue, reference.nextOpenMs(queue), candidate.nextOpenMs(queue));
        }
        if (reference.nextCloseMs(queue) != candidate.nextCloseMs(queue)) {
            return state("next-close " + queue, reference.nextCloseMs(queue), candidate.nextCloseMs(queue));
        }
        if (reference.endOfDayMs(queue) != candidate.endOfDayMs(queue)) {
            return state("end-of-day " + queue, reference.endOfDayMs(queue), candidate.endOfDayMs(queue));
        }
        if (steps % slotsEvery == 0) {
            final long nowMs = reference.nowMs();
            final List<Slot> expected = reference.slots(queue, nowMs, nowMs + DAY_MS);
            final List<Slot> got = candidate.slots(queue, nowMs, nowMs + DAY_MS);
            if (!expected.equals(got)) {
                return state("slots " + queue, expected, got);
            }
        }
        return null;
    }

    private Difference checkInvariants(final StreamStep step) {
        final String violation = ledger.record(step, outcome, events, reference);
        if (violation != null) {
            return difference(Aspect.GUARANTEE, "a guarantee to hold", violation);
        }
        if (steps % validateEvery == 0) {
            try {
                pair.validate(reference, candidate);
            } catch (final RuntimeException | AssertionError e) {
                return difference(Aspect.VALIDATION, "valid engines", e);
            }
        }
        return null;
    }

    private Difference state(final String what, final Object expected, final Object got) {
        return difference(Aspect.STATE, what + " " + expected, what + " " + got);
    }

    private Difference difference(final Aspect aspect, final Object expected, final Object got) {
        return new Difference(steps, aspect, String.valueOf(expected), String.valueOf(got));
    }
}
