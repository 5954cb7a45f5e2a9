package io.ringback.scenario;

import static io.ringback.scenario.ScriptedEngine.START_MS;
import static io.ringback.scenario.ScriptedEngine.agent;
import static io.ringback.scenario.ScriptedEngine.queued;
import static io.ringback.scenario.ScriptedEngine.routed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScenarioRunTest {
    private static final String CENTER = """
            skill english
            queue support skills=english
            agent ann english=8
            call c1 support
            """;

    private final ScriptedEngine engine = new ScriptedEngine();

    private Optional<ScenarioFailure> run(final String statements) {
        return Scenario.parse("a.scenario", CENTER + statements).run(limits -> engine);
    }

    private ScenarioFailure failure(final String statements) {
        final Optional<ScenarioFailure> failure = run(statements);
        assertThat(failure).as("a failure").isPresent();
        return failure.get();
    }

    @Test
    void shouldPassWhenEventsComeInOrder() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"), routed(START_MS, "c1", "ann", 0))
                .onCommand("ready ann", agent(START_MS, "ann", "READY"));

        assertThat(run("""
                        expect queued c1 support
                        ready ann
                        expect routed c1
                        expect agent ann state=READY time=09:00:00
                        expect none
                        """)).isEmpty();
    }

    @Test
    void shouldApplyCommandsAtTheClocksTimeWhenItMoves() {
        run("at +30s\nready ann\nstamped 08:59 not-ready ann\nat 09:01:00\nlogout ann\n");

        assertThat(engine.applied)
                .containsExactly(
                        "0 skill english",
                        "0 queue support {skills=[english]}",
                        "0 agent ann {english=[8]}",
                        "0 call c1 support",
                        "30000 ready ann",
                        "-60000 not-ready ann",
                        "60000 logout ann");
        assertThat(engine.nowMs()).isEqualTo(START_MS + 60_000);
    }

    @Test
    void shouldGiveTheEngineItsTimeWhenTheFirstCommandIsStampedBefore() {
        Scenario.parse("a.scenario", "").run(limits -> engine);

        assertThat(engine.nowMs()).isEqualTo(START_MS);
    }

    @Test
    void shouldHandLimitsToTheFactoryWhenMade() {
        final EngineLimits[] given = new EngineLimits[1];
        Scenario.parse("a.scenario", "limits agents=7 interactions=8 max-clock-step=9s")
                .run(limits -> {
                    given[0] = limits;
                    return engine;
                });

        assertThat(given[0]).isEqualTo(new EngineLimits(7, 8, 1_000, 9_000, 1_800_000));
    }

    @Test
    void shouldShowAllAboutItWhenAnotherEventCame() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"))
                .byItself(agent(START_MS + 5_000, "ann", "READY"))
                .byItself(routed(START_MS + 10_000, "c1", "ann", 10_000));

        final ScenarioFailure failure =
                failure("ignore agent\nexpect queued c1\nat +30s\nexpect   routed c1 ann waited=9s # soon\n");

        assertThat(failure.line()).isEqualTo(8);
        assertThat(failure.problem()).isEqualTo("another event came: waited is 10s, not 9s");
        assertThat(failure.text()).isEqualTo("""
                        a.scenario:8: another event came: waited is 10s, not 9s
                            expect   routed c1 ann waited=9s # soon
                          expected  routed c1 ann waited=9s
                          came      routed c1 ann queue=support waited=10s time=09:00:10
                          events (ok: checked, -: ignored, ->: next):
                            ok  line 4  09:00:00  queued c1 support
                            -   line 7  09:00:05  agent ann state=READY
                            ->  line 7  09:00:10  routed c1 ann queue=support waited=10s""");
    }

    @Test
    void shouldNameTheDifferenceWhenKindOrNameIsAnother() {
        engine.onCommand("call c1 support", routed(START_MS, "c1", "ann", 0));

        assertThat(failure("expect queued c1").problem()).endsWith("it is routed, not queued");
        assertThat(failure("agent bob\nexpect routed c1 bob").problem()).endsWith("it is ann, not bob");
        assertThat(failure("expect routed c1 time=09:00:01").problem()).endsWith("time is 09:00:00, not 09:00:01");
    }

    @Test
    void shouldFailWhenValueIsMissingInTheEvent() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"));

        assertThat(failure("expect queued c1 pending=c1").problem()).endsWith("it has no pending");
    }

    @Test
    void shouldCompareByMeaningWhenWrittenDifferently() {
        engine.byItself(routed(START_MS + 60_000, "c1", "ann", 60_000));

        assertThat(run("at +1m\nexpect routed c1 ann waited=60s time=2026-01-05T09:01Z"))
                .isEmpty();
    }

    @Test
    void shouldCompareInstantsWhenRetryIsExpected() {
        final Map<String, Object> values = Map.of("at", START_MS + 300_000, "reason", "busy");
        engine.onCommand("ready ann", new Event(START_MS, EventKind.RETRY, List.of("c1"), values));

        assertThat(run("ready ann\nexpect retry c1 at=+5m reason=busy")).isEmpty();
        assertThat(failure("ready ann\nexpect retry c1 at=09:05:01").problem())
                .endsWith("at is 09:05:00, not 09:05:01");
    }

    @Test
    void shouldFailWhenNothingMoreCame() {
        final ScenarioFailure failure = failure("expect routed c1");

        assertThat(failure.text()).isEqualTo("""
                        a.scenario:5: this event did not come
                            expect routed c1
                          expected  routed c1
                          came      nothing more
                          no event has come so far""");
    }

    @Test
    void shouldFailWhenNothingWasExpectedButAnEventCame() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"));

        final ScenarioFailure failure = failure("expect none");

        assertThat(failure.line()).isEqualTo(5);
        assertThat(failure.text()).contains("came      queued c1 support time=09:00:00");
    }

    @Test
    void shouldFailAtTheEndWhenWatchedEventIsLeft() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"));

        assertThat(failure("at +1s\n").problem()).contains("ends, and an event is left");
        assertThat(run("expect queued\n")).isEmpty();
    }

    @Test
    void shouldLeaveOutPendingEventsWhenTheirKindBecomesIgnored() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"), routed(START_MS, "c1", "ann", 0));

        assertThat(run("ignore queued\nexpect routed c1 ann\nexpect none\n")).isEmpty();
    }

    @Test
    void shouldCheckOnlyLaterEventsWhenTheirKindIsWatchedAgain() {
        engine.onCommand("call c1 support", queued(START_MS, "c1")).onCommand("ready ann", queued(START_MS, "c1"));

        assertThat(run("ignore queued agent\nwatch queued\nexpect none\n")).isEmpty();
        assertThat(failure("ignore queued\nwatch queued\nready ann\nexpect none\n")
                        .line())
                .isEqualTo(8);
    }

    @Test
    void shouldFailWhenCommandIsRefused() {
        engine.refuses("ready ann", Outcome.AGENT_BUSY);

        final ScenarioFailure failure = failure("ready ann\n");

        assertThat(failure.problem()).isEqualTo("this was refused: AGENT_BUSY");
        assertThat(failure.text()).contains("expected  accepted", "came      refused: AGENT_BUSY");
    }

    @Test
    void shouldPassWhenRefusedAsExpected() {
        engine.refuses("ready bob", Outcome.UNKNOWN_AGENT);

        assertThat(run("refuse UNKNOWN_AGENT ready bob\n")).isEmpty();
        assertThat(failure("refuse WRONG_STATE ready bob\n").problem()).isEqualTo("this was refused: UNKNOWN_AGENT");
        assertThat(failure("refuse AGENT_BUSY ready ann\n").problem()).isEqualTo("this was accepted");
    }

    @Test
    void shouldCollectEventsOfTimersWhenTheCommandIsRefused() {
        engine.onCommand("ready ann", queued(START_MS, "c1")).refuses("ready ann", Outcome.AGENT_BUSY);

        assertThat(run("refuse AGENT_BUSY ready ann\nexpect queued c1\n")).isEmpty();
    }

    @Test
    void shouldNameTheCurrentAttemptWhenDialResultNamesNone() {
        engine.counts.put("c1", 2);
        run("dial-answered c1\ndial-failed c1 reason=busy\ndial-failed c1 attempt=1 reason=busy\n");

        assertThat(engine.applied.subList(4, 7))
                .containsExactly(
                        "0 dial-answered c1 {attempt=[2]}",
                        "0 dial-failed c1 {reason=[busy], attempt=[2]}",
                        "0 dial-failed c1 {attempt=[1], reason=[busy]}");
    }

    @Test
    void shouldAskTheEngineWhenStatesAndCountsAreExpected() {
        engine.counts.put("c1", 2);
        engine.counts.put("support", 5);
        engine.states.put("c1", "QUEUED");
        engine.states.put("ann", "READY");

        assertThat(
                        run(
                                "expect position c1 2\nexpect waiting support 5\nexpect state c1 QUEUED\nexpect agent ann READY"))
                .isEmpty();
        assertThat(failure("expect position c1 1").problem()).isEqualTo("position of c1 is 2, not 1");
        assertThat(failure("expect waiting support 4").problem()).isEqualTo("waiting of support is 5, not 4");
        assertThat(failure("expect state c1 ENDED").problem()).isEqualTo("state of c1 is QUEUED, not ENDED");
        assertThat(failure("expect agent ann BUSY").text()).contains("came      agent ann READY");
    }

    @Test
    void shouldCompareWaitsWhenTheyAreExpected() {
        engine.waits.put("support", 83_456L);

        assertThat(run("""
                        expect ewt support 1m23s456ms
                        expect ewt support 83s..84s
                        expect ewt support 83456ms..83456ms
                        """)).isEmpty();
        assertThat(failure("expect ewt support 83s456ms..84s\nexpect ewt support 80s..83s455ms")
                        .text())
                .contains("a.scenario:6: ewt of support is 1m23s456ms, not 1m20s..1m23s455ms")
                .contains("expected  ewt support 1m20s..1m23s455ms", "came      ewt support 1m23s456ms");
        assertThat(failure("expect ewt support 83457ms..2m").problem()).endsWith("not 1m23s457ms..2m");
        assertThat(failure("expect ewt support UNKNOWN").problem()).endsWith("is 1m23s456ms, not UNKNOWN");
    }

    @Test
    void shouldCompareHoursWhenTheyAreExpected() {
        engine.closed.add("support");
        engine.times.put("next-open support", START_MS + 3_600_000);
        engine.times.put("next-close support", START_MS + 86_400_000);

        assertThat(run("""
                        expect open support no
                        expect next-open support 10:00
                        expect next-close support 2026-01-06T09:00
                        expect end-of-day support none
                        """)).isEmpty();
        assertThat(failure("expect open support yes").problem()).isEqualTo("open of support is no, not yes");
        assertThat(failure("expect next-open support none").problem())
                .isEqualTo("next-open of support is 10:00:00, not none");
        assertThat(failure("expect end-of-day support 17:30").text()).contains("came      end-of-day support none");
    }

    @Test
    void shouldCompareFreePlacesWhenSlotsAreExpected() {
        engine.slots.put(
                "support",
                List.of(
                        new Slot(START_MS, 2, 2),
                        new Slot(START_MS + 900_000, 0, 2),
                        new Slot(START_MS + 1_800_000, 1, 2),
                        new Slot(START_MS + 86_400_000, 1, 2)));

        assertThat(run("""
                        expect slots support from=09:00 to=10:00 09:00=2 09:15=0 09:30=1
                        expect slots support from=09:00 to=09:30 09:00=*
                        expect slots support from=09:00 to=09:30 09:00=2 09:20=0
                        expect slots support from=09:45 to=10:00
                        """)).isEmpty();
        assertThat(failure("expect slots support from=09:00 to=+2d 09:00=* 09:30=2 2026-01-06T09:00=1")
                        .text())
                .isEqualTo("""
                        a.scenario:5: other slots are free: 09:30:00 has 1 free, not 2
                            expect slots support from=09:00 to=+2d 09:00=* 09:30=2 2026-01-06T09:00=1
                          expected  slots support from=09:00:00 to=2026-01-07T09:00:00 09:00:00=* 09:30:00=2 \
                        2026-01-06T09:00:00=1
                          came      slots support from=09:00:00 to=2026-01-07T09:00:00 09:00:00=2 09:15:00=0 \
                        09:30:00=1 2026-01-06T09:00:00=1
                          no event has come so far""");
        assertThat(failure("expect slots support from=09:00 to=09:15").problem())
                .endsWith("09:00:00 has 2 free, not 0");
        assertThat(failure("expect slots support from=09:00 to=09:30 09:00=2 09:15=*")
                        .problem())
                .endsWith("09:15:00 has 0 free, not *");
        assertThat(failure("expect slots support from=09:00 to=09:30 09:00=2 09:10=1")
                        .problem())
                .endsWith("09:10:00 has 0 free, not 1");
        assertThat(failure("at +1d\nexpect slots support from=2026-01-05T09:00 to=2026-01-05T09:15")
                        .text())
                .contains("came      slots support from=2026-01-05T09:00:00 to=2026-01-05T09:15:00 09:00:00=2\n");
    }

    @Test
    void shouldCompareInstantsWhenBookingsAreExpected() {
        final List<String> names = List.of("c1", "support");
        engine.onCommand(
                "ready ann",
                new Event(START_MS, EventKind.SCHEDULED, names, Map.of("at", START_MS + 900_000)),
                new Event(
                        START_MS,
                        EventKind.SLOT_FULL,
                        List.of("c1"),
                        Map.of("near", List.of(START_MS + 1_800_000, START_MS + 86_400_000))),
                new Event(START_MS, EventKind.SLOT_FULL, List.of("c1"), Map.of("near", List.of())),
                new Event(START_MS, EventKind.DUE, names, Map.of()),
                new Event(START_MS, EventKind.SLOT_ORPHANED, List.of("c1"), Map.of("at", START_MS + 900_000)));

        assertThat(run("""
                        ready ann
                        expect scheduled c1 support at=09:15
                        expect slot-full c1 near=09:30,2026-01-06T09:00
                        expect slot-full c1 near=none
                        expect due c1 support
                        expect slot-orphaned c1 at=+15m
                        """)).isEmpty();
        assertThat(failure("ready ann\nexpect scheduled\nexpect slot-full near=2026-01-06T09:00,09:30")
                        .text())
                .contains(": near is 09:30:00,2026-01-06T09:00:00, not 2026-01-06T09:00:00,09:30:00\n")
                .contains("09:00:00  slot-full c1 near=none\n")
                .contains("09:00:00  due c1 support\n");
    }

    @Test
    void shouldTellWhyThereIsNoWaitWhenThereIsNone() {
        assertThat(run("expect ewt support UNKNOWN")).isEmpty();
        assertThat(failure("expect ewt support 0s..1h").problem()).isEqualTo("ewt of support is UNKNOWN, not 0s..1h");

        engine.waits.put("support", Engine.EWT_NO_AGENTS);

        assertThat(run("expect ewt support NO_AGENTS")).isEmpty();
        assertThat(failure("expect ewt support UNKNOWN").problem())
                .isEqualTo("ewt of support is NO_AGENTS, not UNKNOWN");
    }

    @Test
    void shouldCompareWaitsWhenEventsTellThem() {
        final List<String> names = List.of("c1", "support");
        engine.onCommand(
                "call c1 support",
                new Event(START_MS, EventKind.QUEUED, names, Map.of("ewt", 90_000L)),
                new Event(START_MS, EventKind.OFFERED, names, Map.of("ewt", Engine.EWT_NO_AGENTS)));

        assertThat(run("expect queued c1 support ewt=90s\nexpect offered c1 support ewt=NO_AGENTS"))
                .isEmpty();
        assertThat(run("expect queued c1 ewt=1m..2m\nexpect offered c1")).isEmpty();
        assertThat(failure("expect queued c1 ewt=91s..2m").text())
                .contains("another event came: ewt is 1m30s, not 1m31s..2m")
                .contains("came      queued c1 support ewt=1m30s time=09:00:00")
                .contains("offered c1 support ewt=NO_AGENTS");
        assertThat(failure("ignore queued\nexpect offered c1 ewt=UNKNOWN").problem())
                .endsWith("ewt is NO_AGENTS, not UNKNOWN");
    }

    @Test
    void shouldSayEndedWhenTheEngineNoLongerKnowsTheInteraction() {
        assertThat(run("expect state c1 ENDED")).isEmpty();
        assertThat(failure("expect state c1 QUEUED").problem()).isEqualTo("state of c1 is ENDED, not QUEUED");
    }

    @Test
    void shouldLeaveEventsWaitingWhenOnlyAQuestionIsAsked() {
        engine.onCommand("call c1 support", queued(START_MS, "c1"));

        assertThat(run("expect state c1 ENDED\nexpect queued c1")).isEmpty();
    }

    @Test
    void shouldShowWhereWhenTheEngineCannotReadAText() {
        engine.breaksWith(new IllegalArgumentException("column 3: level expected\n  a >\n    ^"));

        assertThat(failure("").text()).isEqualTo("""
                        a.scenario:1: the engine cannot read this: column 3: level expected
                            skill english
                            a >
                              ^
                          no event has come so far""");
    }

    @Test
    void shouldShowBothPlacesWhenTheEngineBreaks() {
        engine.breaksWith(new IllegalStateException("entry 7 is free"));

        assertThat(failure("").text())
                .startsWith("a.scenario:1: the engine broke: java.lang.IllegalStateException: entry 7 is free\n")
                .contains("at io.ringback.scenario.ScenarioRunTest.");
    }

    @Test
    void shouldShowOnlyEventsAroundTheNextWhenThereAreMany() {
        for (int second = 0; second < 40; second++) {
            engine.byItself(queued(START_MS + second * 1_000L, "c1"));
        }

        final ScenarioFailure failure = failure("at +1m\n" + "expect queued\n".repeat(10) + "expect none\n");

        assertThat(failure.text())
                .contains("        (4 earlier)\n    ok  line 5  09:00:04  queued c1 support\n")
                .contains("    ->  line 5  09:00:10  queued c1 support\n        line 5  09:00:11")
                .endsWith("line 5  09:00:21  queued c1 support\n        (18 more)");
    }
}
