package io.ringback.naive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The promises that hold whatever happens: those about decisions are noted when broken, the others looked up. */
final class NaiveGuarantees {
    private NaiveGuarantees() {}

    /** Before an interaction is routed. */
    static void checkRoute(final NaiveState state, final NaiveInteraction interaction, final NaiveAgent agent) {
        note(state, agent.interaction == null && interaction.agent == null, "G1", interaction, agent);
        note(state, satisfies(agent, interaction), "G2", interaction, agent);
        final List<NaiveInteraction> ahead = state.ranked(other -> other.routable()
                && other != interaction
                && satisfies(agent, other)
                && state.compareRank(other, interaction) < 0);
        note(state, ahead.isEmpty(), "G3", interaction, agent);
    }

    /** Before a callback is invited. */
    static void checkInvitation(final NaiveState state, final NaiveInteraction callback, final NaiveAgent agent) {
        final boolean free = callback.trigger == null && agent.trigger == null;
        note(state, free && callback.state == NaiveInteraction.State.QUEUED, "G5", callback, agent);
    }

    /** Before a dial starts. */
    static void checkDial(final NaiveState state, final NaiveInteraction callback) {
        note(state, dialsOut(state, callback) == 0, "G5", callback, callback.trigger);
    }

    /** Between commands. */
    static void check(final NaiveState state) {
        for (final NaiveAgent agent : state.agents.values()) {
            final NaiveInteraction with = agent.interaction;
            final boolean busy = agent.state == NaiveAgent.State.BUSY;
            note(state, busy == (with != null), "G1", with, agent);
            note(state, with == null || (with.agent == agent && present(state, with)), "G1", with, agent);
            final NaiveInteraction invited = agent.trigger;
            note(state, invited == null || (invited.trigger == agent && present(state, invited)), "G5", invited, agent);
            if (agent.state == NaiveAgent.State.READY) {
                checkNothingFor(state, agent);
            }
        }
        for (final NaiveInteraction interaction : state.interactions.values()) {
            final NaiveAgent with = interaction.agent;
            final boolean withAgent = interaction.state == NaiveInteraction.State.WITH_AGENT;
            note(state, withAgent == (with != null), "G1", interaction, with);
            note(state, with == null || with.interaction == interaction, "G1", interaction, with);
            checkInvited(state, interaction);
        }
        if (state.accepted != state.ended + state.interactions.size()) {
            state.broken.add("G6: accepted " + state.accepted + ", ended " + state.ended + ", present "
                    + state.interactions.size());
        }
        state.queues.values().forEach(queue -> checkPlaces(state, queue));
        if (!state.broken.isEmpty()) {
            throw new AssertionError(state.broken.get(0));
        }
    }

    private static void checkPlaces(final NaiveState state, final NaiveQueue queue) {
        final Map<Long, Integer> booked = new TreeMap<>();
        for (final NaiveInteraction interaction : state.interactions.values()) {
            if (interaction.bookedIn == queue && interaction.slotMs >= state.nowMs) {
                booked.merge(interaction.slotMs, 1, Integer::sum);
            }
        }
        if (!booked.equals(queue.places)) {
            state.broken.add("G7: places taken in " + queue.name + " " + queue.places + ", booked " + booked);
        }
    }

    private static void checkNothingFor(final NaiveState state, final NaiveAgent agent) {
        for (final NaiveInteraction interaction : state.interactions.values()) {
            final boolean matches = interaction.waiting() && satisfies(agent, interaction);
            note(state, !(matches && interaction.routable()), "G4", interaction, agent);
            note(state, !(matches && interaction.invitable() && agent.trigger == null), "G4", interaction, agent);
        }
    }

    private static void checkInvited(final NaiveState state, final NaiveInteraction interaction) {
        final NaiveAgent trigger = interaction.trigger;
        final boolean invited = interaction.state == NaiveInteraction.State.INVITED;
        note(state, dialsOut(state, interaction) == (invited ? 1 : 0), "G5", interaction, trigger);
        final boolean unsettled = invited || interaction.state == NaiveInteraction.State.ON_LINE;
        note(state, trigger == null || (trigger.trigger == interaction && unsettled), "G5", interaction, trigger);
    }

    private static long dialsOut(final NaiveState state, final NaiveInteraction callback) {
        return state.timers.stream()
                .filter(timer -> timer.kind() == NaiveTimer.Kind.ATTEMPT && timer.owner() == callback)
                .count();
    }

    private static boolean present(final NaiveState state, final NaiveInteraction interaction) {
        return state.interactions.get(interaction.id) == interaction;
    }

    private static boolean satisfies(final NaiveAgent agent, final NaiveInteraction interaction) {
        return interaction.target == null || interaction.target.satisfiedBy(agent.levels);
    }

    private static void note(
            final NaiveState state,
            final boolean kept,
            final String guarantee,
            final NaiveInteraction interaction,
            final NaiveAgent agent) {
        if (!kept && state.broken.isEmpty()) {
            final String id = interaction == null ? "nothing" : interaction.id;
            final String name = agent == null ? "nobody" : agent.name;
            state.broken.add(guarantee + " broken for " + id + " and " + name + " at " + state.nowMs);
        }
    }
}
