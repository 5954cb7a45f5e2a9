package io.ringback.naive;

import io.ringback.scenario.EventKind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who talks to whom, and whom to dial. What became matchable in one step is looked at in the order it arose. */
final class NaiveMatching {
    private final NaiveState state;
    private final RuleSwitches rules;
    private final Deque<Object> agenda = new ArrayDeque<>();

    /** An idle agent whose trigger was settled. */
    private record Freed(NaiveAgent agent) {}

    NaiveMatching(final NaiveState state) {
        this.state = state;
        this.rules = state.rules;
    }

    void arose(final NaiveAgent ready) {
        agenda.add(ready);
    }

    void arose(final NaiveInteraction matchable) {
        agenda.add(matchable);
    }

    /** Like {@link #arose}, for what was waiting before. */
    void aroseAgain(final NaiveInteraction matchable) {
        if (rules.on(Rule.M6)) {
            agenda.add(matchable);
        }
    }

    void run() {
        while (!agenda.isEmpty()) {
            final Object first = rules.on(Rule.M7) ? agenda.removeFirst() : agenda.removeLast();
            if (first instanceof NaiveAgent agent) {
                matchAgent(agent, false);
            } else if (first instanceof Freed freed) {
                matchAgent(freed.agent(), true);
            } else {
                matchInteraction((NaiveInteraction) first);
            }
            state.estimates.noteBacklogs();
        }
    }

    /** What became routable in this very step is left to its own matching by an agent who was idle before. */
    private void matchAgent(final NaiveAgent agent, final boolean wasIdle) {
        if (agent.state != NaiveAgent.State.READY) {
            return;
        }
        final List<NaiveInteraction> fitting = state.ranked(waiting -> fits(agent, waiting));
        final NaiveInteraction routable = firstRoutable(agent, fitting);
        final NaiveInteraction invitable =
                fitting.stream().filter(NaiveInteraction::invitable).findFirst().orElse(null);
        final boolean comesFirst =
                invitable != null && (routable == null || state.compareRank(invitable, routable) < 0);
        final boolean invites = comesFirst && triggerFree(agent) && rules.on(Rule.M1);
        if (invites && rules.on(Rule.M7)) {
            invite(invitable, agent);
        }
        if (routable != null && wasIdle && rules.on(Rule.M7) && agenda.contains(routable)) {
            agenda.add(new Freed(agent));
        } else if (routable != null) {
            route(routable, agent);
        }
        if (invites && rules.off(Rule.M7)) {
            invite(invitable, agent);
        }
    }

    private NaiveInteraction firstRoutable(final NaiveAgent agent, final List<NaiveInteraction> ranked) {
        NaiveInteraction found = null;
        for (final NaiveInteraction other : ranked) {
            final boolean better =
                    found == null || rules.off(Rule.M5) || (rules.off(Rule.G3) && other.arrival > found.arrival);
            if (other.routable() && mayTake(agent, other) && better) {
                found = other;
            }
        }
        return found;
    }

    private void matchInteraction(final NaiveInteraction interaction) {
        if (state.interactions.get(interaction.id) != interaction || !interaction.waiting()) {
            return;
        }
        if (interaction.routable() && rules.on(Rule.G4)) {
            final NaiveAgent agent = choose(interaction, takers(interaction));
            if (agent != null) {
                route(interaction, agent);
            }
        } else if (interaction.invitable() && rules.on(Rule.M3)) {
            final NaiveAgent agent = choose(
                    interaction,
                    state.agents.values().stream()
                            .filter(other -> other.state == NaiveAgent.State.READY
                                    && triggerFree(other)
                                    && fits(other, interaction))
                            .toList());
            if (agent != null) {
                invite(interaction, agent);
            }
        }
    }

    /** The agents that could get it at once. */
    List<NaiveAgent> takers(final NaiveInteraction interaction) {
        final List<NaiveAgent> ready = inState(NaiveAgent.State.READY, interaction);
        if (rules.off(Rule.G1) && ready.isEmpty()) {
            return inState(NaiveAgent.State.BUSY, interaction);
        }
        return ready;
    }

    private List<NaiveAgent> inState(final NaiveAgent.State wanted, final NaiveInteraction interaction) {
        return state.agents.values().stream()
                .filter(agent -> agent.state == wanted && mayTake(agent, interaction))
                .toList();
    }

    private NaiveAgent choose(final NaiveInteraction interaction, final List<NaiveAgent> agents) {
        final Comparator<NaiveAgent> idle = Comparator.comparingLong(agent -> agent.readyOrder);
        final Comparator<NaiveAgent> order = interaction.queue.settings.leastSkilled
                ? Comparator.comparingLong(NaiveAgent::skillCount).thenComparing(idle)
                : idle;
        return agents.stream().min(rules.on(Rule.M3) ? order : order.reversed()).orElse(null);
    }

    private boolean fits(final NaiveAgent agent, final NaiveInteraction interaction) {
        return rules.off(Rule.G2) || interaction.target == null || interaction.target.satisfiedBy(agent.levels);
    }

    private boolean mayTake(final NaiveAgent agent, final NaiveInteraction interaction) {
        if (rules.off(Rule.M2) && agent.trigger != null && agent.trigger != interaction) {
            return false;
        }
        if (rules.off(Rule.C4) && interaction.trigger != null && interaction.trigger != agent) {
            return false;
        }
        return fits(agent, interaction);
    }

    private boolean triggerFree(final NaiveAgent agent) {
        return agent.trigger == null || rules.off(Rule.M4);
    }

    private void invite(final NaiveInteraction callback, final NaiveAgent agent) {
        NaiveGuarantees.checkInvitation(state, callback, agent);
        callback.state = NaiveInteraction.State.INVITED;
        callback.trigger = agent;
        agent.trigger = callback;
        dial(callback);
        if (rules.off(Rule.G5)) {
            dial(callback);
        }
    }

    private void dial(final NaiveInteraction callback) {
        NaiveGuarantees.checkDial(state, callback);
        callback.dials = rules.on(Rule.C3) ? callback.dials + 1 : callback.attemptsUsed + 1;
        if (rules.on(Rule.C3)) {
            state.arm(NaiveTimer.Kind.ATTEMPT, callback, state.nowMs + callback.queue.settings.attemptTimeoutMs);
        }
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", callback.number);
        values.put("attempt", (long) callback.dials);
        state.emit(EventKind.DIAL, List.of(callback.id), values);
    }

    private void route(final NaiveInteraction interaction, final NaiveAgent agent) {
        NaiveGuarantees.checkRoute(state, interaction, agent);
        state.estimates.routed(interaction);
        interaction.state = NaiveInteraction.State.WITH_AGENT;
        interaction.agent = agent;
        interaction.answered = false;
        agent.interaction = interaction;
        final Map<String, Object> values =
                Map.of("queue", interaction.queue.name, "waited", state.nowMs - interaction.queuedMs);
        state.emit(EventKind.ROUTED, List.of(interaction.id, agent.name), values);
        state.setAgent(agent, NaiveAgent.State.BUSY);
        settle(interaction);
        final long timeoutMs = interaction.queue.settings.answerTimeoutMs;
        if (timeoutMs != NaiveSettings.OFF && rules.on(Rule.A4)) {
            state.arm(NaiveTimer.Kind.ANSWER, interaction, state.nowMs + timeoutMs);
        }
    }

    /** The agent that caused the invitation may cause another. */
    void settle(final NaiveInteraction callback) {
        final NaiveAgent agent = callback.trigger;
        callback.trigger = null;
        if (agent != null && agent.trigger == callback) {
            agent.trigger = null;
            if (rules.on(Rule.M4)) {
                agenda.add(new Freed(agent));
            }
        }
    }
}
