package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.examples.UsageException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallLogReaderTest {
    private static final String GOOD =
            "AA0101 7 23 2 PS 990201 9:00:00 9:00:06 6 9:00:06 9:00:26 20 AGENT 9:00:26 9:02:26 120 A07";

    @Test
    void shouldTakeAllThatCountsWhenACallQueued() {
        final CallRecord call = Logs.of(GOOD).calls().get(0);
        assertThat(call.line()).isEqualTo(2);
        assertThat(call.day()).isEqualTo(LocalDate.of(1999, 2, 1));
        assertThat(call.type()).isEqualTo("PS");
        assertThat(call.priority()).isTrue();
        assertThat(call.arrivalMs()).isEqualTo(ms("1999-02-01T09:00:06Z"));
        assertThat(call.waiting().seconds()).isEqualTo(20);
        assertThat(call.answeredByKnownAgent()).isTrue();
        assertThat(call.service().agent()).isEqualTo("A07");
        assertThat(call.service().startMs()).isEqualTo(ms("1999-02-01T09:00:26Z"));
        assertThat(call.handleMs()).isEqualTo(120_000);
    }

    @Test
    void shouldArriveAtTheEndOfTheVoiceResponseWhenACallDidNotQueue() {
        final CallRecord call =
                only("AA0101 7 0 1 NW 990201 9:00:00 9:00:06 6 0:00:00 0:00:00 0 AGENT 9:00:05 9:00:15 10 -");
        assertThat(call.arrivalMs()).isEqualTo(ms("1999-02-01T09:00:06Z"));
        assertThat(call.waiting().seconds()).isZero();
        assertThat(call.priority()).isFalse();
        assertThat(call.answered()).isTrue();
        assertThat(call.answeredByKnownAgent()).isFalse();
    }

    @Test
    void shouldBelongToTheNextDayWhenATimePassedMidnight() {
        final CallRecord call =
                only("AA0101 7 0 1 PS 990210 23:59:56 23:59:58 2 0:00:02 0:00:29 27 AGENT 0:00:29 0:00:58 29 A13");
        assertThat(call.day()).isEqualTo(LocalDate.of(1999, 2, 10));
        assertThat(call.arrivalMs()).isEqualTo(ms("1999-02-11T00:00:02Z"));
        assertThat(call.service().startMs()).isEqualTo(ms("1999-02-11T00:00:29Z"));
    }

    @Test
    void shouldBelongToTheSameDayWhenTheVoiceResponseRanBack() {
        final CallRecord call =
                only("AA0101 7 0 2 PS 990207 9:48:14 9:47:17 -57 9:47:17 9:50:11 174 AGENT 9:50:11 9:51:28 77 A04");
        assertThat(call.arrivalMs()).isEqualTo(ms("1999-02-07T09:47:17Z"));
    }

    @Test
    void shouldBeginWhenTheWaitEndedWhenAServiceHasNoTimes() {
        final CallRecord call =
                only("AA0101 7 0 2 PS 990202 13:44:47 13:44:53 6 13:44:53 13:45:06 13 AGENT 0:00:00 0:00:00 0 A07");
        assertThat(call.service().startMs()).isEqualTo(ms("1999-02-02T13:45:06Z"));
        assertThat(call.handleMs()).isZero();
    }

    @Test
    void shouldCountWhatIsLeftOutWhenACallNeverReachedAQueueOrIsAPhantom() {
        final CallLog log = Logs.of(
                "AA0101 1 0 0 PS 990201 9:00:00 9:00:06 6 0:00:00 0:00:00 0 HANG 0:00:00 0:00:00 0 -",
                "AA0101 2 0 0 PS 990201 9:00:00 9:00:06 6 9:00:06 9:00:36 30 PHANTOM 9:00:36 9:00:40 4 -",
                "",
                GOOD);
        assertThat(log.neverQueued()).isEqualTo(1);
        assertThat(log.phantoms()).isEqualTo(1);
        assertThat(log.malformed()).isEmpty();
        assertThat(log.calls()).extracting(CallRecord::line).containsExactly(5);
    }

    @Test
    void shouldSortByArrivalThenByLineWhenTheFileIsNotInOrder() {
        final CallLog log = Logs.of(
                Logs.answered("PS", 0, 40_000, 0, 10, "A"),
                Logs.answered("PS", 0, 30_000, 5, 10, "A"),
                Logs.answered("PS", 0, 30_000, 0, 10, "A"));
        assertThat(log.calls()).extracting(CallRecord::line).containsExactly(3, 4, 2);
    }

    @Test
    void shouldTellDaysTypesAndAgentsWhenAsked() {
        final CallLog log = Logs.of(
                Logs.answered("NW", 0, 30_000, 0, 10, "B"),
                Logs.answered("PS", 0, 30_001, 0, 10, "A"),
                Logs.answered("PS", 0, 30_002, 0, 10, "B"),
                Logs.answered("IN", 0, 30_003, 0, 10, "-"));
        assertThat(log.types()).containsExactly("PS", "IN", "NW");
        assertThat(log.agents()).containsExactly("A", "B");
        assertThat(log.days()).containsExactly(LocalDate.of(1999, 2, 1));
        assertThat(log.unknownAgents()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    990201   | 990231   | date 990231 is not a date yymmdd
                    990201   | 99021    | date 99021 is not a date yymmdd
                    990201   | 9902-1   | date 9902-1 is not a date yymmdd
                    AGENT    | AGNET    | outcome AGNET is not AGENT, HANG or PHANTOM
                    2 PS     | 3 PS     | priority 3 is not 0, 1 or 2
                    PS       | P+S      | type P+S is no name
                    9:00:26 20 | 9:00:26 -20 | q_time -20 is not a number of seconds in 0..86400
                    120      | 86401    | ser_time 86401 is not a number of seconds in 0..86400
                    120      | two      | ser_time two is not a number of seconds in 0..86400
                    6 9:00:06 | 6 24:00:06 | q_start 24:00:06 is not a time of day h:mm:ss
                    6 9:00:06 | 6 9:60:06  | q_start 9:60:06 is not a time of day h:mm:ss
                    6 9:00:06 | 6 9:00     | q_start 9:00 is not a time of day h:mm:ss
                    A07      | A07 A08  | 18 columns instead of 17
                    """)
    void shouldLeaveOutALineWithItsReasonWhenItIsMalformed(
            final String right, final String wrong, final String reason) {
        final CallLog log = Logs.of(GOOD.replace(right, wrong), GOOD);
        assertThat(log.calls()).extracting(CallRecord::line).containsExactly(3);
        assertThat(log.malformed()).containsExactly(new CallLog.BadLine(2, reason));
    }

    @Test
    void shouldRefuseTheFileWhenItIsNoCallLog() {
        assertRefused("", "is not a call log");
        assertRefused("line id\n1 2\n", "is not a call log");
        assertRefused(GOOD + "\n", "is not a call log");
        assertRefused(Logs.HEADER + "\n", "has no call");
        assertRefused(Logs.HEADER + "\nrubbish\n", "1 malformed");
    }

    @Test
    void shouldTakeTwoDigitYearsAsTheNearCenturyWhenBelowSeventy() {
        assertThat(only(GOOD.replace("990201", "260302")).day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(only(GOOD.replace("990201", "700302")).day()).isEqualTo(LocalDate.of(1970, 3, 2));
    }

    private static void assertRefused(final String text, final String message) {
        assertThatThrownBy(() -> CallLogReader.read("test", Logs.reader(text)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("test")
                .hasMessageContaining(message);
    }

    private static CallRecord only(final String row) {
        final CallLog log = Logs.of(row);
        assertThat(log.calls()).hasSize(1);
        return log.calls().get(0);
    }

    private static long ms(final String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
