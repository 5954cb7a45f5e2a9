package io.ringback.examples.replay;

import io.ringback.Engine;
import io.ringback.examples.replay.Outcomes.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One hour of the day, of all days of the log together.
 *
 * @param hour 0 to 23
 * @param calls that came
 * @param refused calls that came and were refused
 * @param offered calls that came and were offered a callback
 * @param accepted calls that came and went on as a callback
 * @param due callbacks whose slot started
 * @param reached customers called back whom an agent had
 * @param mostWaiting the largest number of callers who waited on the line at once
 */
record HourFigures(int hour, int calls, int refused, int offered, int accepted, int due, int reached, int mostWaiting) {
    private static final int HOURS = 24;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    /** All hours of the day, from 0 on. */
    static List<HourFigures> of(final Outcomes outcomes) {
        final int[] calls = new int[HOURS];
        final int[] refused = new int[HOURS];
        for (int call = 0; call < outcomes.fates().size(); call++) {
            final int hour = hour(outcomes.log().calls().get(call).arrivalMs());
            calls[hour]++;
            refused[hour] += outcomes.fates().get(call).ending() == Ending.REFUSED ? 1 : 0;
        }
        final int[] offered = new int[HOURS];
        final int[] accepted = new int[HOURS];
        final int[] due = new int[HOURS];
        final int[] reached = new int[HOURS];
        for (final Offer offer : outcomes.callbacks().offers()) {
            offered[hour(offer.madeMs())]++;
            if (offer.result().accepted()) {
                accepted[hour(offer.madeMs())]++;
                due[hour(offer.promisedMs())] += offer.wasDue() ? 1 : 0;
                reached[hour(offer.reachedMs())] += offer.reachedMs() != Engine.NO_TIME ? 1 : 0;
            }
        }
        final int[] mostWaiting = mostWaiting(outcomes);
        final List<HourFigures> hours = new ArrayList<>();
        for (int h = 0; h < HOURS; h++) {
            hours.add(new HourFigures(
                    h, calls[h], refused[h], offered[h], accepted[h], due[h], reached[h], mostWaiting[h]));
        }
        return hours;
    }

    /** Whether nothing happened in it. */
    boolean empty() {
        return calls + due + reached + mostWaiting == 0;
    }

    private static int hour(final long atMs) {
        return (int) (atMs / HOUR_MS % HOURS);
    }

    /** Walks along all changes of the number who wait. Callbacks that the log has wait off the line. */
    private static int[] mostWaiting(final Outcomes outcomes) {
        final SortedMap<Long, Integer> changes = new TreeMap<>();
        for (int call = 0; call < outcomes.fates().size(); call++) {
            final CallRecord record = outcomes.log().calls().get(call);
            final Fate fate = outcomes.fates().get(call);
            if (!record.returnedCallback()) {
                changes.merge(record.arrivalMs(), 1, Integer::sum);
                changes.merge(record.arrivalMs() + fate.waitedMs(), -1, Integer::sum);
            }
        }
        final int[] most = new int[HOURS];
        int waiting = 0;
        long sinceMs = changes.isEmpty() ? 0 : changes.firstKey();
        for (final Map.Entry<Long, Integer> change : changes.entrySet()) {
            for (long atMs = sinceMs; waiting > 0 && atMs < change.getKey(); atMs += HOUR_MS - atMs % HOUR_MS) {
                most[hour(atMs)] = Math.max(most[hour(atMs)], waiting);
            }
            waiting += change.getValue();
            sinceMs = change.getKey();
        }
        return most;
    }
}
