package io.ringback.naive;

import io.ringback.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How long a wait will be. Learns by looking at everything whenever time moves on: between two instants nothing
 * changes.
 */
final class NaiveEstimates {
    private static final double PRIOR_STARTS = 8;
    private static final double HARDLY_EVER = 1e-9;
    private static final long YIELD_PARTS = 64;
    private static final double MORE_SCATTER_MAX = 3;

    private final NaiveState state;
    private final RuleSwitches rules;
    private List<Staff> staffSeen = List.of();

    /** An agent as far as an estimate looks at it. */
    private record Staff(NaiveAgent.State state, Map<String, Integer> levels) {
        boolean satisfies(final NaiveSkills.Expression target) {
            return target == null || target.satisfiedBy(levels);
        }

        boolean atWork() {
            return state == NaiveAgent.State.READY
                    || state == NaiveAgent.State.BUSY
                    || state == NaiveAgent.State.AFTER_CALL_WORK;
        }
    }

    NaiveEstimates(final NaiveState state) {
        this.state = state;
        this.rules = state.rules;
    }

    /** Everything stays as it is from the engine's time until then. */
    void passUntil(final long nowMs) {
        noteBacklogs();
        final double seconds = (nowMs - state.nowMs) / 1000.0;
        for (final NaiveQueue queue : state.queues.values()) {
            final long agents = staff(member -> member.atWork() && member.satisfies(queue.settings.skills));
            queue.history.passed(seconds, agents, waiting(queue, NaiveInteraction::routable));
        }
    }

    /** To be called after whatever may have begun or ended a backlog. */
    void noteBacklogs() {
        for (final NaiveQueue queue : state.queues.values()) {
            queue.history.backlogged(waiting(queue, other -> other.routable() || other.invitable()) > 0);
        }
    }

    /** Before an interaction goes to an agent. */
    void routed(final NaiveInteraction interaction) {
        noteBacklogs();
        interaction.routedMs = state.nowMs;
        interaction.startCounted = interaction.queue.history.started();
    }

    /** The agent did not answer. */
    void cameBack(final NaiveInteraction interaction) {
        if (interaction.startCounted) {
            interaction.queue.history.startTakenBack();
        }
    }

    /** An agent is free again. */
    void handled(final NaiveInteraction interaction) {
        interaction.queue.history.handled((state.nowMs - interaction.routedMs) / 1000.0);
    }

    /** An arrival: from now on everybody knows who is at work. */
    void arrived() {
        staffSeen = staffNow();
    }

    /** The median for a call that would join the queue now. */
    long medianMs(final NaiveQueue queue) {
        final NaiveInteraction call = new NaiveInteraction("", false, queue);
        call.priority = queue.settings.priority;
        call.target = queue.settings.skills;
        return medianMs(call, inPlace(call));
    }

    /** The median for an interaction that is just being queued. */
    long medianMs(final NaiveInteraction newcomer, final boolean ownPlace) {
        final boolean exact = ownPlace || newcomer.priority != newcomer.queue.settings.priority;
        return medianMs(newcomer, exact ? ranking(newcomer) : inPlace(newcomer));
    }

    private long medianMs(final NaiveInteraction newcomer, final long ahead) {
        final NaiveQueue queue = newcomer.queue;
        final NaiveHistory history = queue.history;
        final Predicate<Staff> fits = member -> member.satisfies(newcomer.target);
        final long agents = staff(fits.and(Staff::atWork));
        final boolean figure = agents > 0 && history.knowsHandling();
        if (rules.off(Rule.E1)) {
            final double people = 1 + waiting(queue, other -> other != newcomer && other.routable());
            return figure ? Math.round(1000 * people * history.handlingS() / agents) : Engine.EWT_UNKNOWN;
        }
        if (staff(fits.and(member -> member.state != NaiveAgent.State.LOGGED_OUT)) == 0) {
            return Engine.EWT_NO_AGENTS;
        }
        if (staff(fits.and(member -> member.state == NaiveAgent.State.READY)) > 0) {
            return 0;
        }
        if (!figure) {
            return Engine.EWT_UNKNOWN;
        }
        final double share = (history.starts + PRIOR_STARTS) / (history.startsPossible + PRIOR_STARTS);
        final double drain = share * agents / history.handlingS();
        final double scatter = 1 + overtaken(newcomer) * Math.max(0, Math.min(MORE_SCATTER_MAX, 2 / share - 2));
        final double seconds = medianS(ahead + fromOtherQueues(newcomer), drain, leaving(newcomer), scatter);
        return Math.min(Math.round(seconds * 1000), Engine.TIME_MAX_MS);
    }

    /** How often one of those waiting hangs up, per second; only people on the line can. */
    private double leaving(final NaiveInteraction newcomer) {
        final NaiveQueue queue = newcomer.queue;
        final double each = queue.history.hangUps / queue.history.waitedS;
        final double all = waiting(queue, other -> other != newcomer);
        return all == 0 ? each : each * waiting(queue, other -> other != newcomer && other.routable()) / all;
    }

    /**
     * The wait is the sum of the times between departures, one more than are ahead: in the last there is nobody ahead
     * any more who could hang up. This is the median of a gamma distribution with its mean and variance.
     */
    private static double medianS(
            final double ahead, final double atLeast, final double leaving, final double scatter) {
        final double drain = Math.max(atLeast, HARDLY_EVER);
        double mean = 1 / drain;
        double variance = 1 / (drain * drain);
        if (leaving < HARDLY_EVER) {
            mean += ahead / drain;
            variance += ahead / (drain * drain);
        } else {
            final double slowest = drain + leaving / 2;
            mean += StrictMath.log1p(leaving * ahead / slowest) / leaving;
            variance += ahead / (slowest * (drain + (ahead + 0.5) * leaving));
        }
        final double shape = mean * mean / (scatter * variance);
        final double root = 1 - 1 / (9 * shape);
        return mean * root * root * root;
    }

    /** How many of its own queue rank ahead of a newcomer that has its place anywhere. */
    private long ranking(final NaiveInteraction newcomer) {
        return waiting(newcomer.queue, other -> other != newcomer && state.compareRank(other, newcomer) < 0);
    }

    /** How many of its own queue count as ahead of a newcomer whose place is now. */
    private long inPlace(final NaiveInteraction newcomer) {
        return waiting(
                newcomer.queue,
                other -> other != newcomer
                        && other.priority >= newcomer.priority
                        && !(other.priority == newcomer.priority && !newcomer.callback && letsPass(other)));
    }

    /** Whether a callback still lets live callers pass. */
    private boolean letsPass(final NaiveInteraction other) {
        final long yieldMs = other.queue.settings.callbackYieldMs;
        final long partMs = Math.max(1, yieldMs / YIELD_PARTS);
        final long dueMs = other.effectiveMs + yieldMs;
        return yieldMs > 0 && other.owed() && Math.floorDiv(dueMs, partMs) > Math.floorDiv(state.nowMs, partMs);
    }

    /** Those of more important queues, each by the share of this queue's agents that it may take. */
    private double fromOtherQueues(final NaiveInteraction newcomer) {
        double sum = 0;
        for (final NaiveQueue other : moreImportant(newcomer)) {
            sum += state.waiting(other) * shareTaken(newcomer.queue, other);
        }
        return sum;
    }

    /** How much of the queue's agents more important queues may take, whether or not anybody waits there. */
    private double overtaken(final NaiveInteraction newcomer) {
        double sum = 0;
        for (final NaiveQueue other : moreImportant(newcomer)) {
            sum += shareTaken(newcomer.queue, other);
        }
        return Math.min(1, sum);
    }

    private List<NaiveQueue> moreImportant(final NaiveInteraction newcomer) {
        final int priority = Math.max(newcomer.priority, newcomer.queue.settings.priority);
        return state.queues.values().stream()
                .filter(other -> other.settings.priority > priority)
                .toList();
    }

    private double shareTaken(final NaiveQueue own, final NaiveQueue other) {
        final List<NaiveAgent> agents = satisfying(state.agents.values(), own);
        final double inCommon = satisfying(agents, other).size();
        return agents.isEmpty() ? 0 : inCommon / agents.size();
    }

    private static List<NaiveAgent> satisfying(final Iterable<NaiveAgent> agents, final NaiveQueue queue) {
        final NaiveSkills.Expression target = queue.settings.skills;
        final List<NaiveAgent> satisfying = new ArrayList<>();
        for (final NaiveAgent agent : agents) {
            if (target == null || target.satisfiedBy(agent.levels)) {
                satisfying.add(agent);
            }
        }
        return satisfying;
    }

    private long waiting(final NaiveQueue queue, final Predicate<NaiveInteraction> condition) {
        return state.interactions.values().stream()
                .filter(other -> other.queue == queue && other.waiting() && condition.test(other))
                .count();
    }

    private long staff(final Predicate<Staff> condition) {
        final List<Staff> staff = rules.on(Rule.E2) ? staffNow() : staffSeen;
        return staff.stream().filter(condition).count();
    }

    private List<Staff> staffNow() {
        return state.agents.values().stream()
                .map(agent -> new Staff(agent.state, agent.levels))
                .toList();
    }
}
