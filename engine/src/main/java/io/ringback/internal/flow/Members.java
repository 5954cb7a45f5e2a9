package io.ringback.internal.flow;

import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;

/** Who waits where: every change goes through here, so that what a queue learns knows how long it was as it was. */
final class Members {
    private final InteractionStore interactions;
    private final QueueStore queues;
    private final Estimates estimates;

    Members(final Core core) {
        interactions = core.interactions();
        queues = core.queues();
        estimates = core.estimates();
    }

    /** Into the queue that the interaction names. */
    void enter(final long nowMs, final int interaction) {
        tick(nowMs, interaction);
        queues.of(interaction).enter(interaction);
        estimates.added(nowMs, interaction);
    }

    /** Booked for later: a member of the queue that the interaction names, but not among those who wait. */
    void book(final int interaction) {
        queues.of(interaction).enter(interaction);
    }

    /** A booking comes to wait. */
    void due(final long nowMs, final int interaction) {
        tick(nowMs, interaction);
        queues.of(interaction).state(interaction, InteractionState.QUEUED);
        estimates.added(nowMs, interaction);
    }

    void leave(final long nowMs, final int interaction) {
        if (interactions.waits(interaction)) {
            tick(nowMs, interaction);
            estimates.removing(nowMs, interaction);
        }
        queues.of(interaction).leave(interaction);
    }

    /** To an agent. */
    void start(final long nowMs, final int interaction) {
        tick(nowMs, interaction);
        estimates.removing(nowMs, interaction);
        estimates.starting(interaction);
        queues.of(interaction).state(interaction, InteractionState.WITH_AGENT);
    }

    /** Back from an agent who did not answer. */
    void failToStart(final long nowMs, final int interaction) {
        tick(nowMs, interaction);
        estimates.startFailed(interaction);
        final boolean live = interactions.live(interaction);
        queues.of(interaction).state(interaction, live ? InteractionState.QUEUED : InteractionState.ON_LINE);
        estimates.added(nowMs, interaction);
    }

    /** Between two states in which it waits. */
    void state(final long nowMs, final int interaction, final InteractionState value) {
        tick(nowMs, interaction);
        estimates.removing(nowMs, interaction);
        queues.of(interaction).state(interaction, value);
        estimates.added(nowMs, interaction);
    }

    void notBeforeMs(final long nowMs, final int interaction, final long value) {
        tick(nowMs, interaction);
        queues.of(interaction).notBeforeMs(interaction, value);
    }

    /** To another queue, or the same: one step, so that a backlog does not end and begin anew. */
    void move(final long nowMs, final int interaction, final int queue) {
        tick(nowMs, interaction);
        estimates.tick(nowMs, queue);
        estimates.removing(nowMs, interaction);
        queues.of(interaction).leave(interaction);
        interactions.queue(interaction, queue);
        final QueueRecord record = queues.record(queue);
        if (!interactions.ownPriority(interaction)) {
            interactions.priority(interaction, record.settings().priority(), false);
        }
        record.enter(interaction);
        estimates.added(nowMs, interaction);
    }

    /** One step as well. */
    void convert(final long nowMs, final int interaction, final long newId, final InteractionKind newKind) {
        tick(nowMs, interaction);
        estimates.removing(nowMs, interaction);
        final QueueRecord record = queues.of(interaction);
        record.leave(interaction);
        interactions.convert(interaction, newId, newKind);
        record.enter(interaction);
        if (interactions.waits(interaction)) {
            estimates.added(nowMs, interaction);
        }
    }

    private void tick(final long nowMs, final int interaction) {
        estimates.tick(nowMs, interactions.queue(interaction));
    }
}
