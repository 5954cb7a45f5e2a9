package io.ringback.internal.flow;

import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.store.CalendarStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;

/** Whether a queue takes a callback to a number (SPEC C2, H6): asked for, or offered to somebody who waits. */
final class Admission {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final QueueStore queues;
    private final NumberIndex numbers;
    private final Estimates estimates;

    Admission(final Core core) {
        interactions = core.interactions();
        queues = core.queues();
        numbers = core.numbers();
        estimates = core.estimates();
    }

    /** OK, or the first refusal that applies; whether there is room, and time, is another question. */
    Outcome callback(final int queue, final long number, final InteractionKind kind) {
        if (number == Engine.UNKNOWN_NUMBER) {
            return Outcome.BAD_NUMBER;
        }
        final QueueRecord record = queues.record(queue);
        if (kind != InteractionKind.SCHEDULED_CALLBACK && !record.open()) {
            return Outcome.CLOSED;
        }
        int owed = 0;
        for (int other = numbers.first(number); other != NONE; other = interactions.nextOfNumber(other)) {
            if (interactions.queue(other) == queue
                    && interactions.kind(other) == kind
                    && ++owed >= record.settings().maxPerNumber()) {
                return Outcome.DUPLICATE_NUMBER;
            }
        }
        return record.callbacks() >= record.settings().maxCallbacks() ? Outcome.LIMIT_REACHED : Outcome.OK;
    }

    /** Whether the turn of a callback that is asked for now would come too late. */
    boolean tooLate(final long nowMs, final int queue, final Request request) {
        final QueueRecord record = queues.record(queue);
        if (!forecasts(record)) {
            return false;
        }
        final int target = record.targetFor(request);
        final long placeMs = nowMs - request.headStartMs();
        final int priority = record.priorityFor(request);
        return misses(
                nowMs,
                record,
                estimates.ofCallback(nowMs, queue, target, priority, placeMs).medianMs());
    }

    /** Whether the turn of a call that waits, were it a callback from now on, would come too late. */
    boolean tooLate(final long nowMs, final int call) {
        final QueueRecord record = queues.of(call);
        return forecasts(record)
                && misses(nowMs, record, estimates.ofWaiting(nowMs, call).medianMs());
    }

    /** Whether a turn comes too late after a wait with such a median. */
    boolean tooLate(final long nowMs, final QueueRecord record, final long medianMs) {
        return forecasts(record) && misses(nowMs, record, medianMs);
    }

    /** Not before the end of the business day. Who cannot be told a time is let in. */
    private static boolean misses(final long nowMs, final QueueRecord record, final long medianMs) {
        return medianMs >= 0 && nowMs + medianMs >= record.hours().endOfDayMs(nowMs);
    }

    private static boolean forecasts(final QueueRecord record) {
        return record.settings().closeForecast() && record.calendar() != CalendarStore.NONE;
    }
}
