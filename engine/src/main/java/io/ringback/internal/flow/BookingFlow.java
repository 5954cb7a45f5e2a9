package io.ringback.internal.flow;

import io.ringback.EndReason;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.calendar.OpenHours;
import io.ringback.calendar.SlotGrid;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueSlots;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.store.SlotStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Callbacks that are booked for a slot to come, until it starts (SPEC section 10). */
public final class BookingFlow {
    private static final InteractionKind SCHEDULED = InteractionKind.SCHEDULED_CALLBACK;
    private static final int NEAREST = 3;

    private final InteractionStore interactions;
    private final QueueStore queues;
    private final SlotStore slots;
    private final NumberIndex numbers;
    private final Timers timers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Admission admission;
    private final Places places;
    private final Members members;
    private final Life life;
    private final long[] nearestMs = new long[NEAREST];
    private long foundMs;

    BookingFlow(
            final Core core, final Admission admission, final Places places, final Members members, final Life life) {
        interactions = core.interactions();
        queues = core.queues();
        slots = core.slots();
        numbers = core.numbers();
        timers = core.timers();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        this.admission = admission;
        this.places = places;
        this.members = members;
        this.life = life;
    }

    /** A callback for a time to come, to a queue that is known, under an id that is free. */
    Outcome requested(final long nowMs, final int queue, final Request request) {
        final Outcome refusal = refusal(nowMs, queue, request);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (interactions.fullForBookings()) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        final int callback = life.create(nowMs, request, queue, SCHEDULED);
        members.book(callback);
        numbers.add(callback);
        book(nowMs, callback, foundMs, request.headStartMs());
        return Outcome.OK;
    }

    /** A waiting call leaves its queue and is booked; its entry becomes the callback's. */
    Outcome offerAccepted(final long nowMs, final int call, final Request request) {
        final Outcome refusal = refusal(nowMs, interactions.queue(call), request);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (interactions.bookingsFull()) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        events.ended(nowMs, interactions.id(call), EndReason.CONVERTED);
        timers.cancel(TimerKind.STEP, call);
        dispatcher.remove(call);
        members.convert(nowMs, call, request.id(), SCHEDULED);
        interactions.number(call, request.number());
        numbers.add(call);
        book(nowMs, call, foundMs, interactions.queuedMs(call) - interactions.placeMs(call));
        return Outcome.OK;
    }

    /** Another slot for a booking; {@code exactly}: only the one that contains the time. */
    public Outcome rescheduled(final long nowMs, final long id, final long wishedMs, final boolean exactly) {
        final int callback = interactions.entryOf(id);
        if (callback == InteractionStore.NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (!interactions.in(callback, InteractionState.SCHEDULED)) {
            return Outcome.WRONG_STATE;
        }
        final QueueSlots its = queues.of(callback).slots();
        its.ask(nowMs, interactions.queuedMs(callback));
        final Outcome refusal = find(nowMs, its, id, wishedMs, exactly);
        if (refusal == Outcome.OK) {
            places.giveBack(nowMs, callback);
            book(nowMs, callback, foundMs, interactions.queuedMs(callback) - interactions.placeMs(callback));
        }
        return refusal;
    }

    /** A slot starts: the first of its bookings enters the queue, however full it is, and whether open or not. */
    void due(final long nowMs, final int slot) {
        final int callback = places.start(nowMs, slot);
        final QueueRecord record = queues.of(callback);
        interactions.arrive(callback);
        members.due(nowMs, callback);
        timers.arm(TimerKind.PURGE, callback, nowMs + record.settings().purgeAfterMs());
        life.retarget(nowMs, callback);
        dispatcher.place(callback);
        agenda.interaction(callback);
        events.due(nowMs, interactions.id(callback), record.handle());
    }

    /** The slots of each queue as they are now. Cold. */
    SlotGrid[] grids() {
        final SlotGrid[] grids = new SlotGrid[queues.size()];
        for (int queue = 0; queue < grids.length; queue++) {
            grids[queue] = queues.record(queue).slots().grid();
        }
        return grids;
    }

    /**
     * Queues have other hours: reports the bookings whose slots were open before and are not any more, by queue and
     * slot. Takes the slots of each queue as they were. Cold; looks at every slot that the store has room for, once.
     */
    void reportOrphans(final long nowMs, final SlotGrid[] before) {
        if (slots.size() > 0) {
            IntStream.range(0, slots.capacity())
                    .filter(slot -> slots.present(slot) && orphaned(slot, before[slots.queue(slot)]))
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(slots::queue).thenComparingLong(slots::startMs))
                    .forEach(slot -> reportOrphans(nowMs, slot));
        }
    }

    private boolean orphaned(final int slot, final SlotGrid before) {
        final SlotGrid grid = queues.record(slots.queue(slot)).slots().grid();
        return grid != before && before.open(slots.startMs(slot)) && !grid.open(slots.startMs(slot));
    }

    private void reportOrphans(final long nowMs, final int slot) {
        for (int callback = slots.first(slot);
                callback != InteractionStore.NONE;
                callback = interactions.next(callback)) {
            events.slotOrphaned(nowMs, interactions.id(callback), slots.startMs(slot));
            events.deliver();
        }
    }

    private Outcome refusal(final long nowMs, final int queue, final Request request) {
        final Outcome refusal = admission.callback(queue, request.number(), SCHEDULED);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        final QueueSlots its = queues.record(queue).slots();
        its.ask(nowMs, OpenHours.NEVER);
        return find(nowMs, its, request.id(), request.atMs(), request.exactly());
    }

    private Outcome find(
            final long nowMs, final QueueSlots its, final long id, final long wishedMs, final boolean exactly) {
        if (wishedMs < nowMs) {
            return Outcome.SLOT_IN_PAST;
        }
        if (wishedMs > its.latestMs(nowMs)) {
            return Outcome.BEYOND_HORIZON;
        }
        foundMs = exactly ? its.exactMs(wishedMs) : its.closestMs(wishedMs);
        if (foundMs == OpenHours.NEVER) {
            its.nearestMs(wishedMs, nearestMs);
            events.slotFull(nowMs, id, nearestMs[0], nearestMs[1], nearestMs[2]);
            return Outcome.SLOT_FULL;
        }
        return Outcome.OK;
    }

    private void book(final long nowMs, final int callback, final long slotMs, final long headStartMs) {
        interactions.times(callback, slotMs, slotMs - headStartMs);
        places.take(callback);
        events.scheduled(nowMs, interactions.id(callback), queues.of(callback).handle(), slotMs);
    }
}
