package io.ringback.internal.flow;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.InteractionKind;
import io.ringback.Request;
import io.ringback.RequeueReason;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/** What live calls and callbacks share: entering a queue, going to an agent, coming back, ending. */
final class Life {
    private static final int NONE = InteractionStore.NONE;

    private final InteractionStore interactions;
    private final AgentStore agents;
    private final QueueStore queues;
    private final NumberIndex numbers;
    private final Timers timers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Estimates estimates;
    private final Triggers triggers;
    private final Members members;
    private final Places places;

    Life(final Core core, final Triggers triggers, final Members members, final Places places) {
        interactions = core.interactions();
        agents = core.agents();
        queues = core.queues();
        numbers = core.numbers();
        timers = core.timers();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        estimates = core.estimates();
        this.triggers = triggers;
        this.members = members;
        this.places = places;
    }

    /** A new entry with what its request asks for, in no queue's lists and in no index yet. The store has room. */
    int create(final long nowMs, final Request request, final int queue, final InteractionKind kind) {
        final QueueRecord record = queues.record(queue);
        final int interaction = interactions.add(request.id(), kind);
        interactions.queue(interaction, queue);
        interactions.number(interaction, request.number());
        interactions.times(interaction, nowMs, nowMs - request.headStartMs());
        interactions.priority(interaction, record.priorityFor(request), request.prioritized());
        interactions.target(interaction, record.targetFor(request), request.target() != null);
        return interaction;
    }

    /** Into the queue, to be matched. Returns the median of the expected wait, or why there is none. */
    long enter(final long nowMs, final int interaction, final long pendingId) {
        final QueueRecord record = queues.of(interaction);
        final long ewtMs = estimates.ofEntering(nowMs, interaction).medianMs();
        members.enter(nowMs, interaction);
        armStep(interaction, record);
        dispatcher.place(interaction);
        agenda.interaction(interaction);
        events.queued(nowMs, interactions.id(interaction), record.handle(), ewtMs, pendingId);
        return ewtMs;
    }

    /** Takes the queue's target that applies after the time queued so far, silently, and starts the step timer anew. */
    void retarget(final long nowMs, final int interaction) {
        if (interactions.ownTarget(interaction)) {
            return;
        }
        final QueueRecord record = queues.of(interaction);
        int step = 0;
        while (step < record.steps() && interactions.queuedMs(interaction) + record.stepAfterMs(step) <= nowMs) {
            step++;
        }
        interactions.nextStep(interaction, step);
        interactions.target(interaction, record.targetAfter(step), false);
        timers.cancel(TimerKind.STEP, interaction);
        armStep(interaction, record);
    }

    /** The next target step falls due. */
    void step(final int interaction) {
        final QueueRecord record = queues.of(interaction);
        final int step = interactions.nextStep(interaction) + 1;
        interactions.nextStep(interaction, step);
        interactions.target(interaction, record.targetAfter(step), false);
        armStep(interaction, record);
        dispatcher.place(interaction);
        agenda.interaction(interaction);
    }

    /** From the queue to an agent, who is Ready. */
    void route(final long nowMs, final int interaction, final int agent) {
        final QueueRecord record = queues.of(interaction);
        triggers.settle(interaction);
        members.start(nowMs, interaction);
        interactions.agent(interaction, agent);
        dispatcher.remove(interaction);
        dispatcher.agentNotReady(agent);
        agents.state(agent, nowMs, AgentState.BUSY);
        agents.interaction(agent, interaction);
        agents.routed(agent, interactions.queue(interaction), nowMs);
        agents.answered(agent, false);
        final long answerTimeoutMs = record.settings().answerTimeoutMs();
        if (answerTimeoutMs >= 0) {
            timers.arm(TimerKind.AGENT, agent, nowMs + answerTimeoutMs);
        }
        final long waitedMs = nowMs - interactions.queuedMs(interaction);
        events.routed(nowMs, interactions.id(interaction), agents.id(agent), record.handle(), waitedMs);
        events.agent(nowMs, agents.id(agent), AgentState.BUSY);
    }

    /** Back from an agent who did not answer, with its rank. The agent's side is the caller's. */
    void requeue(final long nowMs, final int interaction, final RequeueReason reason) {
        interactions.agent(interaction, NONE);
        members.failToStart(nowMs, interaction);
        dispatcher.place(interaction);
        agenda.interaction(interaction);
        events.requeued(nowMs, interactions.id(interaction), reason);
    }

    /** Ends an interaction in any state and frees its entry. Its agent's side is the caller's. */
    void end(final long nowMs, final int interaction, final EndReason reason) {
        triggers.settle(interaction);
        if (queues.of(interaction).steps() > 0) {
            timers.cancel(TimerKind.STEP, interaction);
        }
        if (!interactions.live(interaction)) {
            timers.cancel(TimerKind.PURGE, interaction);
            timers.cancel(TimerKind.INVITATION, interaction);
        }
        dispatcher.remove(interaction);
        members.leave(nowMs, interaction);
        if (!interactions.live(interaction)) {
            numbers.remove(interaction);
            places.giveBack(nowMs, interaction);
        }
        events.ended(nowMs, interactions.id(interaction), reason);
        interactions.remove(interaction);
    }

    private void armStep(final int interaction, final QueueRecord record) {
        final int step = interactions.nextStep(interaction);
        if (!interactions.ownTarget(interaction) && step < record.steps()) {
            timers.arm(TimerKind.STEP, interaction, interactions.queuedMs(interaction) + record.stepAfterMs(step));
        }
    }
}
