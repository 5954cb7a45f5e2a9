package io.ringback.scenario;

import io.ringback.Outcome;
import java.util.Set;

/** One checked statement: what a run has to do. A line becomes one, except {@code skill} with several names. */
sealed interface Statement {
    /** Where it stands. */
    SourceLine source();

    /** Carries it out. */
    void on(ScenarioRun run);

    /** {@code clock}, {@code limits}: known before the run. */
    record SetUp(SourceLine source) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            // The engine was made with it.
        }
    }

    /** {@code at}: the clock moves, timers fire. */
    record MoveTime(SourceLine source, long timeMs) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.moveTime(timeMs);
        }
    }

    /** A command with its stamp and what must become of it. */
    record Apply(SourceLine source, long stampMs, Outcome expected, Command command) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.apply(stampMs, expected, command);
        }
    }

    /** {@code ignore} and {@code watch}. */
    record Filter(SourceLine source, boolean watch, Set<EventKind> kinds) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.filter(watch, kinds);
        }
    }

    /** {@code expect EVENT}. */
    record ExpectEvent(SourceLine source, ExpectedEvent expected) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.expect(expected);
        }
    }

    /** {@code expect none}. */
    record ExpectNone(SourceLine source) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.expectNone();
        }
    }

    /** {@code expect position}, {@code state} and so on: a question, its answer. */
    record ExpectAnswer(SourceLine source, Question question, String name, Object answer) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.expect(question, name, answer);
        }
    }

    /** {@code expect slots}. */
    record ExpectSlots(SourceLine source, ExpectedSlots expected) implements Statement {
        @Override
        public void on(final ScenarioRun run) {
            run.expect(expected);
        }
    }
}
