package io.ringback.naive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A queue's settings, read from the words of the scenario language. */
final class NaiveSettings {
    static final long OFF = -1;

    private static final long DAY_MS = 86_400_000;

    /** From {@code afterMs} since queued on, this target. */
    record Step(long afterMs, String text, NaiveSkills.Expression target) {}

    String skillsText;
    NaiveSkills.Expression skills;
    final List<Step> steps = new ArrayList<>();
    int priority;
    boolean leastSkilled;
    int maxWaiting = Integer.MAX_VALUE;
    long answerTimeoutMs = OFF;
    long wrapUpMs = OFF;
    long callbackYieldMs;
    boolean invite = true;
    int attempts = 3;
    long attemptTimeoutMs = 60_000;
    long retryDelayMs = 300_000;
    long errorPauseMs = 10_000;
    private long purgeAfterMs = OFF;
    int maxCallbacks = Integer.MAX_VALUE;
    int maxPerNumber = 1;
    boolean linkIncoming = true;
    long offerAboveMs = OFF;
    /** Null: always open. */
    String calendar;

    boolean closeForecast = true;
    boolean carryOver;
    int slotMinutes = 15;
    NaiveCapacity slotCapacity = NaiveCapacity.ONE;
    long horizonMs = 30 * DAY_MS;

    static NaiveSettings of(
            final Map<String, List<String>> values, final NaiveSkills skills, final RuleSwitches rules) {
        final NaiveSettings settings = new NaiveSettings();
        values.forEach((key, all) -> {
            final String value = all.get(all.size() - 1);
            if (value.equals("off") || value.equals("none")) {
                return;
            }
            if (key.equals("skills")) {
                settings.skillsText = value;
                settings.skills = skills.expression(value);
            } else if (key.equals("then")) {
                all.forEach(step -> settings.addStep(step, skills));
            } else if (rules.on(Rule.Q1)) {
                settings.set(key, value);
            }
        });
        settings.steps.sort(Comparator.comparingLong(Step::afterMs));
        return settings;
    }

    boolean hasTargetsOf(final NaiveSettings other) {
        if (!Objects.equals(skillsText, other.skillsText) || steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).afterMs != other.steps.get(i).afterMs
                    || !steps.get(i).text.equals(other.steps.get(i).text)) {
                return false;
            }
        }
        return true;
    }

    /** A day; a week when the end of the business day leaves callbacks. */
    long purgeAfterMs() {
        if (purgeAfterMs != OFF) {
            return purgeAfterMs;
        }
        return carryOver ? 7 * DAY_MS : DAY_MS;
    }

    private void addStep(final String step, final NaiveSkills known) {
        final int colon = step.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("then: " + step);
        }
        final String text = step.substring(colon + 1).trim();
        steps.add(new Step(durationMs(step.substring(0, colon)), text, known.expression(text)));
    }

    private void set(final String key, final String value) {
        switch (key) {
            case "priority" -> priority = Integer.parseInt(value);
            case "agent-choice" -> leastSkilled = value.equals("least-skilled");
            case "max-waiting" -> maxWaiting = Integer.parseInt(value);
            case "answer-timeout" -> answerTimeoutMs = durationMs(value);
            case "wrap-up" -> wrapUpMs = durationMs(value);
            case "callback-yield" -> callbackYieldMs = durationMs(value);
            case "invite" -> invite = value.equals("yes");
            case "attempts" -> attempts = Integer.parseInt(value);
            case "attempt-timeout" -> attemptTimeoutMs = durationMs(value);
            case "retry-delay" -> retryDelayMs = durationMs(value);
            case "error-pause" -> errorPauseMs = durationMs(value);
            case "purge-after" -> purgeAfterMs = durationMs(value);
            case "max-callbacks" -> maxCallbacks = Integer.parseInt(value);
            case "max-per-number" -> maxPerNumber = Integer.parseInt(value);
            case "link-incoming" -> linkIncoming = value.equals("yes");
            case "offer-above" -> offerAboveMs = durationMs(value);
            case "calendar" -> calendar = value;
            case "close-forecast" -> closeForecast = value.equals("yes");
            case "at-close" -> carryOver = value.equals("carry-over");
            case "slot" -> slotMinutes = (int) (durationMs(value) / 60_000);
            case "slot-capacity" -> slotCapacity = new NaiveCapacity(value);
            case "horizon" -> horizonMs = durationMs(value);
            case "service-level" -> durationMs(value);
            default -> throw new IllegalArgumentException("unknown setting " + key);
        }
    }

    /** Reads {@code 1h30m}, {@code 500ms}, {@code 0}. */
    static long durationMs(final String text) {
        if (text.equals("0")) {
            return 0;
        }
        long sum = 0;
        int at = 0;
        while (at < text.length()) {
            final int start = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            final long number = Long.parseLong(text.substring(start, at));
            final int unit = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            sum += number * unitMs(text.substring(unit, at));
        }
        return sum;
    }

    private static long unitMs(final String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new IllegalArgumentException("unknown unit " + unit);
        };
    }
}
