package io.ringback.naive;

import io.ringback.scenario.Event;
import io.ringback.scenario.EventKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Everything the engine knows, and the questions asked about it by looking at all of it. */
final class NaiveState {
    static final long NO_TIME = Long.MAX_VALUE;

    private static final long MONTH_MS = 30L * 86_400_000;

    final RuleSwitches rules;
    final NaiveSkills skills = new NaiveSkills();
    final Map<String, NaiveCalendar> calendars = new LinkedHashMap<>();
    /** When each calendar was defined last. */
    private final Map<String, Long> definedMs = new LinkedHashMap<>();

    final Map<String, NaiveQueue> queues = new LinkedHashMap<>();
    final Map<String, NaiveAgent> agents = new LinkedHashMap<>();
    final Map<String, NaiveInteraction> interactions = new LinkedHashMap<>();
    final List<NaiveTimer> timers = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    final NaiveEstimates estimates;
    List<Event> events = new ArrayList<>();
    long nowMs = NO_TIME;
    long accepted;
    long ended;
    private final NaiveCalendar alwaysOpen;
    private final NaiveCalendar neverOpen;
    private long counter;

    NaiveState(final RuleSwitches rules) {
        this.rules = rules;
        alwaysOpen = NaiveCalendar.alwaysOpen(rules);
        neverOpen = NaiveCalendar.neverOpen(rules);
        estimates = new NaiveEstimates(this);
    }

    long next() {
        return ++counter;
    }

    void moveTime(final long toMs) {
        if (toMs > nowMs) {
            estimates.passUntil(toMs);
            nowMs = toMs;
            // A place is taken through the instant at which its slot starts.
            queues.values().forEach(queue -> queue.places.headMap(toMs).clear());
        }
    }

    void emit(final EventKind kind, final List<String> names, final Map<String, Object> values) {
        events.add(new Event(nowMs, kind, names, values));
    }

    void setAgent(final NaiveAgent agent, final NaiveAgent.State state) {
        agent.state = state;
        if (agent.toBeHandled != null && state != NaiveAgent.State.AFTER_CALL_WORK) {
            estimates.handled(agent.toBeHandled);
            agent.toBeHandled = null;
        }
        if (rules.off(Rule.A7) && state != NaiveAgent.State.READY && agent.trigger != null) {
            agent.trigger.trigger = null;
            agent.trigger = null;
        }
        final Event event = new Event(nowMs, EventKind.AGENT, List.of(agent.name), Map.of("state", state.name()));
        final boolean swapped = rules.off(Rule.M7) && !events.isEmpty();
        events.add(swapped ? events.size() - 1 : events.size(), event);
    }

    void arm(final NaiveTimer.Kind kind, final Object owner, final long deadlineMs) {
        cancel(kind, owner);
        timers.add(new NaiveTimer(kind, owner, deadlineMs, next()));
    }

    void cancel(final NaiveTimer.Kind kind, final Object owner) {
        timers.removeIf(timer -> timer.kind() == kind && timer.owner() == owner);
    }

    void cancelAll(final Object owner) {
        timers.removeIf(timer -> timer.owner() == owner);
    }

    /** The timer to fire next of those due, or null. */
    NaiveTimer due(final long atMs) {
        final Comparator<NaiveTimer> created = Comparator.comparingLong(NaiveTimer::created);
        final Comparator<NaiveTimer> order = rules.on(Rule.T3)
                ? Comparator.comparingLong(NaiveTimer::deadlineMs).thenComparing(created)
                : created;
        return timers.stream()
                .filter(timer -> timer.deadlineMs() <= atMs)
                .min(order)
                .orElse(null);
    }

    long nextDeadlineMs() {
        return timers.stream().mapToLong(NaiveTimer::deadlineMs).min().orElse(NO_TIME);
    }

    long effectiveMs(final NaiveInteraction interaction) {
        return interaction.effectiveMs + (interaction.owed() ? interaction.queue.settings.callbackYieldMs : 0);
    }

    int compareRank(final NaiveInteraction a, final NaiveInteraction b) {
        if (rules.on(Rule.Q2) && a.priority != b.priority) {
            return Integer.compare(b.priority, a.priority);
        }
        if (rules.on(Rule.Q2) && effectiveMs(a) != effectiveMs(b)) {
            return Long.compare(effectiveMs(a), effectiveMs(b));
        }
        return Long.compare(a.arrival, b.arrival);
    }

    /** Those waiting that fulfil the condition, best rank first. */
    List<NaiveInteraction> ranked(final Predicate<NaiveInteraction> condition) {
        final List<NaiveInteraction> found = new ArrayList<>();
        for (final NaiveInteraction interaction : interactions.values()) {
            if (interaction.waiting() && condition.test(interaction)) {
                found.add(interaction);
            }
        }
        found.sort(this::compareRank);
        return found;
    }

    int waiting(final NaiveQueue queue) {
        return (int) interactions.values().stream()
                .filter(other -> other.waiting() && other.queue == queue)
                .count();
    }

    NaiveCalendar calendar(final NaiveQueue queue) {
        final String name = queue.settings.calendar;
        if (name == null || rules.off(Rule.H1)) {
            return alwaysOpen;
        }
        final boolean lookedAtSo = rules.on(Rule.H4) || nowMs - definedMs.get(name) < MONTH_MS;
        return lookedAtSo ? calendars.get(name) : neverOpen;
    }

    void define(final String name, final NaiveCalendar hours) {
        calendars.put(name, hours);
        definedMs.put(name, nowMs);
    }

    boolean full(final NaiveQueue queue) {
        return waiting(queue) >= queue.settings.maxWaiting;
    }

    long waitingOrServed() {
        return interactions.values().stream()
                .filter(other -> !other.scheduled())
                .count();
    }

    long callbacks(final NaiveQueue queue, final Predicate<NaiveInteraction> condition) {
        return interactions.values().stream()
                .filter(other -> other.callback && other.queue == queue && condition.test(other))
                .count();
    }

    int position(final NaiveInteraction interaction) {
        if (interaction == null || !interaction.waiting()) {
            return 0;
        }
        final int ahead = ranked(other -> other.queue == interaction.queue
                        && compareRank(other, interaction) < 0
                        && (rules.on(Rule.C1) || !other.callback))
                .size();
        return rules.on(Rule.Q5) ? 1 + ahead : ahead;
    }
}
