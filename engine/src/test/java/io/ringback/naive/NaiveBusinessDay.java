package io.ringback.naive;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What business hours do: queues open, queues close, and their days end. */
final class NaiveBusinessDay {
    private final NaiveState state;
    private final NaiveMatching matching;
    private final NaiveFlows flows;
    private final NaiveBookings bookings;
    private final RuleSwitches rules;

    NaiveBusinessDay(
            final NaiveState state,
            final NaiveMatching matching,
            final NaiveFlows flows,
            final NaiveBookings bookings) {
        this.state = state;
        this.matching = matching;
        this.flows = flows;
        this.bookings = bookings;
        this.rules = state.rules;
    }

    /** The next opening or closing of any calendar that a queue has, or NO_TIME. */
    long nextEdgeMs() {
        return state.queues.values().stream()
                .map(state::calendar)
                .mapToLong(hours -> Math.min(hours.nextOpenMs(state.nowMs), hours.nextCloseMs(state.nowMs)))
                .min()
                .orElse(NaiveState.NO_TIME);
    }

    /** The time has come to an edge. */
    void passEdge() {
        final List<NaiveQueue> closed = close(state.queues.values());
        for (final NaiveQueue queue : state.queues.values()) {
            final boolean ends = rules.on(Rule.H5)
                    ? state.calendar(queue).endOfDayMs(state.nowMs - 1) == state.nowMs
                    : closed.contains(queue);
            if (ends) {
                endDay(queue);
            }
        }
        arise(open(state.queues.values()));
    }

    /** New hours for all queues that have those of this name. */
    void define(final String name, final NaiveCalendar hours) {
        bookings.whileChanging(() -> state.define(name, hours));
        arise(changed(state.queues.values()));
    }

    /** Other settings for a queue. */
    void change(final NaiveQueue queue, final NaiveSettings settings) {
        bookings.whileChanging(() -> flows.changeSettings(queue, settings));
        changed(List.of(queue));
        state.ranked(waiting -> waiting.queue == queue).forEach(matching::aroseAgain);
    }

    /** Some queues may have other hours than before, which ends no day. Returns those that opened. */
    private List<NaiveQueue> changed(final Collection<NaiveQueue> queues) {
        final List<NaiveQueue> closed = close(queues);
        if (rules.off(Rule.H8)) {
            closed.forEach(this::endDay);
        }
        return open(queues);
    }

    private List<NaiveQueue> close(final Collection<NaiveQueue> queues) {
        final List<NaiveQueue> closing =
                queues.stream().filter(queue -> queue.open && !isOpen(queue)).toList();
        closing.forEach(queue -> queue.open = false);
        return closing;
    }

    private List<NaiveQueue> open(final Collection<NaiveQueue> queues) {
        final List<NaiveQueue> opening =
                queues.stream().filter(queue -> !queue.open && isOpen(queue)).toList();
        opening.forEach(queue -> queue.open = true);
        return opening;
    }

    private void arise(final List<NaiveQueue> opening) {
        if (rules.on(Rule.T5)) {
            state.ranked(waiting -> opening.contains(waiting.queue) && waiting.invitable())
                    .forEach(matching::arose);
        } else {
            opening.forEach(queue -> state.ranked(waiting -> waiting.queue == queue && waiting.invitable())
                    .forEach(matching::arose));
        }
    }

    boolean isOpen(final NaiveQueue queue) {
        return state.calendar(queue).isOpen(state.nowMs);
    }

    private void endDay(final NaiveQueue queue) {
        state.interactions.values().stream()
                .filter(callback -> callback.queue == queue && callback.owed())
                .sorted(Comparator.comparingLong(callback -> callback.arrival))
                .toList()
                .forEach(queue.settings.carryOver ? flows::callOff : flows::purgeAtEndOfDay);
    }
}
