package io.ringback.hours;

import static io.ringback.hours.Center.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AtClose;
import io.ringback.Outcome;
import io.ringback.calendar.BusinessCalendar;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H8: what other hours mean during the day. It is Monday, 2 March 2026, 10:00 UTC. */
class HoursChangeTest {
    private final Center center = new Center();

    @BeforeEach
    void open() {
        center.calendar("office", "UTC", "mon-fri", "09:00-17:00");
        center.queue("support", settings -> settings.calendar("office").attemptTimeout(Duration.ofHours(1)));
        center.queue("sales", settings -> settings.calendar("office").attemptTimeout(Duration.ofHours(1)));
        center.queue("always", settings -> settings.attemptTimeout(Duration.ofHours(1)));
        center.at("10:00");
    }

    private void office(final String hours) {
        center.calendar("office", "UTC", "mon-fri", hours);
    }

    @Test
    void shouldInviteNobodyAnyMoreButLetDialsGoOnWhenTheChangeClosesIt() {
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.take();

        office("11:00-17:00");
        assertThat(center.take()).isEmpty();
        assertThat(center.call(3, "support")).isEqualTo(Outcome.CLOSED);
        assertThat(center.call(4, "sales")).isEqualTo(Outcome.CLOSED);
        center.agent(11);
        center.answered(1, 1);

        assertThat(center.take()).containsExactly("10:00 ready 11", "10:00 on-line 1", "10:00 routed 1 10");
        center.at("11:00");
        assertThat(center.take()).containsExactly("11:00 dial 2 1");
    }

    @Test
    void shouldInviteInRankOrderOverAllItsQueuesWhenTheChangeOpensThem() {
        center.done(center.callback(1, "sales"));
        center.done(center.callback(2, "support"));
        center.done(center.callback(3, "sales"));
        center.done(center.callback(4, "support"));
        office("13:00-17:00");
        center.agent(10);
        center.agent(11);
        center.agent(12);
        center.take();

        office("09:00-10:01");

        assertThat(center.take()).containsExactly("10:00 dial 1 1", "10:00 dial 2 1", "10:00 dial 3 1");
        assertThat(center.engine().nextDeadlineMs()).isEqualTo(ms("2026-03-02T10:01"));
    }

    @Test
    void shouldPurgeNobodyWhenTheChangeMovesTheEndOfTheDayIntoThePast() {
        center.done(center.callback(1, "support"));

        office("09:00-09:30");
        assertThat(center.take()).isEmpty();
        center.at("2026-03-03T09:29:59");
        assertThat(center.take()).isEmpty();
        center.at("09:30");
        assertThat(center.take()).containsExactly("09:30 ended 1 PURGED_END_OF_DAY");
    }

    @Test
    void shouldPurgeNobodyWhenTheChangeMovesTheEndOfTheDayToThisInstant() {
        center.change("support", settings -> settings.purgeAfter(Duration.ofDays(9)));
        center.done(center.callback(1, "support"));

        office("09:00-10:00");
        assertThat(center.read("support").open()).isFalse();
        assertThat(center.read("support").endOfDayMs()).isEqualTo(ms("2026-03-03T10:00"));
        center.at("2026-03-03T09:59:59");
        assertThat(center.take()).isEmpty();
        center.at("10:00");
        assertThat(center.take()).containsExactly("10:00 ended 1 PURGED_END_OF_DAY");
    }

    @Test
    void shouldEndTheDayAtTheNewTimeWhenTheChangeMovesItAhead() {
        center.done(center.callback(1, "support"));

        office("09:00-19:00");
        center.at("18:59");
        assertThat(center.take()).isEmpty();
        office("09:00-20:00");
        center.at("20:00");
        assertThat(center.take()).containsExactly("20:00 ended 1 PURGED_END_OF_DAY");
    }

    @Test
    void shouldChangeNothingForWhoWaitsWhenTheHoursStayOpen() {
        center.agent(10);
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "support"));
        center.take();

        office("08:00-18:00");

        assertThat(center.take()).isEmpty();
        assertThat(center.call(3, "support")).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldGoByTheQueuesNewCalendarWhenItsSettingsNameAnother() {
        center.calendar("nights", "UTC", "mon-sun", "22:00-06:00");
        center.done(center.callback(1, "support"));
        center.done(center.callback(2, "sales"));
        center.agent(10);
        center.agent(11);
        center.agent(12);
        center.take();

        center.change("support", settings -> settings.calendar("nights"));
        assertThat(center.call(3, "support")).isEqualTo(Outcome.CLOSED);
        center.answered(1, 1);
        center.answered(2, 1);
        center.take();
        center.done(center.callback(4, "sales"));
        center.done(center.engine().move(center.engine().nowMs(), 4, center.queue("support")));
        center.take();

        center.at("21:59");
        assertThat(center.take()).doesNotContain("17:00 ended 4 PURGED_END_OF_DAY");
        center.change("support", settings -> settings.calendar(null));
        assertThat(center.call(5, "support")).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldInviteAtOnceWhenAQueueLosesTheCalendarThatKeptItClosed() {
        center.done(center.callback(1, "support"));
        office("13:00-17:00");
        center.agent(10);
        center.take();

        center.change("support", settings -> settings.calendar(null));

        assertThat(center.take()).containsExactly("10:00 dial 1 1");
    }

    @Test
    void shouldMatchOnceInRankOrderWhenSkillsAndCalendarChangeTogether() {
        center.change("support", settings -> settings.skills("de"));
        center.done(center.callback(1, "support"));
        center.done(center.call(2, "support"));
        center.done(center.callback(3, "support"));
        office("13:00-17:00");
        center.agent(10);
        center.agent(11);
        center.take();

        center.change("support", settings -> settings.skills("en").calendar(null));

        assertThat(center.take()).containsExactly("10:00 dial 1 1", "10:00 routed 2 10", "10:00 dial 3 1");
    }

    @Test
    void shouldKeepWhatTheDayBringsWhenAtCloseChangesBefore() {
        center.done(center.callback(1, "support"));
        center.change("support", settings -> settings.atClose(AtClose.CARRY_OVER));
        center.at("17:00");
        assertThat(center.take()).isEmpty();

        center.change("support", settings -> settings.atClose(AtClose.PURGE));
        center.at("2026-03-03T09:59:59");
        assertThat(center.take()).isEmpty();
        center.at("10:00");
        assertThat(center.take()).as("its purge timer keeps its deadline").containsExactly("10:00 ended 1 PURGED_AGE");
    }

    @Test
    void shouldCloseForGoodWhenTheCalendarHasNoHoursAnyMore() {
        center.done(center.callback(1, "support"));

        center.calendar("office", BusinessCalendar.in("UTC").build());

        assertThat(center.call(2, "sales")).isEqualTo(Outcome.CLOSED);
        assertThat(center.call(3, "always")).isEqualTo(Outcome.OK);
        assertThat(center.engine().nextDeadlineMs()).as("only its age").isEqualTo(ms("2026-03-03T10:00"));
    }
}
