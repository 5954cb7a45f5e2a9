package io.ringback.internal.flow;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.RequeueReason;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueCounts.Figure;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;
import io.ringback.skill.SkillProfile;

/** The agents' states (SPEC section 3). */
public final class AgentFlow {
    private static final int NONE = AgentStore.NONE;

    private final AgentStore agents;
    private final InteractionStore interactions;
    private final QueueStore queues;
    private final Timers timers;
    private final EventBuffer events;
    private final Dispatcher dispatcher;
    private final Agenda agenda;
    private final Estimates estimates;
    private final Triggers triggers;
    private final Life life;

    AgentFlow(final Core core, final Triggers triggers, final Life life) {
        agents = core.agents();
        interactions = core.interactions();
        queues = core.queues();
        timers = core.timers();
        events = core.events();
        dispatcher = core.dispatcher();
        agenda = core.agenda();
        estimates = core.estimates();
        this.triggers = triggers;
        this.life = life;
    }

    /** Defines an agent, or gives it other levels in whatever state. */
    public Outcome define(final long nowMs, final long id, final SkillProfile levels) {
        final int known = agents.entryOf(id);
        if (known != NONE) {
            estimates.agentLeaving(nowMs, known);
            dispatcher.agentRedefined(known, levels);
            estimates.agentDefined(nowMs, known);
            if (agents.in(known, AgentState.READY)) {
                agenda.agent(known);
            }
        } else if (agents.full()) {
            return Outcome.CAPACITY_EXCEEDED;
        } else {
            final int agent = agents.add(id, nowMs);
            dispatcher.agentDefined(agent, levels);
            estimates.agentDefined(nowMs, agent);
        }
        return Outcome.OK;
    }

    public Outcome remove(final long nowMs, final long id) {
        final int agent = agents.entryOf(id);
        if (agent == NONE) {
            return Outcome.UNKNOWN_AGENT;
        }
        if (!agents.in(agent, AgentState.LOGGED_OUT)) {
            return Outcome.WRONG_STATE;
        }
        triggers.drop(agent);
        estimates.agentLeaving(nowMs, agent);
        dispatcher.agentRemoved(agent);
        agents.remove(agent);
        return Outcome.OK;
    }

    public Outcome ready(final long nowMs, final long id) {
        final int agent = agents.entryOf(id);
        if (agent == NONE) {
            return Outcome.UNKNOWN_AGENT;
        }
        switch (agents.state(agent)) {
            case READY -> {}
            case BUSY -> {
                if (!agents.notReadyAfter(agent)) {
                    return Outcome.AGENT_BUSY;
                }
                agents.notReadyAfter(agent, false);
            }
            case LOGGED_OUT, NOT_READY, AFTER_CALL_WORK -> becomeReady(nowMs, agent);
        }
        return Outcome.OK;
    }

    public Outcome notReady(final long nowMs, final long id) {
        final int agent = agents.entryOf(id);
        if (agent == NONE) {
            return Outcome.UNKNOWN_AGENT;
        }
        switch (agents.state(agent)) {
            case NOT_READY -> {}
            case BUSY -> agents.notReadyAfter(agent, true);
            case LOGGED_OUT, READY, AFTER_CALL_WORK -> leave(nowMs, agent, AgentState.NOT_READY);
        }
        return Outcome.OK;
    }

    /** The agent picked up. {@code interactionId}: what the host believes it has, or {@link Engine#NO_ID}. */
    public Outcome answered(final long nowMs, final long id, final long interactionId) {
        final int agent = agents.entryOf(id);
        final Outcome refusal = refuseUnlessWith(agent, interactionId);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (agents.answered(agent)) {
            return Outcome.WRONG_STATE;
        }
        agents.answered(agent, true);
        countServed(nowMs, agent);
        timers.cancel(TimerKind.AGENT, agent);
        return Outcome.OK;
    }

    /** The agent did not pick up. {@code interactionId}: what the host believes it has, or {@link Engine#NO_ID}. */
    public Outcome declined(final long nowMs, final long id, final long interactionId) {
        final int agent = agents.entryOf(id);
        final Outcome refusal = refuseUnlessWith(agent, interactionId);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (agents.answered(agent)) {
            return Outcome.WRONG_STATE;
        }
        giveBack(nowMs, agent, RequeueReason.NO_ANSWER, AgentState.NOT_READY);
        return Outcome.OK;
    }

    /** The agent is done. {@code interactionId}: what the host believes it has, or {@link Engine#NO_ID}. */
    public Outcome completed(final long nowMs, final long id, final long interactionId) {
        final int agent = agents.entryOf(id);
        final Outcome refusal = refuseUnlessWith(agent, interactionId);
        if (refusal != Outcome.OK) {
            return refusal;
        }
        if (!agents.answered(agent)) {
            countServed(nowMs, agent);
        }
        agents.countHandled(agent);
        final int interaction = agents.interaction(agent);
        final long wrapUpMs = queues.of(interaction).settings().wrapUpMs();
        life.end(nowMs, interaction, EndReason.COMPLETED);
        if (agents.notReadyAfter(agent)) {
            estimates.served(nowMs, agent);
            leave(nowMs, agent, AgentState.NOT_READY);
            return Outcome.OK;
        }
        leave(nowMs, agent, AgentState.AFTER_CALL_WORK);
        if (wrapUpMs == 0) {
            becomeReady(nowMs, agent);
        } else if (wrapUpMs > 0) {
            timers.arm(TimerKind.AGENT, agent, nowMs + wrapUpMs);
        }
        return Outcome.OK;
    }

    public Outcome loggedOut(final long nowMs, final long id) {
        final int agent = agents.entryOf(id);
        if (agent == NONE) {
            return Outcome.UNKNOWN_AGENT;
        }
        if (agents.in(agent, AgentState.BUSY) && !agents.answered(agent)) {
            giveBack(nowMs, agent, RequeueReason.LOGOUT, AgentState.LOGGED_OUT);
        } else if (!agents.in(agent, AgentState.LOGGED_OUT)) {
            if (agents.in(agent, AgentState.BUSY)) {
                agents.countHandled(agent);
                life.end(nowMs, agents.interaction(agent), EndReason.AGENT_LOST);
                estimates.served(nowMs, agent);
            }
            leave(nowMs, agent, AgentState.LOGGED_OUT);
        }
        return Outcome.OK;
    }

    /** The timer of an agent: it did not answer, or its wrap-up is over. */
    void timer(final long nowMs, final int agent) {
        if (agents.in(agent, AgentState.BUSY)) {
            giveBack(nowMs, agent, RequeueReason.ANSWER_TIMEOUT, AgentState.NOT_READY);
        } else {
            becomeReady(nowMs, agent);
        }
    }

    /** Whether an interaction is ringing at its agent. */
    boolean ringing(final int interaction) {
        final int agent = interactions.agent(interaction);
        return agent != NONE && !agents.answered(agent);
    }

    /** Ends an interaction that waits, or rings at an agent; that agent goes on as before it was routed. */
    void endUnanswered(final long nowMs, final int interaction, final EndReason reason) {
        final int agent = interactions.agent(interaction);
        life.end(nowMs, interaction, reason);
        if (agent == NONE) {
            return;
        }
        if (agents.notReadyAfter(agent)) {
            leave(nowMs, agent, AgentState.NOT_READY);
            return;
        }
        stopRinging(agent);
        agents.resumeReady(agent);
        enterReady(nowMs, agent);
    }

    /** The agent answers: the wait that counts is that until what it has was routed to it. */
    private void countServed(final long nowMs, final int agent) {
        final int interaction = agents.interaction(agent);
        final QueueRecord record = queues.of(interaction);
        if (!interactions.live(interaction)) {
            record.counts().count(nowMs, Figure.SERVED_CALLBACK);
            return;
        }
        record.counts().count(nowMs, Figure.SERVED_CALL);
        final long waitedMs = agents.sinceMs(agent) - interactions.queuedMs(interaction);
        if (waitedMs <= record.settings().serviceLevelMs()) {
            record.counts().count(nowMs, Figure.SERVED_IN_TIME);
        }
    }

    private Outcome refuseUnlessWith(final int agent, final long interactionId) {
        if (agent == NONE) {
            return Outcome.UNKNOWN_AGENT;
        }
        final int interaction = agents.interaction(agent);
        if (interaction == NONE || (interactionId != Engine.NO_ID && interactions.id(interaction) != interactionId)) {
            return Outcome.NOT_WITH_AGENT;
        }
        return Outcome.OK;
    }

    private void giveBack(final long nowMs, final int agent, final RequeueReason reason, final AgentState stateAfter) {
        life.requeue(nowMs, agents.interaction(agent), reason);
        leave(nowMs, agent, stateAfter);
    }

    private void becomeReady(final long nowMs, final int agent) {
        timers.cancel(TimerKind.AGENT, agent);
        learn(nowMs, agent, AgentState.READY);
        agents.becomeReady(agent, nowMs);
        enterReady(nowMs, agent);
    }

    private void enterReady(final long nowMs, final int agent) {
        agenda.agent(agent);
        events.agent(nowMs, agents.id(agent), AgentState.READY);
    }

    /** Out of whatever the agent is doing, into a state in which it gets nothing. */
    private void leave(final long nowMs, final int agent, final AgentState state) {
        if (agents.in(agent, AgentState.READY)) {
            dispatcher.agentNotReady(agent);
        }
        stopRinging(agent);
        learn(nowMs, agent, state);
        agents.state(agent, nowMs, state);
        events.agent(nowMs, agents.id(agent), state);
    }

    /** What the agent's next state says about waits: who is at work, and how long the last interaction took it. */
    private void learn(final long nowMs, final int agent, final AgentState state) {
        if (agents.in(agent, AgentState.AFTER_CALL_WORK)) {
            estimates.served(nowMs, agent);
        }
        estimates.agentChanging(nowMs, agent, state);
    }

    private void stopRinging(final int agent) {
        timers.cancel(TimerKind.AGENT, agent);
        agents.interaction(agent, NONE);
        agents.answered(agent, false);
        agents.notReadyAfter(agent, false);
    }
}
