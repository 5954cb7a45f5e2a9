package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioSyntaxExceptionTest {
    private static final String CENTER = """
            calendar office zone=UTC
            skill english billing
            queue support
            agent ann english=8
            call c1 support
            call call-7 support
            at +1h
            """;

    private static ScenarioSyntaxException wrong(final String text) {
        return catchThrowableOfType(ScenarioSyntaxException.class, () -> Scenario.parse("a.scenario", text));
    }

    @Test
    void shouldShowPlaceTextAndMarkWhenPrinted() {
        assertThat(wrong("skill english\nagent\tann  englsh=8   # typo")).hasMessage("""
                        a.scenario:2:12: no skill englsh is defined above; did you mean english?
                            agent\tann  englsh=8   # typo
                                 \t     ^^^^^^^^""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "redy ann | 1 | did you mean ready?",
                "frobnicate ann | 1 | expected skill, calendar, queue, agent",
                "x=5 ready ann | 1 | expected a statement",
                "ready | 7 | expected an agent",
                "ready ann bob | 11 | bob is one word too many; ready takes an agent",
                "ready anne | 7 | no agent anne is defined above; did you mean ann?",
                "ready c1 | 7 | no agent c1 is defined above; defined: ann",
                "ready an.n | 7 | letters, digits, _ and -",
                "ready ann now=yes | 11 | unknown key now=; ready takes no keys",
                "call c2 suport | 9 | did you mean support?",
                "call c2 | 9 | expected a queue",
                "call c2 support nummer=+44 | 17 | did you mean number=?",
                "call c2 support number=+44 number=+44 | 28 | given twice",
                "call c2 support priority=1001 | 26 | expected a whole number in -1000..1000",
                "call c2 support priority=high | 26 | not a number",
                "call c2 support priority=99999999999999999999 | 26 | out of range",
                "call c2 support head-start=5 | 28 | 5 is not a duration",
                "call c2 support head-start=3651d | 28 | out of range; expected 0s to 3650d",
                "callback k1 support | 21 | expected number=",
                "accept-offer c1 number=+44 | 28 | expected as=",
                "abandon c2 | 9 | no interaction c2 is defined above; defined: c1, call-7",
                "abandon call-8 | 9 | did you mean call-7?",
                "dial-failed c1 | 16 | expected reason=",
                "dial-failed c1 reason=buzy | 23 | did you mean busy?",
                "dial-answered c1 attempt=-1 | 26 | out of range",
                "queue support wrap-up=10 | 23 | not a duration",
                "queue support answer-timeout=500ms | 30 | expected 1s to 3650d",
                "queue support invite=off | 22 | unknown answer off; expected yes, no",
                "queue support agent-choice=longest | 28 | expected longest-idle, least-skilled",
                "queue support then=english | 20 | not a target step",
                "queue support then=1m:english then=1m:billing | 36 | steps are given in order of time, but PT1M is not after PT1M",
                "queue support max-waiting=-1 | 27 | out of range",
                "queue support attempts=0 | 24 | out of range",
                "queue support wrapup=1s | 15 | did you mean wrap-up=?",
                "agent bob french=3 | 11 | no skill french is defined above; defined: english, billing",
                "agent bob english=1001 | 19 | out of range",
                "agent bob english=1 english=2 | 21 | given twice",
                "skill | 7 | expected the name of a skill",
                "clock 2026-03-02T09:00 | 1 | clock comes too late; it belongs before the first calendar",
                "limits agents=5 | 1 | limits comes too late",
                "at | 4 | expected a time",
                "at 09:59 | 4 | 09:59 is in the past; the clock shows 10:00:00",
                "at noon | 4 | not a time",
                "at 2026-02-30T09:00 | 4 | no such date",
                "at +5 | 4 | not a duration",
                "stamped 25:00 ready ann | 9 | not a time",
                "stamped +1s | 13 | expected a statement",
                "stamped | 9 | expected a time",
                "stamped +1s refuse AGENT_BUSY ready ann | 13 | refuse comes first",
                "stamped +1s at +5s | 13 | neither be refused nor stamped",
                "stamped +1s skill french | 13 | skill is never refused",
                "refuse QUEUE_FUL call c2 support | 8 | did you mean QUEUE_FULL?",
                "refuse OK ready ann | 8 | unknown outcome OK",
                "refuse AGENT_BUSY | 19 | expected a statement",
                "refuse UNKNOWN_AGENT ready a.b | 28 | letters, digits",
                "refuse AGENT_BUSY redy ann | 19 | did you mean ready?",
                "ignore | 8 | expected one event or more",
                "watch routd | 7 | did you mean routed?",
                "expect | 8 | expected none, an event",
                "expect routd c1 | 8 | did you mean routed?",
                "expect none c1 | 13 | one word too many",
                "expect routed cal-7 | 15 | did you mean call-7?",
                "expect routed c1 ann support | 22 | one word too many",
                "expect routed c1 waitd=5s | 18 | did you mean waited=?",
                "expect routed c1 waited=5 | 25 | not a duration",
                "expect ended c1 reason=COMPLETE | 24 | did you mean COMPLETED?",
                "expect ended c1 time=25:00 | 22 | not a time",
                "expect agent ann state=REDY | 24 | did you mean READY?",
                "expect agent ann REDY | 18 | did you mean READY?",
                "expect state c1 WAITING | 17 | unknown state WAITING",
                "expect state c1 | 17 | expected what it should be",
                "expect position c1 first | 20 | not a number",
                "expect waiting supprt 1 | 16 | did you mean support?",
                "expect ewt supprt 30s | 12 | did you mean support?",
                "expect ewt support | 20 | expected what it should be",
                "expect ewt support 5 | 20 | expected a duration such as 30s, a range such as 30s..45s, UNKNOWN or NO_AGENTS",
                "expect ewt support UNKNWON | 20 | UNKNWON is not an expected wait; did you mean UNKNOWN?",
                "expect ewt support NO_AGENT..5s | 20 | did you mean NO_AGENTS?",
                "expect ewt support 30s.. | 20 | 30s.. is not an expected wait; expected a duration",
                "expect ewt support UNKNOWN..30s | 20 | did you mean UNKNOWN?",
                "expect ewt support 45s..30s | 20 | expected the shorter wait first",
                "expect queued c1 ewt=soon | 22 | soon is not an expected wait",
                "expect offered c1 support etw=30s | 27 | did you mean ewt=?",
                "queue support offer-above=500ms | 27 | expected 1s to 3650d",
                "queue support calendar=ofice | 24 | no calendar ofice is defined above; did you mean office?",
                "queue support calendar=support | 24 | no calendar support is defined above; defined: office",
                "queue support close-forecast=off | 30 | unknown answer off; expected yes, no",
                "queue support at-close=carry | 24 | unknown rule carry; expected purge, carry-over",
                "queue support horizon=0s | 23 | expected 1s to 3650d",
                "queue support wrap-up=1s slot=100ms | 31 | expected 1s to 3650d",
                "calendar office | 17 | expected zone=",
                "calendar office zone=UTC zone=UTC | 26 | zone= is given twice",
                "calendar office zone=UTC clsoed=2026-12-25 | 26 | unknown key clsoed=; did you mean closed=?",
                "calendar office zone=UTC mno=09:00-17:00 | 26 | did you mean mon=?",
                "calendar office zone=UTC weekdays=09:00-17:00 | 26 | takes zone=, closed=, open=, special=, mon=, tue=",
                "calendar office mon=09:00-17:00 zone=Europe/Lodnon | 38 | did you mean Europe/London?",
                "calendar office zone=London | 22 | zone=London: there is no such time zone",
                "calendar office zone=UTC mon-fri=09:00-12:00,13:00-13:00 | 34 | 13:00-13:00",
                "calendar office zone=UTC mon-fry=09:00-12:00 | 26 | unknown key mon-fry=",
                "calendar office zone=UTC mon-fri=9:00-12:00 | 34 | 9:00-12:00",
                "calendar office zone=UTC closed=2026-02-29 | 33 | closed=2026-02-29",
                "calendar office zone=UTC closed=2026-12-25 mon=09:00-17:00 closed=2026-12-25 | 67 | given twice",
                "calendar office zone=UTC closed=2026-12-24T22:00-02:00 | 33 | runs over midnight",
                "calendar office zone=UTC open=2026-12-26 | 31 | the hours are missing",
                "queue support wrap-up=1s slot=7m | 31 | 7",
                "queue support slot-capacity=-1 | 29 | -1",
                "queue support slot-capacity=\"2; mon-fri 12:00-14:00 -1\" horizon=1d | 29 | -1",
                "calendar office zone=UTC mon-fri | 26 | one word too many; calendar takes a calendar",
                "schedule k1 support number=+44 | 32 | expected at=",
                "schedule k1 support at=+1h | 28 | expected number=",
                "schedule k1 support number=+44 at=noon | 35 | noon is not a time",
                "schedule k1 support number=+44 at=+1h exact=maybe | 45 | unknown answer maybe; expected yes, no",
                "reschedule c1 exact=yes | 25 | expected at=",
                "reschedule c9 at=+1h | 12 | no interaction c9 is defined above",
                "accept-offer c1 as=k1 number=+44 exact=yes | 44 | expected at=",
                "expect open support maybe | 21 | unknown answer maybe; expected yes, no",
                "expect open supprt yes | 13 | did you mean support?",
                "expect next-open support soon | 26 | soon is not a time",
                "expect next-opne support none | 8 | did you mean next-open?",
                "expect slot support from=09:00 to=10:00 | 8 | did you mean slots?",
                "expect slots | 14 | expected a queue",
                "expect slots supprt from=10:00 to=11:00 | 14 | did you mean support?",
                "expect slots support 2 from=10:00 to=11:00 | 22 | one word too many",
                "expect slots support from=10:00 | 33 | expected to=",
                "expect slots support from=10:00 to=11:00 fro=2 | 42 | did you mean from=?",
                "expect slots support from=10:00 to=11:00 10:60=2 | 42 | no such date or hour",
                "expect slots support from=10:00 to=11:00 10:15=many | 48 | many is not a number",
                "expect slots support from=10:00 to=11:00 10:15=-1 | 48 | out of range",
                "expect slots support from=10:00 to=11:00 10:15=1 10:15=2 | 50 | given twice",
                "expect slots support from=10:00 to=11:00 10:15=1 +15m=2 | 50 | the slot at +15m is given twice",
                "expect slots support from=10:00 to=11:00 11:00=1 | 42 | 11:00 is not between from= and to=",
                "expect slots support from=10:00 to=11:00 09:45=1 | 42 | 09:45 is not between",
                "expect slots support from=10:00 to=10:00 | 36 | 10:00 is not after from=",
                "expect slot-full c1 near=10:15,soon | 26 | soon is not a time",
                "expect slot-full c1 near=10:15, | 26 | is not a time"
            })
    void shouldPointAtTheWordWhenItMakesNoSense(final String line, final int column, final String problem) {
        final ScenarioSyntaxException wrong = wrong(CENTER + line);

        assertThat(wrong).as("an error for: " + line).isNotNull();
        assertThat(wrong.problem()).contains(problem);
        assertThat(wrong.line()).isEqualTo(8);
        assertThat(wrong.column()).as(wrong.getMessage()).isEqualTo(column);
        assertThat(wrong.file()).isEqualTo("a.scenario");
        assertThat(wrong.statement()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clock 09:00 | 7 | has no date",
                "clock | 7 | expected a date and time",
                "clock 2026-03-02T09:00 zone=Europe/Lodnon | 29 | did you mean Europe/London?",
                "limits agents=0 | 15 | out of range",
                "limits agent=5 | 8 | did you mean agents=?",
                "limits bookings=-1 | 17 | out of range",
                "limits max-clock-step=10ms | 23 | out of range",
                "limits 5 | 8 | one word too many",
                "ready ann | 7 | nor any other"
            })
    void shouldPointAtTheWordWhenTheFirstLineMakesNoSense(final String line, final int column, final String problem) {
        final ScenarioSyntaxException wrong = wrong(line);

        assertThat(wrong).as("an error for: " + line).isNotNull();
        assertThat(wrong.problem()).contains(problem);
        assertThat(wrong.column()).as(wrong.getMessage()).isEqualTo(column);
    }

    @Test
    void shouldRefuseSecondLineWhenClockOrLimitsAreGivenTwice() {
        assertThat(wrong("clock 2026-03-02T09:00\nclock 2026-03-02T09:00").problem())
                .contains("clock is given twice");
        assertThat(wrong("limits agents=1\nlimits agents=1").problem()).contains("limits is given twice");
    }

    @Test
    void shouldNotDefineNamesWhenTheStatementIsToBeRefused() {
        assertThat(wrong("refuse UNKNOWN_QUEUE call c1 support\nabandon c1").line())
                .isEqualTo(2);
        assertThat(wrong("refuse CAPACITY_EXCEEDED agent bob\nready bob").line())
                .isEqualTo(2);
    }
}
