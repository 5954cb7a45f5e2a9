package io.ringback.examples.replay;

import static io.ringback.examples.replay.Ending.ABANDONED;
import static io.ringback.examples.replay.Ending.ANSWERED;
import static io.ringback.examples.replay.Ending.TURNED_AWAY;
import static io.ringback.examples.replay.Logs.answered;
import static io.ringback.examples.replay.Logs.hungUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.examples.UsageException;
import io.ringback.examples.replay.Outcomes.Fate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One agent, mostly: A takes the first call at 30,000 s of the day and is busy until 30,100 s. */
final class ReplayTest {
    private static final String FIRST = answered("PS", 0, 30_000, 0, 100, "A");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void shouldServeInOrderOfArrivalWhenOneAgentIsBusy() {
        final Outcomes outcomes =
                replay(FIRST, answered("PS", 0, 30_010, 150, 50, "A"), answered("PS", 0, 30_020, 80, 60, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 90), fate(ANSWERED, 130));
        assertThat(outcomes.decisions()).isEqualTo(3);
        assertThat(outcomes.staffedMs()).containsExactly(210_000L);
    }

    @Test
    void shouldOvertakeWhenTheCustomerHasPrecedence() {
        final Outcomes outcomes =
                replay(FIRST, answered("PS", 0, 30_010, 150, 50, "A"), answered("PS", 2, 30_099, 1, 60, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 150), fate(ANSWERED, 1));
    }

    @Test
    void shouldHangUpAfterTheRecordedPatienceWhenStillWaiting() {
        final Outcomes outcomes =
                replay(FIRST, hungUp("PS", 30_010, 89), hungUp("PS", 30_010, 90), hungUp("PS", 30_010, 500));
        assertThat(outcomes.fates())
                .containsExactly(fate(ANSWERED, 0), fate(ABANDONED, 89), fate(ABANDONED, 90), fate(ABANDONED, 500));
    }

    @Test
    void shouldAnswerWhoHungUpInTheLogWhenAnAgentIsFreeInTime() {
        final Outcomes outcomes = replay(FIRST, hungUp("PS", 30_010, 90), answered("PS", 0, 30_020, 90, 60, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 90), fate(ANSWERED, 80));
    }

    @Test
    void shouldFinishTheCallBeforeGoingHomeWhenTheAgentIsBusy() {
        final Outcomes outcomes =
                replay(FIRST, answered("PS", 0, 30_105, 0, 300, "-"), answered("PS", 0, 30_120, 0, 30, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 0), fate(TURNED_AWAY, 285));
        assertThat(outcomes.staffedMs()).containsExactly(405_000L);
        assertThat(outcomes.recordedStaffedMs(outcomes.log().days().get(0))).isEqualTo(150_000);
    }

    @Test
    void shouldWaitUntilTheAgentIsBackWhenOnABreak() {
        final Outcomes outcomes =
                replay(FIRST, answered("PS", 0, 30_200, 0, 20, "-"), answered("PS", 0, 33_000, 0, 100, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 2_800), fate(ANSWERED, 20));
        assertThat(outcomes.staffedMs()).containsExactly(220_000L);
    }

    @Test
    void shouldTurnAwayAtTheEndOfTheDayWhenNobodyHasTheSkill() {
        final Outcomes outcomes = replay(FIRST, answered("IN", 0, 30_010, 0, 20, "-"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(TURNED_AWAY, 90));
    }

    @Test
    void shouldDialAReturnedCallbackWhenTheAgentIsFree() {
        final Outcomes outcomes = replay(FIRST, answered("TT", 0, 30_010, 90, 50, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 90));
        assertThat(outcomes.decisions()).isEqualTo(3);
    }

    @Test
    void shouldKeepACallbackWaitingOnTheLineWhenItsTriggerTakesACall() {
        final Outcomes outcomes =
                replay(FIRST, answered("TT", 0, 30_010, 90, 50, "A"), answered("PS", 0, 30_020, 130, 40, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 130), fate(ANSWERED, 80));
    }

    @Test
    void shouldAbandonACallbackOnOrOffTheLineWhenItsPatienceIsOver() {
        final Outcomes outcomes = replay(
                FIRST,
                answered("TT", 0, 30_005, 300, 50, "A"),
                hungUp("TT", 30_010, 20),
                hungUp("TT", 30_030, 100),
                answered("PS", 0, 30_040, 160, 400, "A"));
        assertThat(outcomes.fates())
                .containsExactly(
                        fate(ANSWERED, 0),
                        fate(ANSWERED, 495),
                        fate(ABANDONED, 20),
                        fate(ABANDONED, 100),
                        fate(ANSWERED, 60));
    }

    @Test
    void shouldStartEachDayAnewWhenALogHasSeveral() {
        final String nextDay = FIRST.replace("990201", "990203");
        final Outcomes outcomes = replay(FIRST, nextDay, answered("PS", 0, 30_050, 60, 10, "A"));
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 50), fate(ANSWERED, 0));
        assertThat(outcomes.staffedMs()).containsExactly(120_000L, 100_000L);
        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "1999-02-01 over   waiting    0  ready agents   0  decisions         2",
                        "1999-02-03 over   waiting    0  ready agents   0  decisions         3");
    }

    @Test
    void shouldStayAtWorkWhenShiftsOverlapAtMidnight() {
        final String late = answered("PS", 0, 86_000, 0, 1_000, "A").replace("24:10:00", "0:10:00");
        final String early = answered("PS", 0, 500, 0, 400, "A").replace("990201", "990202");
        final Outcomes outcomes = replay(late, early);
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 0), fate(ANSWERED, 100));
    }

    @Test
    void shouldWriteOverOneLineWhenShownOnAConsole() {
        final Progress progress = new Progress(new PrintStream(shown, true), true);
        Replay.run(Logs.of(FIRST), Terms.NONE, progress);
        progress.done();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .startsWith("\r1999-02-01 08:20  waiting    0  ready agents   1  decisions         0\r")
                .doesNotContain("\n");
    }

    @Test
    void shouldComeToTheSameWhenReplayedTwice() throws IOException, UsageException {
        final CallLog day = ReplayCommand.bundled();
        final Outcomes once = Replay.run(day, TermsOptions.bundled(), progress());
        final Outcomes again = Replay.run(day, TermsOptions.bundled(), progress());
        assertThat(once.fates()).isEqualTo(again.fates()).hasSizeGreaterThan(1_000);
        assertThat(Report.text(once)).isEqualTo(Report.text(again));
    }

    private Outcomes replay(final String... rows) {
        return Replay.run(Logs.of(rows), Terms.NONE, progress());
    }

    private Progress progress() {
        return new Progress(new PrintStream(shown, true), false);
    }

    private static Fate fate(final Ending ending, final int waitedSeconds) {
        return new Fate(ending, waitedSeconds * 1_000L);
    }
}
