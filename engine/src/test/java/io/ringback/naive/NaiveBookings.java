package io.ringback.naive;

import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EventKind;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Callbacks that are booked for a slot: from the booking until the slot comes. */
final class NaiveBookings {
    private final NaiveState state;
    private final NaiveSlots slots;
    private final EngineLimits limits;
    private final RuleSwitches rules;

    /** When a customer wants to be called; exactly then, or as near as possible. */
    record Wish(long atMs, boolean exact) {
        /** What a command says of it, or null. */
        static Wish of(final Command command) {
            final String at = command.value("at");
            return at == null
                    ? null
                    : new Wish(
                            OffsetDateTime.parse(at).toInstant().toEpochMilli(), "yes".equals(command.value("exact")));
        }
    }

    NaiveBookings(final NaiveState state, final NaiveSlots slots, final EngineLimits limits) {
        this.state = state;
        this.slots = slots;
        this.limits = limits;
        this.rules = state.rules;
    }

    /** Adds the refusals of a wish; of a booking to be made anew the own place counts as free. */
    NaiveRefusals refusals(
            final NaiveRefusals refusals, final NaiveQueue queue, final Wish wish, final NaiveInteraction again) {
        final boolean past = wish.atMs < state.nowMs;
        final boolean beyond = wish.atMs - state.nowMs > queue.settings.horizonMs;
        return refusals.when(past && rules.on(Rule.K3), Outcome.SLOT_IN_PAST)
                .when(beyond && rules.on(Rule.K3), Outcome.BEYOND_HORIZON)
                .when(slots.find(queue, wish.atMs, wish.exact, again) == null, Outcome.SLOT_FULL);
    }

    /** Tells of other slots when none was free. */
    Outcome refused(
            final Outcome outcome,
            final String id,
            final NaiveQueue queue,
            final Wish wish,
            final NaiveInteraction again) {
        if (outcome == Outcome.SLOT_FULL) {
            state.emit(EventKind.SLOT_FULL, List.of(id), Map.of("near", slots.near(queue, wish.atMs, again)));
        }
        return outcome;
    }

    /** Books what is in no queue, or books it anew. */
    void book(final NaiveInteraction callback, final Wish wish) {
        final long startMs = slots.find(callback.queue, wish.atMs, wish.exact, callback);
        slots.release(callback);
        slots.take(callback, startMs);
        callback.state = NaiveInteraction.State.SCHEDULED;
        callback.bookingOrder = state.next();
        state.arm(NaiveTimer.Kind.SLOT, callback, startMs);
        state.emit(EventKind.SCHEDULED, List.of(callback.id, callback.queue.name), Map.of("at", startMs));
    }

    Outcome reschedule(final NaiveInteraction callback, final Wish wish) {
        final Outcome outcome = refusals(
                        new NaiveRefusals(rules).when(!callback.scheduled(), Outcome.WRONG_STATE),
                        callback.queue,
                        wish,
                        callback)
                .outcome();
        if (outcome != Outcome.OK) {
            return refused(outcome, callback.id, callback.queue, wish, callback);
        }
        book(callback, wish);
        return Outcome.OK;
    }

    /** Changes hours, or who has them, and reports the bookings that this leaves without their slot. */
    void whileChanging(final Runnable change) {
        final Set<NaiveInteraction> before = slots.inOpenSlots();
        change.run();
        final Set<NaiveInteraction> after = slots.inOpenSlots();
        if (rules.off(Rule.K6)) {
            return;
        }
        final List<NaiveQueue> queues = List.copyOf(state.queues.values());
        before.stream()
                .filter(booking -> !after.contains(booking))
                .sorted(Comparator.<NaiveInteraction>comparingInt(booking -> queues.indexOf(booking.queue))
                        .thenComparingLong(booking -> booking.slotMs)
                        .thenComparingLong(booking -> booking.bookingOrder))
                .forEach(booking ->
                        state.emit(EventKind.SLOT_ORPHANED, List.of(booking.id), Map.of("at", booking.slotMs)));
    }

    /** Whether no more bookings are taken; one that takes the place of a call adds nothing to the whole. */
    boolean full(final boolean forCall) {
        final long present = state.interactions.size();
        return rules.on(Rule.X3)
                && (present - state.waitingOrServed() >= limits.bookings()
                        || (present >= limits.interactions() + limits.bookings() && !forCall));
    }
}
