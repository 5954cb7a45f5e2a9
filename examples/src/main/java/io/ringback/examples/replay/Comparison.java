package io.ringback.examples.replay;

import io.ringback.examples.replay.Outcomes.Fate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Simulated beside recorded figures, by day and by queue. Calls that were refused are left out on both sides.
 *
 * @param days a group for each day
 * @param all a group for the whole log
 */
record Comparison(List<Group> days, Group all) {
    Comparison {
        days = List.copyOf(days);
    }

    /**
     * Calls that are looked at together.
     *
     * @param name the day, the queue, or "all"
     * @param calls how many came and were let in
     * @param converted how many of these hung up to be called back
     * @param simulated what the engine made of them
     * @param recorded what became of them in the log
     * @param queues the same by queue, for a group of several
     */
    record Group(String name, int calls, int converted, Figures simulated, Figures recorded, List<Group> queues) {
        Group {
            queues = List.copyOf(queues);
        }
    }

    /** Works out all groups. */
    static Comparison of(final Outcomes outcomes) {
        final List<LocalDate> dates = outcomes.log().days();
        final List<Group> days = new ArrayList<>();
        long simulatedMs = 0;
        long recordedMs = 0;
        for (int day = 0; day < dates.size(); day++) {
            final LocalDate date = dates.get(day);
            final Staffed staffed = new Staffed(outcomes.staffedMs().get(day), outcomes.recordedStaffedMs(date));
            final List<Call> calls = calls(outcomes, call -> call.day().equals(date));
            days.add(withQueues(date.toString(), calls, outcomes.log().types(), staffed));
            simulatedMs += staffed.simulatedMs();
            recordedMs += staffed.recordedMs();
        }
        final Staffed staffed = new Staffed(simulatedMs, recordedMs);
        return new Comparison(
                days,
                withQueues("all", calls(outcomes, call -> true), outcomes.log().types(), staffed));
    }

    /** Both sides of a call. */
    private record Call(CallRecord recorded, Fate simulated, boolean calledBack) {
        boolean answered() {
            return simulated.ending() == Ending.ANSWERED;
        }

        boolean converted() {
            return simulated.ending() == Ending.CONVERTED;
        }
    }

    /** Time at work of all agents on the days that are looked at. */
    private record Staffed(long simulatedMs, long recordedMs) {}

    private static List<Call> calls(final Outcomes outcomes, final Predicate<CallRecord> which) {
        final Set<Integer> calledBack = outcomes.callbacks().offers().stream()
                .filter(offer -> offer.result() == Offer.Result.REACHED)
                .map(Offer::call)
                .collect(Collectors.toSet());
        return IntStream.range(0, outcomes.fates().size())
                .filter(i -> outcomes.fates().get(i).ending() != Ending.REFUSED)
                .filter(i -> which.test(outcomes.log().calls().get(i)))
                .mapToObj(i ->
                        new Call(outcomes.log().calls().get(i), outcomes.fates().get(i), calledBack.contains(i)))
                .toList();
    }

    private static Group withQueues(
            final String name, final List<Call> calls, final List<String> types, final Staffed staffed) {
        final List<Group> queues = new ArrayList<>();
        for (final String type : types) {
            final List<Call> ofType = calls.stream()
                    .filter(call -> call.recorded().type().equals(type))
                    .toList();
            if (!ofType.isEmpty()) {
                queues.add(group(type, ofType, List.of(), staffed));
            }
        }
        return group(name, calls, queues, staffed);
    }

    private static Group group(
            final String name, final List<Call> calls, final List<Group> queues, final Staffed staffed) {
        final Tally simulated = new Tally();
        final Tally recorded = new Tally();
        int converted = 0;
        for (final Call call : calls) {
            addSimulated(simulated, call);
            addRecorded(recorded, call.recorded());
            converted += call.converted() ? 1 : 0;
        }
        return new Group(
                name,
                calls.size(),
                converted,
                simulated.figures(staffed.simulatedMs()),
                recorded.figures(staffed.recordedMs()),
                queues);
    }

    /** A callback counts for the day of its call. */
    private static void addSimulated(final Tally tally, final Call call) {
        final long serviceMs =
                call.answered() || call.calledBack() ? call.recorded().handleMs() : 0;
        if (call.converted()) {
            tally.addService(serviceMs);
        } else {
            tally.add(call.answered(), call.simulated().waitedMs(), serviceMs);
        }
    }

    /** The work of an agent without a code is left out of the occupancy, like the agent's time at work. */
    private static void addRecorded(final Tally tally, final CallRecord call) {
        final long busyMs = call.answeredByKnownAgent() ? call.handleMs() : 0;
        tally.add(call.answered(), call.waiting().seconds() * 1_000L, busyMs);
    }
}
