package io.ringback.hours;

import static io.ringback.hours.Center.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AtClose;
import io.ringback.DialFailure;
import io.ringback.InteractionState;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H5 and T5: what the end of the business day means for callbacks. It is Monday, 2 March 2026, 08:00 UTC. */
class EndOfDayTest {
    private final Center center = new Center();
    private final InteractionView view = new InteractionView();

    @BeforeEach
    void open() {
        center.calendar("office", "UTC", "mon-fri", "09:00-12:00,13:00-17:00");
        center.queue("support", settings -> settings.calendar("office").attemptTimeout(Duration.ofMinutes(5)));
        center.at("16:00");
    }

    private void carryOver() {
        center.change("support", settings -> settings.atClose(AtClose.CARRY_OVER));
    }

    private InteractionState state(final long id) {
        assertThat(center.engine().read(id, view)).isTrue();
        return view.state();
    }

    // ---- purge ----

    @Test
    void shouldPurgeWhoWaitsInOrderOfArrivalWhenTheDayEnds() {
        center.change("support", settings -> settings.retryDelay(Duration.ofHours(2)));
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.failed(1, 1, DialFailure.BUSY);
        center.done(center.callback(center.request(2, "support").number(2).priority(-5)));
        center.failed(2, 1, DialFailure.BUSY);
        center.done(center.call(3, "support"));
        center.done(center.callback(center.request(4, "support").number(4).priority(9)));
        center.done(center.callback(center.request(5, "support").number(5).headStart(99_000)));
        center.take();

        center.at("17:00");

        assertThat(center.take())
                .containsExactly(
                        "17:00 ended 1 PURGED_END_OF_DAY",
                        "17:00 ended 2 PURGED_END_OF_DAY",
                        "17:00 ended 4 PURGED_END_OF_DAY",
                        "17:00 ended 5 PURGED_END_OF_DAY");
        assertThat(center.engine().interactions()).isEqualTo(1);
    }

    @Test
    void shouldCallDialsOffAndSpareWhoIsOnTheLineOrWithAnAgentWhenTheDayEnds() {
        center.at("16:58");
        center.agent(10);
        center.agent(11);
        center.agent(12);
        center.agent(13);
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.done(center.callback(3, "support"));
        center.answered(1, 1);
        center.done(center.engine().agentNotReady(center.engine().nowMs(), 11));
        center.done(center.engine().agentNotReady(center.engine().nowMs(), 12));
        center.done(center.engine().agentNotReady(center.engine().nowMs(), 13));
        center.answered(2, 1);
        center.take();

        center.at("17:00");

        assertThat(center.take()).containsExactly("17:00 dial-cancelled 3 1", "17:00 ended 3 PURGED_END_OF_DAY");
        assertThat(state(1)).isEqualTo(InteractionState.WITH_AGENT);
        assertThat(state(2)).isEqualTo(InteractionState.ON_LINE);
        center.agent(14);
        assertThat(center.take()).containsExactly("17:00 ready 14", "17:00 routed 2 14");
    }

    @Test
    void shouldPurgeNobodyWhenItClosesForABreak() {
        center.at("2026-03-03T11:00");
        center.done(center.callback(1, "support"));
        center.at("12:00");
        assertThat(center.take()).isEmpty();
        center.at("17:00");
        assertThat(center.take()).containsExactly("17:00 ended 1 PURGED_END_OF_DAY");
    }

    @Test
    void shouldPurgeAtTheEndOfTheNextDayWhenItCameAfterTheDayEnded() {
        center.queue("nights", settings -> settings);
        center.at("18:00");
        center.done(center.callback(1, "nights"));
        center.done(center.engine().move(center.engine().nowMs(), 1, center.queue("support")));

        center.at("2026-03-03T16:59");
        assertThat(center.take()).isEmpty();
        center.at("17:00");
        assertThat(center.take()).containsExactly("17:00 ended 1 PURGED_END_OF_DAY");
    }

    @Test
    void shouldPurgeOnceAndForOneReasonWhenAgeAndDayEndAtTheSameInstant() {
        center.change("support", settings -> settings.purgeAfter(Duration.ofHours(1)));
        center.done(center.callback(1, "support"));

        center.at("17:00");

        assertThat(center.take()).containsExactly("17:00 ended 1 PURGED_END_OF_DAY");
    }

    // ---- carry over ----

    @Test
    void shouldTakeDialsBackAndKeepTheRankWhenCallbacksAreCarriedOver() {
        carryOver();
        center.change("support", settings -> settings.attempts(1));
        center.agent(10);
        center.at("16:58");
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.take();

        center.at("17:00");
        assertThat(center.take()).containsExactly("17:00 dial-cancelled 1 1");
        assertThat(state(1)).isEqualTo(InteractionState.QUEUED);
        assertThat(center.engine().position(1)).isEqualTo(1);

        center.at("2026-03-03T08:59:59");
        assertThat(center.take()).isEmpty();
        center.at("09:00");
        assertThat(center.take()).containsExactly("09:00 dial 1 2");
        center.failed(1, 2, DialFailure.NO_ANSWER);
        assertThat(center.take()).as("the dial taken back was no attempt").contains("09:00 ended 1 UNREACHABLE");
    }

    @Test
    void shouldKeepTheTimeOfARetryWhenItIsCarriedOver() {
        carryOver();
        center.change("support", settings -> settings.retryDelay(Duration.ofMinutes(16 * 60 + 55)));
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.failed(1, 1, DialFailure.BUSY);
        center.at("16:10");
        center.done(center.callback(2, "support"));
        center.failed(2, 1, DialFailure.BUSY);
        center.at("16:58");
        center.done(center.callback(3, "support"));
        center.take();

        center.at("17:00");
        assertThat(center.take()).containsExactly("17:00 dial-cancelled 3 1");
        center.at("2026-03-03T09:00");
        assertThat(center.take()).containsExactly("09:00 dial 1 2");
        center.failed(1, 2, DialFailure.BUSY);
        assertThat(center.take()).containsExactly("09:00 retry 1 at 2026-03-04T01:55", "09:00 dial 3 2");
        center.failed(3, 2, DialFailure.BUSY);
        center.at("09:05");
        assertThat(center.take()).containsExactly("09:00 retry 3 at 2026-03-04T01:55", "09:05 dial 2 2");
    }

    @Test
    void shouldCountALateAnswerWhenTheDialWasTakenBack() {
        carryOver();
        center.agent(10);
        center.at("16:58");
        center.done(center.callback(1, "support"));
        center.at("17:00");
        center.take();

        center.answered(1, 1);

        assertThat(center.take()).containsExactly("17:00 on-line 1", "17:00 routed 1 10");
    }

    @Test
    void shouldTakeDialsBackInOrderOfArrivalWhenTheyStartedInAnother() {
        carryOver();
        center.at("16:58");
        for (int n = 0; n < 20; n++) {
            center.done(center.callback(
                    center.request(n, "support").number(5_000 + n).priority(n * 7 % 20)));
        }
        for (int n = 0; n < 15; n++) {
            center.agent(100 + n);
        }
        center.take();

        center.at("17:00");

        final List<String> expected = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            if (n * 7 % 20 >= 5) {
                expected.add("17:00 dial-cancelled " + n + " 1");
            }
        }
        assertThat(center.take()).isEqualTo(expected);
    }

    @Test
    void shouldPurgeForItsAgeAfterAWeekWhenItIsCarriedOverAndOver() {
        carryOver();
        center.done(center.callback(1, "support"));

        center.at("2026-03-09T15:59:59");
        assertThat(center.take()).isEmpty();
        center.at("16:00");
        assertThat(center.take()).containsExactly("16:00 ended 1 PURGED_AGE");
    }

    // ---- at one instant ----

    @Test
    void shouldEndTheDayBeforeADialTimesOutAtTheSameInstant() {
        carryOver();
        center.agent(10);
        center.at("16:55");
        center.done(center.callback(1, "support"));
        center.take();

        center.at("17:00");

        assertThat(center.take()).containsExactly("17:00 dial-cancelled 1 1");
        center.at("2026-03-03T09:00");
        assertThat(center.take()).containsExactly("09:00 dial 1 2");
    }

    @Test
    void shouldEndAllDaysBeforeAnythingIsMatchedWhenSeveralCalendarsMeet() {
        center.calendar("evening", "UTC", "mon-fri", "12:00-16:30,17:00-20:00");
        center.calendar("berlin", "Europe/Berlin", "mon-fri", "09:00-18:00");
        center.queue("evening", settings -> settings.calendar("evening").skills("en"));
        center.queue(
                "berlin",
                settings ->
                        settings.calendar("berlin").atClose(AtClose.CARRY_OVER).attemptTimeout(Duration.ofMinutes(5)));
        center.done(center.callback(3, "evening"));
        center.done(center.callback(4, "evening"));
        center.done(center.callback(
                center.request(5, "evening").number(5).target(center.engine().target("de"))));
        center.at("16:57");
        center.done(center.callback(1, "berlin"));
        center.done(center.callback(2, "support"));
        center.agent(10, "en");
        center.agent(11, "de");
        center.agent(12, "en");
        assertThat(center.take()).contains("16:57 dial 1 1", "16:57 dial 2 1").hasSize(5);

        center.at("17:00");

        // Of the agents who are free again 11 comes first: support is defined before berlin. 12 was idle all the time.
        assertThat(center.take())
                .containsExactly(
                        "17:00 dial-cancelled 2 1",
                        "17:00 ended 2 PURGED_END_OF_DAY",
                        "17:00 dial-cancelled 1 1",
                        "17:00 dial 5 1",
                        "17:00 dial 3 1",
                        "17:00 dial 4 1");
    }

    // ---- as long as it takes ----

    @Test
    void shouldEndDaysAlikeWhenThreeYearsPassWithoutARestart() {
        center.calendar("london", "Europe/London", "mon-fri", "09:00-17:00");
        center.queue("london", settings -> settings.calendar("london").closeForecast(false));
        long id = 0;
        int ended = 0;
        for (long dayMs = ms("2026-03-03T00:00"); dayMs < ms("2029-03-03T00:00"); dayMs += 86_400_000) {
            center.at(Center.text(dayMs).replaceFirst("T.*", "T13:00"));
            if (center.read("london").open()) {
                final long endMs = center.read("london").endOfDayMs();
                center.done(center.callback(++id, "london"));
                assertThat(center.read("london").nextCloseMs()).isEqualTo(endMs);
                center.at("18:00");
                assertThat(center.take())
                        .singleElement()
                        .asString()
                        .startsWith(Center.text(endMs).substring(11) + " ended " + id);
                ended++;
            }
            assertThat(center.call(99, "london")).isEqualTo(Outcome.CLOSED);
        }
        assertThat(ended).isEqualTo(784);
        assertThat(center.read("london").nextOpenMs()).isEqualTo(ms("2029-03-05T09:00"));
    }
}
