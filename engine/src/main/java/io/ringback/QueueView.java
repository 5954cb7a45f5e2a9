package io.ringback;

import io.ringback.internal.flow.Core;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.timer.TimerKind;

/** What {@link Engine#read(VirtualQueue, QueueView)} tells of one queue: a view that the caller owns and reuses. */
public final class QueueView {
    private static final InteractionKind[] KINDS = InteractionKind.values();
    private static final InteractionState[] STATES = InteractionState.values();

    private final int[] counts = new int[KINDS.length * STATES.length];
    private final int[] agents = new int[AgentState.values().length];
    private final WaitEstimate estimate = new WaitEstimate();
    private final ServiceCounts sinceStart = new ServiceCounts();
    private final ServiceCounts recent = new ServiceCounts();
    private int waiting;
    private int withAgents;
    private int bookings;
    private int callbacks;
    private int retrying;
    private long longestWaitMs;
    private long longestOnLineWaitMs;
    private long pausedUntilMs;
    private boolean open;
    private long nextOpenMs;
    private long nextCloseMs;
    private long endOfDayMs;

    /** An empty view, to be filled by the engine. */
    public QueueView() {}

    /** All but the estimate. */
    void fill(final Core core, final QueueRecord record, final long nowMs) {
        waiting = record.waiting();
        withAgents = record.withAgents();
        bookings = record.bookings();
        callbacks = record.callbacks();
        pausedUntilMs =
                core.timers().deadlineMs(TimerKind.PAUSE, record.handle().index());
        open = record.open();
        nextOpenMs = record.hours().nextOpenMs(nowMs);
        nextCloseMs = record.hours().nextCloseMs(nowMs);
        endOfDayMs = record.hours().endOfDayMs(nowMs);
        fillCounts(record);
        fillLongestWaits(core.interactions(), record, nowMs);
        core.dispatcher().countAgents(record.targetAfter(0), agents);
        sinceStart.fillSinceStart(record.counts());
        recent.fillRecent(record.counts(), nowMs);
    }

    private void fillCounts(final QueueRecord record) {
        retrying = 0;
        for (final InteractionKind kind : KINDS) {
            for (final InteractionState state : STATES) {
                counts[place(kind, state)] = record.count(kind, state);
            }
            retrying += record.retrying(kind);
        }
    }

    private void fillLongestWaits(final InteractionStore interactions, final QueueRecord record, final long nowMs) {
        longestWaitMs = 0;
        longestOnLineWaitMs = 0;
        for (int entry = record.firstWaiting(); entry != InteractionStore.NONE; entry = interactions.next(entry)) {
            final long waitedMs = nowMs - interactions.queuedMs(entry);
            longestWaitMs = Math.max(longestWaitMs, waitedMs);
            if (interactions.onLine(entry)) {
                longestOnLineWaitMs = Math.max(longestOnLineWaitMs, waitedMs);
            }
        }
    }

    private static int place(final InteractionKind kind, final InteractionState state) {
        return kind.ordinal() * STATES.length + state.ordinal();
    }

    /**
     * Everything that waits in the queue: live calls, callbacks, invited and on-line callbacks too.
     *
     * @return how many
     */
    public int waiting() {
        return waiting;
    }

    /**
     * Live calls that wait.
     *
     * @return how many
     */
    public int waitingCalls() {
        return count(InteractionKind.LIVE_CALL, InteractionState.QUEUED);
    }

    /**
     * Callbacks that wait, in whatever state.
     *
     * @return how many
     */
    public int waitingCallbacks() {
        return waiting - waitingCalls();
    }

    /**
     * Interactions of a kind that stand in a state. Callbacks that wait for a retry are among those QUEUED.
     *
     * @param kind the kind
     * @param state the state
     * @return how many
     */
    public int count(final InteractionKind kind, final InteractionState state) {
        return counts[place(kind, state)];
    }

    /**
     * Callbacks that wait for a retry: a dial has failed, and the time of the next has not come.
     *
     * @return how many
     */
    public int retrying() {
        return retrying;
    }

    /**
     * How long ago the oldest of what waits in the queue was queued, of any kind. A head start does not count.
     *
     * @return milliseconds, 0 when nothing waits
     */
    public long longestWaitMs() {
        return longestWaitMs;
    }

    /**
     * As {@link #longestWaitMs}, of those only who wait on the line: live calls, and callbacks whose customer has
     * answered.
     *
     * @return milliseconds, 0 when nobody waits on the line
     */
    public long longestOnLineWaitMs() {
        return longestOnLineWaitMs;
    }

    /**
     * Interactions of the queue that are with an agent, ringing or talking.
     *
     * @return how many
     */
    public int withAgents() {
        return withAgents;
    }

    /**
     * Callbacks that are booked for slots to come. They do not wait yet.
     *
     * @return how many
     */
    public int bookings() {
        return bookings;
    }

    /**
     * Callbacks of the queue that have not ended, booked, waiting or with an agent: what {@code max-callbacks} limits.
     *
     * @return how many
     */
    public int callbacks() {
        return callbacks;
    }

    /**
     * Until when no dial starts because the network failed.
     *
     * @return epoch milliseconds, or {@link Engine#NO_TIME}
     */
    public long pausedUntilMs() {
        return pausedUntilMs;
    }

    /**
     * Whether the queue's business hours say that it is open; so is a queue without a calendar.
     *
     * @return true: open
     */
    public boolean open() {
        return open;
    }

    /**
     * When the queue opens next.
     *
     * @return the first opening after now, epoch milliseconds; {@link Engine#NO_TIME}: never
     */
    public long nextOpenMs() {
        return nextOpenMs;
    }

    /**
     * When the queue closes next, be it for a break only.
     *
     * @return the first closing after now, epoch milliseconds; {@link Engine#NO_TIME}: never
     */
    public long nextCloseMs() {
        return nextCloseMs;
    }

    /**
     * When the queue's business day ends: the day's last closing; of a day that has ended, the next day's.
     *
     * @return the first such closing after now, epoch milliseconds; {@link Engine#NO_TIME}: never
     */
    public long endOfDayMs() {
        return endOfDayMs;
    }

    /**
     * Agents who satisfy the queue's own target, {@code skills} without its steps, by what they do. A BUSY one may have
     * an interaction of another queue.
     *
     * @param state the state
     * @return how many are in it
     */
    public int agents(final AgentState state) {
        return agents[state.ordinal()];
    }

    /**
     * How long somebody who joined now would wait, as {@link Engine#estimate(VirtualQueue, WaitEstimate)} tells it.
     *
     * @return a part of this view, filled anew with it
     */
    public WaitEstimate estimate() {
        return estimate;
    }

    /**
     * What became of the queue's customers since the engine was made.
     *
     * @return a part of this view, filled anew with it
     */
    public ServiceCounts sinceStart() {
        return sinceStart;
    }

    /**
     * What became of the queue's customers in the window of {@link EngineConfig.Builder#statisticsWindow} that ends
     * now.
     *
     * @return a part of this view, filled anew with it
     */
    public ServiceCounts recent() {
        return recent;
    }
}
