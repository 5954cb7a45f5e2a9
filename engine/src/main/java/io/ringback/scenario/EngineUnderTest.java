package io.ringback.scenario;

import io.ringback.Outcome;
import java.util.List;

/**
 * An engine as the scenario runner sees it: everything by name, commands in, events out. The runner keeps the clock,
 * the names and the checks; an engine under test only carries out commands. Ids that a scenario uses again after they
 * ended are the same names.
 */
public interface EngineUnderTest {
    /**
     * Carries out one command. A {@code queue} command carries all settings of the queue that differ from the default,
     * those of earlier lines included; it and {@code skill}, {@code calendar} and {@code agent} throw {@link
     * IllegalArgumentException} for text that does not compile. Times are in UTC: {@link Quantities#timeMs}.
     *
     * @param nowMs the command's stamp, epoch milliseconds
     * @param command what to do; its names may be unknown to the engine
     * @return what became of it
     */
    Outcome apply(long nowMs, Command command);

    /**
     * Moves time on, firing due timers.
     *
     * @param nowMs epoch milliseconds
     */
    void advanceTo(long nowMs);

    /**
     * The engine's time.
     *
     * @return epoch milliseconds
     */
    long nowMs();

    /**
     * The earliest pending deadline.
     *
     * @return epoch milliseconds, or {@link io.ringback.Engine#NO_TIME}
     */
    long nextDeadlineMs();

    /**
     * Takes the events since the last call.
     *
     * @return in order
     */
    List<Event> takeEvents();

    /**
     * An interaction's state.
     *
     * @param name the interaction
     * @return the state's name, or null when no such interaction is present
     */
    String interactionState(String name);

    /**
     * An agent's state.
     *
     * @param name the agent
     * @return the state's name, or null when no such agent is defined
     */
    String agentState(String name);

    /**
     * An interaction's position.
     *
     * @param name the interaction
     * @return 1 for the first, 0 when it is not waiting
     */
    int position(String name);

    /**
     * Number of the latest dial of a callback.
     *
     * @param name the callback
     * @return 0 before the first dial, and when no such interaction is present
     */
    int attempt(String name);

    /**
     * How many wait in a queue.
     *
     * @param queue its name
     * @return the count
     */
    int waiting(String queue);

    /**
     * Whether a queue is open.
     *
     * @param queue its name
     * @return true: open, as a queue that is not defined
     */
    boolean open(String queue);

    /**
     * When a queue opens next.
     *
     * @param queue its name
     * @return the first opening after now, {@link io.ringback.Engine#NO_TIME} for none
     */
    long nextOpenMs(String queue);

    /**
     * When a queue closes next.
     *
     * @param queue its name
     * @return the first closing after now, {@link io.ringback.Engine#NO_TIME} for none
     */
    long nextCloseMs(String queue);

    /**
     * When a queue's business day ends.
     *
     * @param queue its name
     * @return the first end after now, {@link io.ringback.Engine#NO_TIME} for none
     */
    long endOfDayMs(String queue);

    /**
     * The slots of a queue that may be booked.
     *
     * @param queue its name
     * @param fromMs those that start then or later
     * @param toMs and before that
     * @return in order, full ones too
     */
    List<Slot> slots(String queue, long fromMs, long toMs);

    /**
     * The median of what a call would wait that joined a queue now.
     *
     * @param queue its name
     * @return milliseconds, {@link io.ringback.Engine#EWT_UNKNOWN} or {@link io.ringback.Engine#EWT_NO_AGENTS}; unknown
     *     for a queue that is not defined
     */
    long ewtMs(String queue);

    /**
     * The median of what is left of an interaction's wait. The language has no question for it.
     *
     * @param name the interaction
     * @return milliseconds, {@link io.ringback.Engine#EWT_UNKNOWN} or {@link io.ringback.Engine#EWT_NO_AGENTS}; unknown
     *     for one that does not wait
     */
    long remainingEwtMs(String name);
}
