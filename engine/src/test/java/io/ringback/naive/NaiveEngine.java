package io.ringback.naive;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * A queueing engine in plain objects and full scans: slow, short, and easy to compare with the rules. Fast engines are
 * checked against it. Each rule can be switched off, to see whether a test of that rule notices.
 */
public final class NaiveEngine implements EngineUnderTest {
    private static final long TIME_MAX_MS = (1L << 48) - 1;

    private final EngineLimits limits;
    private final RuleSwitches rules;
    private final NaiveState state;
    private final NaiveMatching matching;
    private final NaiveFlows flows;
    private final NaiveSlots slots;
    private final NaiveBusinessDay businessDay;
    private final NaiveRequests requests;
    private long clockRegressions;

    public NaiveEngine(final EngineLimits limits, final RuleSwitches rules) {
        this.limits = limits;
        this.rules = rules;
        state = new NaiveState(rules);
        matching = new NaiveMatching(state);
        slots = new NaiveSlots(state);
        flows = new NaiveFlows(state, matching, slots);
        final NaiveBookings bookings = new NaiveBookings(state, slots, limits);
        businessDay = new NaiveBusinessDay(state, matching, flows, bookings);
        requests = new NaiveRequests(state, matching, flows, bookings, limits);
    }

    @Override
    public Outcome apply(final long nowMs, final Command command) {
        return switch (command.verb()) {
            case SKILL -> {
                state.skills.define(command.name(0));
                yield Outcome.OK;
            }
            case QUEUE -> {
                final NaiveSettings settings = NaiveSettings.of(command.values(), state.skills, rules);
                if (settings.calendar != null && !state.calendars.containsKey(settings.calendar)) {
                    throw new IllegalArgumentException("unknown calendar " + settings.calendar);
                }
                yield at(nowMs, () -> defineQueue(command.name(0), settings));
            }
            case CALENDAR -> {
                final NaiveCalendar hours = NaiveCalendar.of(command.values(), rules);
                yield at(nowMs, () -> {
                    businessDay.define(command.name(0), hours);
                    return Outcome.OK;
                });
            }
            case AGENT -> {
                final Map<String, Integer> levels = levels(command);
                yield at(nowMs, () -> defineAgent(command.name(0), levels));
            }
            case CALL, CALLBACK, SCHEDULE -> {
                final NaiveSkills.Expression target = state.skills.expression(command.value("skills"));
                yield at(nowMs, () -> requests.enter(command, target));
            }
            default -> at(nowMs, () -> carryOut(command));
        };
    }

    private interface Action {
        Outcome carryOut();
    }

    private Outcome at(final long stampMs, final Action action) {
        final long nowMs = clamp(stampMs);
        if (state.nowMs == NaiveState.NO_TIME) {
            state.nowMs = nowMs;
        }
        if (nowMs < state.nowMs) {
            clockRegressions++;
            if (rules.off(Rule.T2)) {
                return Outcome.CLOCK_JUMP;
            }
        }
        if (nowMs - state.nowMs > limits.maxClockStepMs() && rules.on(Rule.T4)) {
            return Outcome.CLOCK_JUMP;
        }
        fireUntil(Math.max(nowMs, state.nowMs));
        final Outcome outcome = action.carryOut();
        settle();
        return outcome;
    }

    private void settle() {
        state.estimates.noteBacklogs();
        matching.run();
    }

    @Override
    public void advanceTo(final long stampMs) {
        final long nowMs = clamp(stampMs);
        if (state.nowMs == NaiveState.NO_TIME) {
            state.nowMs = nowMs;
        }
        if (nowMs < state.nowMs) {
            clockRegressions++;
        }
        fireUntil(Math.max(nowMs, state.nowMs));
    }

    private static long clamp(final long stampMs) {
        return Math.max(0, Math.min(stampMs, TIME_MAX_MS));
    }

    private void fireUntil(final long nowMs) {
        while (nextDeadlineMs() <= nowMs) {
            final NaiveTimer due = state.due(nowMs);
            final long edgeMs = businessDay.nextEdgeMs();
            if (due == null || edgeMs <= due.deadlineMs()) {
                state.moveTime(edgeMs);
                businessDay.passEdge();
            } else {
                state.moveTime(rules.on(Rule.T3) ? due.deadlineMs() : nowMs);
                flows.fire(due);
            }
            settle();
        }
        state.moveTime(nowMs);
    }

    private Outcome defineQueue(final String name, final NaiveSettings settings) {
        final NaiveQueue queue = state.queues.get(name);
        if (queue == null) {
            final NaiveQueue added = new NaiveQueue(name, settings);
            added.open = businessDay.isOpen(added);
            state.queues.put(name, added);
            return Outcome.OK;
        }
        final boolean booked =
                state.interactions.values().stream().anyMatch(booking -> booking.queue == queue && booking.scheduled());
        if (booked && settings.slotMinutes != queue.settings.slotMinutes) {
            throw new IllegalArgumentException("slot: there are bookings");
        }
        if (rules.on(Rule.Q1)) {
            businessDay.change(queue, settings);
        }
        return Outcome.OK;
    }

    private Map<String, Integer> levels(final Command command) {
        final Map<String, Integer> levels = new LinkedHashMap<>();
        for (final String skill : command.values().keySet()) {
            levels.put(skill, state.skills.level(skill, command.value(skill)));
        }
        return levels;
    }

    private Outcome defineAgent(final String name, final Map<String, Integer> levels) {
        final NaiveAgent agent = state.agents.get(name);
        if (agent == null && state.agents.size() >= limits.agents() && rules.on(Rule.X3)) {
            return Outcome.CAPACITY_EXCEEDED;
        }
        if (agent == null) {
            state.agents.put(name, new NaiveAgent(name, levels));
            return Outcome.OK;
        }
        agent.levels = levels;
        if (rules.off(Rule.A1)) {
            agent.readyOrder = state.next();
        } else if (rules.on(Rule.M6)) {
            matching.arose(agent);
        }
        return Outcome.OK;
    }

    private Outcome carryOut(final Command command) {
        final NaiveAgent agent = state.agents.get(command.name(0));
        return switch (command.verb()) {
            case REMOVE, READY, NOT_READY, ANSWERED, NO_ANSWER, COMPLETE, LOGOUT -> {
                if (agent == null) {
                    yield Outcome.UNKNOWN_AGENT;
                }
                yield agentCommand(agent, command);
            }
            default -> requests.carryOut(command);
        };
    }

    private Outcome agentCommand(final NaiveAgent agent, final Command command) {
        return switch (command.verb()) {
            case REMOVE -> remove(agent);
            case READY -> ready(agent);
            case NOT_READY -> notReady(agent);
            case LOGOUT -> logout(agent);
            default -> agentFact(agent, command);
        };
    }

    private Outcome remove(final NaiveAgent agent) {
        final boolean removable =
                rules.on(Rule.A1) ? agent.state == NaiveAgent.State.LOGGED_OUT : agent.state != NaiveAgent.State.BUSY;
        if (!removable) {
            return Outcome.WRONG_STATE;
        }
        if (agent.trigger != null) {
            agent.trigger.trigger = null;
        }
        state.cancelAll(agent);
        state.agents.remove(agent.name);
        return Outcome.OK;
    }

    private Outcome ready(final NaiveAgent agent) {
        if (agent.state == NaiveAgent.State.BUSY) {
            final boolean takenBack = agent.notReadyRemembered && rules.on(Rule.A2);
            agent.notReadyRemembered &= !takenBack;
            return takenBack ? Outcome.OK : Outcome.AGENT_BUSY;
        }
        if (agent.state != NaiveAgent.State.READY || rules.off(Rule.A2)) {
            flows.becomeReady(agent);
        }
        return Outcome.OK;
    }

    private Outcome notReady(final NaiveAgent agent) {
        if (agent.state == NaiveAgent.State.BUSY) {
            agent.notReadyRemembered = rules.on(Rule.A3);
            return Outcome.OK;
        }
        if (agent.state == NaiveAgent.State.LOGGED_OUT && rules.off(Rule.A3)) {
            return Outcome.WRONG_STATE;
        }
        if (agent.state != NaiveAgent.State.NOT_READY || rules.off(Rule.A3)) {
            state.cancelAll(agent);
            state.setAgent(agent, NaiveAgent.State.NOT_READY);
        }
        return Outcome.OK;
    }

    private Outcome logout(final NaiveAgent agent) {
        final NaiveInteraction interaction = agent.interaction;
        if (interaction != null && rules.off(Rule.A6)) {
            return Outcome.AGENT_BUSY;
        }
        state.cancelAll(agent);
        if (interaction != null && interaction.ringing()) {
            flows.requeue(interaction, "logout", NaiveAgent.State.LOGGED_OUT);
        } else if (interaction != null) {
            agent.interaction = null;
            agent.notReadyRemembered = false;
            agent.toBeHandled = interaction;
            flows.end(interaction, "AGENT_LOST");
            state.setAgent(agent, NaiveAgent.State.LOGGED_OUT);
        } else if (agent.state != NaiveAgent.State.LOGGED_OUT) {
            state.setAgent(agent, NaiveAgent.State.LOGGED_OUT);
        }
        return Outcome.OK;
    }

    private Outcome agentFact(final NaiveAgent agent, final Command command) {
        final NaiveInteraction interaction = agent.interaction;
        final String named = rules.on(Rule.A4) ? command.name(1) : null;
        if (interaction == null || (named != null && !named.equals(interaction.id))) {
            return Outcome.NOT_WITH_AGENT;
        }
        return switch (command.verb()) {
            case ANSWERED -> {
                if (interaction.answered && rules.on(Rule.A4)) {
                    yield Outcome.WRONG_STATE;
                }
                interaction.answered = true;
                state.cancel(NaiveTimer.Kind.ANSWER, interaction);
                yield Outcome.OK;
            }
            case NO_ANSWER -> {
                if (interaction.answered && rules.on(Rule.A4)) {
                    yield Outcome.WRONG_STATE;
                }
                flows.requeue(
                        interaction,
                        "no-answer",
                        rules.on(Rule.A4) ? NaiveAgent.State.NOT_READY : NaiveAgent.State.READY);
                yield Outcome.OK;
            }
            case COMPLETE -> {
                flows.complete(agent);
                yield Outcome.OK;
            }
            default -> throw new AssertionError(command);
        };
    }

    @Override
    public long nowMs() {
        return state.nowMs;
    }

    @Override
    public long nextDeadlineMs() {
        return Math.min(state.nextDeadlineMs(), businessDay.nextEdgeMs());
    }

    /** How many commands came with a stamp before the engine's time. */
    public long clockRegressions() {
        return clockRegressions;
    }

    @Override
    public List<Event> takeEvents() {
        final List<Event> taken = state.events;
        state.events = new ArrayList<>();
        return taken;
    }

    @Override
    public String interactionState(final String name) {
        final NaiveInteraction interaction = state.interactions.get(name);
        return interaction == null ? null : interaction.state.name();
    }

    @Override
    public String agentState(final String name) {
        final NaiveAgent agent = state.agents.get(name);
        return agent == null ? null : agent.state.name();
    }

    @Override
    public int position(final String name) {
        return state.position(state.interactions.get(name));
    }

    @Override
    public int attempt(final String name) {
        final NaiveInteraction interaction = state.interactions.get(name);
        return interaction == null ? 0 : interaction.dials;
    }

    @Override
    public int waiting(final String queue) {
        final NaiveQueue known = state.queues.get(queue);
        return known == null ? 0 : state.waiting(known);
    }

    @Override
    public boolean open(final String queue) {
        final NaiveQueue known = state.queues.get(queue);
        return known == null || businessDay.isOpen(known);
    }

    @Override
    public long nextOpenMs(final String queue) {
        return edgeMs(queue, NaiveCalendar::nextOpenMs);
    }

    @Override
    public long nextCloseMs(final String queue) {
        return edgeMs(queue, NaiveCalendar::nextCloseMs);
    }

    @Override
    public long endOfDayMs(final String queue) {
        return edgeMs(queue, NaiveCalendar::endOfDayMs);
    }

    private long edgeMs(final String queue, final ToLongBiFunction<NaiveCalendar, Long> edge) {
        final NaiveQueue known = state.queues.get(queue);
        final long edgeMs = known == null ? NaiveState.NO_TIME : edge.applyAsLong(state.calendar(known), state.nowMs);
        return edgeMs == NaiveState.NO_TIME && rules.off(Rule.H3) ? TIME_MAX_MS : edgeMs;
    }

    @Override
    public List<Slot> slots(final String queue, final long fromMs, final long toMs) {
        final NaiveQueue known = state.queues.get(queue);
        return known == null ? List.of() : slots.list(known, fromMs, toMs);
    }

    @Override
    public long ewtMs(final String queue) {
        final NaiveQueue known = state.queues.get(queue);
        return known == null ? Engine.EWT_UNKNOWN : state.estimates.medianMs(known);
    }

    @Override
    public long remainingEwtMs(final String name) {
        final NaiveInteraction known = state.interactions.get(name);
        return known == null || !known.waiting() ? Engine.EWT_UNKNOWN : state.estimates.medianMs(known, true);
    }

    /** Throws an AssertionError if a guarantee (G1 to G7) is or was broken. */
    public void checkGuarantees() {
        NaiveGuarantees.check(state);
    }
}
