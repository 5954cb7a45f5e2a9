package io.ringback.examples.replay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One agent's day, as far as it can be told from the services of that day. The agent is logged in from the start of the
 * first to the end of the last, has the skills of the types served, and is on a break where more than half an hour
 * passed without a service.
 *
 * @param agent the agent's code
 * @param day the log's date
 * @param skills types of call served on that day
 * @param stretches times at work, in order, with the breaks between them
 */
record Shift(String agent, LocalDate day, SortedSet<String> skills, List<Stretch> stretches) {
    private static final long BREAK_MS = Duration.ofMinutes(30).toMillis();

    /**
     * A time at work without a break.
     *
     * @param startMs epoch milliseconds
     * @param endMs epoch milliseconds, after the start
     */
    record Stretch(long startMs, long endMs) {}

    /** The time at work. */
    long staffedMs() {
        return stretches.stream().mapToLong(s -> s.endMs() - s.startMs()).sum();
    }

    /** When the agent goes home. */
    long endMs() {
        return stretches.get(stretches.size() - 1).endMs();
    }

    /** All shifts of a log, by day, then by agent. Services of agents without a code make none. */
    static List<Shift> of(final CallLog log) {
        final Map<LocalDate, Map<String, List<CallRecord>>> served = new TreeMap<>();
        for (final CallRecord call : log.calls()) {
            if (call.answeredByKnownAgent()) {
                served.computeIfAbsent(call.day(), day -> new TreeMap<>())
                        .computeIfAbsent(call.service().agent(), agent -> new ArrayList<>())
                        .add(call);
            }
        }
        final List<Shift> shifts = new ArrayList<>();
        served.forEach((day, agents) -> agents.forEach((agent, calls) -> {
            final List<Stretch> stretches = stretches(calls);
            if (!stretches.isEmpty()) {
                shifts.add(new Shift(agent, day, skills(calls), stretches));
            }
        }));
        return shifts;
    }

    private static SortedSet<String> skills(final List<CallRecord> calls) {
        final SortedSet<String> skills = new TreeSet<>();
        calls.forEach(call -> skills.add(call.type()));
        return skills;
    }

    /** Joins services that lie close together. What is left without length is no time at work. */
    private static List<Stretch> stretches(final List<CallRecord> calls) {
        final List<CallRecord.Service> services = calls.stream()
                .map(CallRecord::service)
                .sorted(Comparator.comparingLong(CallRecord.Service::startMs))
                .toList();
        final List<Stretch> stretches = new ArrayList<>();
        long startMs = services.get(0).startMs();
        long endMs = startMs;
        for (final CallRecord.Service service : services) {
            if (service.startMs() - endMs > BREAK_MS) {
                stretches.add(new Stretch(startMs, endMs));
                startMs = service.startMs();
            }
            endMs = Math.max(endMs, service.endMs());
        }
        stretches.add(new Stretch(startMs, endMs));
        stretches.removeIf(stretch -> stretch.startMs() == stretch.endMs());
        return stretches;
    }
}
