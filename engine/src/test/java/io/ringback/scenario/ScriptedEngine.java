package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An engine that does what the test wrote down: to a command by its words, and when time reaches an event. */
final class ScriptedEngine implements EngineUnderTest {
    /** 2026-01-05T09:00Z, where a scenario without clock begins. */
    static final long START_MS = 1_767_603_600_000L;

    final List<String> applied = new ArrayList<>();
    final Map<String, String> states = new HashMap<>();
    final Map<String, Integer> counts = new HashMap<>();
    final Map<String, Long> waits = new HashMap<>();
    final Set<String> closed = new HashSet<>();
    final Map<String, Long> times = new HashMap<>();
    final Map<String, List<Slot>> slots = new HashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, List<Event>> reactions = new HashMap<>();
    private final List<Event> timed = new ArrayList<>();
    private List<Event> events = new ArrayList<>();
    private RuntimeException broken;
    private long nowMs;

    ScriptedEngine refuses(final String words, final Outcome outcome) {
        outcomes.put(words, outcome);
        return this;
    }

    ScriptedEngine onCommand(final String words, final Event... events) {
        reactions.put(words, List.of(events));
        return this;
    }

    ScriptedEngine byItself(final Event event) {
        timed.add(event);
        return this;
    }

    ScriptedEngine breaksWith(final RuntimeException failure) {
        broken = failure;
        return this;
    }

    static Event routed(final long timeMs, final String interaction, final String agent, final long waitedMs) {
        final Map<String, Object> values = Map.of("queue", "support", "waited", waitedMs);
        return new Event(timeMs, EventKind.ROUTED, List.of(interaction, agent), values);
    }

    static Event queued(final long timeMs, final String interaction) {
        return new Event(timeMs, EventKind.QUEUED, List.of(interaction, "support"), Map.of());
    }

    static Event agent(final long timeMs, final String agent, final String state) {
        return new Event(timeMs, EventKind.AGENT, List.of(agent), Map.of("state", state));
    }

    @Override
    public Outcome apply(final long nowMs, final Command command) {
        if (broken != null) {
            throw broken;
        }
        final String words = (command.verb().word() + " " + String.join(" ", command.names())).strip();
        applied.add(nowMs - START_MS + " " + words + (command.values().isEmpty() ? "" : " " + command.values()));
        events.addAll(reactions.getOrDefault(words, List.of()));
        return outcomes.getOrDefault(words, Outcome.OK);
    }

    @Override
    public void advanceTo(final long nowMs) {
        this.nowMs = nowMs;
        for (final Event event : List.copyOf(timed)) {
            if (event.timeMs() <= nowMs) {
                timed.remove(event);
                events.add(event);
            }
        }
    }

    @Override
    public long nowMs() {
        return nowMs;
    }

    @Override
    public long nextDeadlineMs() {
        return timed.isEmpty() ? Engine.NO_TIME : timed.get(0).timeMs();
    }

    @Override
    public List<Event> takeEvents() {
        final List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    @Override
    public String interactionState(final String name) {
        return states.get(name);
    }

    @Override
    public String agentState(final String name) {
        return states.get(name);
    }

    @Override
    public int position(final String name) {
        return counts.getOrDefault(name, 0);
    }

    @Override
    public int attempt(final String name) {
        return counts.getOrDefault(name, 0);
    }

    @Override
    public int waiting(final String queue) {
        return counts.getOrDefault(queue, 0);
    }

    @Override
    public boolean open(final String queue) {
        return !closed.contains(queue);
    }

    @Override
    public long nextOpenMs(final String queue) {
        return times.getOrDefault("next-open " + queue, Engine.NO_TIME);
    }

    @Override
    public long nextCloseMs(final String queue) {
        return times.getOrDefault("next-close " + queue, Engine.NO_TIME);
    }

    @Override
    public long endOfDayMs(final String queue) {
        return times.getOrDefault("end-of-day " + queue, Engine.NO_TIME);
    }

    @Override
    public List<Slot> slots(final String queue, final long fromMs, final long toMs) {
        return slots.getOrDefault(queue, List.of()).stream()
                .filter(slot -> slot.startMs() >= fromMs && slot.startMs() < toMs)
                .toList();
    }

    @Override
    public long ewtMs(final String queue) {
        return waits.getOrDefault(queue, Engine.EWT_UNKNOWN);
    }

    @Override
    public long remainingEwtMs(final String name) {
        return waits.getOrDefault(name, Engine.EWT_UNKNOWN);
    }
}
