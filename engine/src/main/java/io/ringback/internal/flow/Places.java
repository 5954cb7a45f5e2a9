package io.ringback.internal.flow;

import io.ringback.InteractionState;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueSlots;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.store.SlotStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/**
 * The places that booked callbacks have in slots (SPEC K4). A slot has one timer, which stands for the first of its
 * bookings, in the order of timers as if armed when that was booked; when the first is gone, for the next. So bookings
 * that are due at one instant come in booking order, whatever slots they are in and whatever else is due.
 */
final class Places {
    private final InteractionStore interactions;
    private final QueueStore queues;
    private final SlotStore slots;
    private final Timers timers;

    Places(final Core core) {
        interactions = core.interactions();
        queues = core.queues();
        slots = core.slots();
        timers = core.timers();
    }

    /** Takes a place in the slot of the callback's queue that starts when it will be queued; last in booking order. */
    void take(final int callback) {
        final int queue = interactions.queue(callback);
        interactions.bookedIn(callback, queue);
        interactions.arrival(callback, timers.nextOrder());
        final int slot = slots.append(queue, interactions.queuedMs(callback), callback);
        if (slots.first(slot) == callback) {
            arm(slot);
        }
    }

    /** Gives the place of an interaction back, if it has one. */
    void giveBack(final long nowMs, final int interaction) {
        if (!interactions.holdsPlace(interaction, nowMs)) {
            return;
        }
        final QueueSlots its = queues.record(interactions.bookedIn(interaction)).slots();
        if (interactions.in(interaction, InteractionState.SCHEDULED)) {
            its.freed(interactions.queuedMs(interaction));
            remove(interactions.bookedIn(interaction), interaction);
        } else {
            its.endStarted();
        }
    }

    /** A slot's timer has fired: takes the first booking out, whose place stays taken at this instant. */
    int start(final long nowMs, final int slot) {
        final int callback = slots.first(slot);
        queues.record(slots.queue(slot)).slots().start(nowMs);
        remove(slots.queue(slot), callback);
        return callback;
    }

    private void remove(final int queue, final int callback) {
        final int slot = slots.find(queue, interactions.queuedMs(callback));
        final boolean first = slots.first(slot) == callback;
        slots.remove(slot, callback);
        if (!slots.present(slot)) {
            timers.cancel(TimerKind.SLOT, slot);
        } else if (first) {
            arm(slot);
        }
    }

    private void arm(final int slot) {
        timers.arm(TimerKind.SLOT, slot, slots.startMs(slot), interactions.arrival(slots.first(slot)));
    }
}
