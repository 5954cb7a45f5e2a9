package io.ringback.internal.flow;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;

/** Whether a queue takes a callback to a number (SPEC C2): asked for, or offered to somebody who waits. */
final class Admission {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final QueueStore queues;
    private final NumberIndex numbers;

    Admission(final Core core) {
        interactions = core.interactions();
        queues = core.queues();
        numbers = core.numbers();
    }

    /** OK, or the first refusal that applies; whether there is room in the queue is another question. */
    Outcome callback(final int queue, final long number) {
        if (number == Engine.UNKNOWN_NUMBER) {
            return Outcome.BAD_NUMBER;
        }
        final QueueRecord record = queues.record(queue);
        int owed = 0;
        for (int other = numbers.first(number); other != NONE; other = interactions.nextOfNumber(other)) {
            if (interactions.queue(other) == queue
                    && ++owed >= record.settings().maxPerNumber()) {
                return Outcome.DUPLICATE_NUMBER;
            }
        }
        return record.callbacks() >= record.settings().maxCallbacks() ? Outcome.LIMIT_REACHED : Outcome.OK;
    }
}
