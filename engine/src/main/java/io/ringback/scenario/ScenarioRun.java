package io.ringback.scenario;

import io.ringback.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of a scenario on one engine: moves the clock, applies commands, collects events, makes the checks. */
final class ScenarioRun {
    /** Ends a run at a check that does not hold. */
    private static final class CheckFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial")
        private final List<String> explanation;

        CheckFailed(final String problem, final List<String> explanation) {
            super(problem, null, false, false);
            this.explanation = explanation;
        }
    }

    private static final int FRAMES_SHOWN = 12;

    private final String file;
    private final ScenarioClock clock;
    private final EngineUnderTest engine;
    private final RunObserver observer;
    private final EventLog events = new EventLog();
    private SourceLine source;

    ScenarioRun(
            final String file, final ScenarioClock clock, final EngineUnderTest engine, final RunObserver observer) {
        this.file = file;
        this.clock = clock;
        this.engine = engine;
        this.observer = observer;
    }

    Optional<ScenarioFailure> run(final List<Statement> statements) {
        source = new SourceLine(file, 1, "");
        try {
            moveTime(clock.nowMs());
            for (final Statement statement : statements) {
                source = statement.source();
                observer.onStatement(statement, clock);
                statement.on(this);
            }
            checkNothingLeft();
            return Optional.empty();
        } catch (final CheckFailed failed) {
            return Optional.of(ScenarioFailure.of(source, failed.getMessage(), failed.explanation, events.rows(clock)));
        } catch (final RuntimeException | AssertionError broken) {
            // Whoever mends the engine needs the place in its code as much as the place in the scenario.
            final List<String> frames = Arrays.stream(broken.getStackTrace())
                    .limit(FRAMES_SHOWN)
                    .map(frame -> "at " + frame)
                    .toList();
            return Optional.of(ScenarioFailure.of(source, "the engine broke: " + broken, frames, events.rows(clock)));
        }
    }

    void moveTime(final long timeMs) {
        clock.set(timeMs);
        engine.advanceTo(timeMs);
        collect();
    }

    void apply(final long stampMs, final Outcome expected, final Command command) {
        final Outcome came;
        try {
            came = engine.apply(stampMs, withAttempt(command));
        } catch (final IllegalArgumentException wrong) {
            // A skill expression's error shows the expression with a mark in it, below its first line.
            final List<String> message =
                    String.valueOf(wrong.getMessage()).lines().toList();
            throw new CheckFailed("the engine cannot read this: " + message.get(0), message.subList(1, message.size()));
        }
        collect();
        if (came != expected) {
            throw new CheckFailed(
                    came == Outcome.OK ? "this was accepted" : "this was refused: " + came,
                    List.of(
                            "expected  " + (expected == Outcome.OK ? "accepted" : "refused: " + expected),
                            "came      " + (came == Outcome.OK ? "accepted" : "refused: " + came)));
        }
    }

    /** A dial result that names no attempt is about the current one. */
    private Command withAttempt(final Command command) {
        if (command.verb().grammar().key("attempt") == null || command.value("attempt") != null) {
            return command;
        }
        final Map<String, List<String>> values = new LinkedHashMap<>(command.values());
        values.put("attempt", List.of(Integer.toString(engine.attempt(command.name(0)))));
        return new Command(command.verb(), command.names(), values);
    }

    private void collect() {
        for (final Event event : engine.takeEvents()) {
            events.add(event, source.number());
            observer.onEvent(event, clock);
        }
    }

    void filter(final boolean watch, final Set<EventKind> kinds) {
        if (watch) {
            events.watch(kinds);
        } else {
            events.ignore(kinds);
        }
    }

    void expect(final ExpectedEvent expected) {
        final Event came = events.next();
        if (came == null) {
            throw new CheckFailed(
                    "this event did not come", List.of("expected  " + expected.text(), "came      nothing more"));
        }
        final String difference = expected.difference(came, clock);
        if (difference != null) {
            throw new CheckFailed(
                    "another event came: " + difference,
                    List.of("expected  " + expected.text(), "came      " + text(came)));
        }
        events.checked();
    }

    void expectNone() {
        final Event came = events.next();
        if (came != null) {
            throw new CheckFailed(
                    "an event came that nothing expected", List.of("expected  nothing", "came      " + text(came)));
        }
    }

    private void checkNothingLeft() {
        final Event left = events.next();
        if (left != null) {
            throw new CheckFailed(
                    "the scenario ends, and an event is left that nothing expected",
                    List.of("expected  nothing more", "came      " + text(left)));
        }
    }

    private String text(final Event event) {
        return EventText.of(event, clock) + " time=" + clock.text(event.timeMs());
    }

    void expect(final Question question, final String name, final Object answer) {
        final Object said = question.answer(engine, name);
        if (!question.type().meets(said, answer)) {
            final String came = question.type().text(said, clock);
            final String expected = question.type().text(answer, clock);
            final String what = question.word() + " " + name + " ";
            throw new CheckFailed(
                    question.word() + " of " + name + " is " + came + ", not " + expected,
                    List.of("expected  " + what + expected, "came      " + what + came));
        }
    }

    void expect(final ExpectedSlots expected) {
        final List<Slot> came = engine.slots(expected.queue(), expected.fromMs(), expected.toMs());
        final String difference = expected.difference(came, clock);
        if (difference != null) {
            throw new CheckFailed(
                    "other slots are free: " + difference,
                    List.of("expected  " + expected.text(clock), "came      " + expected.text(came, clock)));
        }
    }
}
