package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scheduled callbacks, until their slot starts and at that instant. */
class BookingsTest {
    /** A Monday at 09:00 in UTC, where a queue without calendar has its slots. */
    private static final long START_MS = 1_772_442_000_000L;

    private static final long MINUTE_MS = 60_000;
    private static final long NUMBER = 15_550_001;
    private static final long ANN = 1;
    private static final long CALL = 100;
    private static final long BOOKING = 200;

    private final List<String> events = new ArrayList<>();
    private final Request request = new Request();
    private final InteractionView view = new InteractionView();
    private final QueueView queueView = new QueueView();
    private final Engine engine = Engine.create(
            EngineConfig.builder().interactions(3).bookings(4).skills("en").build(), new Listener());
    private final VirtualQueue queue = define("support", it -> it);

    @AfterEach
    void validate() {
        engine.validate();
    }

    @Test
    void shouldBookTheClosestSlotWhenATimeIsWishedFor() {
        assertThat(book(BOOKING, at(22))).isEqualTo(Outcome.OK);

        assertThat(events).containsExactly("scheduled 200 15");
        assertThat(engine.read(BOOKING, view)).isTrue();
        assertThat(view.kind()).isEqualTo(InteractionKind.SCHEDULED_CALLBACK);
        assertThat(view.state()).isEqualTo(InteractionState.SCHEDULED);
        assertThat(view.notBeforeMs()).isEqualTo(at(15));
        assertThat(view.queuedMs()).isEqualTo(Engine.NO_TIME);
        assertThat(engine.nextDeadlineMs()).isEqualTo(at(15));
        assertThat(engine.interactions()).isEqualTo(1);
    }

    @Test
    void shouldEnterTheQueueWhenTheSlotStarts() {
        done(engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 1)));
        done(engine.agentReady(START_MS, ANN));
        book(BOOKING, at(15));
        events.clear();

        done(engine.advanceTo(at(15)));

        assertThat(events).containsExactly("due 200 at 15", "dial 200 1");
        engine.read(BOOKING, view);
        assertThat(view.state()).isEqualTo(InteractionState.INVITED);
        assertThat(view.queuedMs()).isEqualTo(at(15));
        assertThat(view.notBeforeMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldTakeNoPlaceInTheQueueWhenTheSlotIsToCome() {
        book(BOOKING, at(15));

        engine.read(queue, queueView);
        assertThat(queueView.bookings()).isEqualTo(1);
        assertThat(queueView.waiting()).isZero();
        assertThat(queueView.withAgents()).isZero();
        assertThat(queueView.callbacks()).isEqualTo(1);
        assertThat(engine.position(BOOKING)).isZero();
        assertThat(engine.estimate(BOOKING, new WaitEstimate())).isFalse();
        assertThat(engine.customerLeft(START_MS, BOOKING)).isEqualTo(Outcome.WRONG_STATE);
        assertThat(engine.dialAnswered(START_MS, BOOKING, 1)).isEqualTo(Outcome.WRONG_STATE);
        assertThat(engine.dialFailed(START_MS, BOOKING, 1, DialFailure.BUSY)).isEqualTo(Outcome.WRONG_STATE);
        assertThat(engine.move(START_MS, BOOKING, queue)).isEqualTo(Outcome.WRONG_STATE);
    }

    @Test
    void shouldFreeThePlaceWhenABookingIsCancelled() {
        book(BOOKING, at(15));
        assertThat(slots(at(0), at(31))).containsExactly("0 1/1", "15 0/1", "30 1/1");
        events.clear();

        done(engine.cancel(START_MS, BOOKING));

        assertThat(events).containsExactly("ended 200 CANCELLED");
        assertThat(slots(at(15), at(16))).containsExactly("15 1/1");
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
        assertThat(engine.interactions()).isZero();
    }

    @Test
    void shouldTakeTheEarlierSlotWhenTwoAreEquallyClose() {
        bookExactly(BOOKING, at(30));

        assertThat(book(BOOKING + 1, at(30))).isEqualTo(Outcome.OK);
        assertThat(book(BOOKING + 2, at(30))).isEqualTo(Outcome.OK);
        assertThat(book(BOOKING + 3, at(52))).isEqualTo(Outcome.OK);

        assertThat(events)
                .containsExactly("scheduled 200 30", "scheduled 201 15", "scheduled 202 45", "scheduled 203 60");
    }

    @Test
    void shouldNameTheNearestFreeSlotsWhenTheExactOneIsFull() {
        bookExactly(BOOKING, at(44));
        book(BOOKING + 1, at(45));
        events.clear();

        assertThat(bookExactly(BOOKING + 2, at(44))).isEqualTo(Outcome.SLOT_FULL);
        assertThat(bookExactly(BOOKING + 3, at(30))).isEqualTo(Outcome.SLOT_FULL);

        assertThat(events).containsExactly("slot-full 202 60 15 75", "slot-full 203 15 0 60");
    }

    @Test
    void shouldRefuseWhenTheTimeIsPastOrTooFar() {
        final long latestMs = START_MS + Duration.ofDays(30).toMillis();

        assertThat(book(BOOKING, START_MS - 1)).isEqualTo(Outcome.SLOT_IN_PAST);
        assertThat(book(BOOKING, latestMs + 1)).isEqualTo(Outcome.BEYOND_HORIZON);
        assertThat(book(BOOKING, latestMs)).isEqualTo(Outcome.OK);
        assertThat(engine.reschedule(START_MS, BOOKING, -1)).isEqualTo(Outcome.SLOT_IN_PAST);
        assertThat(engine.rescheduleExactly(START_MS, BOOKING, Engine.NO_TIME)).isEqualTo(Outcome.BEYOND_HORIZON);

        assertThat(events).containsExactly("scheduled 200 43200");
        assertThat(slots(latestMs, latestMs + 1)).containsExactly("43200 0/1");
        assertThat(slots(latestMs + 1, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void shouldBookTheSlotOfThisInstantWhenItHasNotBegun() {
        assertThat(bookExactly(BOOKING, at(0))).isEqualTo(Outcome.OK);
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS);

        // A stamp in the past counts as now, and what is due now comes first.
        assertThat(engine.reschedule(START_MS - 1, BOOKING, at(15))).isEqualTo(Outcome.WRONG_STATE);

        assertThat(events).containsExactly("scheduled 200 0", "due 200 at 0");
        assertThat(engine.clockRegressions()).isEqualTo(1);
    }

    @Test
    void shouldTellNoSlotsWhenThereIsNoTimeYet() {
        final Engine fresh = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
        final VirtualQueue its =
                fresh.queue(START_MS, "support", QueueSettings.builder().build());

        assertThat(fresh.slots(its, 0, at(15), (startMs, free, capacity) -> {})).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fresh.slots(queue, 0, at(15), (startMs, free, capacity) -> {}))
                .withMessageContaining("another engine");
    }

    @Test
    void shouldCountTheOwnPlaceAsFreeWhenABookingIsBookedAnew() {
        bookExactly(BOOKING, at(15));
        bookExactly(BOOKING + 1, at(30));
        events.clear();

        done(engine.reschedule(START_MS, BOOKING, at(20)));
        done(engine.rescheduleExactly(START_MS, BOOKING, at(16)));
        assertThat(engine.rescheduleExactly(START_MS, BOOKING, at(30))).isEqualTo(Outcome.SLOT_FULL);
        assertThat(engine.reschedule(START_MS, BOOKING + 9, at(30))).isEqualTo(Outcome.UNKNOWN_INTERACTION);

        assertThat(events).containsExactly("scheduled 200 15", "scheduled 200 15", "slot-full 200 15 45 0");
        done(engine.reschedule(START_MS, BOOKING, at(30)));
        assertThat(slots(at(0), at(46))).containsExactly("0 1/1", "15 0/1", "30 0/1", "45 1/1");
        done(engine.reschedule(START_MS, BOOKING, at(50)));
        assertThat(slots(at(0), at(46))).containsExactly("0 1/1", "15 1/1", "30 0/1", "45 0/1");
    }

    @Test
    void shouldComeInBookingOrderWhenSeveralAreDueAtOneInstant() {
        final VirtualQueue other =
                define("other", it -> it.slot(Duration.ofMinutes(5)).slotCapacity(SlotCapacity.of(9)));
        define("support", it -> it.slotCapacity(SlotCapacity.of(9)));
        done(engine.callArrived(START_MS, request.of(CALL, queue).number(1)));
        book(BOOKING, at(15));
        done(engine.requestCallback(
                START_MS, request.of(BOOKING + 1, other).number(2).at(at(15))));
        // It waits for an agent with this skill from the 15th minute on, by a timer that was armed in between.
        define("late", it -> it.purgeAfter(Duration.ofMinutes(15)));
        done(engine.requestCallback(START_MS, request.of(7, late()).number(7)));
        book(BOOKING + 2, at(15));
        done(engine.reschedule(START_MS, BOOKING, at(15)));
        events.clear();

        done(engine.advanceTo(at(15)));

        assertThat(events).containsExactly("due 201 at 15", "ended 7 PURGED_AGE", "due 202 at 15", "due 200 at 15");
    }

    @Test
    void shouldKeepThePlaceTakenWhenTheSlotHasJustStarted() {
        define("support", it -> it.slotCapacity(SlotCapacity.of(2)));
        book(BOOKING, at(15));
        book(BOOKING + 1, at(15));
        done(engine.advanceTo(at(15)));
        assertThat(slots(at(15), at(16))).containsExactly("15 0/2");
        assertThat(bookExactly(BOOKING + 2, at(15))).isEqualTo(Outcome.SLOT_FULL);

        // Moved it still takes its place, ended it does not.
        done(engine.move(at(15), BOOKING, define("other", it -> it)));
        assertThat(slots(at(15), at(16))).containsExactly("15 0/2");
        engine.validate();
        done(engine.cancel(at(15), BOOKING));
        assertThat(slots(at(15), at(16))).containsExactly("15 1/2");
        assertThat(bookExactly(BOOKING + 2, at(15))).isEqualTo(Outcome.OK);
        assertThat(slots(at(15), at(16))).containsExactly("15 0/2");

        done(engine.advanceTo(at(15) + 1));
        assertThat(slots(at(15), at(31))).containsExactly("30 2/2");
        done(engine.cancel(at(15) + 1, BOOKING + 1));
        done(engine.cancel(at(15) + 1, BOOKING + 2));
    }

    @Test
    void shouldHaveOtherPlacesWhenCapacityDiffersByHour() {
        define("support", it -> it.slotCapacity(SlotCapacity.parse("2; mon 09:30-10:00 0; mon 10:00-10:15 1")));
        book(BOOKING, at(44));
        book(BOOKING + 1, at(44));

        assertThat(slots(at(15), at(76))).containsExactly("15 1/2", "30 0/0", "45 0/0", "60 0/1", "75 2/2");
        assertThat(events).containsExactly("scheduled 200 60", "scheduled 201 15");
    }

    @Test
    void shouldAdmitWhatIsDueWhenTheEngineIsFull() {
        define("support", it -> it.slotCapacity(SlotCapacity.of(9)).maxWaiting(1));
        for (int n = 0; n < 4; n++) {
            done(book(BOOKING + n, at(15)));
        }
        assertThat(book(BOOKING + 4, at(15))).isEqualTo(Outcome.CAPACITY_EXCEEDED);
        define("support", it -> it.slotCapacity(SlotCapacity.of(9)));
        for (int n = 0; n < 3; n++) {
            done(engine.callArrived(START_MS, request.of(CALL + n, queue)));
        }
        assertThat(engine.callArrived(START_MS, request.of(CALL + 3, queue))).isEqualTo(Outcome.CAPACITY_EXCEEDED);
        define("support", it -> it.slotCapacity(SlotCapacity.of(9)).maxWaiting(1));

        done(engine.advanceTo(at(15)));

        engine.read(queue, queueView);
        assertThat(queueView.waiting()).isEqualTo(7);
        assertThat(queueView.bookings()).isZero();
        assertThat(book(BOOKING + 4, at(30))).as("no entry is left").isEqualTo(Outcome.CAPACITY_EXCEEDED);
        done(engine.customerLeft(at(15), CALL));
        assertThat(engine.callArrived(at(15), request.of(CALL, define("other", it -> it))))
                .as("six are there, and there is room for three")
                .isEqualTo(Outcome.CAPACITY_EXCEEDED);
        done(book(BOOKING + 4, at(30)));
    }

    @Test
    void shouldLeaveTheQueueWhenACallIsBooked() {
        define("support", it -> it.then(Duration.ofMinutes(3), "en"));
        final Target own = engine.target("en > 5");
        done(engine.callArrived(
                START_MS,
                request.of(CALL, queue).priority(5).headStart(MINUTE_MS).target(own)));
        done(engine.advanceTo(at(2)));
        events.clear();

        assertThat(accept(CALL, BOOKING, at(14))).isEqualTo(Outcome.OK);

        assertThat(events).containsExactly("ended 100 CONVERTED", "scheduled 200 15");
        engine.read(queue, queueView);
        assertThat(queueView.waiting()).isZero();
        assertThat(queueView.bookings()).isEqualTo(1);
        // Behind one that was queued a minute before its slot, if it was booked without the call's head start.
        done(engine.advanceTo(at(15) - 30_000));
        done(engine.callArrived(engine.nowMs(), request.of(CALL, queue).priority(5)));
        done(engine.advanceTo(at(15)));
        assertThat(engine.position(BOOKING)).isEqualTo(1);
        engine.read(BOOKING, view);
        assertThat(view.priority()).isEqualTo(5);
        assertThat(view.target()).isEqualTo(own);
        assertThat(view.queuedMs()).isEqualTo(at(15));
    }

    @Test
    void shouldLeaveTheCallWaitingWhenItsBookingIsRefused() {
        for (int n = 0; n < 3; n++) {
            book(BOOKING + n, at(45));
        }
        done(engine.callArrived(START_MS, request.of(CALL, queue).number(NUMBER + BOOKING)));
        events.clear();

        assertThat(accept(CALL + 1, BOOKING + 3, at(45))).isEqualTo(Outcome.UNKNOWN_INTERACTION);
        assertThat(accept(CALL, BOOKING, at(45))).isEqualTo(Outcome.DUPLICATE_ID);
        assertThat(engine.acceptOffer(
                        START_MS, CALL, request.of(BOOKING + 3, null).at(at(45))))
                .isEqualTo(Outcome.BAD_NUMBER);
        assertThat(accept(CALL, BOOKING + 3, START_MS - 1)).isEqualTo(Outcome.SLOT_IN_PAST);
        assertThat(engine.acceptOffer(
                        START_MS, CALL, request.of(BOOKING + 3, null).number(9).exactlyAt(at(45))))
                .isEqualTo(Outcome.SLOT_FULL);
        assertThat(engine.acceptOffer(
                        START_MS,
                        CALL,
                        request.of(BOOKING + 3, null).number(NUMBER + BOOKING).at(at(45))))
                .isEqualTo(Outcome.DUPLICATE_NUMBER);
        book(BOOKING + 3, at(45));
        assertThat(accept(CALL, BOOKING + 4, at(45))).isEqualTo(Outcome.CAPACITY_EXCEEDED);

        assertThat(events).containsExactly("slot-full 203 15 75 0", "scheduled 203 15");
        assertThat(engine.position(CALL)).isEqualTo(1);
    }

    @Test
    void shouldNeedABookingsRoomOnlyWhenACallIsBooked() {
        for (int n = 0; n < 3; n++) {
            done(engine.callArrived(START_MS, request.of(CALL + n, queue)));
        }

        done(accept(CALL, BOOKING, at(15)));

        assertThat(engine.interactions()).isEqualTo(3);
        done(engine.callArrived(START_MS, request.of(CALL, queue)));
    }

    @Test
    void shouldCountNumbersByKindWhenTheyAreLimited() {
        book(BOOKING, at(15));

        done(engine.requestCallback(START_MS, request.of(1, queue).number(NUMBER + BOOKING)));

        assertThat(engine.requestCallback(START_MS, request.of(2, queue).number(NUMBER + BOOKING)))
                .isEqualTo(Outcome.DUPLICATE_NUMBER);
        assertThat(engine.requestCallback(
                        START_MS, request.of(2, queue).number(NUMBER + BOOKING).at(at(30))))
                .isEqualTo(Outcome.DUPLICATE_NUMBER);
    }

    @Test
    void shouldTakeNothingOverWhenTheNumberHasABookingOnly() {
        book(BOOKING, at(15));

        done(engine.callArrived(START_MS, request.of(CALL, queue).number(NUMBER + BOOKING)));

        assertThat(events).containsExactly("scheduled 200 15", "queued 100");
    }

    @Test
    void shouldHaveTheSettingsOfItsSlotWhenItIsDue() {
        book(BOOKING, at(15));
        define(
                "support",
                it -> it.skills("en").purgeAfter(Duration.ofMinutes(5)).then(Duration.ofMinutes(1), "en > 3"));
        engine.read(BOOKING, view);
        assertThat(view.target()).isEqualTo(engine.target("en"));

        done(engine.advanceTo(at(15)));
        engine.read(BOOKING, view);
        assertThat(view.target()).isEqualTo(engine.target("en"));
        done(engine.advanceTo(at(16)));
        engine.read(BOOKING, view);
        assertThat(view.target()).isEqualTo(engine.target("en > 3"));
        done(engine.advanceTo(at(20)));
        assertThat(events).endsWith("due 200 at 15", "ended 200 PURGED_AGE");
    }

    @Test
    void shouldReportOrphansOnceWhenTheHoursChange() {
        hours("00:00-24:00");
        final VirtualQueue other = define("other", it -> it.calendar("office"));
        define("support", it -> it.calendar("office").slotCapacity(SlotCapacity.of(2)));
        done(engine.requestCallback(
                START_MS, request.of(BOOKING + 3, other).number(3).at(at(60))));
        book(BOOKING, at(60));
        book(BOOKING + 1, at(15));
        book(BOOKING + 2, at(60));
        events.clear();

        hours("09:00-10:00");
        hours("09:00-09:45");
        hours("00:00-24:00");
        hours("09:00-10:10");

        final String[] orphans = {"slot-orphaned 200 60", "slot-orphaned 202 60", "slot-orphaned 203 60"};
        assertThat(events.subList(0, 3)).containsExactly(orphans);
        assertThat(events.subList(3, 6)).containsExactly(orphans);
        assertThat(events).hasSize(6);
        done(engine.reschedule(START_MS, BOOKING, at(60)));
        done(engine.advanceTo(at(60)));
        assertThat(events.subList(6, 10))
                .containsExactly("scheduled 200 45", "due 201 at 15", "due 200 at 45", "due 203 at 60");
    }

    @Test
    void shouldReportOrphansWhenTheQueueHasAnotherCalendar() {
        hours("09:00-10:00");
        book(BOOKING, at(60));
        events.clear();

        define("support", it -> it.calendar("office"));
        define("support", it -> it.calendar("office").slotCapacity(SlotCapacity.of(2)));

        assertThat(events).containsExactly("slot-orphaned 200 60");
        assertThat(slots(at(0), at(120))).containsExactly("0 2/2", "15 2/2", "30 2/2", "45 2/2");
    }

    @Test
    void shouldRefuseAnotherLengthWhenSlotsAreBooked() {
        book(BOOKING, at(15));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> define("support", it -> it.slot(Duration.ofMinutes(30))))
                .withMessage("slot: 30 min, but callbacks are booked in slots of 15 min");
        assertThat(engine.settings(queue).slotMinutes()).isEqualTo(15);

        done(engine.cancel(START_MS, BOOKING));
        define("support", it -> it.slot(Duration.ofMinutes(30)));
        assertThat(slots(at(0), at(60))).containsExactly("0 1/1", "30 1/1");
    }

    @Test
    void shouldStayBookedWhenTheHorizonBecomesShorter() {
        book(BOOKING, at(600));
        define("support", it -> it.horizon(Duration.ofHours(2)));
        assertThat(engine.reschedule(START_MS, BOOKING, at(121))).isEqualTo(Outcome.BEYOND_HORIZON);

        done(engine.reschedule(START_MS, BOOKING, at(120)));
        define("support", it -> it.horizon(Duration.ofHours(1)));
        done(engine.advanceTo(at(70)));

        assertThat(slots(at(0), at(1000))).containsExactly("75 1/1", "90 1/1", "105 1/1", "120 0/1");
        done(engine.advanceTo(at(120)));
        assertThat(events).endsWith("due 200 at 120");
    }

    @Test
    void shouldHashTheSameWhenTheSameBookingsComeByOtherWays() {
        final long before = engine.stateHash();
        book(BOOKING, at(15));
        final long booked = engine.stateHash();
        done(engine.reschedule(START_MS, BOOKING, at(30)));
        assertThat(engine.stateHash()).isNotEqualTo(booked);
        done(engine.reschedule(START_MS, BOOKING, at(15)));
        assertThat(engine.stateHash()).as("another place in booking order").isNotEqualTo(booked);
        done(engine.cancel(START_MS, BOOKING));

        assertThat(engine.stateHash()).isEqualTo(before);
    }

    private Outcome accept(final long callId, final long id, final long wishedMs) {
        return engine.acceptOffer(
                engine.nowMs(), callId, request.of(id, null).number(NUMBER + id).at(wishedMs));
    }

    private void hours(final String hours) {
        engine.calendar(
                engine.nowMs(),
                "office",
                BusinessCalendar.in("UTC").weekly("mon-sun", hours).build());
    }

    private VirtualQueue late() {
        return define("late", it -> it.purgeAfter(Duration.ofMinutes(15)));
    }

    private Outcome book(final long id, final long wishedMs) {
        return engine.requestCallback(
                engine.nowMs(), request.of(id, queue).number(NUMBER + id).at(wishedMs));
    }

    private Outcome bookExactly(final long id, final long wishedMs) {
        return engine.requestCallback(
                engine.nowMs(), request.of(id, queue).number(NUMBER + id).exactlyAt(wishedMs));
    }

    private VirtualQueue define(final String name, final UnaryOperator<QueueSettingsBuilder> change) {
        return engine.queue(
                START_MS, name, change.apply(QueueSettings.builder()).build());
    }

    private List<String> slots(final long fromMs, final long toMs) {
        final List<String> told = new ArrayList<>();
        final int count = engine.slots(
                queue,
                fromMs,
                toMs,
                (startMs, free, capacity) -> told.add(minute(startMs) + " " + free + "/" + capacity));
        assertThat(told).hasSize(count);
        return told;
    }

    private static long at(final long minute) {
        return START_MS + minute * MINUTE_MS;
    }

    private static String minute(final long atMs) {
        return atMs == Engine.NO_TIME ? "-" : Long.toString((atMs - START_MS) / MINUTE_MS);
    }

    private static void done(final Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.OK);
    }

    private final class Listener implements EngineListener {
        @Override
        public void onScheduled(final long nowMs, final long id, final VirtualQueue itsQueue, final long slotMs) {
            events.add("scheduled " + id + " " + minute(slotMs));
        }

        @Override
        public void onSlotFull(
                final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {
            events.add("slot-full " + id + " " + minute(firstMs) + " " + minute(secondMs) + " " + minute(thirdMs));
        }

        @Override
        public void onDue(final long nowMs, final long id, final VirtualQueue itsQueue) {
            events.add("due " + id + " at " + minute(nowMs));
        }

        @Override
        public void onSlotOrphaned(final long nowMs, final long id, final long slotMs) {
            events.add("slot-orphaned " + id + " " + minute(slotMs));
        }

        @Override
        public void onQueued(
                final long nowMs, final long id, final VirtualQueue itsQueue, final long ewtMs, final long pendingId) {
            events.add("queued " + id);
        }

        @Override
        public void onDial(final long nowMs, final long id, final long number, final int attempt) {
            events.add("dial " + id + " " + attempt);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            events.add("ended " + id + " " + reason);
        }
    }
}
