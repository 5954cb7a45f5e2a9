package io.ringback.guarantees;

import static io.ringback.guarantees.Stage.BOB;
import static io.ringback.guarantees.Stage.BRIEF_ENDS_MS;
import static io.ringback.guarantees.Stage.CALL;
import static io.ringback.guarantees.Stage.CALLBACK;
import static io.ringback.guarantees.Stage.FAR_MS;
import static io.ringback.guarantees.Stage.MINUTE_MS;
import static io.ringback.guarantees.Stage.NEW;
import static io.ringback.guarantees.Stage.NOTHING;
import static io.ringback.guarantees.Stage.NUMBER;
import static io.ringback.guarantees.Stage.OFFICE_ENDS_MS;
import static io.ringback.guarantees.Stage.SOON_MS;
import static io.ringback.guarantees.Stage.START_MS;

import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.VirtualQueue;

/** The rows of {@link AllocationTable} that have to do with business hours and bookings. */
final class BookingRows {
    private static final long LATE_MS = START_MS + 40 * 24 * 60 * MINUTE_MS;

    private final AllocationTable table;

    private BookingRows(final AllocationTable table) {
        this.table = table;
    }

    static void addTo(final AllocationTable table) {
        final BookingRows rows = new BookingRows(table);
        rows.time();
        rows.refusalsForNow();
        rows.bookings();
        rows.offers();
        rows.reschedule();
        rows.rescheduleExactly();
        rows.otherCommands();
        rows.queries();
    }

    private void time() {
        table.of("advanceTo(long)");
        table.row(true, "past a slot's start", Stage::booked, s -> {
            s.engine.advanceTo(SOON_MS);
            return s.engine.position(CALLBACK) == 1;
        });
        table.row(true, "past a slot's start with an agent Ready", Stage::bookedBesideAnAgent, s -> {
            s.engine.advanceTo(SOON_MS);
            return s.engine.read(CALLBACK, s.interactionView) && s.interactionView.attempt() == 1;
        });
        table.row(true, "past the end of the day", Stage::beforeTheEndOfTheDay, s -> {
            s.engine.advanceTo(OFFICE_ENDS_MS);
            return s.engine.interactions() == 1
                    && s.engine.read(CALLBACK, s.interactionView)
                    && s.interactionView.state() == InteractionState.QUEUED;
        });
        table.row(true, "past an opening with an agent Ready", Stage::night, s -> {
            s.engine.advanceTo(START_MS + 23 * 60 * MINUTE_MS);
            return s.engine.read(CALLBACK, s.interactionView) && s.interactionView.attempt() == 2;
        });
    }

    private void refusalsForNow() {
        table.of("callArrived(long,Request)");
        table.row(
                Outcome.CLOSED,
                "",
                Stage::closed,
                s -> s.engine.callArrived(BRIEF_ENDS_MS, s.request.of(NEW, s.brief)));
        table.of("requestCallback(long,Request)");
        table.row(Outcome.OK, "before the end of the day", s -> {}, s -> now(s, START_MS));
        table.row(Outcome.CLOSED, "", Stage::closed, s -> now(s, BRIEF_ENDS_MS));
        table.row(Outcome.TOO_LATE_TODAY, "", Stage::tooLate, s -> now(s, START_MS + MINUTE_MS));
        table.of("acceptOffer(long,long,Request)");
        table.row(Outcome.CLOSED, "", Stage::closed, s -> offer(s, BRIEF_ENDS_MS, CALL));
        table.row(Outcome.TOO_LATE_TODAY, "", Stage::tooLate, s -> offer(s, START_MS + MINUTE_MS, CALL + 4));
    }

    private void bookings() {
        table.of("requestCallback(long,Request)");
        table.row(Outcome.OK, "booked", s -> {}, s -> book(s, s.office, SOON_MS));
        table.row(Outcome.OK, "booked for this minute", s -> {}, s -> book(s, s.office, START_MS));
        table.row(Outcome.OK, "booked beside a full slot", Stage::smallNearlyFull, s -> book(s, s.small, SOON_MS));
        table.row(Outcome.OK, "booked while closed", Stage::closed, s -> book(s, s.brief, s.engine.nowMs()));
        table.row(Outcome.OK, "booked exactly", Stage::booked, s -> bookExactly(s, s.office, SOON_MS + 1));
        table.row(Outcome.UNKNOWN_QUEUE, "booked", s -> {}, s -> book(s, s.foreign, SOON_MS));
        table.row(
                Outcome.DUPLICATE_ID,
                "booked",
                Stage::booked,
                s -> s.engine.requestCallback(
                        START_MS,
                        s.request.of(CALLBACK, s.office).number(NUMBER).at(SOON_MS)));
        table.row(
                Outcome.BAD_NUMBER,
                "booked",
                Stage::booked,
                s -> s.engine.requestCallback(
                        START_MS, s.request.of(NEW, s.office).at(SOON_MS)));
        table.row(Outcome.DUPLICATE_NUMBER, "booked", Stage::bookedTwice, s -> book(s, s.office, SOON_MS));
        table.row(
                Outcome.LIMIT_REACHED,
                "booked",
                Stage::bookedTwice,
                s -> s.engine.requestCallback(
                        START_MS, s.request.of(NEW, s.office).number(NUMBER + 1).at(SOON_MS)));
        table.row(Outcome.SLOT_IN_PAST, "", s -> {}, s -> book(s, s.office, START_MS - 1));
        table.row(Outcome.SLOT_IN_PAST, "exactly", s -> {}, s -> bookExactly(s, s.office, START_MS - 1));
        table.row(Outcome.BEYOND_HORIZON, "", s -> {}, s -> book(s, s.office, LATE_MS));
        table.row(Outcome.BEYOND_HORIZON, "exactly", s -> {}, s -> bookExactly(s, s.office, LATE_MS));
        table.row(Outcome.SLOT_FULL, "", Stage::smallFull, s -> book(s, s.small, SOON_MS));
        table.row(Outcome.SLOT_FULL, "exactly", Stage::smallNearlyFull, s -> bookExactly(s, s.small, SOON_MS));
        table.row(
                Outcome.SLOT_FULL,
                "begun",
                s -> {},
                s -> s.engine.requestCallback(
                        START_MS + 1, s.request.of(NEW, s.office).number(NUMBER).exactlyAt(START_MS + 1)));
        table.row(Outcome.CAPACITY_EXCEEDED, "booked", Stage::bookedUp, s -> book(s, s.brief, SOON_MS));
        table.row(
                Outcome.CLOCK_JUMP,
                "booked",
                s -> {},
                s -> s.engine.requestCallback(
                        FAR_MS, s.request.of(NEW, s.office).number(NUMBER).at(FAR_MS)));
    }

    private void offers() {
        table.of("acceptOffer(long,long,Request)");
        table.row(Outcome.OK, "booked", Stage::callInTheOffice, s -> offerAt(s, SOON_MS));
        table.row(Outcome.OK, "booked in a full store", Stage::full, s -> offerAt(s, SOON_MS));
        table.row(Outcome.UNKNOWN_INTERACTION, "booked", s -> {}, s -> offerAt(s, SOON_MS));
        table.row(Outcome.WRONG_STATE, "booked", Stage::ringing, s -> offerAt(s, SOON_MS));
        table.row(Outcome.SLOT_IN_PAST, "", Stage::callInTheOffice, s -> offerAt(s, START_MS - 1));
        table.row(Outcome.BEYOND_HORIZON, "", Stage::callInTheOffice, s -> offerAt(s, LATE_MS));
        table.row(Outcome.SLOT_FULL, "", Stage::bookedWhereNothingIsFree, s -> offerAt(s, SOON_MS));
        table.row(Outcome.CAPACITY_EXCEEDED, "", Stage::callWhenBookedUp, s -> offerAt(s, SOON_MS));
    }

    private void reschedule() {
        table.of("reschedule(long,long,long)");
        table.row(Outcome.OK, "", Stage::booked, s -> s.engine.reschedule(START_MS, CALLBACK, OFFICE_ENDS_MS));
        table.row(
                Outcome.OK,
                "to its own slot",
                Stage::smallFull,
                s -> s.engine.reschedule(START_MS, CALLBACK + 1, SOON_MS));
        table.row(Outcome.OK, "when booked up", Stage::bookedUp, s -> s.engine.reschedule(START_MS, CALLBACK, SOON_MS));
        table.row(Outcome.UNKNOWN_INTERACTION, "", Stage::booked, s -> s.engine.reschedule(START_MS, NOTHING, SOON_MS));
        table.row(Outcome.WRONG_STATE, "due", Stage::due, s -> s.engine.reschedule(SOON_MS, CALLBACK, OFFICE_ENDS_MS));
        table.row(Outcome.WRONG_STATE, "a call", Stage::ringing, s -> s.engine.reschedule(START_MS, CALL, SOON_MS));
        table.row(Outcome.SLOT_IN_PAST, "", Stage::booked, s -> s.engine.reschedule(START_MS, CALLBACK, START_MS - 1));
        table.row(Outcome.BEYOND_HORIZON, "", Stage::booked, s -> s.engine.reschedule(START_MS, CALLBACK, LATE_MS));
        table.row(
                Outcome.SLOT_FULL,
                "",
                Stage::bookedWhereNothingIsFree,
                s -> s.engine.reschedule(START_MS, CALLBACK, SOON_MS));
        table.row(Outcome.CLOCK_JUMP, "", Stage::booked, s -> s.engine.reschedule(FAR_MS, CALLBACK, SOON_MS));
    }

    private void rescheduleExactly() {
        table.of("rescheduleExactly(long,long,long)");
        table.row(Outcome.OK, "", Stage::booked, s -> s.engine.rescheduleExactly(START_MS, CALLBACK, START_MS));
        table.row(
                Outcome.OK,
                "to its own slot",
                Stage::smallFull,
                s -> s.engine.rescheduleExactly(START_MS, CALLBACK + 1, SOON_MS + 1_000));
        table.row(
                Outcome.UNKNOWN_INTERACTION,
                "",
                Stage::booked,
                s -> s.engine.rescheduleExactly(START_MS, NOTHING, SOON_MS));
        table.row(
                Outcome.WRONG_STATE,
                "due",
                Stage::due,
                s -> s.engine.rescheduleExactly(SOON_MS, CALLBACK, OFFICE_ENDS_MS));
        table.row(
                Outcome.SLOT_IN_PAST,
                "",
                Stage::booked,
                s -> s.engine.rescheduleExactly(START_MS, CALLBACK, START_MS - 1));
        table.row(
                Outcome.BEYOND_HORIZON,
                "",
                Stage::booked,
                s -> s.engine.rescheduleExactly(START_MS, CALLBACK, LATE_MS));
        table.row(
                Outcome.SLOT_FULL,
                "",
                Stage::smallFull,
                s -> s.engine.rescheduleExactly(START_MS, CALLBACK + 2, SOON_MS));
        table.row(
                Outcome.SLOT_FULL,
                "closed",
                Stage::booked,
                s -> s.engine.rescheduleExactly(START_MS, CALLBACK, OFFICE_ENDS_MS));
        table.row(Outcome.CLOCK_JUMP, "", Stage::booked, s -> s.engine.rescheduleExactly(FAR_MS, CALLBACK, SOON_MS));
    }

    private void otherCommands() {
        table.of("cancel(long,long)");
        table.row(Outcome.OK, "booked", Stage::booked, s -> s.engine.cancel(START_MS, CALLBACK));
        table.row(Outcome.OK, "one of many booked", Stage::bookedUp, s -> s.engine.cancel(START_MS, CALLBACK));
        table.row(Outcome.OK, "due", Stage::due, s -> s.engine.cancel(SOON_MS, CALLBACK));
        table.of("move(long,long,VirtualQueue)");
        table.row(Outcome.WRONG_STATE, "booked", Stage::booked, s -> s.engine.move(START_MS, CALLBACK, s.narrow));
        table.of("customerLeft(long,long)");
        table.row(Outcome.WRONG_STATE, "booked", Stage::booked, s -> s.engine.customerLeft(START_MS, CALLBACK));
        table.of("dialAnswered(long,long,int)");
        table.row(Outcome.WRONG_STATE, "booked", Stage::booked, s -> s.engine.dialAnswered(START_MS, CALLBACK, 1));
        table.of("agentReady(long,long)");
        table.row(Outcome.OK, "with a booking due", Stage::due, s -> s.engine.agentReady(SOON_MS, BOB));
        table.row(Outcome.OK, "with a booking", Stage::booked, s -> s.engine.agentReady(START_MS, BOB));
    }

    private void queries() {
        table.of("slots(VirtualQueue,long,long,SlotVisitor)");
        table.row(true, "of three days", Stage::booked, s -> free(s, s.office, FAR_MS) == 3 * 34 * 2 - 1);
        table.row(true, "without a calendar", Stage::smallNearlyFull, s -> free(s, s.small, FAR_MS) == 1);
        table.row(true, "none", Stage::booked, s -> free(s, s.office, START_MS) == 0);
        table.of("position(long)");
        table.row(true, "booked", Stage::booked, s -> s.engine.position(CALLBACK) == 0);
        table.of("read(long,InteractionView)");
        table.row(true, "booked", Stage::booked, s -> s.engine.read(CALLBACK, s.interactionView));
        table.of("read(VirtualQueue,QueueView)");
        table.row(true, "with bookings", Stage::bookedUp, s -> {
            s.engine.read(s.office, s.queueView);
            return s.queueView.waiting() == 0;
        });
        table.of("estimate(long,WaitEstimate)");
        table.row(false, "booked", Stage::booked, s -> s.engine.estimate(CALLBACK, s.waitEstimate));
        table.of("nextDeadlineMs()");
        table.row(true, "closing", s -> {}, s -> s.engine.nextDeadlineMs() == BRIEF_ENDS_MS);
        table.row(true, "booked", Stage::bookedForTheNextDeadline, s -> s.engine.nextDeadlineMs() == SOON_MS);
    }

    /** Free places, told slot by slot. */
    private static int free(final Stage stage, final VirtualQueue queue, final long toMs) {
        stage.freePlaces = 0;
        stage.engine.slots(queue, START_MS, toMs, stage.addFree);
        return stage.freePlaces;
    }

    private static Outcome now(final Stage stage, final long nowMs) {
        return stage.engine.requestCallback(
                nowMs, stage.request.of(NEW, stage.brief).number(NUMBER));
    }

    private static Outcome book(final Stage stage, final VirtualQueue queue, final long atMs) {
        return stage.engine.requestCallback(
                stage.engine.nowMs(),
                stage.request.of(NEW, queue).number(NUMBER).at(atMs));
    }

    private static Outcome bookExactly(final Stage stage, final VirtualQueue queue, final long atMs) {
        return stage.engine.requestCallback(
                START_MS, stage.request.of(NEW, queue).number(NUMBER).exactlyAt(atMs));
    }

    private static Outcome offer(final Stage stage, final long nowMs, final long call) {
        return stage.engine.acceptOffer(nowMs, call, stage.request.of(NEW, null).number(NUMBER));
    }

    private static Outcome offerAt(final Stage stage, final long atMs) {
        return stage.engine.acceptOffer(
                START_MS, CALL, stage.request.of(NEW, null).number(NUMBER).at(atMs));
    }
}
