package io.ringback.internal.flow;

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
    private final AgentFlow agentFlow;

    CallbackFlow(
            final Core core,
            final Admission admission,
            final Members members,
            final Life life,
            final Invitations invitations,
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
        this.agentFlow = agentFlow;
    }

    public Outcome requested(final long nowMs, final Request request) {
        final int queue = queues.entryOf(request.queue());
        if (queue == QueueStore.NONE) {
            return Outcome.UNKNOWN_QUEUE;
        }
        if (interactions.entryOf(request.id()) != NONE) {
            return Outcome.DUPLICATE_ID;
        }
        final Outcome refusal = admission.callback(queue, request.number());
        if (refusal != Outcome.OK) {
            return refusal;
        }
        final QueueRecord record = queues.record(queue);
        if (record.waiting() >= record.settings().maxWaiting()) {
            return Outcome.QUEUE_FULL;
        }
        if (interactions.full()) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        final int callback = life.create(nowMs, request, queue, InteractionKind.IMMEDIATE_CALLBACK);
        owe(nowMs, callback, request.number(), record);
        life.enter(nowMs, callback, Engine.NO_ID);
        return Outcome.OK;
    }

    /** A waiting call goes on as a callback in the call's place; the call's entry becomes the callback's. */
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
        final Outcome refusal = admission.callback(interactions.queue(call), request.number());
        if (refusal != Outcome.OK) {
            return refusal;
        }
        members.convert(nowMs, call, request.id(), InteractionKind.IMMEDIATE_CALLBACK);
        owe(nowMs, call, request.number(), queues.of(call));
        dispatcher.place(call);
        agenda.interaction(call);
        events.ended(nowMs, callId, EndReason.CONVERTED);
        return Outcome.OK;
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
            invitations.callOff(nowMs, callback);
            life.end(nowMs, callback, EndReason.PURGED_AGE);
        }
    }

    /** From now on the engine owes a callback to this number, until it is purged. */
    private void owe(final long nowMs, final int callback, final long number, final QueueRecord record) {
        interactions.number(callback, number);
        numbers.add(callback);
        timers.arm(TimerKind.PURGE, callback, nowMs + record.settings().purgeAfterMs());
    }
}
