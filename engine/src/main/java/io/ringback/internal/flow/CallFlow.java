package io.ringback.internal.flow;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueCounts.Figure;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;

/** Live calls, and customers who hang up (SPEC section 7). */
public final class CallFlow {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final QueueStore queues;
    private final NumberIndex numbers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Estimates estimates;
    private final Admission admission;
    private final Life life;
    private final Invitations invitations;
    private final AgentFlow agentFlow;

    CallFlow(
            final Core core,
            final Admission admission,
            final Life life,
            final Invitations invitations,
            final AgentFlow agentFlow) {
        interactions = core.interactions();
        queues = core.queues();
        numbers = core.numbers();
        events = core.events();
        dispatcher = core.dispatcher();
        estimates = core.estimates();
        this.admission = admission;
        this.life = life;
        this.invitations = invitations;
        this.agentFlow = agentFlow;
    }

    public Outcome arrived(final long nowMs, final Request request) {
        final int queue = queues.entryOf(request.queue());
        if (queue == QueueStore.NONE) {
            return Outcome.UNKNOWN_QUEUE;
        }
        if (interactions.entryOf(request.id()) != NONE) {
            return Outcome.DUPLICATE_ID;
        }
        final QueueRecord record = queues.record(queue);
        if (!record.open()) {
            return Outcome.CLOSED;
        }
        final int pending = bestPending(queue, request.number());
        if (pending != NONE && record.settings().linkIncoming()) {
            link(nowMs, request, queue, pending);
            return Outcome.OK;
        }
        if (record.waiting() >= record.settings().maxWaiting() && !routedAtOnce(record, request)) {
            return Outcome.QUEUE_FULL;
        }
        if (interactions.full()) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        final int call = life.create(nowMs, request, queue, InteractionKind.LIVE_CALL);
        enter(nowMs, call, pending == NONE ? Engine.NO_ID : interactions.id(pending));
        return Outcome.OK;
    }

    /** The customer hung up: while waiting on the line, or while it rings at an agent. */
    public Outcome customerLeft(final long nowMs, final long id) {
        final int interaction = interactions.entryOf(id);
        if (interaction == NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (!interactions.routable(interaction) && !agentFlow.ringing(interaction)) {
            return Outcome.WRONG_STATE;
        }
        if (interactions.routable(interaction)) {
            estimates.abandoning(nowMs, interactions.queue(interaction));
        }
        queues.of(interaction).counts().count(nowMs, Figure.ABANDONED);
        agentFlow.endUnanswered(nowMs, interaction, EndReason.ABANDONED);
        return Outcome.OK;
    }

    /** The call takes over the place of the callback. The callback's entry is free for it, however full the store. */
    private void link(final long nowMs, final Request request, final int queue, final int callback) {
        final int priority = interactions.priority(callback);
        final boolean ownPriority = interactions.ownPriority(callback);
        final long placeMs = interactions.placeMs(callback);
        final long arrival = interactions.arrival(callback);
        events.linked(nowMs, request.id(), interactions.id(callback));
        invitations.callOff(nowMs, callback);
        life.end(nowMs, callback, EndReason.SUPERSEDED);
        final int call = life.create(nowMs, request, queue, InteractionKind.LIVE_CALL);
        interactions.priority(call, priority, ownPriority);
        interactions.times(call, nowMs, placeMs);
        interactions.arrival(call, arrival);
        enter(nowMs, call, Engine.NO_ID);
    }

    /** Into the queue; when that means a long wait, the host may offer a callback instead (L3). */
    private void enter(final long nowMs, final int call, final long pendingId) {
        final long ewtMs = life.enter(nowMs, call, pendingId);
        final QueueRecord record = queues.of(call);
        final long offerAboveMs = record.settings().offerAboveMs();
        final boolean wanted = offerAboveMs >= 0 && (ewtMs > offerAboveMs || ewtMs == Engine.EWT_NO_AGENTS);
        if (wanted && mayOffer(call) && !admission.tooLate(nowMs, record, ewtMs)) {
            events.offered(nowMs, interactions.id(call), record.handle(), ewtMs);
        }
    }

    private boolean mayOffer(final int call) {
        final int queue = interactions.queue(call);
        return admission.callback(queue, interactions.number(call), InteractionKind.IMMEDIATE_CALLBACK) == Outcome.OK;
    }

    private boolean routedAtOnce(final QueueRecord record, final Request request) {
        return dispatcher.agentFor(record.targetFor(request), record.settings().agentChoice()) != Dispatcher.NONE;
    }

    /** The best ranked callback of a queue that is owed to a number and whose customer is not on the line. */
    private int bestPending(final int queue, final long number) {
        if (number == Engine.UNKNOWN_NUMBER) {
            return NONE;
        }
        int best = NONE;
        for (int callback = numbers.first(number); callback != NONE; callback = interactions.nextOfNumber(callback)) {
            final boolean pending = interactions.in(callback, InteractionState.QUEUED)
                    || interactions.in(callback, InteractionState.INVITED);
            if (pending
                    && interactions.queue(callback) == queue
                    && (best == NONE || dispatcher.ahead(callback, best))) {
                best = callback;
            }
        }
        return best;
    }
}
