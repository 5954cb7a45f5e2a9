package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ScenarioParserTest {
    private static final String CENTER = """
            skill english billing
            queue support skills="english >= 5 & billing" purge-after=90m
            agent ann english=8 billing=3
            """;

    private static Scenario parse(final String text) {
        return Scenario.parse("a.scenario", text);
    }

    private static <S extends Statement> S last(final String text, final Class<S> type) {
        final List<Statement> statements = parse(text).statements();
        return type.cast(statements.get(statements.size() - 1));
    }

    private static Command lastCommand(final String text) {
        return last(text, Statement.Apply.class).command();
    }

    @Test
    void shouldBeginOnMondayMorningWhenThereIsNoClock() {
        final Scenario scenario = parse("");

        assertThat(Instant.ofEpochMilli(scenario.startMs())).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(scenario.limits()).isEqualTo(new EngineLimits(1_000, 10_000, 1_000, 86_400_000, 1_800_000));
        assertThat(scenario.statements()).isEmpty();
    }

    @Test
    void shouldSetClockAndLimitsWhenGiven() {
        final Scenario scenario = parse("""
                skill english
                ignore agent
                limits agents=2 bookings=0 max-clock-step=1h
                clock 2026-07-02T09:00 zone=Europe/London
                """);

        assertThat(scenario.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(Instant.ofEpochMilli(scenario.startMs())).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
        assertThat(scenario.limits()).isEqualTo(new EngineLimits(2, 10_000, 0, 3_600_000, 1_800_000));
    }

    @Test
    void shouldMakeOneCommandEachWhenSeveralSkillsAreNamed() {
        assertThat(parse("skill english billing").statements())
                .extracting(statement -> ((Statement.Apply) statement).command())
                .containsExactly(
                        new Command(Verb.SKILL, List.of("english"), Map.of()),
                        new Command(Verb.SKILL, List.of("billing"), Map.of()));
    }

    @Test
    void shouldKeepValuesAsWrittenWhenTheyAreChecked() {
        assertThat(lastCommand(
                        CENTER + "call c1 support number=+4420 priority=-5 head-start=1m30s skills=\"english > 0\""))
                .isEqualTo(new Command(
                        Verb.CALL,
                        List.of("c1", "support"),
                        Map.of(
                                "number", List.of("+4420"),
                                "priority", List.of("-5"),
                                "head-start", List.of("1m30s"),
                                "skills", List.of("english > 0"))));
    }

    @Test
    void shouldReadEveryCommandWhenNamesAreDefined() {
        final String commands = """
                ready ann
                not-ready ann
                callback k1 support number=+4420
                call c1 support
                answered ann
                answered ann c1
                no-answer ann c1
                complete ann c1
                logout ann
                move c1 support
                abandon c1
                accept-offer c1 as=k2 number=+4420
                cancel k2
                calendar office zone=Europe/London
                schedule k3 support number=+4420 at=+1h
                reschedule k3 at=12:00 exact=no
                accept-offer c1 as=k4 number=+4420 at=11:00 exact=yes
                dial-answered k1
                dial-answered k1 attempt=2
                dial-failed k1 reason=no-answer attempt=1
                remove ann
                """;

        assertThat(parse(CENTER + commands).statements())
                .hasSize(4 + 21)
                .allSatisfy(statement ->
                        assertThat(((Statement.Apply) statement).expected()).isEqualTo(Outcome.OK));
    }

    @Test
    void shouldChangeOnlyNamedKeysWhenQueueIsRepeated() {
        final String again = "queue support wrap-up=10s then=60s:english then=2m:\"billing > 1\"\n";

        assertThat(lastCommand(CENTER + again).values())
                .isEqualTo(Map.of(
                        "skills", List.of("english >= 5 & billing"),
                        "purge-after", List.of("90m"),
                        "wrap-up", List.of("10s"),
                        "then", List.of("60s:english", "2m:billing > 1")));
        assertThat(lastCommand(CENTER + again + "queue support skills=none purge-after=off then=5m:english\n")
                        .values())
                .isEqualTo(Map.of("wrap-up", List.of("10s"), "then", List.of("5m:english")));
        assertThat(lastCommand(CENTER + again + "queue support then=off").values())
                .doesNotContainKey("then");
    }

    @Test
    void shouldKeepHoursInTheirOrderWhenACalendarIsGiven() {
        final Command calendar = lastCommand("calendar office mon-fri=09:00-12:00,13:00-17:30 zone=Europe/London"
                + " sat,sun=10:00-14:00 closed=2026-12-25 mon-fri=20:00-02:00 closed=2026-05-04T14:00-16:00"
                + " open=2026-12-26T10:00-12:00 special=2026-12-24T09:00-12:00");

        assertThat(calendar.names()).containsExactly("office");
        assertThat(calendar.values())
                .isEqualTo(Map.of(
                        "zone", List.of("Europe/London"),
                        "mon-fri", List.of("09:00-12:00,13:00-17:30", "20:00-02:00"),
                        "sat,sun", List.of("10:00-14:00"),
                        "closed", List.of("2026-12-25", "2026-05-04T14:00-16:00"),
                        "open", List.of("2026-12-26T10:00-12:00"),
                        "special", List.of("2026-12-24T09:00-12:00")));
        assertThat(CalendarLine.hours(calendar.values()))
                .isEqualTo(BusinessCalendar.in("Europe/London")
                        .weekly("mon-fri", "09:00-12:00,13:00-17:30,20:00-02:00")
                        .weekly("sat,sun", "10:00-14:00")
                        .closed("2026-12-25")
                        .closed("2026-05-04T14:00-16:00")
                        .open("2026-12-26T10:00-12:00")
                        .special("2026-12-24T09:00-12:00")
                        .build());
    }

    @Test
    void shouldReplaceAllHoursWhenCalendarIsRepeated() {
        assertThat(lastCommand("calendar office zone=UTC mon=09:00-17:00\ncalendar office zone=UTC tue=09:00-17:00")
                        .values())
                .isEqualTo(Map.of("zone", List.of("UTC"), "tue", List.of("09:00-17:00")));
    }

    @Test
    void shouldRestoreDefaultWhenCalendarIsTakenFromAQueue() {
        final String queue = "calendar office zone=UTC\nqueue q calendar=office slot=30m slot-capacity=2"
                + " horizon=10d at-close=carry-over close-forecast=no\n";

        assertThat(lastCommand(queue).values())
                .isEqualTo(Map.of(
                        "calendar", List.of("office"),
                        "slot", List.of("30m"),
                        "slot-capacity", List.of("2"),
                        "horizon", List.of("10d"),
                        "at-close", List.of("carry-over"),
                        "close-forecast", List.of("no")));
        assertThat(lastCommand(queue + "queue q calendar=off slot=off slot-capacity=none horizon=off")
                        .values())
                .containsOnlyKeys("at-close", "close-forecast");
        assertThat(lastCommand(queue + "queue q calendar=none at-close=none close-forecast=none")
                        .values())
                .containsOnlyKeys("slot", "slot-capacity", "horizon");
    }

    @Test
    void shouldHandTimesInUtcToTheEngineWhenACallbackIsBooked() {
        final String clock = "clock 2026-10-24T12:00 zone=Europe/London\n" + CENTER + "call c1 support\n";
        final String booked = clock + "schedule k1 support number=+4420 at=";

        assertThat(lastCommand(booked + "2026-10-25T01:30").value("at")).isEqualTo("2026-10-25T00:30Z");
        assertThat(lastCommand(booked + "2026-10-25T01:30+00:00 exact=yes").values())
                .isEqualTo(Map.of(
                        "number", List.of("+4420"), "at", List.of("2026-10-25T01:30Z"), "exact", List.of("yes")));
        assertThat(lastCommand(booked + "13:00:05.250").value("at")).isEqualTo("2026-10-24T12:00:05.250Z");
        assertThat(lastCommand(booked + "+1d\nat +1h\nreschedule k1 at=+30s").value("at"))
                .isEqualTo("2026-10-24T12:00:30Z");
        assertThat(lastCommand(clock + "accept-offer c1 as=k1 number=+4420 at=12:30")
                        .value("at"))
                .isEqualTo("2026-10-24T11:30Z");
        assertThat(lastCommand("clock 2026-03-29T00:00 zone=Europe/London\n" + CENTER
                                + "schedule k1 support number=+4420 at=01:30")
                        .value("at"))
                .isEqualTo("2026-03-29T01:30Z");
    }

    @Test
    void shouldReadSlotsAsIfTheClockStoodAtTheirBeginningWhenTheyAreExpected() {
        final ExpectedSlots slots = last(
                        CENTER + "expect slots support from=2026-01-06T09:00 to=+2d"
                                + " 09:00=2 10:30=* +15m=0 2026-01-07T08:45=1",
                        Statement.ExpectSlots.class)
                .expected();

        final long fromMs = ScriptedEngine.START_MS + 86_400_000;
        assertThat(slots)
                .isEqualTo(new ExpectedSlots(
                        "support",
                        fromMs,
                        ScriptedEngine.START_MS + 2 * 86_400_000,
                        new TreeMap<>(Map.of(
                                fromMs,
                                2L,
                                fromMs + 900_000,
                                0L,
                                fromMs + 5_400_000,
                                ExpectedSlots.SOME,
                                fromMs + 86_400_000 - 900_000,
                                1L))));
        assertThat(last(CENTER + "expect slots support to=10:00 from=09:00", Statement.ExpectSlots.class)
                        .expected()
                        .free())
                .isEmpty();
    }

    @Test
    void shouldReadTimesWhenSlotsNearbyAreExpected() {
        final String call = CENTER + "call k1 support\nexpect slot-full k1 near=";

        assertThat(last(call + "09:15,2026-01-06T09:00,+1h", Statement.ExpectEvent.class)
                        .expected()
                        .values())
                .isEqualTo(Map.of(
                        "near",
                        List.of(
                                ScriptedEngine.START_MS + 900_000,
                                ScriptedEngine.START_MS + 86_400_000,
                                ScriptedEngine.START_MS + 3_600_000)));
        assertThat(last(call + "none", Statement.ExpectEvent.class).expected().values())
                .isEqualTo(Map.of("near", List.of()));
    }

    @Test
    void shouldReadQuestionsAboutHoursWhenAnswersAreGiven() {
        assertThat(last(CENTER + "expect open support no", Statement.ExpectAnswer.class)
                        .answer())
                .isEqualTo("no");
        for (final String question : List.of("next-open", "next-close", "end-of-day")) {
            assertThat(last(CENTER + "expect " + question + " support none", Statement.ExpectAnswer.class)
                            .answer())
                    .isEqualTo(Engine.NO_TIME);
            assertThat(last(CENTER + "expect " + question + " support 10:00", Statement.ExpectAnswer.class)
                            .answer())
                    .isEqualTo(ScriptedEngine.START_MS + 3_600_000);
        }
    }

    @Test
    void shouldReadNoneAsTextWhenQuoted() {
        assertThat(lastCommand("skill none\nqueue q skills=\"none\"").values())
                .isEqualTo(Map.of("skills", List.of("none")));
    }

    @Test
    void shouldForgetSettingsWhenTheQueueLineIsToBeRefused() {
        final String refused = "refuse CLOCK_JUMP stamped +2d queue support priority=5\n";

        assertThat(lastCommand(CENTER + refused + "queue support wrap-up=0s").values())
                .containsOnlyKeys("skills", "purge-after", "wrap-up");
    }

    @Test
    void shouldReplaceAllSkillsWhenAgentIsRepeated() {
        assertThat(lastCommand(CENTER + "agent ann english=1").values()).isEqualTo(Map.of("english", List.of("1")));
    }

    @Test
    void shouldStampWithTheClockWhenItMoved() {
        final Statement.Apply apply = last(CENTER + "at +30s\nat 09:01:30\nready ann", Statement.Apply.class);

        assertThat(apply.stampMs()).isEqualTo(ScriptedEngine.START_MS + 90_000);
    }

    @Test
    void shouldStandStillWhenTimeIsTheClocksOwn() {
        assertThat(last("at 09:00", Statement.MoveTime.class).timeMs()).isEqualTo(ScriptedEngine.START_MS);
        assertThat(last("at +0s", Statement.MoveTime.class).timeMs()).isEqualTo(ScriptedEngine.START_MS);
    }

    @Test
    void shouldLeaveClockAloneWhenStamped() {
        final String text = CENTER + "refuse CLOCK_JUMP stamped +2d ready ann\n";
        final Statement.Apply stamped = last(text, Statement.Apply.class);
        final Statement.Apply next = last(text + "ready ann", Statement.Apply.class);

        assertThat(stamped.stampMs()).isEqualTo(ScriptedEngine.START_MS + 2 * 86_400_000L);
        assertThat(stamped.expected()).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(next.stampMs()).isEqualTo(ScriptedEngine.START_MS);
        assertThat(last(CENTER + "stamped 08:00 ready ann", Statement.Apply.class)
                        .stampMs())
                .isEqualTo(ScriptedEngine.START_MS - 3_600_000);
    }

    @Test
    void shouldAllowUndefinedNamesWhenRefused() {
        assertThat(lastCommand("refuse UNKNOWN_AGENT ready nobody").names()).containsExactly("nobody");
        assertThat(lastCommand("refuse UNKNOWN_QUEUE call c1 nowhere").names()).containsExactly("c1", "nowhere");
    }

    @Test
    void shouldReadMeaningsWhenEventIsExpected() {
        final ExpectedEvent event = last(
                        CENTER + "call c1 support\nexpect routed c1 ann waited=90s queue=support time=+1m",
                        Statement.ExpectEvent.class)
                .expected();

        assertThat(event.kind()).isEqualTo(EventKind.ROUTED);
        assertThat(event.names()).containsExactly("c1", "ann");
        assertThat(event.values())
                .isEqualTo(Map.of("waited", 90_000L, "queue", "support", "time", ScriptedEngine.START_MS + 60_000));
        assertThat(event.text()).isEqualTo("routed c1 ann waited=90s queue=support time=+1m");
    }

    @Test
    void shouldTellQuestionFromEventWhenAgentIsExpected() {
        assertThat(last(CENTER + "expect agent ann READY", Statement.ExpectAnswer.class)
                        .answer())
                .isEqualTo("READY");
        assertThat(last(CENTER + "expect agent ann state=READY", Statement.ExpectEvent.class)
                        .expected()
                        .values())
                .isEqualTo(Map.of("state", "READY"));
        assertThat(last(CENTER + "expect agent ann", Statement.ExpectEvent.class)
                        .expected()
                        .names())
                .containsExactly("ann");
        assertThat(last(CENTER + "expect agent", Statement.ExpectEvent.class)
                        .expected()
                        .names())
                .isEmpty();
    }

    @Test
    void shouldReadQuestionsWhenAnswersAreGiven() {
        final String call = CENTER + "call c1 support\n";

        assertThat(last(call + "expect position c1 01", Statement.ExpectAnswer.class)
                        .answer())
                .isEqualTo(1L);
        assertThat(last(call + "expect state c1 ENDED", Statement.ExpectAnswer.class)
                        .question())
                .isEqualTo(Question.STATE);
        assertThat(last(call + "expect waiting support 3", Statement.ExpectAnswer.class)
                        .name())
                .isEqualTo("support");
    }

    @Test
    void shouldReadTextWhenItHasByteOrderMarkAndWindowsLineEnds() {
        assertThat(parse("\uFEFFskill english\r\n\r\nqueue support skills=english\r\n")
                        .statements())
                .extracting(statement -> statement.source().number())
                .containsExactly(1, 3);
    }
}
