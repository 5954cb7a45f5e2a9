package io.ringback.examples.replay;

import java.time.LocalDate;
import java.util.List;

/**
 * What the engine made of a log.
 *
 * @param log the log
 * @param shifts the agents' days
 * @param fates what became of each call, in the order of the log's calls
 * @param staffedMs simulated time at work by day, in the order of the log's days
 * @param decisions how often the engine routed an interaction to an agent or had a customer dialed
 * @param elapsedNanos how long the simulated days took
 */
record Outcomes(
        CallLog log, List<Shift> shifts, List<Fate> fates, List<Long> staffedMs, long decisions, long elapsedNanos) {
    Outcomes {
        shifts = List.copyOf(shifts);
        fates = List.copyOf(fates);
        staffedMs = List.copyOf(staffedMs);
    }

    /**
     * What became of one call.
     *
     * @param ending how it ended
     * @param waitedMs time from its arrival until an agent got it, or until it was over
     */
    record Fate(Ending ending, long waitedMs) {}

    long count(final Ending ending) {
        return fates.stream().filter(fate -> fate.ending() == ending).count();
    }

    long recordedStaffedMs(final LocalDate day) {
        return shifts.stream()
                .filter(shift -> shift.day().equals(day))
                .mapToLong(Shift::staffedMs)
                .sum();
    }
}
