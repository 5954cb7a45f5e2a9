package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.examples.replay.Offer.Promise;
import io.ringback.examples.replay.Offer.Result;
import io.ringback.examples.replay.Wish.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slots of ten minutes; offers are made at the start of the epoch. */
final class CallbackFiguresTest {
    private static final Duration SLOT = Duration.ofMinutes(10);
    private static final long SLOT_MS = 3_600_000;
    private static final Wish WISH = new Wish(10_000, Kind.AT_A_TIME, SLOT_MS, false);

    private final List<Offer> offers = new ArrayList<>();

    @Test
    void shouldTakeMeanAndPercentileAndMaximumOfThoseReachedWhenSomeWereNot() {
        for (int minutes = 1; minutes <= 11; minutes++) {
            final Offer offer = booked(SLOT_MS);
            offer.onLine(SLOT_MS + minutes * 60_000L - 30_000);
            offer.routed(SLOT_MS + minutes * 60_000L);
            offer.ended(EndReason.COMPLETED);
        }
        booked(SLOT_MS).ended(EndReason.UNREACHABLE);
        booked(SLOT_MS).ended(EndReason.PURGED_END_OF_DAY);
        booked(SLOT_MS).ended(EndReason.CANCELLED);
        booked(SLOT_MS).ended(EndReason.ABANDONED);
        booked(SLOT_MS);

        final CallbackFigures figures = CallbackFigures.of(Promise.SAME_DAY, offers, SLOT);

        assertThat(figures.accepted()).isEqualTo(16);
        assertThat(figures.results())
                .isEqualTo(Map.of(
                        Result.REACHED, 11,
                        Result.UNREACHABLE, 1,
                        Result.HUNG_UP, 1,
                        Result.PURGED, 1,
                        Result.TURNED_AWAY, 1,
                        Result.BOOKED, 1));
        assertThat(figures.onLineInSlot()).isEqualTo(10);
        assertThat(figures.reachedInSlot()).isEqualTo(9);
        assertThat(figures.meanLateSeconds()).isEqualTo(360);
        assertThat(figures.p90LateSeconds()).isEqualTo(600);
        assertThat(figures.maxLateSeconds()).isEqualTo(660);
    }

    @Test
    void shouldCountByTheDayOfTheSlotWhenPromised() {
        booked(Duration.ofDays(1).toMillis() - 1);
        booked(Duration.ofDays(1).toMillis());
        offered().asked();

        assertThat(offers)
                .extracting(Offer::promise)
                .containsExactly(Promise.SAME_DAY, Promise.LATER_DAY, Promise.IN_TURN);
        assertThat(CallbackFigures.of(Promise.LATER_DAY, offers, SLOT).accepted())
                .isEqualTo(1);
    }

    @Test
    void shouldLeaveOutOffersWhenNoCallbackCameOfThem() {
        offered();
        offers.add(new Offer(0, 0, new Wish(10_000, Kind.STAY, Engine.NO_TIME, false)));
        for (final Outcome refusal : List.of(Outcome.SLOT_FULL, Outcome.CLOSED, Outcome.TOO_LATE_TODAY)) {
            final Offer offer = offered();
            offer.asked();
            offer.answered(refusal);
        }

        assertThat(offers)
                .extracting(Offer::result)
                .containsExactly(
                        Result.TOO_LATE, Result.DECLINED, Result.SLOT_FULL, Result.NOT_TODAY, Result.NOT_TODAY);
        final CallbackFigures figures = CallbackFigures.of(Promise.IN_TURN, offers, SLOT);
        assertThat(figures.accepted()).isZero();
        assertThat(figures.meanLateSeconds()).isNaN();
        assertThat(figures.maxLateSeconds()).isNaN();
    }

    private Offer offered() {
        final Offer offer = new Offer(0, 0, WISH);
        offers.add(offer);
        return offer;
    }

    private Offer booked(final long slotMs) {
        final Offer offer = offered();
        offer.asked();
        offer.scheduled(slotMs);
        offer.answered(Outcome.OK);
        return offer;
    }
}
