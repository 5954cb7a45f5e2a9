package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioSyntaxExceptionTest {
    private static final String CENTER = """
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
                "frobnicate ann | 1 | expected skill, queue, agent",
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
                "queue support then=1m:english then=1m:billing | 15 | steps are given in order of time, but PT1M is not after PT1M",
                "queue support max-waiting=-1 | 27 | out of range",
                "queue support attempts=0 | 24 | out of range",
                "queue support wrapup=1s | 15 | did you mean wrap-up=?",
                "agent bob french=3 | 11 | no skill french is defined above; defined: english, billing",
                "agent bob english=1001 | 19 | out of range",
                "agent bob english=1 english=2 | 21 | given twice",
                "skill | 7 | expected the name of a skill",
                "clock 2026-03-02T09:00 | 1 | clock comes too late; it belongs before the first queue",
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
                "queue support offer-above=500ms | 27 | expected 1s to 3650d"
            })
    void shouldPointAtTheWordWhenItMakesNoSense(final String line, final int column, final String problem) {
        final ScenarioSyntaxException wrong = wrong(CENTER + line);

        assertThat(wrong).as("an error for: " + line).isNotNull();
        assertThat(wrong.problem()).contains(problem);
        assertThat(wrong.line()).isEqualTo(7);
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
