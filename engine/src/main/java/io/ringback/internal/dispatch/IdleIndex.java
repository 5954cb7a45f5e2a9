package io.ringback.internal.dispatch;

import io.ringback.AgentChoice;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import io.ringback.skill.SkillProfile;
import java.util.Arrays;

/**
 * The Ready agents by skill, in the order in which an agent choice prefers them. To find who gets an interaction, the
 * shortest lists that together hold everyone who could satisfy its target are walked from the front until the target
 * is satisfied: a rare skill has few agents to try, a common one a fit near the front. Agents whose trigger is in use
 * are in lists of their own, so an invitation never walks past them.
 */
final class IdleIndex {
    static final int NONE = -1;

    /** The list of all agents stands before those of the skills. */
    private static final int EVERYONE = -1;

    private static final AgentChoice[] CHOICES = AgentChoice.values();
    private static final int[] NO_ANCHOR = {};

    private final FitIndex fit;
    private final int[] profile;
    private final long[] readyOrder;
    private final boolean[] idle;
    private final boolean[] triggered;
    private final int[][] listsOf;
    private final int[][] nodesOf;
    private int[] agentOf = new int[0];
    private int[] freeNodes = new int[0];
    private int freeCount;
    private int skills;
    private int idleCount;
    private int pickedTarget = NONE;
    private AgentChoice pickedChoice;
    private int picked;
    private final OrderedSets[] byChoice = new OrderedSets[CHOICES.length];

    IdleIndex(final int agents, final FitIndex fit) {
        this.fit = fit;
        profile = new int[agents];
        readyOrder = new long[agents];
        idle = new boolean[agents];
        triggered = new boolean[agents];
        listsOf = new int[agents][];
        nodesOf = new int[agents][];
        byChoice[AgentChoice.LONGEST_IDLE.ordinal()] = new OrderedSets(0, 2);
    }

    /** What the index over so many agents takes, before any is defined. */
    static long bytes(final int agents) {
        return agents * (Integer.BYTES + Long.BYTES + 2L + 2 * HeapBytes.REFERENCE);
    }

    /** What so many agents add as they are defined, with so many skills in the mean, under so many agent choices. */
    static long agentBytes(final int agents, final double skillsPerAgent, final int choices) {
        final double lists = skillsPerAgent + 1;
        final int nodes = Room.of((int) Math.ceil(agents * lists));
        return (long) (agents * 2 * HeapBytes.meanArray(lists, Integer.BYTES))
                + 2L * nodes * Integer.BYTES
                + choices * OrderedSets.bytes(nodes, 0);
    }

    /** What so many skills add, under so many agent choices. */
    static long skillBytes(final int skills, final int choices) {
        return choices * OrderedSets.bytes(0, setsFor(skills));
    }

    /** Makes room for the lists of more skills. Cold. */
    void reserveSkills(final int count) {
        skills = count;
        for (final OrderedSets sets : byChoice) {
            if (sets != null) {
                sets.reserve(0, setsFor(count));
            }
        }
    }

    /** Keeps the lists in the order of one more agent choice from now on. Cold. */
    void use(final AgentChoice choice) {
        if (byChoice[choice.ordinal()] == null) {
            final OrderedSets sets = new OrderedSets(agentOf.length, setsFor(skills));
            byChoice[choice.ordinal()] = sets;
            for (int agent = 0; agent < idle.length; agent++) {
                if (idle[agent]) {
                    enter(sets, choice, agent);
                }
            }
        }
    }

    /** An agent who is not idle has this profile from now on. Cold. */
    void define(final int agent, final int itsProfile) {
        forget(agent);
        profile[agent] = itsProfile;
        final SkillProfile levels = fit.levels(itsProfile);
        final int[] lists = new int[levels.size() + 1];
        final int[] nodes = new int[lists.length];
        for (int place = 0; place < lists.length; place++) {
            lists[place] = list(place == 0 ? EVERYONE : levels.skill(place - 1), false);
            nodes[place] = takeNode(agent);
        }
        listsOf[agent] = lists;
        nodesOf[agent] = nodes;
    }

    /** An agent who is not idle is no more. Cold. */
    void forget(final int agent) {
        if (nodesOf[agent] != null) {
            for (final int node : nodesOf[agent]) {
                freeNodes[freeCount++] = node;
            }
            nodesOf[agent] = null;
        }
    }

    boolean idle(final int agent) {
        return idle[agent];
    }

    /** A Ready agent has found nothing to do. */
    void add(final int agent, final long order) {
        readyOrder[agent] = order;
        idle[agent] = true;
        idleCount++;
        pickedTarget = NONE;
        for (final AgentChoice choice : CHOICES) {
            final OrderedSets sets = byChoice[choice.ordinal()];
            if (sets != null) {
                enter(sets, choice, agent);
            }
        }
    }

    /** An idle agent is so no more. */
    void remove(final int agent) {
        idle[agent] = false;
        idleCount--;
        pickedTarget = NONE;
        for (final OrderedSets sets : byChoice) {
            if (sets != null) {
                leave(sets, agent);
            }
        }
    }

    /** The agent's trigger is in use, or free again. */
    void triggered(final int agent, final boolean value) {
        if (idle[agent]) {
            remove(agent);
            triggered[agent] = value;
            add(agent, readyOrder[agent]);
        } else {
            triggered[agent] = value;
        }
    }

    /**
     * The idle agent that satisfies a target and that the choice prefers, or {@link #NONE}. It is remembered until
     * somebody becomes idle or is so no more: who is asked for in an estimate is asked for again in matching.
     */
    int pick(final int target, final AgentChoice choice) {
        if (idleCount == 0) {
            return NONE;
        }
        if (target != pickedTarget || choice != pickedChoice) {
            picked = pick(target, choice, false);
            pickedTarget = target;
            pickedChoice = choice;
        }
        return picked;
    }

    /** As {@link #pick(int, AgentChoice)}, of the agents whose trigger is free. */
    int pickTrigger(final int target, final AgentChoice choice) {
        return idleCount == 0 ? NONE : pick(target, choice, true);
    }

    /** Checks the lists. Cold. */
    void validate() {
        for (final OrderedSets sets : byChoice) {
            for (int set = 0; sets != null && set < 2 * (skills + 1); set++) {
                sets.validate(set);
            }
        }
    }

    private int pick(final int target, final AgentChoice choice, final boolean onlyFreeTriggers) {
        final OrderedSets sets = byChoice[choice.ordinal()];
        final int[] anchor = shortest(sets, fit.anchors(target));
        int best = NONE;
        for (int place = 0; place < Math.max(1, anchor.length); place++) {
            final int skill = anchor.length == 0 ? EVERYONE : anchor[place];
            best = walk(sets, list(skill, false), target, best);
            if (!onlyFreeTriggers) {
                best = walk(sets, list(skill, true), target, best);
            }
        }
        return best == NONE ? NONE : agentOf[best];
    }

    private int walk(final OrderedSets sets, final int set, final int target, final int best) {
        for (int node = sets.first(set); node != NONE; node = sets.next(node)) {
            if (best != NONE && !sets.before(node, best)) {
                return best;
            }
            if (fit.fits(profile[agentOf[node]], target)) {
                return node;
            }
        }
        return best;
    }

    /**
     * Of the sets of skills one of which everybody who satisfies the target has, the one with the fewest idle agents.
     */
    private int[] shortest(final OrderedSets sets, final int[][] anchors) {
        int[] shortest = NO_ANCHOR;
        int fewest = listed(sets, EVERYONE);
        for (final int[] anchor : anchors) {
            int agents = 0;
            for (final int skill : anchor) {
                agents += listed(sets, skill);
            }
            if (agents <= fewest) {
                fewest = agents;
                shortest = anchor;
            }
        }
        return shortest;
    }

    private static int listed(final OrderedSets sets, final int skill) {
        return sets.size(list(skill, false)) + sets.size(list(skill, true));
    }

    private static int setsFor(final int skills) {
        return 2 * Room.of(skills + 1);
    }

    private static int list(final int skill, final boolean triggerInUse) {
        return 2 * (skill + 1) + (triggerInUse ? 1 : 0);
    }

    private void enter(final OrderedSets sets, final AgentChoice choice, final int agent) {
        final int[] lists = listsOf[agent];
        final int[] nodes = nodesOf[agent];
        final int part = triggered[agent] ? 1 : 0;
        final long preferred = choice == AgentChoice.LEAST_SKILLED ? lists.length : 0;
        for (int place = 0; place < lists.length; place++) {
            sets.add(lists[place] + part, nodes[place], preferred, readyOrder[agent]);
        }
    }

    private void leave(final OrderedSets sets, final int agent) {
        for (final int node : nodesOf[agent]) {
            sets.remove(node);
        }
    }

    private int takeNode(final int agent) {
        if (freeCount == 0) {
            growNodes();
        }
        final int node = freeNodes[--freeCount];
        agentOf[node] = agent;
        return node;
    }

    private void growNodes() {
        final int before = agentOf.length;
        final int after = Room.of(before + 1);
        agentOf = Arrays.copyOf(agentOf, after);
        freeNodes = Arrays.copyOf(freeNodes, after);
        for (int node = after - 1; node >= before; node--) {
            freeNodes[freeCount++] = node;
        }
        for (final OrderedSets sets : byChoice) {
            if (sets != null) {
                sets.reserve(after, 0);
            }
        }
    }
}
