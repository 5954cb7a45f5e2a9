package io.ringback.streams;

import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one stream concentrates on. Each stream draws its own weights and leaves some commands and settings out: streams
 * that do everything evenly rarely get deep into anything.
 */
final class SwarmProfile {
    private static final List<Integer> FACTORS = List.of(0, 1, 2, 2, 4, 10);
    private static final List<String> DURATIONS = List.of("1s", "2s", "5s", "10s", "30s", "60s");
    private static final List<Long> CLOCK_STEPS_MS = List.of(10_000L, 60_000L, 3_600_000L, 86_400_000L);
    private static final Map<Verb, Integer> BASE = baseWeights();

    /** Percentage of commands that fit the state of what they name. */
    final int sense;

    final EngineLimits limits;
    final int queues;
    final int agents;
    final int interactions;
    final int numbers;

    /** Few, so that deadlines coincide. */
    final List<String> durations;

    /** Queue settings that this stream uses at all. */
    final List<String> keys;

    /** Whether queues have business hours and times matter that belong to them. */
    final boolean hours;

    /** Percentage of steps that only let time pass. */
    final int advances;

    final Map<Verb, Integer> weights;
    final Map<TimeChoice, Integer> commandTimes;
    final Map<TimeChoice, Integer> advanceTimes;

    SwarmProfile(final Dice dice) {
        sense = dice.oneOf(List.of(30, 50, 70, 80, 90));
        limits = new EngineLimits(
                dice.percent(20) ? dice.between(1, 4) : 100,
                dice.percent(20) ? dice.between(2, 8) : 100,
                dice.percent(20) ? dice.between(0, 4) : 100,
                dice.oneOf(CLOCK_STEPS_MS),
                EngineLimits.DEFAULT.statisticsWindowMs());
        queues = dice.between(1, 3);
        agents = dice.between(1, 5);
        interactions = dice.between(3, Names.INTERACTIONS.size());
        numbers = dice.between(2, Names.NUMBERS.size());
        durations = some(dice, DURATIONS, 50);
        hours = dice.percent(55);
        keys = new ArrayList<>(some(dice, SettingKeys.ALL, dice.oneOf(List.of(15, 40, 70))));
        if (!hours) {
            keys.remove("calendar");
        } else if (!keys.contains("calendar")) {
            keys.add("calendar");
        }
        if (hours && dice.percent(40)) {
            // Whoever waits too long for today is offered nothing.
            keys.remove("close-forecast");
            keys.remove("offer-above");
            keys.add("offer-above");
        }
        if (hours && dice.percent(75) && !keys.contains("at-close")) {
            keys.add("at-close");
        }
        advances = dice.oneOf(List.of(2, 4, 8, 12, 25));
        weights = drawWeights(dice);
        commandTimes = TimeChoice.drawForCommands(dice, hours);
        advanceTimes = TimeChoice.drawForAdvances(dice, hours);
        if (!hours) {
            weights.remove(Verb.CALENDAR);
        }
    }

    private static Map<Verb, Integer> baseWeights() {
        final Map<Verb, Integer> base = new EnumMap<>(Verb.class);
        base.put(Verb.SKILL, 1);
        base.put(Verb.CALENDAR, 2);
        base.put(Verb.QUEUE, 3);
        base.put(Verb.AGENT, 4);
        base.put(Verb.REMOVE, 3);
        base.put(Verb.READY, 14);
        base.put(Verb.NOT_READY, 4);
        base.put(Verb.ANSWERED, 10);
        base.put(Verb.NO_ANSWER, 7);
        base.put(Verb.COMPLETE, 9);
        base.put(Verb.LOGOUT, 4);
        base.put(Verb.CALL, 11);
        base.put(Verb.ABANDON, 4);
        base.put(Verb.MOVE, 3);
        base.put(Verb.ACCEPT_OFFER, 4);
        base.put(Verb.CALLBACK, 13);
        base.put(Verb.SCHEDULE, 8);
        base.put(Verb.RESCHEDULE, 3);
        base.put(Verb.CANCEL, 3);
        base.put(Verb.DIAL_ANSWERED, 10);
        base.put(Verb.DIAL_FAILED, 8);
        return base;
    }

    private static Map<Verb, Integer> drawWeights(final Dice dice) {
        final Map<Verb, Integer> drawn = new EnumMap<>(Verb.class);
        for (final Verb verb : Verb.values()) {
            drawn.put(verb, BASE.get(verb) * dice.oneOf(FACTORS));
        }
        // Without these nothing ever happens in a stream.
        drawn.merge(Verb.READY, BASE.get(Verb.READY), Integer::sum);
        if (dice.percent(40)) {
            for (final Verb verb : List.of(Verb.CALLBACK, Verb.DIAL_ANSWERED, Verb.DIAL_FAILED)) {
                drawn.merge(verb, 5 * BASE.get(verb), Integer::sum);
            }
        }
        drawn.merge(dice.percent(40) ? Verb.CALL : Verb.CALLBACK, BASE.get(Verb.CALL), Integer::sum);
        return drawn;
    }

    private static List<String> some(final Dice dice, final List<String> all, final int percent) {
        final List<String> chosen = new ArrayList<>();
        for (final String each : all) {
            if (dice.percent(percent)) {
                chosen.add(each);
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(dice.oneOf(all));
        }
        return chosen;
    }
}
