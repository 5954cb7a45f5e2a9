package io.ringback.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.naive.NaiveEngine;
import io.ringback.naive.Rule;
import io.ringback.naive.RuleSwitches;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Scenario;
import io.ringback.scenario.Verb;
import io.ringback.streams.Difference.Aspect;
import io.ringback.streams.StreamRunner.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A harness that finds nothing proves nothing: engines that are broken on purpose must be found out. */
class StreamHarnessTest {
    private static final long SEED = 1;
    private static final int STREAMS = 300;
    private static final int LENGTH = 100;

    @Test
    void shouldFindNothingWhenBothEnginesAreTheSame() throws InterruptedException, ExecutionException {
        assertThat(sweep(new Pair(UnaryOperator.identity(), UnaryOperator.identity()))
                        .failure())
                .isNull();
    }

    @Test
    void shouldReportTheEventWhenOneIsMissing() throws InterruptedException, ExecutionException {
        final Pair pair = broken(DropsEndings::new);

        final Failure failure = failureOf(pair);

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.EVENTS);
        assertThat(failure.difference().expected()).contains("ended").contains("ABANDONED");
        assertThat(verbs(runner(pair).shrink(failure)))
                .containsOnlyOnce(Verb.ABANDON)
                .endsWith(Verb.ABANDON);
        // A queue, an agent that is Ready, and a callback that was dialed and answered.
        assertThat(runner(pair).shrink(failure)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void shouldReportTheOutcomeWhenItDiffers() throws InterruptedException, ExecutionException {
        final Failure failure = failureOf(broken(RefusesLogout::new));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.OUTCOME);
        assertThat(failure.difference().expected()).isEqualTo("OK");
        assertThat(failure.difference().got()).isEqualTo("WRONG_STATE");
    }

    @Test
    void shouldReportTheExceptionWhenAnEngineThrows() throws InterruptedException, ExecutionException {
        final Failure failure = failureOf(broken(ThrowsOnAbandon::new));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.EXCEPTION);
        assertThat(failure.difference().got()).contains("broken on purpose");
    }

    @Test
    void shouldReportTheStateWhenOnlyAQueryDiffers() throws InterruptedException, ExecutionException {
        final Failure failure = failureOf(broken(MisplacesSecond::new));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.STATE);
        assertThat(failure.difference().expected()).startsWith("position").endsWith(" 2");
        assertThat(failure.difference().got()).endsWith(" 3");
    }

    @Test
    void shouldReportTheWaitWhenItDiffersByMoreThanRounding() throws InterruptedException, ExecutionException {
        assertThat(sweep(broken(engine -> new Delays(engine, 1))).failure()).isNull();

        final Failure failure = failureOf(broken(engine -> new Delays(engine, 2)));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.STATE);
        assertThat(failure.difference().expected()).startsWith("ewt q");
    }

    @Test
    void shouldReportTheWaitWhenThatOfAnInteractionDiffers() throws InterruptedException, ExecutionException {
        final Failure failure = failureOf(broken(ForgetsWhoWaits::new));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.STATE);
        assertThat(failure.difference().expected()).startsWith("wait of ");
    }

    @Test
    void shouldReportTheEventWhenItsWaitDiffersByMoreThanRounding() throws InterruptedException, ExecutionException {
        assertThat(sweep(broken(engine -> new AnnouncesDelays(engine, 1))).failure())
                .isNull();

        final Failure failure = failureOf(broken(engine -> new AnnouncesDelays(engine, 2)));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.EVENTS);
        assertThat(failure.difference().expected()).contains("queued").contains("ewt=");
    }

    @Test
    void shouldTellNoFigureFromFiguresWhenWaitsAreCompared() {
        assertThat(Comparison.isSameWait(0, 1)).isTrue();
        assertThat(Comparison.isSameWait(0, Engine.EWT_UNKNOWN)).isFalse();
        assertThat(Comparison.isSameWait(Engine.EWT_UNKNOWN, Engine.EWT_NO_AGENTS))
                .isFalse();
        assertThat(Comparison.isSameWait(10_000_000_000L, 10_000_000_011L)).isTrue();
        assertThat(Comparison.isSameWait(10_000_000_000L, 10_000_000_012L)).isFalse();
    }

    @Test
    void shouldReportTheDeadlineWhenItDiffers() throws InterruptedException, ExecutionException {
        assertThat(failureOf(broken(ForgetsDeadlines::new)).difference().aspect())
                .isEqualTo(Aspect.DEADLINE);
    }

    @Test
    void shouldReportTheGuaranteeWhenBothEnginesBreakIt() throws InterruptedException, ExecutionException {
        final Failure failure = failureOf(new Pair(DropsEndings::new, DropsEndings::new));

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.GUARANTEE);
        assertThat(failure.difference().got()).matches("G[16]: .*");
    }

    @Test
    void shouldReportTheBrokenInvariantWhenValidationThrows() throws InterruptedException, ExecutionException {
        final EnginePair pair = new Pair(UnaryOperator.identity(), UnaryOperator.identity()) {
            @Override
            public void validate(final EngineUnderTest reference, final EngineUnderTest candidate) {
                if (reference.waiting("q1") > 2) {
                    throw new IllegalStateException("broken on purpose");
                }
            }
        };

        final Failure failure = failureOf(pair);

        assertThat(failure.difference().aspect()).isEqualTo(Aspect.VALIDATION);
        assertThat(failure.difference().got()).contains("broken on purpose");
    }

    @Test
    void shouldReportTheSameStreamWhenRunAgain() throws InterruptedException, ExecutionException {
        final Pair pair = broken(DropsEndings::new);

        final Failure first = failureOf(pair);
        final Failure second = failureOf(pair);

        assertThat(second).isEqualTo(first);
        assertThat(runner(pair).describe(second)).isEqualTo(runner(pair).describe(first));
    }

    @Test
    void shouldFailAloneWhenRunWithTheSeedOfItsMessage() throws InterruptedException, ExecutionException {
        final Pair pair = broken(MisplacesSecond::new);
        final Failure failure = failureOf(pair);

        final Failure alone = new StreamRunner(pair, failure.seed(), LENGTH).run(0, new Coverage());

        assertThat(alone.steps()).isEqualTo(failure.steps());
    }

    @Test
    void shouldPrintAScenarioThatReproducesWhenAStreamFails() throws InterruptedException, ExecutionException {
        final Pair pair = broken(DropsEndings::new);
        final Failure failure = failureOf(pair);

        final String message = runner(pair).describe(failure);

        assertThat(message)
                .contains("-Dseed=" + failure.seed())
                .contains("first difference: EVENTS")
                .contains("\nclock 2026-03-02T09:00 zone=UTC\n")
                .containsPattern("\nexpect queued (c\\d+) q\\d ewt=\\w+ time=.*\n")
                .containsPattern("\nabandon (c\\d+)\nexpect ended \\1 reason=ABANDONED time=");
    }

    @Test
    void shouldPrintAScenarioThatOnlyTheBrokenEngineFailsWhenItIsRun() throws InterruptedException, ExecutionException {
        final Pair pair = broken(DropsEndings::new);
        final Failure failure = failureOf(pair);

        final Scenario scenario = Scenario.parse(
                "reproduction",
                ReproductionWriter.write(
                        pair.reference(failure.limits()),
                        failure.limits(),
                        runner(pair).shrink(failure)));

        assertThat(scenario.run(pair::reference)).isEmpty();
        assertThat(scenario.run(pair::candidate)).isPresent();
    }

    @Test
    void shouldWriteScenariosThatReadBackWhenStreamsAreWhole() {
        final Pair pair = broken(UnaryOperator.identity());
        for (int number = 0; number < 50; number++) {
            final EnginePair last = new Pair(UnaryOperator.identity(), UnaryOperator.identity()) {
                @Override
                public EngineUnderTest candidate(final EngineLimits limits) {
                    return new DiffersAfter(pair.candidate(limits), LENGTH / 2);
                }
            };
            final Failure failure = new StreamRunner(last, SEED, LENGTH).run(number, new Coverage());
            assertThat(failure).isNotNull();

            final String text =
                    ReproductionWriter.write(pair.reference(failure.limits()), failure.limits(), failure.steps());

            assertThat(Scenario.parse("stream " + number, text).run(pair::reference))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void shouldFindOutTheEngineWhenItBreaksARule(final Rule rule) throws InterruptedException, ExecutionException {
        final EnginePair pair = new Pair(UnaryOperator.identity(), UnaryOperator.identity()) {
            @Override
            public EngineUnderTest candidate(final EngineLimits limits) {
                return naive(limits, RuleSwitches.without(rule));
            }
        };

        // Some take a rare coincidence.
        final Failure failure = StreamSweep.run(new StreamRunner(pair, SEED, 2 * LENGTH), 10 * STREAMS)
                .failure();

        assertThat(failure).isNotNull();
    }

    @Test
    void shouldListWhatWasNotMetWhenARunCoversTooLittle() {
        final Coverage nothing = new Coverage();

        assertThat(CoverageFloors.below(nothing, 1))
                .contains("ready accepted: 0 < 1000", "AGENT_BUSY: 0 < 80", "ended PURGED AGE: 0 < 80")
                .contains("CANCEL x cb invited: 0 < 80", "LOGOUT x talking: 0 < 80")
                .noneMatch(line -> line.contains("DIAL_FAILED_LATEST x absent"));
        assertThat(CoverageFloors.below(nothing, 0.5)).contains("ready accepted: 0 < 500");
    }

    @Test
    void shouldComplainWhenAPairIsSeenThatIsSaidNotToOccur() {
        final Coverage coverage = new Coverage();
        coverage.agents().count(AgentUse.COMPLETE_OWN, AgentSituation.READY);

        assertThat(CoverageFloors.below(coverage, 0))
                .containsExactly("COMPLETE_OWN x ready was seen, but only a busy agent has an interaction");
    }

    private static Pair broken(final UnaryOperator<EngineUnderTest> candidate) {
        return new Pair(UnaryOperator.identity(), candidate);
    }

    private static StreamRunner runner(final EnginePair pair) {
        return new StreamRunner(pair, SEED, LENGTH);
    }

    private static StreamSweep.Result sweep(final EnginePair pair) throws InterruptedException, ExecutionException {
        return StreamSweep.run(runner(pair), STREAMS);
    }

    private static Failure failureOf(final EnginePair pair) throws InterruptedException, ExecutionException {
        final Failure failure = sweep(pair).failure();
        assertThat(failure).isNotNull();
        return failure;
    }

    private static List<Verb> verbs(final List<StreamStep> steps) {
        final List<Verb> verbs = new ArrayList<>();
        for (final StreamStep step : steps) {
            if (!step.isAdvance()) {
                verbs.add(step.command().verb());
            }
        }
        return verbs;
    }

    private static EngineUnderTest naive(final EngineLimits limits, final RuleSwitches rules) {
        return new NaiveEngine(limits, rules);
    }

    private static class Pair implements EnginePair {
        private final UnaryOperator<EngineUnderTest> reference;
        private final UnaryOperator<EngineUnderTest> candidate;

        Pair(final UnaryOperator<EngineUnderTest> reference, final UnaryOperator<EngineUnderTest> candidate) {
            this.reference = reference;
            this.candidate = candidate;
        }

        @Override
        public EngineUnderTest reference(final EngineLimits limits) {
            return reference.apply(naive(limits, RuleSwitches.allOn()));
        }

        @Override
        public EngineUnderTest candidate(final EngineLimits limits) {
            return candidate.apply(naive(limits, RuleSwitches.allOn()));
        }
    }

    /** Has another time after so many commands: every stream fails there. */
    private static final class DiffersAfter extends BrokenEngine {
        private int commandsLeft;

        DiffersAfter(final EngineUnderTest engine, final int commands) {
            super(engine);
            commandsLeft = commands;
        }

        @Override
        public Outcome apply(final long nowMs, final Command command) {
            commandsLeft--;
            return super.apply(nowMs, command);
        }

        @Override
        public long nowMs() {
            return commandsLeft > 0 ? super.nowMs() : super.nowMs() + 1;
        }
    }

    private static final class DropsEndings extends BrokenEngine {
        DropsEndings(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public List<Event> takeEvents() {
            final List<Event> events = new ArrayList<>(super.takeEvents());
            events.removeIf(event -> event.kind() == EventKind.ENDED
                    && "ABANDONED".equals(event.values().get("reason")));
            return events;
        }
    }

    private static final class RefusesLogout extends BrokenEngine {
        RefusesLogout(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public Outcome apply(final long nowMs, final Command command) {
            final boolean refused =
                    command.verb() == Verb.LOGOUT && "LOGGED_OUT".equals(super.agentState(command.name(0)));
            final Outcome outcome = super.apply(nowMs, command);
            return refused && outcome == Outcome.OK ? Outcome.WRONG_STATE : outcome;
        }
    }

    private static final class ThrowsOnAbandon extends BrokenEngine {
        ThrowsOnAbandon(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public Outcome apply(final long nowMs, final Command command) {
            if (command.verb() == Verb.ABANDON) {
                throw new IllegalStateException("broken on purpose");
            }
            return super.apply(nowMs, command);
        }
    }

    private static final class MisplacesSecond extends BrokenEngine {
        MisplacesSecond(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public int position(final String name) {
            return super.position(name) == 2 ? 3 : super.position(name);
        }
    }

    private static final class Delays extends BrokenEngine {
        private final long delayMs;

        Delays(final EngineUnderTest engine, final long delayMs) {
            super(engine);
            this.delayMs = delayMs;
        }

        @Override
        public long ewtMs(final String queue) {
            final long ewtMs = super.ewtMs(queue);
            return ewtMs < 0 ? ewtMs : ewtMs + delayMs;
        }
    }

    private static final class ForgetsWhoWaits extends BrokenEngine {
        ForgetsWhoWaits(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public long remainingEwtMs(final String name) {
            return Engine.EWT_UNKNOWN;
        }
    }

    private static final class AnnouncesDelays extends BrokenEngine {
        private final long delayMs;

        AnnouncesDelays(final EngineUnderTest engine, final long delayMs) {
            super(engine);
            this.delayMs = delayMs;
        }

        @Override
        public List<Event> takeEvents() {
            return super.takeEvents().stream().map(this::delayed).toList();
        }

        private Event delayed(final Event event) {
            if (!(event.values().get("ewt") instanceof final Long ewtMs) || ewtMs < 0) {
                return event;
            }
            final Map<String, Object> values = new HashMap<>(event.values());
            values.put("ewt", ewtMs + delayMs);
            return new Event(event.timeMs(), event.kind(), event.names(), values);
        }
    }

    private static final class ForgetsDeadlines extends BrokenEngine {
        ForgetsDeadlines(final EngineUnderTest engine) {
            super(engine);
        }

        @Override
        public long nextDeadlineMs() {
            return super.waiting("q1") == 3 ? 1 : super.nextDeadlineMs();
        }
    }
}
