package io.ringback.hours;

import static io.ringback.hours.Center.NUMBER;
import static io.ringback.hours.Center.ms;
import static io.ringback.hours.Center.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ringback.AtClose;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.QueueView;
import io.ringback.calendar.BusinessCalendar;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** H3, L5, C2 and T5: queues open and close. It is Monday, 2 March 2026, 08:00 UTC. */
class BusinessHoursTest {
    private static final BusinessCalendar NEVER = BusinessCalendar.in("UTC").build();

    private final Center center = new Center();

    private void office(final String hours) {
        center.calendar("office", "UTC", "mon-fri", hours);
        center.queue("support", settings -> settings.calendar("office"));
    }

    private String hoursOf(final String queue) {
        final QueueView view = center.read(queue);
        return (view.open() ? "open, opens " : "closed, opens ") + text(view.nextOpenMs()) + ", closes "
                + text(view.nextCloseMs()) + ", day ends " + text(view.endOfDayMs());
    }

    // ---- open and closed ----

    @Test
    void shouldTellItsHoursWhenTheDayGoesOn() {
        office("09:00-12:00,13:00-17:00");
        assertThat(hoursOf("support"))
                .isEqualTo("closed, opens 2026-03-02T09:00, closes 2026-03-02T12:00, day ends 2026-03-02T17:00");
        center.at("09:00");
        assertThat(hoursOf("support"))
                .isEqualTo("open, opens 2026-03-02T13:00, closes 2026-03-02T12:00, day ends 2026-03-02T17:00");
        center.at("12:00");
        assertThat(hoursOf("support"))
                .isEqualTo("closed, opens 2026-03-02T13:00, closes 2026-03-02T17:00, day ends 2026-03-02T17:00");
        center.at("2026-03-06T17:00");
        assertThat(hoursOf("support"))
                .isEqualTo("closed, opens 2026-03-09T09:00, closes 2026-03-09T12:00, day ends 2026-03-09T17:00");
    }

    @Test
    void shouldBeOpenOrClosedForGoodWhenThereIsNoCalendarOrNoHours() {
        center.queue("always", settings -> settings);
        center.calendar("never", NEVER);
        center.queue("never", settings -> settings.calendar("never"));

        assertThat(hoursOf("always")).isEqualTo("open, opens never, closes never, day ends never");
        assertThat(hoursOf("never")).isEqualTo("closed, opens never, closes never, day ends never");
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldRefuseWhoComesWhileItIsClosed() {
        office("09:00-17:00");
        assertThat(center.call(1, "support")).isEqualTo(Outcome.CLOSED);
        assertThat(center.callback(2, "support")).isEqualTo(Outcome.CLOSED);

        center.at("09:00");
        assertThat(center.call(1, "support")).isEqualTo(Outcome.OK);
        assertThat(center.callback(2, "support")).isEqualTo(Outcome.OK);

        center.at("17:00");
        assertThat(center.call(3, "support")).isEqualTo(Outcome.CLOSED);
        assertThat(center.acceptOffer(1, 4)).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void shouldRefuseInTheOrderOfOutcomesWhenMoreThanTheHoursSpeaksAgainstIt() {
        office("09:00-12:00,13:00-17:00");
        center.change("support", settings -> settings.maxWaiting(1).maxCallbacks(1));
        center.at("09:00");
        center.done(center.callback(1, "support"));
        center.at("12:00");

        assertThat(center.callback(center.request(1, "support").number(NUMBER))).isEqualTo(Outcome.DUPLICATE_ID);
        assertThat(center.callback(center.request(2, "support"))).isEqualTo(Outcome.BAD_NUMBER);
        assertThat(center.callback(center.request(2, "support").number(NUMBER + 1)))
                .isEqualTo(Outcome.CLOSED);
        assertThat(center.call(3, "support", NUMBER + 1)).as("it would link").isEqualTo(Outcome.CLOSED);
        assertThat(center.call(4, "support")).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void shouldServeCallsThatWaitWhenItCloses() {
        office("09:00-17:00");
        center.at("09:00");
        center.done(center.call(1, "support"));
        center.at("17:30");

        center.agent(10);

        assertThat(center.take()).containsExactly("17:30 ready 10", "17:30 routed 1 10");
    }

    @Test
    void shouldCloseAndOpenForSeveralQueuesWhenTheyShareACalendar() {
        office("09:00-17:00");
        center.queue("sales", settings -> settings.calendar("office"));

        center.at("09:00");
        assertThat(List.of(center.call(1, "support"), center.call(2, "sales"))).containsOnly(Outcome.OK);
        center.at("17:00");
        assertThat(List.of(center.call(3, "support"), center.call(4, "sales"))).containsOnly(Outcome.CLOSED);
    }

    // ---- deadlines ----

    @Test
    void shouldTellTheNextEdgeAsADeadlineAsLongAsAQueueHasTheCalendar() {
        center.calendar("office", "UTC", "mon-fri", "09:00-17:00");
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(Engine.NO_TIME);

        center.queue("support", settings -> settings.calendar("office"));
        center.queue("sales", settings -> settings.calendar("office"));
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-02T09:00"));
        center.at("09:00");
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-02T17:00"));

        center.change("support", settings -> settings.calendar(null));
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-02T17:00"));
        center.change("sales", settings -> settings.calendar(null));
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldPassEveryEdgeOnTheWayWhenTimeStepsFar() {
        office("09:00-17:00");
        center.change("support", settings -> settings.atClose(AtClose.CARRY_OVER));
        center.at("09:00");
        center.done(center.callback(1, "support"));
        center.agent(10);
        center.take();

        center.at("2026-03-05T20:00");

        assertThat(center.take())
                .containsExactly(
                        "2026-03-02T09:01 dial-cancelled 1 1",
                        "2026-03-02T09:01 retry 1 at 2026-03-02T09:06",
                        "2026-03-02T09:06 dial 1 2",
                        "2026-03-02T09:07 dial-cancelled 1 2",
                        "2026-03-02T09:07 retry 1 at 2026-03-02T09:12",
                        "2026-03-02T09:12 dial 1 3",
                        "2026-03-02T09:13 dial-cancelled 1 3",
                        "2026-03-02T09:13 ended 1 UNREACHABLE");
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-06T09:00"));
    }

    // ---- what openings make invitable ----

    @Test
    void shouldInviteInRankOrderOverAllQueuesWhenTheyOpenAtOneInstant() {
        center.calendar("london", "Europe/London", "mon-fri", "09:00-12:00,13:00-17:00");
        center.calendar("paris", "Europe/Paris", "mon-fri", "10:00-13:00,14:00-18:00");
        center.calendar("tokyo", "Asia/Tokyo", "mon-fri", "18:00-21:00,22:00-23:00");
        center.queue("one", settings -> settings.calendar("london"));
        center.queue("two", settings -> settings.calendar("paris"));
        center.queue("three", settings -> settings.calendar("tokyo").priority(1));
        center.at("09:00");
        final String[] queues = {"one", "two", "three"};
        IntStream.range(0, 12).forEach(n -> {
            center.at("09:00:" + (10 + n));
            center.done(center.callback(n, queues[n % 3]));
        });
        center.at("12:00");
        IntStream.range(100, 108).forEach(center::agent);
        center.take();

        center.at("13:00");

        assertThat(center.take())
                .containsExactly(
                        "13:00 dial 2 1",
                        "13:00 dial 5 1",
                        "13:00 dial 8 1",
                        "13:00 dial 11 1",
                        "13:00 dial 0 1",
                        "13:00 dial 1 1",
                        "13:00 dial 3 1",
                        "13:00 dial 4 1");
    }

    @Test
    void shouldInviteByEachQueuesTargetsWhenSomeHaveNoAgent() {
        office("09:00-12:00,13:00-17:00");
        center.change("support", settings -> settings.skills("en"));
        center.queue("sales", settings -> settings.calendar("office").skills("de"));
        center.at("09:00");
        center.done(center.callback(1, "sales"));
        center.done(center.callback(2, "sales"));
        center.done(center.callback(3, "support"));
        center.done(center.callback(center.request(4, "support")
                .number(NUMBER + 4)
                .target(center.engine().target("de"))));
        center.done(center.callback(5, "support"));
        center.at("12:00");
        center.agent(10, "en");
        center.agent(11, "en");
        center.take();

        center.at("13:00");
        assertThat(center.take()).containsExactly("13:00 dial 3 1", "13:00 dial 5 1");
        center.agent(12, "de");
        assertThat(center.take()).containsExactly("13:00 ready 12", "13:00 dial 1 1");
    }

    @Test
    void shouldInviteNobodyUntilItOpensWhenARetryIsDueOrAPauseEndsMeanwhile() {
        office("09:00-12:00,13:00-17:00");
        center.change(
                "support",
                settings -> settings.retryDelay(Duration.ofMinutes(30)).errorPause(Duration.ofMinutes(40)));
        center.at("11:50");
        center.agent(10);
        center.agent(11);
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.failed(1, 1, DialFailure.BUSY);
        center.failed(2, 1, DialFailure.ERROR);
        center.take();

        center.at("12:59:59");
        assertThat(center.take()).isEmpty();
        assertThat(center.read("support").retrying()).isZero();
        center.at("13:00");
        assertThat(center.take()).containsExactly("13:00 dial 1 2", "13:00 dial 2 2");
    }

    @Test
    void shouldLetDialsGoOnAndServeWhoAnswersWhenItClosesForABreak() {
        office("09:00-12:00,13:00-17:00");
        center.at("11:59:30");
        center.agent(10);
        center.agent(11);
        center.agent(12);
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.done(center.callback(3, "support"));
        center.take();

        center.at("12:00:10");
        assertThat(center.take()).isEmpty();
        center.answered(1, 1);
        center.failed(2, 1, DialFailure.BUSY);
        center.at("12:20");

        assertThat(center.take())
                .containsExactly(
                        "12:00:10 on-line 1",
                        "12:00:10 routed 1 10",
                        "12:00:10 retry 2 at 2026-03-02T12:05:10",
                        "12:00:30 dial-cancelled 3 1",
                        "12:00:30 retry 3 at 2026-03-02T12:05:30");
        center.at("13:00");
        assertThat(center.take()).containsExactly("13:00 dial 2 2", "13:00 dial 3 2");
    }

    @Test
    void shouldWaitForThePauseWhenItOpensWhileOneLasts() {
        office("09:00-12:00,13:00-17:00");
        center.change("support", settings -> settings.errorPause(Duration.ofMinutes(90)));
        center.at("11:59:30");
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.failed(1, 1, DialFailure.ERROR);
        center.take();

        center.at("13:20");
        assertThat(center.take()).isEmpty();
        center.at("13:30");
        assertThat(center.take()).containsExactly("13:29:30 dial 1 2");
    }

    // ---- at one instant ----

    @Test
    void shouldCloseBeforeOtherTimersWhenTheyAreDueAtTheSameInstant() {
        office("09:00-12:00,13:00-17:00");
        center.change("support", settings -> settings.retryDelay(Duration.ofMinutes(10)));
        center.at("11:50");
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.failed(1, 1, DialFailure.BUSY);
        center.take();

        center.at("12:59");
        assertThat(center.take()).as("its retry is due as the break begins").isEmpty();
    }

    @Test
    void shouldOpenBeforeOtherTimersWhenTheyAreDueAtTheSameInstant() {
        office("09:00-12:00,13:00-17:00");
        center.change("support", settings -> settings.retryDelay(Duration.ofMinutes(70)));
        center.at("11:49");
        center.agent(10);
        center.done(center.callback(2, "support"));
        center.failed(2, 1, DialFailure.BUSY);
        center.at("11:50");
        center.done(center.callback(center.request(1, "support").number(1).priority(1)));
        center.failed(1, 1, DialFailure.BUSY);
        center.take();

        center.at("12:59");
        assertThat(center.take()).isEmpty();
        center.at("13:00");
        assertThat(center.take()).containsExactly("13:00 dial 2 2");
    }

    // ---- what is learned ----

    @Test
    void shouldLearnAsFromAQueueThatDoesNotInviteWhileItIsClosed() {
        final long closed = medianAfterABreak(center, "09:00-12:00,13:00-17:00", true);
        final long notInviting = medianAfterABreak(new Center(), "09:00-17:00", false);
        final long open = medianAfterABreak(new Center(), "09:00-17:00", true);

        assertThat(closed).isPositive().isEqualTo(notInviting).isNotEqualTo(open);
    }

    /** Callbacks wait from 11:00 to 14:00 while the only agent has a call; from 12:00 to 13:00 none is to be dialed. */
    private static long medianAfterABreak(final Center office, final String hours, final boolean invites) {
        office.calendar("office", "UTC", "mon-fri", hours);
        office.queue("support", settings -> settings.calendar("office").closeForecast(false));
        office.at("09:00");
        office.agent(10);
        office.done(office.call(1, "support"));
        office.at("09:30");
        office.done(office.engine().agentCompleted(office.engine().nowMs(), 10));
        office.at("11:00");
        office.done(office.call(2, "support"));
        office.done(office.callback(3, "support"));
        office.done(office.engine().agentReady(office.engine().nowMs(), 10));
        office.at("12:00");
        office.change("support", settings -> settings.invite(invites));
        office.at("13:00");
        office.change("support", settings -> settings.invite(true));
        office.at("14:00");
        return office.read("support").estimate().medianMs();
    }

    // ---- definitions ----

    @Test
    void shouldNameTheNearestCalendarWhenAQueueNamesOneThatIsUnknown() {
        office("09:00-17:00");
        final long hash = center.engine().stateHash();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> center.change("support", settings -> settings.calendar("offce")))
                .withMessage("queue support: calendar \"offce\" is not defined; did you mean \"office\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> center.queue("new", settings -> settings.calendar("nights")))
                .withMessage("queue new: calendar \"nights\" is not defined");
        assertThat(center.engine().stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldChangeNothingWhenADefinitionIsRefused() {
        office("09:00-17:00");
        final Engine engine = center.engine();
        final long hash = engine.stateHash();
        final long nowMs = engine.nowMs();

        for (final String name : List.of("", " ", "x".repeat(101))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> engine.calendar(nowMs, name, NEVER))
                    .withMessage("calendar name: \"" + name + "\" is not 1 to 100 characters");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.calendar(nowMs + 86_400_001, "office", NEVER))
                .withMessageStartingWith("calendar office: nowMs " + (nowMs + 86_400_001) + " is more than");
        assertThatNullPointerException().isThrownBy(() -> engine.calendar(nowMs, "office", null));
        assertThat(engine.stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldHaveRoomWhenThereAreManyCalendars() {
        IntStream.range(0, 300).forEach(n -> {
            final String hours = "0" + n % 10 + ":" + (10 + n / 10) + "-17:00";
            center.engine()
                    .calendar(
                            center.engine().nowMs(),
                            "c" + n,
                            BusinessCalendar.in("UTC").weekly("mon-sun", hours).build());
        });
        IntStream.range(0, 300).forEach(n -> center.queue("q" + n, settings -> settings.calendar("c" + (299 - n))));

        center.at("17:00");
        assertThat(center.read("q0").nextOpenMs()).isEqualTo(ms("2026-03-03T09:39"));
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-03T00:10"));
    }
}
