package io.ringback.examples.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call log as it was read.
 *
 * @param name of the file, for the report
 * @param calls that reached a queue or an agent, by arrival, then in the order of the file
 * @param phantoms how many rows are no calls by their own word
 * @param neverQueued how many calls ended in the voice response unit
 * @param malformed the lines that were not understood
 */
record CallLog(String name, List<CallRecord> calls, int phantoms, int neverQueued, List<BadLine> malformed) {
    CallLog {
        calls = List.copyOf(calls);
        malformed = List.copyOf(malformed);
    }

    /**
     * A line that was not understood.
     *
     * @param number of the line, from 1
     * @param reason what is wrong with it
     */
    record BadLine(int number, String reason) {}

    /** The days that have calls, in order. */
    List<LocalDate> days() {
        return calls.stream().map(CallRecord::day).distinct().sorted().toList();
    }

    /** The types of call: the most frequent first, then by name. */
    List<String> types() {
        final Map<String, Integer> counts = new TreeMap<>();
        calls.forEach(call -> counts.merge(call.type(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The agents that are named, by code. */
    List<String> agents() {
        return calls.stream()
                .filter(CallRecord::answeredByKnownAgent)
                .map(call -> call.service().agent())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many calls were answered by an agent whom the log does not name. */
    long unknownAgents() {
        return calls.stream()
                .filter(call -> call.answered() && !call.answeredByKnownAgent())
                .count();
    }
}
