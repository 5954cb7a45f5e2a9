package io.ringback.internal.estimate;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import java.util.Arrays;

/**
 * Expected waits (SPEC section 13). A queue learns which share of its agents' nominal capacity it gets while people
 * wait; that share of who is at work now, over the handle time, is the rate at which it drains, and with what ranks
 * ahead it gives the wait. So logins, logouts and other skills act at once, and what cannot be known of an agent's
 * other work is in the share. Each event costs O(1), a login O(targets that the agent satisfies), and nothing is
 * allocated. But whoever is queued at a place of its own (a head start, another priority than the queue's, a linked
 * call) has those ahead counted one by one.
 *
 * <p>The flows tell of every change before they make it, where it says so.
 */
public final class Estimates {
    private final InteractionStore interactions;
    private final AgentStore agents;
    private final QueueStore queues;
    private final Dispatcher dispatcher;
    private final Staffing staffing = new Staffing();
    private final Overlaps overlaps;
    private final ExpectedWait answer = new ExpectedWait();
    private DrainRate[] rates = new DrainRate[Room.of(0)];
    private Behind[] behind = new Behind[Room.of(0)];

    public Estimates(
            final InteractionStore interactions,
            final AgentStore agents,
            final QueueStore queues,
            final Dispatcher dispatcher) {
        this.interactions = interactions;
        this.agents = agents;
        this.queues = queues;
        this.dispatcher = dispatcher;
        overlaps = new Overlaps(agents, queues, dispatcher, staffing);
    }

    /** What so many queues add that have one priority and no callback-yield, which takes 528 bytes. */
    public static long queueBytes(final int queues) {
        return queues * (HeapBytes.object(DrainRate.class) + HeapBytes.object(Behind.class))
                + 2 * HeapBytes.array(Room.of(queues), HeapBytes.REFERENCE)
                + Overlaps.queueBytes(queues);
    }

    /** What so many targets add. */
    public static long targetBytes(final int targets) {
        return Staffing.bytes(targets) + Overlaps.targetBytes(targets);
    }

    // ---- definitions: cold ----

    /** There is a new target; agents may satisfy it already. */
    public void targetDefined(final int target) {
        staffing.reserve(target + 1);
        final int[] alone = {target};
        for (int agent = 0; agents.size() > 0 && agent < agents.capacity(); agent++) {
            if (agents.present(agent) && dispatcher.fits(agent, target)) {
                staffing.defined(alone, 1);
                staffing.changed(alone, 0, loggedIn(agents.state(agent)), atWork(agents.state(agent)));
            }
        }
    }

    /** A queue is new, or has other settings; it was ticked before that. */
    public void queueChanged(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        if (queue == rates.length) {
            rates = Arrays.copyOf(rates, Room.of(queue + 1));
            behind = Arrays.copyOf(behind, Room.of(queue + 1));
        }
        if (rates[queue] == null) {
            rates[queue] = new DrainRate();
            behind[queue] = new Behind(interactions);
        }
        rates[queue].rebase(staffing.capacityMs(record.targetAfter(0), nowMs));
        behind[queue].recount(nowMs, record.settings(), record.firstWaiting());
        overlaps.queueChanged(queue);
    }

    /** An agent has been defined, or has other levels now, in whatever state. */
    public void agentDefined(final long nowMs, final int agent) {
        agentsChanged(nowMs, agent, 1);
    }

    /** An agent is about to be removed, or to get other levels. */
    public void agentLeaving(final long nowMs, final int agent) {
        agentsChanged(nowMs, agent, -1);
    }

    // ---- what changes as things go ----

    /** An agent is about to be in another state. Costs nothing among those of an agent at work. */
    public void agentChanging(final long nowMs, final int agent, final AgentState to) {
        final AgentState from = agents.state(agent);
        final int loggedInBy = loggedIn(to) - loggedIn(from);
        final int atWorkBy = atWork(to) - atWork(from);
        if (loggedInBy != 0 || atWorkBy != 0) {
            staffing.changed(dispatcher.targetsOf(agent), nowMs, loggedInBy, atWorkBy);
        }
    }

    /** Something of a queue is about to change: who waits in it, or whether it invites. */
    public void tick(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        rates[queue].tick(nowMs, capacityMs(nowMs, record), record.onLine(), record.backlogged());
    }

    /** A member that waits has come, or stands elsewhere now. */
    public void added(final long nowMs, final int interaction) {
        behind[interactions.queue(interaction)].add(nowMs, interaction);
    }

    /** A member that waits is about to go, or to stand elsewhere. */
    public void removing(final long nowMs, final int interaction) {
        behind[interactions.queue(interaction)].remove(nowMs, interaction);
    }

    /** One who waits on the line is about to go to an agent; the queue was ticked. */
    public void starting(final int interaction) {
        interactions.countedStart(interaction, rates[interactions.queue(interaction)].started());
    }

    /** An interaction comes back from an agent who did not answer. */
    public void startFailed(final int interaction) {
        if (interactions.countedStart(interaction)) {
            interactions.countedStart(interaction, false);
            rates[interactions.queue(interaction)].startTakenBack();
        }
    }

    /** One who waits on the line is about to leave because the customer hung up. */
    public void abandoning(final long nowMs, final int queue) {
        tick(nowMs, queue);
        rates[queue].abandoned();
    }

    /** An agent is done with what was routed to it, wrap-up included. */
    public void served(final long nowMs, final int agent) {
        final int queue = agents.routedFrom(agent);
        tick(nowMs, queue);
        rates[queue].served(nowMs - agents.routedMs(agent));
    }

    // ---- questions ----

    /** The wait of a live call with nothing of its own that joined a queue now. */
    public ExpectedWait ofJoining(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        final int target = record.targetAfter(0);
        ahead(
                record.waiting() - behind[queue].call(nowMs),
                queue,
                record.settings().priority());
        if (!instead(queue, target)) {
            moments(nowMs, queue, target, record.settings().priority(), record.onLine(), record.waiting());
        }
        return answer;
    }

    /** The wait of an interaction that is about to enter its queue. */
    public ExpectedWait ofEntering(final long nowMs, final int interaction) {
        final int queue = interactions.queue(interaction);
        final int target = interactions.target(interaction);
        if (!instead(queue, target)) {
            final QueueRecord record = queues.record(queue);
            ahead(aheadOfEntering(nowMs, interaction, record), queue, interactions.priority(interaction));
            moments(nowMs, queue, target, interactions.priority(interaction), record.onLine(), record.waiting());
        }
        return answer;
    }

    /** The wait of a callback that is asked for now, as it would be told if it entered the queue. */
    public ExpectedWait ofCallback(
            final long nowMs, final int queue, final int target, final int priority, final long placeMs) {
        if (!instead(queue, target)) {
            final QueueRecord record = queues.record(queue);
            final boolean lastOfItsPriority = priority == record.settings().priority() && placeMs == nowMs;
            final int ahead = lastOfItsPriority
                    ? record.waiting() - behind[queue].callback()
                    : dispatcher.aheadOfCallback(queue, priority, placeMs);
            ahead(ahead, queue, priority);
            moments(nowMs, queue, target, priority, record.onLine(), record.waiting());
        }
        return answer;
    }

    /** How long an interaction that waits will go on waiting. Walks its queue. */
    public ExpectedWait ofWaiting(final long nowMs, final int interaction) {
        final int queue = interactions.queue(interaction);
        final int target = interactions.target(interaction);
        ahead(dispatcher.position(interaction) - 1, queue, interactions.priority(interaction));
        if (!instead(queue, target)) {
            final QueueRecord record = queues.record(queue);
            final int itself = interactions.routable(interaction) ? 1 : 0;
            moments(
                    nowMs,
                    queue,
                    target,
                    interactions.priority(interaction),
                    record.onLine() - itself,
                    record.waiting() - 1);
        }
        return answer;
    }

    /** What a queue has learned and what is on its way to be, as bits. Cold. */
    public long[] image(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        return rates[queue].image(capacityMs(nowMs, record), record.backlogged());
    }

    /** Checks every count against the stores. Cold. */
    public void validate() {
        for (int target = 0; target < dispatcher.targets(); target++) {
            validateStaffing(target);
        }
        for (int queue = 0; queue < queues.size(); queue++) {
            final boolean agrees = behind[queue].agrees(queues.record(queue).firstWaiting());
            check(agrees, "those who rank behind a newcomer of queue", queue);
            for (int other = 0; other < queues.size(); other++) {
                check(overlaps.shared(queue, other) == sharedAgents(queue, other), "the agents shared by queue", queue);
            }
        }
    }

    private void validateStaffing(final int target) {
        int defined = 0;
        int loggedIn = 0;
        int atWork = 0;
        for (int agent = 0; agent < agents.capacity(); agent++) {
            if (agents.present(agent) && dispatcher.fits(agent, target)) {
                defined++;
                loggedIn += loggedIn(agents.state(agent));
                atWork += atWork(agents.state(agent));
            }
        }
        check(staffing.defined(target) == defined, "the agents defined of target", target);
        check(staffing.loggedIn(target) == loggedIn, "the agents logged in of target", target);
        check(staffing.atWork(target) == atWork, "the agents at work of target", target);
    }

    private int sharedAgents(final int queue, final int other) {
        final QueueRecord record = queues.record(queue);
        final QueueRecord its = queues.record(other);
        int shared = 0;
        if (its.settings().priority() > record.settings().priority()) {
            for (int agent = 0; agent < agents.capacity(); agent++) {
                final boolean both = agents.present(agent)
                        && dispatcher.fits(agent, record.targetAfter(0))
                        && dispatcher.fits(agent, its.targetAfter(0));
                shared += both ? 1 : 0;
            }
        }
        return shared;
    }

    private void agentsChanged(final long nowMs, final int agent, final int by) {
        final int[] targets = dispatcher.targetsOf(agent);
        final AgentState state = agents.state(agent);
        staffing.defined(targets, by);
        staffing.changed(targets, nowMs, by * loggedIn(state), by * atWork(state));
        overlaps.agentsChanged(targets, by);
    }

    /** Counts suffice for one whose place is now; others, linked calls among them, have theirs among those who wait. */
    private int aheadOfEntering(final long nowMs, final int interaction, final QueueRecord record) {
        final boolean lastOfItsPriority =
                interactions.priority(interaction) == record.settings().priority()
                        && interactions.placeMs(interaction) == nowMs
                        && interactions.arrival(interaction) == interactions.arrivals() - 1;
        if (!lastOfItsPriority) {
            return dispatcher.position(interaction) - 1;
        }
        final Behind its = behind[interactions.queue(interaction)];
        return record.waiting() - (interactions.live(interaction) ? its.call(nowMs) : its.callback());
    }

    private void ahead(final int own, final int queue, final int priority) {
        answer.ahead(own + overlaps.ahead(queue, priority));
    }

    /** Whether there is an answer without figures: nobody could serve it, somebody is there for it, or nobody knows. */
    private boolean instead(final int queue, final int target) {
        if (staffing.loggedIn(target) == 0) {
            answer.instead(Engine.EWT_NO_AGENTS);
            return true;
        }
        if (dispatcher.agentFor(target, queues.record(queue).settings().agentChoice()) != Dispatcher.NONE) {
            answer.instead(0);
            return true;
        }
        if (staffing.atWork(target) == 0 || !rates[queue].known()) {
            answer.instead(Engine.EWT_UNKNOWN);
            return true;
        }
        return false;
    }

    /**
     * {@code onLine} and {@code waiting}: of the queue, without the one that is asked for. Callbacks do not hang up.
     */
    private void moments(
            final long nowMs,
            final int queue,
            final int target,
            final int priority,
            final int onLine,
            final int waiting) {
        final QueueRecord record = queues.record(queue);
        final DrainRate rate = rates[queue];
        final double share = rate.share(rate.capacity(nowMs, capacityMs(nowMs, record), record.backlogged()));
        final double drain = rate.drain(share, staffing.atWork(target));
        final double waitedS = rate.waitedS(nowMs, record.onLine());
        final double theta =
                waiting == 0 ? rate.abandonment(waitedS, 1, 1) : rate.abandonment(waitedS, onLine, waiting);
        final double ahead = answer.ahead();
        final double scatter = WaitFormulas.scatter(share, overlaps.passed(queue, priority));
        answer.moments(WaitFormulas.mean(drain, theta, ahead), scatter * WaitFormulas.variance(drain, theta, ahead));
    }

    private long capacityMs(final long nowMs, final QueueRecord record) {
        return staffing.capacityMs(record.targetAfter(0), nowMs);
    }

    private static int loggedIn(final AgentState state) {
        return state == AgentState.LOGGED_OUT ? 0 : 1;
    }

    private static int atWork(final AgentState state) {
        return state == AgentState.LOGGED_OUT || state == AgentState.NOT_READY ? 0 : 1;
    }

    private static void check(final boolean right, final String what, final int which) {
        if (!right) {
            throw new IllegalStateException(what + " " + which + " are miscounted");
        }
    }
}
