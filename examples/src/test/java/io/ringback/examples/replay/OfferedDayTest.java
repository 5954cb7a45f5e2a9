package io.ringback.examples.replay;

import static io.ringback.examples.replay.Ending.ANSWERED;
import static io.ringback.examples.replay.Ending.CONVERTED;
import static io.ringback.examples.replay.Ending.REFUSED;
import static io.ringback.examples.replay.Logs.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import io.ringback.examples.replay.Choices.Ring;
import io.ringback.examples.replay.Offer.Promise;
import io.ringback.examples.replay.Offer.Result;
import io.ringback.examples.replay.Outcomes.Balance;
import io.ringback.examples.replay.Outcomes.Fate;
import io.ringback.examples.replay.Terms.Offers;
import io.ringback.examples.replay.Wish.Kind;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A day small enough to be worked out by hand. A is at work from 30,100 s (8:21:40) to 30,900 s, serves FIRST for 100 s
 * when coming and LAST for 100 s before going. EARLY calls at 30,000 s, when nobody is logged in, and is therefore
 * offered a callback; the choice is said 10 s later, and the service takes 20 s. A slot starts at 30,600 s (8:30).
 */
final class OfferedDayTest {
    private static final long DAY_MS = Instant.parse("1999-02-01T00:00:00Z").toEpochMilli();
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final Ring NO_ANSWER = new Ring(25_000, DialFailure.NO_ANSWER, 0);
    private static final Ring BUSY = new Ring(3_000, DialFailure.BUSY, 0);
    private static final Ring ANSWER = new Ring(10_000, null, 91_000);

    private static final String EARLY = answered("PS", 0, 30_000, 0, 20, "-");
    private static final String FIRST = answered("PS", 0, 30_100, 0, 100, "A");
    private static final String LAST = answered("PS", 0, 30_800, 0, 100, "A");

    private final Map<Integer, Wish> wishes = new HashMap<>();
    private List<Ring> rings = List.of(ANSWER);

    @Test
    void shouldReachTheCustomerInTheSlotWhenTheFirstDialIsAnswered() {
        wishes.put(0, wish(30_010, 30_650));

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        assertThat(outcomes.fates()).containsExactly(fate(CONVERTED, 10), fate(ANSWERED, 0), fate(ANSWERED, 0));
        final Offer offer = offer(outcomes, 0);
        assertThat(offer.promise()).isEqualTo(Promise.SAME_DAY);
        assertThat(offer.promisedMs()).isEqualTo(at(30_600));
        assertThat(offer.onLineMs()).isEqualTo(at(30_610));
        assertThat(offer.reachedMs()).isEqualTo(at(30_610));
        assertThat(figures(outcomes, Promise.SAME_DAY)).isEqualTo(reached(Promise.SAME_DAY, 1, 1, 10));
        assertThat(outcomes.callbacks().balance()).isEqualTo(new Balance(4, 4, 0));
    }

    @Test
    void shouldNotCountAsReachedInTheSlotWhenItIsOverBeforeTheCustomerPicksUp() {
        wishes.put(0, wish(30_010, 30_300));
        rings = List.of(NO_ANSWER, ANSWER);

        final Outcomes outcomes = replay(null, 5, EARLY, FIRST, LAST);

        assertThat(offer(outcomes, 0).reachedMs()).isEqualTo(at(30_300 + 25 + 300 + 10));
        assertThat(figures(outcomes, Promise.SAME_DAY)).isEqualTo(reached(Promise.SAME_DAY, 0, 0, 335));
    }

    @Test
    void shouldKeepThePlaceInTheQueueWhenTheCallerWantsItInTurn() {
        wishes.put(0, inTurn(30_010));

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        // Dialed when A comes, but FIRST is on the line then and talks until 30,200.
        final Offer offer = offer(outcomes, 0);
        assertThat(offer.onLineMs()).isEqualTo(at(30_110));
        assertThat(offer.reachedMs()).isEqualTo(at(30_200));
        assertThat(figures(outcomes, Promise.IN_TURN)).isEqualTo(reached(Promise.IN_TURN, 1, 1, 200));
    }

    @Test
    void shouldHangUpWhenTheCustomerPickedUpAndNoAgentIsFreeSoonEnough() {
        wishes.put(0, inTurn(30_010));
        rings = List.of(new Ring(10_000, null, 90_000));

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        // On the line from 30,110, and FIRST talks until 30,200: at that very second the customer takes the agent
        // still.
        assertThat(offer(outcomes, 0).result()).isEqualTo(Result.REACHED);
        rings = List.of(new Ring(10_000, null, 89_000));
        assertThat(offer(replay(null, 10, EARLY, FIRST, LAST), 0).result()).isEqualTo(Result.HUNG_UP);
    }

    @Test
    void shouldWaitOnWhenTheOnlyTimeThatWouldDoIsTaken() {
        wishes.put(0, wish(30_010, 30_600));
        wishes.put(1, new Wish(at(30_011), Kind.AT_A_TIME, at(30_650), true));

        final Outcomes outcomes = replay(null, 10, EARLY, EARLY.replace("8:20:00", "8:20:01"), FIRST, LAST);

        assertThat(offer(outcomes, 1).result()).isEqualTo(Result.SLOT_FULL);
        assertThat(outcomes.fates())
                .containsExactly(fate(CONVERTED, 10), fate(ANSWERED, 99), fate(ANSWERED, 20), fate(ANSWERED, 0));
        assertThat(outcomes.callbacks().balance()).isEqualTo(new Balance(5, 5, 0));
    }

    @Test
    void shouldComeToNothingWhenAnAgentIsFreeBeforeTheCallerHasChosen() {
        wishes.put(0, inTurn(30_101));

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        assertThat(offer(outcomes, 0).result()).isEqualTo(Result.TOO_LATE);
        assertThat(outcomes.fates()).containsExactly(fate(ANSWERED, 100), fate(ANSWERED, 20), fate(ANSWERED, 0));
    }

    @Test
    void shouldRefuseCallsAndPurgeCallbacksWhenTheBusinessDayIsOver() {
        wishes.put(1, wish(30_010, 30_600));
        rings = List.of(NO_ANSWER, ANSWER);
        final String before = answered("PS", 0, 28_799, 0, 20, "-");
        final String after = answered("PS", 0, 31_200, 0, 20, "-");

        final Outcomes outcomes = replay("08:00-08:40", 10, before, EARLY, FIRST, LAST, after);

        // The second dial is due at 30,925, when A has left, and the day is over at 31,200.
        assertThat(outcomes.fates())
                .containsExactly(
                        fate(REFUSED, 0), fate(CONVERTED, 10), fate(ANSWERED, 0), fate(ANSWERED, 0), fate(REFUSED, 0));
        assertThat(offer(outcomes, 0).result()).isEqualTo(Result.PURGED);
        assertThat(outcomes.callbacks().balance()).isEqualTo(new Balance(4, 4, 0));
        assertThat(HourFigures.of(outcomes).get(7)).isEqualTo(new HourFigures(7, 1, 1, 0, 0, 0, 0, 0));
        assertThat(HourFigures.of(outcomes).get(8)).isEqualTo(new HourFigures(8, 4, 1, 1, 1, 1, 0, 1));
        assertThat(Comparison.of(outcomes).all().calls()).isEqualTo(3);
    }

    @Test
    void shouldTurnTheCallbackAwayWhenTheLogIsOver() {
        wishes.put(0, wish(30_010, 30_600));
        rings = List.of(NO_ANSWER, ANSWER);

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        assertThat(offer(outcomes, 0).result()).isEqualTo(Result.TURNED_AWAY);
        assertThat(outcomes.callbacks().balance()).isEqualTo(new Balance(4, 4, 0));
    }

    @Test
    void shouldRefuseACallbackInTurnWhenTheQueueHasClosedMeanwhile() {
        wishes.put(3, inTurn(30_605));

        final Outcomes outcomes = replay(
                "08:00-08:30",
                10,
                EARLY,
                FIRST,
                answered("IN", 0, 30_595, 0, 20, "-"),
                answered("PS", 0, 30_300, 0, 400, "A"));

        assertThat(offer(outcomes, 1).result()).isEqualTo(Result.NOT_TODAY);
    }

    @Test
    void shouldEndUnreachableWhenThreeDialsFail() {
        wishes.put(0, wish(30_010, 30_600));
        rings = List.of(BUSY, BUSY, NO_ANSWER);

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, answered("PS", 0, 31_600, 0, 100, "A"));

        assertThat(figures(outcomes, Promise.SAME_DAY).results()).isEqualTo(Map.of(Result.UNREACHABLE, 1));
        assertThat(outcomes.decisions()).isEqualTo(5);
    }

    @Test
    void shouldStillBeBookedWhenTheSlotIsOnADayAfterTheLog() {
        wishes.put(0, wish(30_010, DAY_SECONDS + 30_600));

        final Outcomes outcomes = replay(null, 10, EARLY, FIRST, LAST);

        assertThat(figures(outcomes, Promise.LATER_DAY).results()).isEqualTo(Map.of(Result.BOOKED, 1));
        assertThat(outcomes.callbacks().balance()).isEqualTo(new Balance(4, 3, 1));
        assertThat(Report.text(outcomes))
                .contains("3 came = 2 answered + 0 hung up + 0 turned away", "\n+ 0 refused + 1 called back.\n")
                .contains("The engine accepted 4 interactions, callbacks included: 3 ended + 1 still booked.\n");
    }

    @Test
    void shouldBeCalledOnTheNextDayWhenTheLogHasIt() {
        wishes.put(0, wish(30_010, DAY_SECONDS + 30_600));

        final Outcomes outcomes =
                replay(null, 10, EARLY, FIRST, FIRST.replace("990201", "990202"), LAST.replace("990201", "990202"));

        assertThat(offer(outcomes, 0).reachedMs()).isEqualTo(at(DAY_SECONDS + 30_610));
        assertThat(figures(outcomes, Promise.LATER_DAY)).isEqualTo(reached(Promise.LATER_DAY, 1, 1, 10));
        assertThat(outcomes.staffedMs()).containsExactly(100_000L, 800_000L);
    }

    @Test
    void shouldLeaveCallersWhoAreCalledBackOutOfTheWaitsButNotOutOfTheWork() {
        wishes.put(0, wish(30_010, 30_600));

        final Comparison.Group all =
                Comparison.of(replay(null, 10, EARLY, FIRST, LAST)).all();

        assertThat(all.calls()).isEqualTo(3);
        assertThat(all.converted()).isEqualTo(1);
        assertThat(all.simulated()).isEqualTo(new Figures(2, 0, 0, 0, 1, 220.0 / 800));
        assertThat(all.recorded().answered()).isEqualTo(3);
    }

    @Test
    void shouldShowOffersPromisesAndHoursWhenPrinted() {
        wishes.put(0, wish(30_010, 30_600));

        assertThat(Report.text(replay("08:00-22:00", 10, EARLY, EARLY, FIRST, LAST)))
                .contains("""
                Business hours: zone=UTC mon-sun=08:00-22:00
                0 calls came outside them and were refused: they are left out of the tables, on both sides.
                """, """
                Callbacks: offered to callers who are to expect more than 1m. A slot of 10m takes 1 in each queue.
                Who accepts (25 %), for when, and who picks up, is drawn: a log cannot tell (seed 3).

                offered                 2
                  stay on the line      1
                """, """
                callback    accepted   reached   on line  agent   mean   P90   max   no answer  hung up  purged  left   booked
                in turn            0         0         -      -      -     -     -           0        0       0     0        0
                same day           1         1         1      1   10.0  10.0  10.0           0        0       0     0        0
                later day          0         0         0      0      -     -     -           0        0       0     0        0
                """, """
                hour   calls  refused  offered  accepted  due  reached   # callers who wait at once, at most; o callbacks due
                08 h       4        0        2         1    1        1   ##o
                """);
    }

    @Test
    void shouldHaveTheSameFiguresWhenWrittenAsJson() {
        wishes.put(0, wish(30_010, 30_600));

        final String json = JsonReport.text(replay("08:00-22:00", 10, EARLY, EARLY, FIRST, LAST));

        JsonSyntax.check(json);
        assertThat(json.replaceAll("\\s+", " "))
                .contains("\"terms\": { \"hours\": \"zone=UTC mon-sun=08:00-22:00\", \"offerAboveSeconds\": 60, ")
                .contains("\"offers\": { \"made\": 2, \"declined\": 1, \"tooLate\": 0, \"slotFull\": 0, ")
                .contains("{ \"promise\": \"same day\", \"accepted\": 1, \"reached\": 1, \"onLineInSlot\": 1, "
                        + "\"agentInSlot\": 1, \"meanLateSeconds\": 10.0000, ")
                .contains("{ \"hour\": 8, \"calls\": 4, \"refused\": 0, \"offered\": 2, \"accepted\": 1, \"due\": 1, ")
                .contains("\"interactions\": { \"accepted\": 5, \"ended\": 5, \"stillBooked\": 0 }");
    }

    private Outcomes replay(final String hours, final int slotMinutes, final String... rows) {
        final Choices choices = new Choices() {
            @Override
            public Wish wish(final int call, final long nowMs) {
                return wishes.getOrDefault(call, new Wish(nowMs, Kind.STAY, Engine.NO_TIME, false));
            }

            @Override
            public Ring ring(final int call, final int attempt) {
                return rings.get(attempt - 1);
            }
        };
        final BusinessCalendar calendar = hours == null
                ? null
                : BusinessCalendar.in(Terms.ZONE).weekly("mon-sun", hours).build();
        final Offers offers =
                new Offers(Duration.ofMinutes(1), 0.25, Duration.ofMinutes(slotMinutes), SlotCapacity.of(1), 3);
        final Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()), false);
        return Replay.run(Logs.of(rows), new Terms(calendar, offers), choices, progress, Engine::create);
    }

    private static Offer offer(final Outcomes outcomes, final int number) {
        return outcomes.callbacks().offers().get(number);
    }

    private static CallbackFigures figures(final Outcomes outcomes, final Promise promise) {
        final Outcomes.Callbacks callbacks = outcomes.callbacks();
        return CallbackFigures.of(
                promise, callbacks.offers(), callbacks.terms().offers().slot());
    }

    private static CallbackFigures reached(
            final Promise promise, final int onLineInSlot, final int inSlot, final double lateSeconds) {
        return new CallbackFigures(
                promise, Map.of(Result.REACHED, 1), onLineInSlot, inSlot, lateSeconds, lateSeconds, lateSeconds);
    }

    private static Wish wish(final int saidSecond, final int wishedSecond) {
        return new Wish(at(saidSecond), Kind.AT_A_TIME, at(wishedSecond), false);
    }

    private static Wish inTurn(final int saidSecond) {
        return new Wish(at(saidSecond), Kind.IN_TURN, Engine.NO_TIME, false);
    }

    private static long at(final int second) {
        return DAY_MS + second * 1_000L;
    }

    private static Fate fate(final Ending ending, final int waitedSeconds) {
        return new Fate(ending, waitedSeconds * 1_000L);
    }
}
