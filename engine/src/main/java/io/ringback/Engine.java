package io.ringback;

import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.flow.Core;
import io.ringback.internal.flow.Flows;
import io.ringback.internal.flow.Timekeeper;
import io.ringback.internal.image.StateHash;
import io.ringback.internal.image.Validator;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillProfile;
import io.ringback.skill.SkillSyntaxException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queueing engine: a host tells it facts and wishes, it decides who talks to whom and whom to dial, and tells its
 * {@link EngineListener}.
 *
 * <p><b>Time.</b> The engine reads no clock: every command carries {@code nowMs}, epoch milliseconds in
 * 0..{@link #TIME_MAX_MS} (values outside count as the nearest bound). The first command sets the engine's time. A
 * command stamped earlier than that time is applied at that time and counted ({@link #clockRegressions}); one stamped
 * more than {@code max-clock-step} later is refused {@link Outcome#CLOCK_JUMP}. Before a command takes effect, every
 * timer that is due fires at its own deadline, followed by matching.
 *
 * <p><b>Threads.</b> Not thread-safe: one thread owns it. <b>Allocation.</b> Commands and queries allocate nothing;
 * definitions and settings ({@link #defineSkill}, {@link #target}, {@link #queue}, {@link #defineAgent}) may, and so may
 * {@link #validate} and {@link #stateHash}.
 *
 * <p><b>Outcomes.</b> A command returns {@link Outcome#OK} or the first refusal that applies, in the order in which
 * {@link Outcome} declares them (but a fact about an agent that names another interaction than the agent has is always
 * NOT_WITH_AGENT); a refused command changes nothing. Every command may be refused CLOCK_JUMP; each
 * method lists the others. A command or definition from inside a listener's callback throws
 * {@link IllegalStateException}, since it would make a replay ambiguous; queries are allowed there.
 */
public final class Engine {
    /** No interaction, or no agent. Not allowed as an id. */
    public static final long NO_ID = Long.MIN_VALUE;

    /** No time: nothing pending, or not set. */
    public static final long NO_TIME = Long.MAX_VALUE;

    /** A number that is withheld, or not E.164. */
    public static final long UNKNOWN_NUMBER = 0;

    /** Largest E.164 number: 15 digits. */
    public static final long NUMBER_MAX = 999_999_999_999_999L;

    /** Latest time that the engine knows, in the year 10889. */
    public static final long TIME_MAX_MS = (1L << 48) - 1;

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final long maxClockStepMs;
    private final Core core;
    private final Definitions definitions;
    private final Flows flows;
    private final Timekeeper time;

    private Engine(final EngineConfig config, final EngineListener listener) {
        maxClockStepMs = config.maxClockStepMs();
        final EventBuffer events = new EventBuffer(listener, config.errorHandler());
        core = Core.of(config.agents(), config.interactions(), events);
        definitions = new Definitions(core.dispatcher());
        flows = new Flows(core);
        time = new Timekeeper(core.timers(), flows, maxClockStepMs);
        config.skills().forEach(this::defineSkill);
    }

    /**
     * Makes an engine and allocates all it will ever need for commands.
     *
     * @param config limits and fixed choices
     * @param listener receives what the engine decides, on the thread that gives the command
     * @return an engine without time, agents, queues and interactions
     */
    public static Engine create(final EngineConfig config, final EngineListener listener) {
        Objects.requireNonNull(config, "config");
        final Engine engine = new Engine(config, Objects.requireNonNull(listener, "listener"));
        LOG.info(
                "Engine for {} agents and {} interactions: {}",
                config.agents(),
                config.interactions(),
                MemoryBill.of(config));
        return engine;
    }

    // ---- time ----

    /**
     * Fires every timer that is due by then, each at its own deadline. The only call that may step further than {@code
     * max-clock-step}.
     *
     * @param nowMs epoch milliseconds; earlier than the engine's time: counted, nothing else
     * @return OK
     */
    public Outcome advanceTo(final long nowMs) {
        refuseInsideCallback();
        time.advance(nowMs);
        return Outcome.OK;
    }

    /**
     * The engine's time.
     *
     * @return epoch milliseconds, {@link #NO_TIME} before the first command
     */
    public long nowMs() {
        return time.nowMs();
    }

    /**
     * When the next timer is due: the host calls {@link #advanceTo} by then, or gives any command.
     *
     * @return epoch milliseconds, {@link #NO_TIME} when nothing is pending
     */
    public long nextDeadlineMs() {
        final long deadlineMs = core.timers().nextDeadlineMs();
        return deadlineMs <= TIME_MAX_MS ? deadlineMs : NO_TIME;
    }

    /**
     * How many commands were stamped earlier than the engine's time. They were applied at the engine's time.
     *
     * @return the count since the engine was made
     */
    public long clockRegressions() {
        return time.regressions();
    }

    // ---- definitions: cold, may allocate ----

    /**
     * Makes a skill known. Defining one again changes nothing.
     *
     * @param name 1 to 100 characters, without double quotes
     * @throws IllegalArgumentException when the name is not of that form
     */
    public void defineSkill(final String name) {
        refuseInsideCallback();
        definitions.skill(name);
    }

    /**
     * Compiles a skill expression. Expressions that are equal after normalising are one target.
     *
     * @param skillExpression the text; see the package {@link io.ringback.skill}
     * @return a handle for requests of this engine
     * @throws SkillSyntaxException with the column, what was expected and the nearest skill name
     */
    public Target target(final String skillExpression) {
        refuseInsideCallback();
        return definitions.target(definitions.expression(skillExpression));
    }

    /**
     * Defines a queue, or replaces the settings of the queue of this name.
     *
     * @param nowMs when, epoch milliseconds
     * @param name 1 to 100 characters
     * @param settings all settings; skill expressions in them are compiled first
     * @return the queue's handle, always the same for the same name
     * @throws IllegalArgumentException when a skill expression does not compile, the name is not of that form, or the
     *     stamp is more than {@code max-clock-step} ahead; nothing has changed then
     */
    public VirtualQueue queue(final long nowMs, final String name, final QueueSettings settings) {
        refuseInsideCallback();
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("queue name: \"" + name + "\" is not 1 to 100 characters");
        }
        final List<SkillExpression> expressions = definitions.expressions(settings);
        if (!open(nowMs)) {
            throw new IllegalArgumentException("queue " + name + ": nowMs " + nowMs + " is more than max-clock-step "
                    + maxClockStepMs + " ms after " + time.nowMs());
        }
        expressions.forEach(expression ->
                expression.warnings().forEach(warning -> LOG.warn("Queue {}: {}: {}", name, expression, warning)));
        final int[] targets = definitions.targets(expressions);
        final int known = core.queues().entryOf(name);
        if (known == QueueStore.NONE) {
            final VirtualQueue handle = new VirtualQueue(core.queues().size(), name);
            flows.queues().define(handle, settings, targets);
            LOG.info("Queue {} defined", name);
            return handle;
        }
        flows.queues().redefine(time.nowMs(), known, settings, targets);
        flows.matcher().settle(time.nowMs());
        LOG.info("Queue {} has new settings", name);
        return core.queues().record(known).handle();
    }

    /**
     * The settings that a queue has now.
     *
     * @param queue a queue of this engine
     * @return its settings
     */
    public QueueSettings settings(final VirtualQueue queue) {
        return record(queue).settings();
    }

    /**
     * Defines an agent, logged out; or gives an agent other skills in whatever state, also READY (matched again at
     * once, with its idle time) and BUSY.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId chosen by the host; any value but {@link #NO_ID}
     * @param levels all its skills
     * @return OK, or CAPACITY_EXCEEDED
     * @throws IllegalArgumentException when a skill is not defined; nothing has changed then
     */
    public Outcome defineAgent(final long nowMs, final long agentId, final SkillLevels levels) {
        refuseInsideCallback();
        if (agentId == NO_ID) {
            throw new IllegalArgumentException("agentId: Engine.NO_ID names no agent");
        }
        final SkillProfile profile = definitions.profile(levels);
        return open(nowMs) ? close(flows.agents().define(time.nowMs(), agentId, profile)) : Outcome.CLOCK_JUMP;
    }

    /**
     * Removes an agent for good. An invitation that it triggered goes on.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or WRONG_STATE when it is not logged out
     */
    public Outcome removeAgent(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().remove(agentId)) : Outcome.CLOCK_JUMP;
    }

    // ---- facts about agents ----

    /**
     * The agent wants interactions: READY, idle from now, and matched at once. Already READY: nothing changes. BUSY
     * with a not-ready remembered: takes that back.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or AGENT_BUSY
     */
    public Outcome agentReady(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().ready(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The agent wants no interactions. BUSY: it goes NOT_READY when it is free. LOGGED_OUT: it logs in. Repeats change
     * nothing.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, or UNKNOWN_AGENT
     */
    public Outcome agentNotReady(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().notReady(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The agent picked up what was routed to it. From now on only {@link #agentCompleted}, or its logout, ends the
     * interaction.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, WRONG_STATE when it has answered already, or NOT_WITH_AGENT when it is not BUSY
     */
    public Outcome agentAnswered(final long nowMs, final long agentId) {
        return agentAnswered(nowMs, agentId, NO_ID);
    }

    /**
     * As {@link #agentAnswered(long, long)}, naming the interaction so that a stale report is told.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @param id what it picked up; {@link #NO_ID}: whatever it has
     * @return as there; NOT_WITH_AGENT also when the agent has another interaction
     */
    public Outcome agentAnswered(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().answered(agentId, id)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The agent rejected what was routed to it, or let it ring: the interaction waits again with its rank ({@code
     * onRequeued}), the agent is NOT_READY.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, WRONG_STATE when it has answered, or NOT_WITH_AGENT when it is not BUSY
     */
    public Outcome agentDeclined(final long nowMs, final long agentId) {
        return agentDeclined(nowMs, agentId, NO_ID);
    }

    /**
     * As {@link #agentDeclined(long, long)}, naming the interaction so that a stale report is told.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @param id what it declined; {@link #NO_ID}: whatever it has
     * @return as there; NOT_WITH_AGENT also when the agent has another interaction
     */
    public Outcome agentDeclined(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().declined(time.nowMs(), agentId, id)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The agent is done: the interaction ends COMPLETED, the agent goes to after-call work and, with {@code wrap-up}
     * set, is READY by itself after that time. With a not-ready remembered it is NOT_READY at once.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or NOT_WITH_AGENT when it is not BUSY
     */
    public Outcome agentCompleted(final long nowMs, final long agentId) {
        return agentCompleted(nowMs, agentId, NO_ID);
    }

    /**
     * As {@link #agentCompleted(long, long)}, naming the interaction so that a stale report is told.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @param id what it completed; {@link #NO_ID}: whatever it has
     * @return as there; NOT_WITH_AGENT also when the agent has another interaction
     */
    public Outcome agentCompleted(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().completed(time.nowMs(), agentId, id)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The agent went home. What rings at it waits again with its rank ({@code onRequeued}); what it had answered ends
     * AGENT_LOST. Repeats change nothing.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, or UNKNOWN_AGENT
     */
    public Outcome agentLoggedOut(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().loggedOut(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    // ---- facts about customers ----

    /**
     * A live call arrived: {@code onQueued}, and {@code onRouted} at once when a Ready agent satisfies its target. With
     * {@code link-incoming} it takes over the place of a callback that the queue owes to its number ({@code onLinked}).
     *
     * @param nowMs when, epoch milliseconds
     * @param call id and queue; number, priority, head start and target as they apply
     * @return OK, UNKNOWN_QUEUE, DUPLICATE_ID, QUEUE_FULL, or CAPACITY_EXCEEDED
     * @throws IllegalArgumentException when the request has no id, or a target of another engine
     */
    public Outcome callArrived(final long nowMs, final Request call) {
        return open(nowMs, call) ? close(flows.calls().arrived(time.nowMs(), call)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The customer on the line hung up: waiting, or ringing at an agent, who is READY again with its former idle time.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the live call, or the callback whose customer had answered
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE when nobody is on the line, or an agent has answered
     */
    public Outcome customerLeft(final long nowMs, final long id) {
        return open(nowMs) ? close(flows.calls().customerLeft(time.nowMs(), id)) : Outcome.CLOCK_JUMP;
    }

    /**
     * A dialed customer answered, and waits on the line with the callback's rank. An answer to an earlier dial counts
     * as long as the callback waits: a newer dial is called off.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param attempt the number of the dial, from {@code onDial}
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE
     */
    public Outcome dialAnswered(final long nowMs, final long id, final int attempt) {
        return open(nowMs) ? close(flows.invitations().answered(time.nowMs(), id, attempt)) : Outcome.CLOCK_JUMP;
    }

    /**
     * The outstanding dial failed: {@code onRetryAt}, or {@code onEnded} UNREACHABLE when the attempts are used up.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param attempt the number of the dial, from {@code onDial}
     * @param reason why; {@link DialFailure#ERROR} uses no attempt and pauses the queue's dials
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE when this dial is not outstanding
     */
    public Outcome dialFailed(final long nowMs, final long id, final int attempt, final DialFailure reason) {
        refuseInsideCallback();
        Objects.requireNonNull(reason, "reason");
        return open(nowMs) ? close(flows.invitations().failed(time.nowMs(), id, attempt, reason)) : Outcome.CLOCK_JUMP;
    }

    // ---- wishes ----

    /**
     * A customer wants to be called back: {@code onQueued}, and {@code onDial} when its turn comes.
     *
     * @param nowMs when, epoch milliseconds
     * @param callback id, queue and number; priority, head start and target as they apply
     * @return OK, UNKNOWN_QUEUE, DUPLICATE_ID, BAD_NUMBER, DUPLICATE_NUMBER, LIMIT_REACHED, QUEUE_FULL, or
     *     CAPACITY_EXCEEDED
     * @throws IllegalArgumentException when the request has no id, or a target of another engine
     */
    public Outcome requestCallback(final long nowMs, final Request callback) {
        return open(nowMs, callback) ? close(flows.callbacks().requested(time.nowMs(), callback)) : Outcome.CLOCK_JUMP;
    }

    /**
     * A waiting call goes on as a callback with the call's rank, time queued, target and steps. The call ends
     * CONVERTED; the callback is not reported as queued, since it keeps the place.
     *
     * @param nowMs when, epoch milliseconds
     * @param callId the live call
     * @param callback id and number of the callback to be; all else is the call's
     * @return OK, UNKNOWN_INTERACTION, DUPLICATE_ID, WRONG_STATE, BAD_NUMBER, DUPLICATE_NUMBER, or LIMIT_REACHED
     * @throws IllegalArgumentException when the request has no id
     */
    public Outcome acceptOffer(final long nowMs, final long callId, final Request callback) {
        return open(nowMs, callback)
                ? close(flows.callbacks().offerAccepted(time.nowMs(), callId, callback))
                : Outcome.CLOCK_JUMP;
    }

    /**
     * A waiting interaction goes to another queue with its time queued, arrival, head start and whatever its request
     * set itself. No event; never refused for a limit.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param to the queue
     * @return OK, UNKNOWN_QUEUE, UNKNOWN_INTERACTION, or WRONG_STATE when it is with an agent
     */
    public Outcome move(final long nowMs, final long id, final VirtualQueue to) {
        return open(nowMs) ? close(flows.queues().move(time.nowMs(), id, to)) : Outcome.CLOCK_JUMP;
    }

    /**
     * Ends a callback CANCELLED, in any state until an agent has answered. An outstanding dial is called off; an agent
     * at whom it rings is READY again with its former idle time.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE for a live call, or when an agent has answered
     */
    public Outcome cancel(final long nowMs, final long id) {
        return open(nowMs) ? close(flows.callbacks().cancel(time.nowMs(), id)) : Outcome.CLOCK_JUMP;
    }

    // ---- questions: none allocates or changes anything ----

    /**
     * Tells of one interaction.
     *
     * @param id the interaction
     * @param into is filled when it is present, and left alone when not
     * @return whether it is present
     */
    public boolean read(final long id, final InteractionView into) {
        final int entry = core.interactions().entryOf(id);
        if (entry == InteractionStore.NONE) {
            return false;
        }
        into.fill(core, definitions, entry);
        return true;
    }

    /**
     * The place of an interaction in its queue, for announcements: callbacks count like live calls. Costs O(waiting in
     * that queue).
     *
     * @param id the interaction
     * @return 1 for the first; 0 when it does not wait
     */
    public int position(final long id) {
        final int entry = core.interactions().entryOf(id);
        return entry == InteractionStore.NONE || core.interactions().in(entry, InteractionState.WITH_AGENT)
                ? 0
                : core.dispatcher().position(entry);
    }

    /**
     * Tells of one agent.
     *
     * @param agentId the agent
     * @param into is filled when it is defined, and left alone when not
     * @return whether it is defined
     */
    public boolean readAgent(final long agentId, final AgentView into) {
        final int entry = core.agents().entryOf(agentId);
        if (entry == AgentStore.NONE) {
            return false;
        }
        into.fill(core, entry);
        return true;
    }

    /**
     * Tells of one queue.
     *
     * @param queue a queue of this engine
     * @param into is filled
     * @throws IllegalArgumentException when the queue belongs to another engine
     */
    public void read(final VirtualQueue queue, final QueueView into) {
        into.fill(record(queue), core.timers().deadlineMs(TimerKind.PAUSE, queue.index()));
    }

    /**
     * How many agents are READY.
     *
     * @return the count
     */
    public int readyAgents() {
        return core.agents().ready();
    }

    /**
     * How many interactions are present, waiting and with agents.
     *
     * @return the count
     */
    public int interactions() {
        return core.interactions().size();
    }

    // ---- the whole state ----

    /**
     * Walks the whole state and checks that it fits together and keeps the guarantees. Between commands only, not from
     * inside a callback. Costs O(everything); for tests.
     *
     * @throws IllegalStateException naming the first thing that does not fit
     */
    public void validate() {
        refuseInsideCallback();
        new Validator(core).validate();
    }

    /**
     * A hash of everything that matters for the future, independent of where things are stored: engines that took the
     * same commands have the same hash. Costs O(everything).
     *
     * @return the hash
     */
    public long stateHash() {
        return new StateHash(core).of(time.nowMs());
    }

    private boolean open(final long nowMs) {
        refuseInsideCallback();
        if (time.jumps(nowMs)) {
            return false;
        }
        time.advance(nowMs);
        return true;
    }

    private boolean open(final long nowMs, final Request request) {
        refuseInsideCallback();
        if (request.id() == NO_ID) {
            throw new IllegalArgumentException("request: Request.of was not called");
        }
        definitions.requireOwn(request.target());
        return open(nowMs);
    }

    private Outcome close(final Outcome outcome) {
        flows.matcher().settle(time.nowMs());
        return outcome;
    }

    private void refuseInsideCallback() {
        if (core.events().delivering()) {
            throw new IllegalStateException("a command from inside a listener's callback; give it afterwards");
        }
    }

    private QueueRecord record(final VirtualQueue queue) {
        final int entry = core.queues().entryOf(queue);
        if (entry == QueueStore.NONE) {
            throw new IllegalArgumentException("queue: " + queue + " belongs to another engine");
        }
        return core.queues().record(entry);
    }
}
