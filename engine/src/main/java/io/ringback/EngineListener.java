package io.ringback;

/**
 * Receives what the engine decided, as facts in the past tense. All methods do nothing by default.
 *
 * <p>Each fact is stamped with its own instant, which may lie before the command that let it happen (a timer fires at
 * its deadline). Facts are delivered on the engine's thread, in order, after each timer and each elementary step, when
 * the state is consistent: queries may be asked from inside a callback. A command from inside a callback throws
 * {@link IllegalStateException}. A callback that throws neither harms the engine nor keeps other facts from being
 * delivered: what it threw goes to {@link EngineConfig.Builder#errorHandler}. Delivery allocates nothing.
 */
public interface EngineListener {
    /**
     * An interaction entered a queue. Not reported for a live call that became a callback: it keeps its place.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param queue the queue
     * @param ewtMs the median of the expected wait: 0 when an agent is Ready for it; {@link Engine#EWT_UNKNOWN} or
     *     {@link Engine#EWT_NO_AGENTS} when there is no figure
     * @param pendingId with {@code link-incoming} off: the best ranked callback in that queue that is owed to the
     *     caller's number, so that the host can ask; otherwise {@link Engine#NO_ID}
     */
    default void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {}

    /**
     * A live call is to wait longer than the queue's {@code offer-above}, or nobody is logged in for it, and a callback
     * to its number would be admitted: the host may offer one, and report {@code acceptOffer} when the customer takes
     * it. Follows {@link #onQueued} at once; an unknown wait is no reason to offer.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the live call, which has just been queued
     * @param queue the queue
     * @param ewtMs the median of the expected wait, or {@link Engine#EWT_NO_AGENTS}
     */
    default void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {}

    /**
     * An interaction goes to an agent, who is BUSY with it from now on. The host connects them and reports
     * {@code agentAnswered}, {@code agentDeclined} or {@code agentCompleted}.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param agentId the agent
     * @param queue the queue it waited in
     * @param waitedMs time since it was queued, without head start
     */
    default void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {}

    /**
     * An interaction that was ringing at an agent is waiting again, with its rank.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param reason why
     */
    default void onRequeued(final long nowMs, final long id, final RequeueReason reason) {}

    /**
     * A callback is booked, or booked anew, and in no queue before its slot starts.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param queue the queue that it will enter
     * @param slotMs when its slot starts, epoch milliseconds
     */
    default void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {}

    /**
     * A booking was refused {@link Outcome#SLOT_FULL}: the free slots nearest to the time asked for, nearest first, of
     * equally near ones the earlier.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback that was to be booked, or booked anew
     * @param firstMs when the nearest starts, epoch milliseconds; {@link Engine#NO_TIME}: none is free
     * @param secondMs the next, or {@link Engine#NO_TIME}
     * @param thirdMs the one after that, or {@link Engine#NO_TIME}
     */
    default void onSlotFull(
            final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {}

    /**
     * The slot of a booked callback has started: it is in its queue now, at the place of one queued then.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param queue the queue
     */
    default void onDue(final long nowMs, final long id, final VirtualQueue queue) {}

    /**
     * The business hours changed, or the queue has another calendar, and a booked callback's slot is not open any more
     * as a whole. It stays booked; the host may reschedule it.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param slotMs when its slot starts, epoch milliseconds
     */
    default void onSlotOrphaned(final long nowMs, final long id, final long slotMs) {}

    /**
     * The host is to dial a callback's customer and to report {@code dialAnswered} or {@code dialFailed} with this
     * attempt.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param number the customer's number, E.164 without the plus
     * @param attempt 1 for the first dial of this callback, then 2, 3, ...; never reused
     */
    default void onDial(final long nowMs, final long id, final long number, final int attempt) {}

    /**
     * A dial is called off: the host hangs it up if it still rings. An answer that comes all the same may be reported
     * with its attempt.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param attempt the dial
     */
    default void onDialCancelled(final long nowMs, final long id, final int attempt) {}

    /**
     * A callback's customer is on the line and waits for an agent.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     */
    default void onOnLine(final long nowMs, final long id) {}

    /**
     * A dial failed and the callback will be dialed again.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the callback
     * @param atMs not before this time
     * @param reason why the dial failed; {@link DialFailure#NO_ANSWER} when it timed out
     */
    default void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {}

    /**
     * A call took over the place of a callback that was owed to its number. The callback's {@code onEnded} and the
     * call's {@code onQueued} follow.
     *
     * @param nowMs when, epoch milliseconds
     * @param callId the call
     * @param callbackId the callback
     */
    default void onLinked(final long nowMs, final long callId, final long callbackId) {}

    /**
     * An interaction ended; its id is free again.
     *
     * @param nowMs when, epoch milliseconds
     * @param id the interaction
     * @param reason how
     */
    default void onEnded(final long nowMs, final long id, final EndReason reason) {}

    /**
     * An agent changed state.
     *
     * @param nowMs when, epoch milliseconds
     * @param agentId the agent
     * @param state the new state
     */
    default void onAgentState(final long nowMs, final long agentId, final AgentState state) {}
}
