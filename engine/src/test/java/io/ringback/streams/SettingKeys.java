package io.ringback.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws the settings of queues. */
final class SettingKeys {
    static final List<String> ALL = List.of(
            "skills",
            "then",
            "priority",
            "agent-choice",
            "max-waiting",
            "answer-timeout",
            "wrap-up",
            "callback-yield",
            "invite",
            "attempts",
            "attempt-timeout",
            "retry-delay",
            "error-pause",
            "purge-after",
            "max-callbacks",
            "max-per-number",
            "link-incoming",
            "offer-above",
            "service-level",
            "calendar",
            "close-forecast",
            "at-close",
            "slot",
            "slot-capacity",
            "horizon");

    private static final List<String> PRIORITIES = List.of("0", "1", "-1", "5", "1000", "-1000");
    private static final List<String> LONG = List.of("60s", "2m", "5m", "1h");
    private static final List<String> SLOTS = List.of("5m", "5m", "10m", "15m", "20m", "30m", "1h", "2h");
    private static final List<String> HORIZONS = List.of("1m", "12m", "20m", "30m", "2h", "1d", "30d");
    private static final List<String> YES_NO = List.of("yes", "no");

    private SettingKeys() {}

    /** All settings of a queue that differ from the default, new or changed. */
    static Map<String, List<String>> draw(final Dice dice, final SwarmProfile profile) {
        final Map<String, List<String>> settings = new LinkedHashMap<>();
        for (final String key : profile.keys) {
            if (dice.percent(60)) {
                settings.put(key, key.equals("then") ? steps(dice, profile) : List.of(value(dice, profile, key)));
            }
        }
        if (settings.containsKey("then") && settings.containsKey("purge-after") && dice.percent(50)) {
            // A step and the purge at the same instant.
            final String step = dice.oneOf(settings.get("then"));
            settings.put("purge-after", List.of(step.substring(0, step.indexOf(':'))));
        }
        if (settings.containsKey("offer-above") && dice.percent(40)) {
            // A caller who is owed a callback already is offered none: one that is not linked.
            settings.put("link-incoming", List.of("no"));
        }
        return settings;
    }

    static String priority(final Dice dice) {
        return dice.oneOf(PRIORITIES);
    }

    private static List<String> steps(final Dice dice, final SwarmProfile profile) {
        final List<String> steps = new ArrayList<>();
        for (final String duration : profile.durations) {
            if (steps.isEmpty() || dice.percent(40)) {
                steps.add(duration + ":" + dice.oneOf(Names.EXPRESSIONS));
            }
        }
        return steps;
    }

    private static String value(final Dice dice, final SwarmProfile profile, final String key) {
        return switch (key) {
            case "skills" -> dice.oneOf(Names.EXPRESSIONS);
            case "priority" -> priority(dice);
            case "agent-choice" -> dice.oneOf(List.of("longest-idle", "least-skilled", "least-skilled"));
            case "max-waiting", "max-callbacks" -> Integer.toString(dice.oneOf(List.of(0, 1, 1, 2, 3, 5)));
            case "attempts", "max-per-number" -> Integer.toString(dice.oneOf(List.of(1, 1, 2, 2, 3, 9)));
            case "offer-above" -> dice.percent(50) ? "1s" : dice.oneOf(profile.durations);
            case "invite", "link-incoming", "close-forecast" -> dice.oneOf(YES_NO);
            case "calendar" -> dice.oneOf(Names.CALENDARS);
            case "at-close" -> dice.oneOf(List.of("purge", "carry-over", "carry-over"));
            case "slot" -> dice.oneOf(SLOTS);
            case "slot-capacity" -> dice.oneOf(Calendars.CAPACITIES);
            case "horizon" -> dice.oneOf(HORIZONS);
            case "wrap-up", "callback-yield" -> dice.percent(30) ? "0s" : dice.oneOf(profile.durations);
            // Mostly longer than a few dials, or hardly a customer would live to answer.
            case "purge-after" -> dice.percent(30) ? dice.oneOf(profile.durations) : dice.oneOf(LONG);
            default -> dice.oneOf(profile.durations);
        };
    }
}
