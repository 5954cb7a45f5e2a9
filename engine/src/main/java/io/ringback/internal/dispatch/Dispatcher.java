package io.ringback.internal.dispatch;

import io.ringback.AgentChoice;
import io.ringback.AgentState;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillProfile;
import java.util.Arrays;

/**
 * Who talks to whom: answers which waiting interaction is first for an agent and which Ready agent gets an interaction.
 * It decides nothing else and changes no state but its own indexes; the flows tell it what waits and who is Ready.
 */
public final class Dispatcher {
    /** Nobody, nothing. */
    public static final int NONE = -1;

    private static final AgentState[] STATES = AgentState.values();

    private final InteractionStore interactions;
    private final AgentStore agents;
    private final QueueStore queues;
    private final FitIndex fit = new FitIndex();
    private final WaitingIndex waiting;
    private final IdleIndex idle;

    public Dispatcher(final InteractionStore interactions, final AgentStore agents, final QueueStore queues) {
        this.interactions = interactions;
        this.agents = agents;
        this.queues = queues;
        waiting = new WaitingIndex(interactions.capacity(), fit);
        idle = new IdleIndex(agents.capacity(), fit);
    }

    /** What the indexes take before anything is defined. */
    public static long bytes(final int interactions, final int agents) {
        return WaitingIndex.bytes(interactions) + IdleIndex.bytes(agents);
    }

    /** What so many agents add as they are defined, with so many skills in the mean, under so many agent choices. */
    public static long agentBytes(final int agents, final double skillsPerAgent, final int choices) {
        return IdleIndex.agentBytes(agents, skillsPerAgent, choices);
    }

    /** What so many distinct sets of levels add, with so many skills, and targets that they fit, in the mean. */
    public static long profileBytes(final int profiles, final double skills, final double fits) {
        return FitIndex.profileBytes(profiles, skills, fits);
    }

    /** What so many targets add, with so many conditions each, without the expressions. */
    public static long targetBytes(final int targets, final int conditions) {
        return FitIndex.targetBytes(targets, conditions) + WaitingIndex.targetBytes(targets);
    }

    /** What so many queues add. */
    public static long queueBytes(final int queues) {
        return Lanes.queueBytes(queues);
    }

    /** What so many skills add, under so many agent choices. */
    public static long skillBytes(final int skills, final int choices) {
        return IdleIndex.skillBytes(skills, choices);
    }

    // ---- definitions: cold ----

    /** The target of an expression; equal expressions are one target. */
    public int target(final SkillExpression expression) {
        final int target = fit.target(expression);
        waiting.reserve(queues.size(), fit.targets());
        return target;
    }

    /** What a target asks for. */
    public SkillExpression expression(final int target) {
        return fit.expression(target);
    }

    public void reserveSkills(final int skills) {
        idle.reserveSkills(skills);
    }

    /** A queue was defined, or its settings or pause changed. */
    public void queueChanged(final int queue) {
        final QueueRecord record = queues.record(queue);
        waiting.reserve(queues.size(), fit.targets());
        idle.use(record.settings().agentChoice());
        waiting.inviting(queue, record.inviting());
    }

    /** A new agent, logged out. */
    public void agentDefined(final int agent, final SkillProfile levels) {
        agents.profile(agent, fit.enter(levels));
        idle.define(agent, agents.profile(agent));
    }

    /** Other levels for an agent in any state. A Ready one keeps its idle time, and is to be matched as if new. */
    public void agentRedefined(final int agent, final SkillProfile levels) {
        agentNotReady(agent);
        final int before = agents.profile(agent);
        agentDefined(agent, levels);
        fit.leave(before);
    }

    /** A logged-out agent is gone. */
    public void agentRemoved(final int agent) {
        idle.forget(agent);
        idle.triggered(agent, false);
        fit.leave(agents.profile(agent));
    }

    // ---- what changes as things go ----

    /** A Ready agent has found nothing to do: others may find it from now on. */
    public void agentIdle(final int agent) {
        if (!idle.idle(agent)) {
            idle.add(agent, agents.readyOrder(agent));
        }
    }

    /** Whether others may find the agent. */
    public boolean idle(final int agent) {
        return idle.idle(agent);
    }

    /** The agent is Ready no more, or not with these levels. */
    public void agentNotReady(final int agent) {
        if (idle.idle(agent)) {
            idle.remove(agent);
        }
    }

    /** The agent's trigger is in use, or free again. */
    public void triggerChanged(final int agent) {
        idle.triggered(agent, agents.triggered(agent) != NONE);
    }

    /** Puts an interaction where its state says: among the routable ones, the invitable ones, or nowhere. */
    public void place(final int interaction) {
        waiting.remove(interaction);
        if (interactions.routable(interaction)) {
            waiting.addRoutable(
                    interaction,
                    interactions.target(interaction),
                    rank(interaction),
                    interactions.arrival(interaction));
        } else if (interactions.invitable(interaction)) {
            waiting.addInvitable(
                    interaction,
                    interactions.queue(interaction),
                    interactions.target(interaction),
                    rank(interaction),
                    interactions.arrival(interaction));
        }
    }

    /** Takes an interaction out of sight. */
    public void remove(final int interaction) {
        waiting.remove(interaction);
    }

    /** A queue starts or stops inviting. */
    public void invitingChanged(final int queue) {
        waiting.inviting(queue, queues.record(queue).inviting());
    }

    // ---- questions ----

    /** The best ranked routable interaction that an agent satisfies. */
    public int firstRoutable(final int agent) {
        return waiting.firstRoutable(agents.profile(agent));
    }

    /** The best ranked invitable callback that an agent satisfies. */
    public int firstInvitable(final int agent) {
        return waiting.firstInvitable(agents.profile(agent));
    }

    public boolean routable(final int interaction) {
        return waiting.routable(interaction);
    }

    /** Invitable, of a queue that invites. */
    public boolean invitable(final int interaction) {
        return waiting.invitable(interaction);
    }

    /** The Ready agent that gets an interaction of this target. */
    public int agentFor(final int target, final AgentChoice choice) {
        return idle.pick(target, choice);
    }

    /** The Ready agent that becomes the trigger of an invitation. */
    public int triggerFor(final int target, final AgentChoice choice) {
        return idle.pickTrigger(target, choice);
    }

    /** How many targets there are. */
    public int targets() {
        return fit.targets();
    }

    /** The targets that an agent satisfies, ascending; not to be changed. */
    public int[] targetsOf(final int agent) {
        return fit.row(agents.profile(agent));
    }

    public boolean fits(final int agent, final int target) {
        return fit.fits(agents.profile(agent), target);
    }

    /** Counts the agents who satisfy a target, whatever they do, by the order of their states. Costs O(profiles). */
    public void countAgents(final int target, final int[] byState) {
        Arrays.fill(byState, 0);
        for (int profile = 0; profile < fit.profiles(); profile++) {
            if (fit.fits(profile, target)) {
                for (final AgentState state : STATES) {
                    byState[state.ordinal()] += agents.count(profile, state);
                }
            }
        }
    }

    /** Distinct levels of agents, by number, those that no agent has just now included. */
    public int profiles() {
        return fit.profiles();
    }

    public SkillProfile levels(final int agent) {
        return fit.levels(agents.profile(agent));
    }

    /** Whether one of two waiting interactions ranks ahead of the other. */
    public boolean ahead(final int one, final int another) {
        final long rank = rank(one);
        final long itsRank = rank(another);
        return rank < itsRank || (rank == itsRank && interactions.arrival(one) < interactions.arrival(another));
    }

    /**
     * Place in its queue of an interaction that waits, or is about to: 1 for the first. Walks the queue's waiting
     * interactions.
     */
    public int position(final int interaction) {
        return 1 + ahead(interactions.queue(interaction), rank(interaction), interactions.arrival(interaction));
    }

    /** How many would rank ahead of a callback that was asked of a queue now. Walks those who wait in the queue. */
    public int aheadOfCallback(final int queue, final int priority, final long placeMs) {
        final long yieldMs = queues.record(queue).settings().callbackYieldMs();
        return ahead(queue, Rank.key(priority, placeMs + yieldMs), interactions.arrivals());
    }

    // ---- a round of invitations, over queues that invite again ----

    /** The callbacks of this queue take part, if it invites; nothing else happens until the round is over. */
    public void gather(final int queue) {
        waiting.gather(queue);
    }

    /** The best ranked callback that takes part and may be invited, or {@link #NONE}: the round is over. */
    public int firstGathered() {
        return waiting.gathered().firstCallback();
    }

    /** The first was invited. */
    public void advanceGathered() {
        waiting.gathered().advance();
    }

    /** No Ready agent is left for the first, nor for others of its queue and target: they take part no more. */
    public void dropGathered() {
        waiting.gathered().drop();
    }

    /** Checks every index against the stores. Cold. */
    public void validate() {
        fit.validate();
        waiting.validate(queues.size(), fit.targets());
        idle.validate();
        for (int queue = 0; queue < queues.size(); queue++) {
            if (waiting.inviting(queue) != queues.record(queue).inviting()) {
                throw new IllegalStateException("the index is wrong about whether queue " + queue + " invites");
            }
        }
        for (int interaction = 0; interaction < interactions.capacity(); interaction++) {
            final boolean present = interactions.present(interaction);
            check(
                    waiting.routable(interaction) == (present && interactions.routable(interaction)),
                    "routable",
                    interaction);
            check(
                    waiting.inLane(interaction) == (present && interactions.invitable(interaction)),
                    "invitable",
                    interaction);
        }
    }

    private static void check(final boolean holds, final String index, final int interaction) {
        if (!holds) {
            throw new IllegalStateException("the " + index + " index is wrong about entry " + interaction);
        }
    }

    private int ahead(final int queue, final long rank, final long arrival) {
        int ahead = 0;
        for (int rival = queues.record(queue).firstWaiting(); rival != NONE; rival = interactions.next(rival)) {
            final long itsRank = rank(rival);
            ahead += itsRank < rank || (itsRank == rank && interactions.arrival(rival) < arrival) ? 1 : 0;
        }
        return ahead;
    }

    private long rank(final int interaction) {
        final long yieldMs = interactions.onLine(interaction)
                ? 0
                : queues.of(interaction).settings().callbackYieldMs();
        return Rank.key(interactions.priority(interaction), interactions.placeMs(interaction) + yieldMs);
    }
}
