package io.ringback.examples.replay;

import io.ringback.examples.replay.Outcomes.Balance;
import io.ringback.examples.replay.Outcomes.Fate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The law that a replay must keep: every call of a day ends once, none is lost, and so does every callback. */
final class Conservation {
    private Conservation() {}

    /**
     * Compares what the engine took with what it said and holds.
     *
     * @param balance of the whole log
     * @param owed callbacks that are booked for later, and nothing else may be present
     * @throws IllegalStateException when something was lost, or is left over
     */
    static void check(final Balance balance, final long owed) {
        if (balance.accepted() != balance.ended() + balance.present() || balance.present() != owed) {
            throw new IllegalStateException(balance.accepted() + " interactions were accepted, but " + balance.ended()
                    + " ended and " + balance.present() + " are present, " + owed + " of them booked");
        }
    }

    /**
     * Counts both sides, day by day.
     *
     * @param calls that arrived
     * @param fates what became of each, in the same order; null for one that has not ended
     * @throws IllegalStateException naming the first day on which the two differ
     */
    static void check(final List<CallRecord> calls, final List<Fate> fates) {
        final Map<LocalDate, Integer> arrived = new TreeMap<>();
        final Map<LocalDate, Integer> ended = new TreeMap<>();
        for (int call = 0; call < calls.size(); call++) {
            final LocalDate day = calls.get(call).day();
            arrived.merge(day, 1, Integer::sum);
            ended.merge(day, fates.get(call) == null ? 0 : 1, Integer::sum);
        }
        arrived.forEach((day, count) -> {
            if (!count.equals(ended.get(day))) {
                throw new IllegalStateException(
                        day + ": " + count + " calls arrived, but " + ended.get(day) + " ended");
            }
        });
    }
}
