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
 * @param callbacks what was offered in place of waiting
 * @param decisions how often the engine routed an interaction to an agent or had a customer dialed
 * @param elapsedNanos how long the simulated days took
 */
record Outcomes(
        CallLog log,
        List<Shift> shifts,
        List<Fate> fates,
        List<Long> staffedMs,
        Callbacks callbacks,
        long decisions,
        long elapsedNanos) {
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

    /**
     * What was offered in place of waiting.
     *
     * @param terms on which the calls were served
     * @param offers all that were made, in the order of their time
     * @param balance of all interactions, callbacks included
     */
    record Callbacks(Terms terms, List<Offer> offers, Balance balance) {
        Callbacks {
            offers = List.copyOf(offers);
        }
    }

    /**
     * How many interactions there were.
     *
     * @param accepted the engine took them
     * @param ended the engine said so
     * @param present the engine holds them when the log is over
     */
    record Balance(int accepted, int ended, int present) {}

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
