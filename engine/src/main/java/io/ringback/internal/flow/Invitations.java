package io.ringback.internal.flow;

import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/** The engine's attempts to bring a callback's customer onto the line (SPEC C3 to C5). */
public final class Invitations {
    private final InteractionStore interactions;
    private final QueueStore queues;
    private final Timers timers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Triggers triggers;
    private final Members members;
    private final Life life;

    Invitations(final Core core, final Triggers triggers, final Members members, final Life life) {
        interactions = core.interactions();
        queues = core.queues();
        timers = core.timers();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        this.triggers = triggers;
        this.members = members;
        this.life = life;
    }

    /** Dials an invitable callback; the agent is its trigger. */
    void invite(final long nowMs, final int callback, final int agent) {
        triggers.link(callback, agent);
        members.state(nowMs, callback, InteractionState.INVITED);
        dispatcher.remove(callback);
        final int attempt = interactions.startDial(callback);
        final long timeoutMs = queues.of(callback).settings().attemptTimeoutMs();
        timers.arm(TimerKind.INVITATION, callback, nowMs + timeoutMs);
        events.dial(nowMs, interactions.id(callback), interactions.number(callback), attempt);
    }

    /** The host reports that a dialed customer answered, perhaps late. */
    public Outcome answered(final long nowMs, final long id, final int attempt) {
        final int callback = interactions.entryOf(id);
        if (callback == InteractionStore.NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (!mayBringOntoLine(callback) || attempt < 1 || attempt > interactions.dials(callback)) {
            return Outcome.WRONG_STATE;
        }
        if (attempt < interactions.dials(callback)) {
            callOff(nowMs, callback);
        }
        timers.cancel(TimerKind.INVITATION, callback);
        members.notBeforeMs(nowMs, callback, Engine.NO_TIME);
        members.state(nowMs, callback, InteractionState.ON_LINE);
        dispatcher.place(callback);
        agenda.interaction(callback);
        events.onLine(nowMs, id);
        return Outcome.OK;
    }

    /** The host reports that the outstanding dial failed. */
    public Outcome failed(final long nowMs, final long id, final int attempt, final DialFailure reason) {
        final int callback = interactions.entryOf(id);
        if (callback == InteractionStore.NONE) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        if (!interactions.in(callback, InteractionState.INVITED) || attempt != interactions.dials(callback)) {
            return Outcome.WRONG_STATE;
        }
        fail(nowMs, callback, reason);
        return Outcome.OK;
    }

    /** The timer of a callback: its dial timed out, or it may be invited again. */
    void timer(final long nowMs, final int callback) {
        if (interactions.in(callback, InteractionState.INVITED)) {
            events.dialCancelled(nowMs, interactions.id(callback), interactions.dials(callback));
            fail(nowMs, callback, DialFailure.NO_ANSWER);
        } else {
            members.notBeforeMs(nowMs, callback, Engine.NO_TIME);
            dispatcher.place(callback);
            agenda.interaction(callback);
        }
    }

    /** Calls an outstanding dial off, if there is one. What becomes of the callback is the caller's. */
    void callOff(final long nowMs, final int callback) {
        if (interactions.in(callback, InteractionState.INVITED)) {
            events.dialCancelled(nowMs, interactions.id(callback), interactions.dials(callback));
            triggers.settle(callback);
        }
    }

    /** Calls an outstanding dial off, if there is one, as if it had not been: the callback waits for the next. */
    void takeBack(final long nowMs, final int callback) {
        if (interactions.in(callback, InteractionState.INVITED)) {
            callOff(nowMs, callback);
            timers.cancel(TimerKind.INVITATION, callback);
            members.state(nowMs, callback, InteractionState.QUEUED);
            dispatcher.place(callback);
        }
    }

    private boolean mayBringOntoLine(final int callback) {
        return !interactions.live(callback)
                && (interactions.in(callback, InteractionState.QUEUED)
                        || interactions.in(callback, InteractionState.INVITED));
    }

    private void fail(final long nowMs, final int callback, final DialFailure reason) {
        final QueueRecord record = queues.of(callback);
        if (reason == DialFailure.ERROR) {
            final long untilMs = nowMs + record.settings().errorPauseMs();
            retry(nowMs, callback, untilMs, reason);
            pause(interactions.queue(callback), untilMs);
        } else if (interactions.useAttempt(callback) < record.settings().attempts()) {
            retry(nowMs, callback, nowMs + record.settings().retryDelayMs(), reason);
        } else {
            life.end(nowMs, callback, EndReason.UNREACHABLE);
        }
    }

    private void retry(final long nowMs, final int callback, final long notBeforeMs, final DialFailure reason) {
        triggers.settle(callback);
        members.state(nowMs, callback, InteractionState.QUEUED);
        members.notBeforeMs(nowMs, callback, notBeforeMs);
        timers.arm(TimerKind.INVITATION, callback, notBeforeMs);
        events.retry(nowMs, interactions.id(callback), notBeforeMs, reason);
    }

    /** No dial of the queue starts before the latest such time. An equal time is armed anew: after the retry itself. */
    private void pause(final int queue, final long untilMs) {
        final QueueRecord record = queues.record(queue);
        if (!record.paused() || untilMs >= timers.deadlineMs(TimerKind.PAUSE, queue)) {
            timers.arm(TimerKind.PAUSE, queue, untilMs);
        }
        record.paused(true);
        dispatcher.invitingChanged(queue);
    }
}
