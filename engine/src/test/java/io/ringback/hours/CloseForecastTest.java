package io.ringback.hours;

import static io.ringback.hours.Center.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Outcome;
import io.ringback.WaitEstimate;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H6: no callback whose turn is not expected before the business day ends. It is Monday, 2 March 2026, UTC. */
class CloseForecastTest {
    private static final long AGENT = 10;
    private static final long CLOSE_MS = Center.ms("2026-03-02T09:20");

    private final Center center = new Center();
    private final WaitEstimate estimate = new WaitEstimate();

    /** One agent, taken by calls for ten minutes each, has just got another; so the next waits some seven minutes. */
    @BeforeEach
    void busyWithHistory() {
        hours("09:00-17:00");
        center.queue("support", settings -> settings.calendar("office").offerAbove(Duration.ofMinutes(1)));
        center.at("09:00");
        center.agent(AGENT);
        center.done(center.call(1, "support"));
        center.at("09:10");
        center.done(center.engine().agentCompleted(center.engine().nowMs(), AGENT));
        center.done(center.engine().agentReady(center.engine().nowMs(), AGENT));
        center.done(center.call(2, "support"));
        center.take();
    }

    private void hours(final String hours) {
        center.calendar("office", "UTC", "mon-fri", hours);
    }

    /** It closes at 09:20, so long after the turn of somebody who joins now. */
    private void closesAfterTurn(final long byMs) {
        hours("09:00-09:20");
        center.engine().estimate(center.queue("support"), estimate);
        assertThat(estimate.medianMs()).isBetween(300_000L, 540_000L);
        center.engine().advanceTo(CLOSE_MS - estimate.medianMs() - byMs);
        center.engine().estimate(center.queue("support"), estimate);
        assertThat(center.engine().nowMs() + estimate.medianMs() + byMs).isEqualTo(CLOSE_MS);
    }

    @Test
    void shouldRefuseWhenTheTurnIsExpectedAtTheEndOfTheDay() {
        closesAfterTurn(0);

        assertThat(center.callback(3, "support")).isEqualTo(Outcome.TOO_LATE_TODAY);
        center.change("support", settings -> settings.closeForecast(false));
        assertThat(center.callback(3, "support")).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldAcceptWhenTheTurnIsExpectedJustBeforeTheEndOfTheDay() {
        closesAfterTurn(1);

        assertThat(center.callback(3, "support")).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldCountTheLastClosingOfTheDayAndNotABreak() {
        closesAfterTurn(0);
        hours("09:00-09:20,10:00-17:00");

        assertThat(center.callback(3, "support")).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldGoByTheRequestsOwnPlaceWhenItHasOne() {
        closesAfterTurn(1);
        center.done(center.callback(3, "support"));
        assertThat(center.callback(4, "support")).as("behind 3").isEqualTo(Outcome.TOO_LATE_TODAY);

        assertThat(center.callback(
                        center.request(4, "support").number(NUMBER + 4).priority(-1)))
                .isEqualTo(Outcome.TOO_LATE_TODAY);
        assertThat(center.callback(
                        center.request(4, "support").number(NUMBER + 4).priority(1)))
                .isEqualTo(Outcome.OK);
        assertThat(center.callback(
                        center.request(5, "support").number(NUMBER + 5).priority(1)))
                .as("behind 4")
                .isEqualTo(Outcome.TOO_LATE_TODAY);
        assertThat(center.callback(center.request(5, "support")
                        .number(NUMBER + 5)
                        .priority(1)
                        .headStart(1)))
                .isEqualTo(Outcome.OK);
    }

    @Test
    void shouldYieldLikeACallbackWhenCallersComeFirst() {
        center.change("support", settings -> settings.callbackYield(Duration.ofDays(1)));
        closesAfterTurn(1);
        center.done(center.callback(3, "support"));

        assertThat(center.callback(
                        center.request(4, "support").number(NUMBER + 4).headStart(60_000)))
                .as("ahead of 3")
                .isEqualTo(Outcome.OK);
        center.done(center.call(5, "support"));
        assertThat(center.callback(
                        center.request(6, "support").number(NUMBER + 6).headStart(120_000)))
                .as("behind 5")
                .isEqualTo(Outcome.TOO_LATE_TODAY);
    }

    @Test
    void shouldLetInWhoCannotBeToldATime() {
        closesAfterTurn(0);

        assertThat(center.callback(center.request(3, "support")
                        .number(3)
                        .target(center.engine().target("de"))))
                .as("nobody speaks it")
                .isEqualTo(Outcome.OK);
        center.done(center.engine().agentLoggedOut(center.engine().nowMs(), AGENT));
        assertThat(center.callback(4, "support")).as("nobody is there").isEqualTo(Outcome.OK);
        center.queue("new", settings -> settings.calendar("office"));
        center.done(center.engine().agentNotReady(center.engine().nowMs(), AGENT));
        assertThat(center.callback(5, "new")).as("nobody knows").isEqualTo(Outcome.OK);
    }

    @Test
    void shouldOfferOnlyWhatWouldBeInTime() {
        closesAfterTurn(0);
        center.done(center.call(3, "support"));
        assertThat(center.take()).isEmpty();

        center.done(center.engine().customerLeft(center.engine().nowMs(), 3));
        center.change("support", settings -> settings.closeForecast(false));
        center.done(center.call(4, "support"));
        assertThat(center.take()).last().asString().endsWith("offered 4");
    }

    @Test
    void shouldGoByWhatIsLeftOfTheWaitWhenAnOfferIsAccepted() {
        closesAfterTurn(2);
        center.done(center.call(3, "support"));
        center.done(center.call(4, "support"));
        assertThat(center.take()).last().asString().endsWith("offered 3");

        assertThat(center.acceptOffer(4, 40)).as("behind 3").isEqualTo(Outcome.TOO_LATE_TODAY);
        assertThat(center.acceptOffer(3, 30)).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldComeAfterTheLimitsAndBeforeTheCapacityWhenMoreSpeaksAgainstIt() {
        closesAfterTurn(0);
        center.change("support", settings -> settings.maxWaiting(0));
        assertThat(center.callback(3, "support")).isEqualTo(Outcome.QUEUE_FULL);
        center.change("support", settings -> settings.maxWaiting(9_999_999));
        center.queue("always", settings -> settings.skills("de"));
        for (long id = 100; center.engine().interactions() < 10_000; id++) {
            final Outcome outcome = center.engine().callArrived(center.engine().nowMs(), center.request(id, "always"));
            assertThat(outcome).isEqualTo(Outcome.OK);
        }

        assertThat(center.callback(3, "support")).isEqualTo(Outcome.TOO_LATE_TODAY);
        center.change("support", settings -> settings.closeForecast(false));
        assertThat(center.callback(3, "support")).isEqualTo(Outcome.CAPACITY_EXCEEDED);
    }
}
