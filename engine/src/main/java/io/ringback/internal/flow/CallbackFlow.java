package io.ringback.internal.flow;

import io.ringback.AtClose;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/** How callbacks come to be and how they end without an agent (SPEC C1, C2, C6, C7, L3). */
public final class CallbackFlow {
    private static final int NONE = InteractionStore.NONE;
    private static final InteractionKind IMMEDIATE = InteractionKind.IMMEDIATE_CALLBACK;

    private final InteractionStore interactions;
    private final QueueStore queues;
    private final NumberIndex numbers;
    private final Timers timers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Admission admission;
    private final Members members;
    private final Life life;
    private final Invitations invitations;
    private final BookingFlow bookings;
    private final AgentFlow agentFlow;

    CallbackFlow(
            final Core core,
            final Admission admission,
            final Members members,
            final Life life,
            final Invitations invitations,
            final BookingFlow bookings,
            final AgentFlow agentFlow) {
        interactions = core.interactions();
        queues = core.queues();
        numbers = core.numbers();
        timers = core.timers();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        this.admission = admission;
        this.members = members;
        this.life = life;
        this.invitations = invitations;
        this.bookings = bookings;
        this.agentFlow = agentFlow;
    }

    /** For now, or for a time that the request names. */
    public Outcome requested(final long nowMs, final Request request) {
        final int queue = queues.entryOf(request.queue());
        if (queue == QueueStore.NONE) {
            return Outcome.UNKNOWN_QUEUE;
        }
        if (interactions.entryOf(request.id()) != NONE) {
            return Outcome.DUPLICATE_ID;
        }
        return request.atMs() == Engine.NO_TIME
                ? requestedForNow(nowMs, queue, request)
                : bookings.requested(nowMs, queue, request);
    }

    /** A waiting call goes on as a callback; the call's entry becomes the callback's. For now, it keeps its place. */
    public Outcome offerAccepted(final long nowMs, final long callId, final Request request) {
        final int call = interactions.entryOf(callId);
        if (call == NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (interactions.entryOf(request.id()) != NONE) {
            return Outcome.DUPLICATE_ID;
        }
        if (!interactions.live(call) || !interactions.in(call, InteractionState.QUEUED)) {
            return Outcome.WRONG_STATE;
        }
        return request.atMs() == Engine.NO_TIME
                ? offerAcceptedForNow(nowMs, call, request)
                : bookings.offerAccepted(nowMs, call, request);
    }

    /** Ends a callback that no agent has answered yet. */
    public Outcome cancel(final long nowMs, final long id) {
        final int callback = interactions.entryOf(id);
        if (callback == NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        final boolean withAgent = interactions.in(callback, InteractionState.WITH_AGENT);
        if (interactions.live(callback) || (withAgent && !agentFlow.ringing(callback))) {
            return Outcome.WRONG_STATE;
        }
        invitations.callOff(nowMs, callback);
        agentFlow.endUnanswered(nowMs, callback, EndReason.CANCELLED);
        return Outcome.OK;
    }

    /** The one look at a callback's age: whoever has a person on the line by then is never purged. */
    void purge(final long nowMs, final int callback) {
        if (!interactions.onLine(callback)) {
            purge(nowMs, callback, EndReason.PURGED_AGE);
        }
    }

    /** A queue's business day ends for the callbacks that are not on the line, in the order of their arrival (H5). */
    void endDay(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        record.sortWaiting();
        int following;
        for (int waiting = record.firstWaiting(); waiting != NONE; waiting = following) {
            following = interactions.next(waiting);
            if (!interactions.onLine(waiting)) {
                if (record.settings().atClose() == AtClose.PURGE) {
                    purge(nowMs, waiting, EndReason.PURGED_END_OF_DAY);
                } else {
                    invitations.takeBack(nowMs, waiting);
                }
                events.deliver();
            }
        }
    }

    private Outcome requestedForNow(final long nowMs, final int queue, final Request request) {
        final Outcome refusal = admission.callback(queue, request.number(), IMMEDIATE);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        final QueueRecord record = queues.record(queue);
        if (record.waiting() >= record.settings().maxWaiting()) {
            return Outcome.QUEUE_FULL;
        }
        if (admission.tooLate(nowMs, queue, request)) {
            return Outcome.TOO_LATE_TODAY;
        }
        if (interactions.full()) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        final int callback = life.create(nowMs, request, queue, IMMEDIATE);
        owe(nowMs, callback, request.number(), record);
        life.enter(nowMs, callback, Engine.NO_ID);
        return Outcome.OK;
    }

    private Outcome offerAcceptedForNow(final long nowMs, final int call, final Request request) {
        final Outcome refusal = admission.callback(interactions.queue(call), request.number(), IMMEDIATE);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (admission.tooLate(nowMs, call)) {
            return Outcome.TOO_LATE_TODAY;
        }
        events.ended(nowMs, interactions.id(call), EndReason.CONVERTED);
        members.convert(nowMs, call, request.id(), IMMEDIATE);
        owe(nowMs, call, request.number(), queues.of(call));
        dispatcher.place(call);
        agenda.interaction(call);
        return Outcome.OK;
    }

    private void purge(final long nowMs, final int callback, final EndReason reason) {
        invitations.callOff(nowMs, callback);
        life.end(nowMs, callback, reason);
    }

    /** From now on the engine owes a callback to this number, until it is purged. */
    private void owe(final long nowMs, final int callback, final long number, final QueueRecord record) {
        interactions.number(callback, number);
        numbers.add(callback);
        timers.arm(TimerKind.PURGE, callback, nowMs + record.settings().purgeAfterMs());
    }
}
