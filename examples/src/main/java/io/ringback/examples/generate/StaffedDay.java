package io.ringback.examples.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Serves made-up callers with a made-up staff, second by second: first come, first served among the callers that an
 * agent has the skill for, a caller with precedence counting as come earlier. Agents are not free at once after a call,
 * and now and then away for some minutes, none of which a call log shows.
 */
final class StaffedDay {
    private static final int PRIORITY_SECONDS = 90;
    private static final int BREAK_MINUTES = 45;
    private static final double MEAN_AFTER_CALL_SECONDS = 14;
    private static final double AWAY = 0.02;
    private static final int AWAY_SECONDS_MIN = 120;
    private static final int AWAY_SECONDS_MAX = 900;
    private static final int CLOSE_SECOND = DayGenerator.CLOSE_HOUR * 3_600;
    private static final int LAST_SECOND = 26 * 3_600;

    /** Who works when, is away for a meal when, and can do what besides what all can: PS and NW. */
    private static final List<Agent> STAFF = List.of(
            new Agent("B01", "8:00", "16:00", "11:00", "PE TT"),
            new Agent("B02", "8:00", "16:00", "11:45", "NE IN"),
            new Agent("B03", "8:00", "16:00", "12:00", "NE IN"),
            new Agent("B04", "8:00", "16:00", "12:30", "NE TT"),
            new Agent("B05", "8:30", "16:30", "12:45", "IN TT"),
            new Agent("B06", "9:00", "17:00", "13:00", "NE PE"),
            new Agent("B07", "9:15", "17:30", "13:30", "IN"),
            new Agent("B08", "9:45", "18:00", "14:00", "NE TT"),
            new Agent("B09", "12:00", "20:00", "16:30", "PE TT"),
            new Agent("B10", "13:00", "21:00", "17:00", "NE"),
            new Agent("B11", "12:30", "20:30", "17:45", "IN PE"),
            new Agent("B12", "14:00", "22:00", "18:30", "NE TT"),
            new Agent("B13", "14:30", "22:00", "19:15", "NE IN"),
            new Agent("B14", "15:00", "22:00", "19:45", "PE TT"));

    private final Random random;
    private final int[] freeFrom = new int[STAFF.size()];
    private final List<Caller> waiting = new ArrayList<>();

    StaffedDay(final Random random) {
        this.random = random;
    }

    /** An agent's day; times are seconds since midnight. */
    private record Agent(String code, int from, int to, int mealFrom, List<String> skills) {
        Agent(final String code, final String from, final String to, final String mealFrom, final String skills) {
            this(code, second(from), second(to), second(mealFrom), List.of(("PS NW " + skills).split(" ")));
        }

        private static int second(final String time) {
            final String[] parts = time.split(":");
            return (Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1])) * 60;
        }

        /** Those on duty at closing time stay for those who wait then. */
        boolean onDuty(final int second) {
            final boolean meal = second >= mealFrom && second < mealFrom + BREAK_MINUTES * 60;
            return second >= from && (second < to || to == CLOSE_SECOND) && !meal;
        }
    }

    /** Lets the day pass. Callers whose story is over already are left alone. */
    void serve(final List<Caller> callers) {
        final List<Caller> coming = callers.stream()
                .filter(caller -> !caller.settled())
                .sorted(Comparator.comparingInt(Caller::queueStart))
                .toList();
        int next = 0;
        for (int second = DayGenerator.FIRST_HOUR * 3_600; second < LAST_SECOND; second++) {
            while (next < coming.size() && coming.get(next).queueStart() <= second) {
                waiting.add(coming.get(next));
                next++;
            }
            loseImpatient(second);
            takeCalls(second);
        }
        waiting.forEach(caller -> caller.hangsUp(LAST_SECOND));
    }

    private void loseImpatient(final int second) {
        final Iterator<Caller> each = waiting.iterator();
        while (each.hasNext()) {
            final Caller caller = each.next();
            if (caller.patienceEnd() <= second) {
                caller.hangsUp(second);
                each.remove();
            }
        }
    }

    /** The agent who has been free for longest comes first. */
    private void takeCalls(final int second) {
        final List<Integer> free = new ArrayList<>();
        for (int agent = 0; agent < freeFrom.length; agent++) {
            if (freeFrom[agent] <= second && STAFF.get(agent).onDuty(second)) {
                free.add(agent);
            }
        }
        free.sort(Comparator.comparingInt(agent -> freeFrom[agent]));
        for (final int agent : free) {
            final Caller caller = first(STAFF.get(agent));
            if (caller != null) {
                waiting.remove(caller);
                caller.isServed(second, STAFF.get(agent).code());
                freeFrom[agent] = second + caller.serviceSeconds() + pauseSeconds();
            }
        }
    }

    /** Who comes after closing time is served by nobody. */
    private Caller first(final Agent agent) {
        return waiting.stream()
                .filter(caller -> caller.queueStart() < CLOSE_SECOND)
                .filter(caller -> agent.skills().contains(caller.type()))
                .min(Comparator.comparingInt(
                        caller -> caller.queueStart() - (caller.priority() ? PRIORITY_SECONDS : 0)))
                .orElse(null);
    }

    private int pauseSeconds() {
        if (random.nextDouble() < AWAY) {
            return AWAY_SECONDS_MIN + random.nextInt(AWAY_SECONDS_MAX - AWAY_SECONDS_MIN + 1);
        }
        return (int) (-MEAN_AFTER_CALL_SECONDS * StrictMath.log(1 - random.nextDouble()));
    }
}
