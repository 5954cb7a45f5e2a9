package io.ringback;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.skill.SkillSyntaxException;
import java.util.Objects;

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
 * definitions and settings ({@link #defineSkill}, {@link #target}, {@link #calendar}, {@link #queue},
 * {@link #defineAgent}) may, and so
 * may {@link #validate} and {@link #stateHash}.
 *
 * <p><b>Outcomes.</b> A command returns {@link Outcome#OK} or the first refusal that applies, in the order in which
 * {@link Outcome} declares them (but a fact about an agent that names another interaction than the agent has is always
 * NOT_WITH_AGENT); a refused command changes nothing. Every command may be refused CLOCK_JUMP; each
 * method lists the others. A command or definition from inside a listener's callback throws
 * {@link IllegalStateException}, since it would make a replay ambiguous; queries are allowed there.
 */
public interface Engine {
    /** No interaction, or no agent. Not allowed as an id. */
    long NO_ID = Long.MIN_VALUE;

    /** No time: nothing pending, or not set. */
    long NO_TIME = Long.MAX_VALUE;

    /** A number that is withheld, or not E.164. */
    long UNKNOWN_NUMBER = 0;

    /** Largest E.164 number: 15 digits. */
    long NUMBER_MAX = 999_999_999_999_999L;

    /** In place of an expected wait: nobody can know yet, for the queue has no history, or nobody is at work. */
    long EWT_UNKNOWN = -1;

    /** In place of an expected wait: nobody who is logged in could serve it. */
    long EWT_NO_AGENTS = -2;

    /** Latest time that the engine knows, in the year 10889. */
    long TIME_MAX_MS = (1L << 48) - 1;

    /**
     * Makes an engine and allocates all it will ever need for commands.
     *
     * @param config limits and fixed choices
     * @param listener receives what the engine decides, on the thread that gives the command
     * @return an engine without time, agents, queues and interactions
     */
    static Engine create(final EngineConfig config, final EngineListener listener) {
        return new CoreEngine(Objects.requireNonNull(config, "config"), Objects.requireNonNull(listener, "listener"));
    }

    // ---- time ----

    /**
     * Fires every timer that is due by then, each at its own deadline. The only call that may step further than {@code
     * max-clock-step}. Costs O(timers due); openings and closings of calendars in use are such, so that a step of a
     * hundred years takes the better part of a second, and one stamp near {@link #TIME_MAX_MS} many.
     *
     * @param nowMs epoch milliseconds; earlier than the engine's time: counted, nothing else
     * @return OK
     */
    Outcome advanceTo(long nowMs);

    /**
     * The engine's time.
     *
     * @return epoch milliseconds, {@link #NO_TIME} before the first command
     */
    long nowMs();

    /**
     * When the next timer is due: the host calls {@link #advanceTo} by then, or gives any command.
     *
     * @return epoch milliseconds, {@link #NO_TIME} when nothing is pending
     */
    long nextDeadlineMs();

    /**
     * How many commands were stamped earlier than the engine's time. They were applied at the engine's time.
     *
     * @return the count since the engine was made
     */
    long clockRegressions();

    // ---- definitions: cold, may allocate ----

    /**
     * Makes a skill known. Defining one again changes nothing.
     *
     * @param name 1 to 100 characters, without double quotes
     * @throws IllegalArgumentException when the name is not of that form
     */
    void defineSkill(String name);

    /**
     * Compiles a skill expression. Expressions that are equal after normalising are one target.
     *
     * @param skillExpression the text; see the package {@link io.ringback.skill}
     * @return a handle for requests of this engine
     * @throws SkillSyntaxException with the column, what was expected and the nearest skill name
     */
    Target target(String skillExpression);

    /**
     * Defines a queue, or replaces the settings of the queue of this name. Another {@code calendar} opens or closes it
     * at once, and bookings whose slot is not open any more are reported ({@code onSlotOrphaned}).
     *
     * @param nowMs when, epoch milliseconds
     * @param name 1 to 100 characters
     * @param settings all settings; skill expressions in them are compiled first
     * @return the queue's handle, always the same for the same name
     * @throws IllegalArgumentException when a skill expression does not compile, the calendar is not defined, the name
     *     is not of that form, slots get another length while some are booked, or the stamp is more than {@code
     *     max-clock-step} ahead; nothing has changed then
     */
    VirtualQueue queue(long nowMs, String name, QueueSettings settings);

    /**
     * The settings that a queue has now.
     *
     * @param queue a queue of this engine
     * @return its settings
     */
    QueueSettings settings(VirtualQueue queue);

    /**
     * Defines business hours, or replaces the hours of that name for all queues that have them: at once, so that a
     * queue may open or close by it. Nothing is purged by the change itself: an end of the business day that it moves
     * into the past is replaced by the next one. Bookings whose slot is not open any more are reported
     * ({@code onSlotOrphaned}) and stay. From the first queue with these hours on, their openings and closings are
     * deadlines of the engine.
     *
     * @param nowMs when, epoch milliseconds
     * @param name 1 to 100 characters, what {@link QueueSettingsBuilder#calendar} calls it
     * @param hours the business hours
     * @throws IllegalArgumentException when the name is not of that form, or the stamp is more than {@code
     *     max-clock-step} ahead; nothing has changed then
     */
    void calendar(long nowMs, String name, BusinessCalendar hours);

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
    Outcome defineAgent(long nowMs, long agentId, SkillLevels levels);

    /**
     * Removes an agent for good. An invitation that it triggered goes on.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or WRONG_STATE when it is not logged out
     */
    Outcome removeAgent(long nowMs, long agentId);

    // ---- facts about agents ----

    /**
     * The agent wants interactions: READY, idle from now, and matched at once. Already READY: nothing changes. BUSY
     * with a not-ready remembered: takes that back.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or AGENT_BUSY
     */
    Outcome agentReady(long nowMs, long agentId);

    /**
     * The agent wants no interactions. BUSY: it goes NOT_READY when it is free. LOGGED_OUT: it logs in. Repeats change
     * nothing.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, or UNKNOWN_AGENT
     */
    Outcome agentNotReady(long nowMs, long agentId);

    /**
     * The agent picked up what was routed to it. From now on only {@link #agentCompleted}, or its logout, ends the
     * interaction.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, WRONG_STATE when it has answered already, or NOT_WITH_AGENT when it is not BUSY
     */
    default Outcome agentAnswered(final long nowMs, final long agentId) {
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
    Outcome agentAnswered(long nowMs, long agentId, long id);

    /**
     * The agent rejected what was routed to it, or let it ring: the interaction waits again with its rank ({@code
     * onRequeued}), the agent is NOT_READY.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, WRONG_STATE when it has answered, or NOT_WITH_AGENT when it is not BUSY
     */
    default Outcome agentDeclined(final long nowMs, final long agentId) {
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
    Outcome agentDeclined(long nowMs, long agentId, long id);

    /**
     * The agent is done: the interaction ends COMPLETED, the agent goes to after-call work and, with {@code wrap-up}
     * set, is READY by itself after that time. With a not-ready remembered it is NOT_READY at once.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, UNKNOWN_AGENT, or NOT_WITH_AGENT when it is not BUSY
     */
    default Outcome agentCompleted(final long nowMs, final long agentId) {
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
    Outcome agentCompleted(long nowMs, long agentId, long id);

    /**
     * The agent went home. What rings at it waits again with its rank ({@code onRequeued}); what it had answered ends
     * AGENT_LOST. Repeats change nothing.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @return OK, or UNKNOWN_AGENT
     */
    Outcome agentLoggedOut(long nowMs, long agentId);

    // ---- facts about customers ----

    /**
     * A live call arrived: {@code onQueued}, and {@code onRouted} at once when a Ready agent satisfies its target. With
     * {@code link-incoming} it takes over the place of a callback that the queue owes to its number ({@code onLinked}).
     * A request with a head start or a priority of its own, here or for a callback, and a call that takes a place over,
     * cost O(waiting in that queue): who is ahead is counted for the expected wait.
     *
     * @param nowMs when, epoch milliseconds
     * @param call id and queue; number, priority, head start and target as they apply
     * @return OK, UNKNOWN_QUEUE, DUPLICATE_ID, CLOSED, QUEUE_FULL, or CAPACITY_EXCEEDED
     * @throws IllegalArgumentException when the request has no id, or a target of another engine
     */
    Outcome callArrived(long nowMs, Request call);

    /**
     * The customer on the line hung up: waiting, or ringing at an agent, who is READY again with its former idle time.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the live call, or the callback whose customer had answered
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE when nobody is on the line, or an agent has answered
     */
    Outcome customerLeft(long nowMs, long id);

    /**
     * A dialed customer answered, and waits on the line with the callback's rank. An answer to an earlier dial counts
     * as long as the callback waits: a newer dial is called off.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param attempt the number of the dial, from {@code onDial}
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE
     */
    Outcome dialAnswered(long nowMs, long id, int attempt);

    /**
     * The outstanding dial failed: {@code onRetryAt}, or {@code onEnded} UNREACHABLE when the attempts are used up.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param attempt the number of the dial, from {@code onDial}
     * @param reason why; {@link DialFailure#ERROR} uses no attempt and pauses the queue's dials
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE when this dial is not outstanding
     */
    Outcome dialFailed(long nowMs, long id, int attempt, DialFailure reason);

    // ---- wishes ----

    /**
     * A customer wants to be called back: {@code onQueued}, and {@code onDial} when its turn comes. At a time that the
     * request names ({@link Request#at}, {@link Request#exactlyAt}) it is booked instead, also while the queue is
     * closed: {@code onScheduled}, and {@code onDue} when its slot starts; refused SLOT_FULL, {@code onSlotFull}.
     *
     * @param nowMs when, epoch milliseconds
     * @param callback id, queue and number; time, priority, head start and target as they apply
     * @return OK, UNKNOWN_QUEUE, DUPLICATE_ID, BAD_NUMBER, CLOSED, DUPLICATE_NUMBER, LIMIT_REACHED, QUEUE_FULL,
     *     TOO_LATE_TODAY, or CAPACITY_EXCEEDED; a booking is never CLOSED, QUEUE_FULL or TOO_LATE_TODAY, but
     *     SLOT_IN_PAST, BEYOND_HORIZON, or SLOT_FULL
     * @throws IllegalArgumentException when the request has no id, or a target of another engine
     */
    Outcome requestCallback(long nowMs, Request callback);

    /**
     * A waiting call goes on as a callback with the call's rank, time queued, target and steps. The call ends
     * CONVERTED; the callback is not reported as queued, since it keeps the place. At a time that the request names it
     * is booked instead, and leaves the queue: {@code onScheduled} follows.
     *
     * @param nowMs when, epoch milliseconds
     * @param callId the live call
     * @param callback id and number of the callback to be, and its time; all else is the call's
     * @return OK, UNKNOWN_INTERACTION, DUPLICATE_ID, WRONG_STATE, BAD_NUMBER, CLOSED, DUPLICATE_NUMBER, LIMIT_REACHED,
     *     or TOO_LATE_TODAY; a booking is never CLOSED or TOO_LATE_TODAY, but SLOT_IN_PAST, BEYOND_HORIZON,
     *     SLOT_FULL, or CAPACITY_EXCEEDED
     * @throws IllegalArgumentException when the request has no id
     */
    Outcome acceptOffer(long nowMs, long callId, Request callback);

    /**
     * Books a callback anew, for the free slot that starts closest to a time; its own place counts as free. It becomes
     * the last in booking order. {@code onScheduled} follows; when it is refused SLOT_FULL, {@code onSlotFull}.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param atMs the time wished for, epoch milliseconds
     * @return OK, UNKNOWN_INTERACTION, WRONG_STATE when it is not booked, or its slot has started, SLOT_IN_PAST,
     *     BEYOND_HORIZON, or SLOT_FULL
     */
    Outcome reschedule(long nowMs, long id, long atMs);

    /**
     * As {@link #reschedule}, for the slot that contains a time or not at all.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param atMs a time in the slot wished for, epoch milliseconds
     * @return as there; SLOT_FULL also when no slot contains the time, or that slot has begun
     */
    Outcome rescheduleExactly(long nowMs, long id, long atMs);

    /**
     * A waiting interaction goes to another queue with its time queued, arrival, head start and whatever its request
     * set itself. No event; never refused for a limit, nor because that queue is closed.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param to the queue
     * @return OK, UNKNOWN_QUEUE, UNKNOWN_INTERACTION, or WRONG_STATE when it is with an agent
     */
    Outcome move(long nowMs, long id, VirtualQueue to);

    /**
     * Ends a callback CANCELLED, in any state until an agent has answered. An outstanding dial is called off; an agent
     * at whom it rings is READY again with its former idle time.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @return OK, UNKNOWN_INTERACTION, or WRONG_STATE for a live call, or when an agent has answered
     */
    Outcome cancel(long nowMs, long id);

    // ---- questions: none allocates or changes anything ----

    /**
     * Tells of one interaction.
     *
     * @param id the interaction
     * @param into is filled when it is present, and left alone when not
     * @return whether it is present
     */
    boolean read(long id, InteractionView into);

    /**
     * The place of an interaction in its queue, for announcements: callbacks count like live calls. Costs O(waiting in
     * that queue).
     *
     * @param id the interaction
     * @return 1 for the first; 0 when it does not wait
     */
    int position(long id);

    /**
     * How long somebody who joined a queue now would wait: a live call of the queue's own priority and target. Follows
     * from what ranks ahead, callbacks like live calls, from the agents who are at work now (READY, BUSY or in
     * after-call work), and from what the queue has learned so far: how long an interaction takes an agent up, which
     * share of its agents' time the queue gets while people wait, and how soon they hang up. So logins, logouts and
     * other skills act at once. {@link #EWT_UNKNOWN} until the first interaction of the queue has been handled, and
     * while all who could serve it are NOT_READY. Costs O(queues of higher priority that share its agents).
     *
     * @param queue a queue of this engine
     * @param into is filled
     * @throws IllegalArgumentException when the queue belongs to another engine
     */
    void estimate(VirtualQueue queue, WaitEstimate into);

    /**
     * How long an interaction will go on waiting, from the place that it has now and for its present target. A callback
     * that is being dialed, or waits for a retry, is answered by its place too: what its customer does is not foreseen.
     * Costs O(waiting in that queue).
     *
     * @param id the interaction
     * @param into is filled when it waits, and left alone when not
     * @return whether it is present and waits
     */
    boolean estimate(long id, WaitEstimate into);

    /**
     * Tells of one agent.
     *
     * @param agentId the agent
     * @param into is filled when it is defined, and left alone when not
     * @return whether it is defined
     */
    boolean readAgent(long agentId, AgentView into);

    /**
     * Tells of one queue, all that a wallboard shows. Costs O(waiting in that queue + distinct skills of agents), and
     * what {@link #estimate(VirtualQueue, WaitEstimate)} costs.
     *
     * @param queue a queue of this engine
     * @param into is filled
     * @throws IllegalArgumentException when the queue belongs to another engine
     */
    void read(VirtualQueue queue, QueueView into);

    /**
     * Tells the slots of a queue that may be booked and start in a stretch of time, in order: those that start in
     * [now, now + {@code horizon}], full ones too, with 0 free. Costs O(slots in it + log calendar), however many are
     * booked, and allocates nothing.
     *
     * @param queue a queue of this engine
     * @param fromMs epoch milliseconds
     * @param toMs epoch milliseconds; a slot that starts then is not told
     * @param visitor is told the slots
     * @return how many, 0 before the first command
     * @throws IllegalArgumentException when the queue belongs to another engine
     */
    int slots(VirtualQueue queue, long fromMs, long toMs, SlotVisitor visitor);

    /**
     * How many agents are READY.
     *
     * @return the count
     */
    int readyAgents();

    /**
     * How many interactions are present, booked, waiting and with agents.
     *
     * @return the count
     */
    int interactions();

    // ---- the whole state ----

    /**
     * Walks the whole state and checks that it fits together and keeps the guarantees. Between commands only, not from
     * inside a callback. Costs O(everything); for tests.
     *
     * @throws IllegalStateException naming the first thing that does not fit
     */
    void validate();

    /**
     * A hash of everything that matters for the future, independent of where things are stored: engines that took the
     * same commands have the same hash. Costs O(everything).
     *
     * @return the hash
     */
    long stateHash();
}
