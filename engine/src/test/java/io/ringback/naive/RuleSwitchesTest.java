package io.ringback.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.Event;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Verb;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random days on few ids: with all rules every guarantee holds, and no rule can be switched off unnoticed. */
class RuleSwitchesTest {
    private static final long START_MS = 1_772_452_800_000L;
    private static final long CLOCK_STEP_MS = 3_600_000;
    private static final int DAYS = 60;
    private static final int COMMANDS = 500;
    private static final int SET_UP = 10;
    private static final long AFTERWARDS_MS = 40L * 86_400_000;
    private static final List<Verb> OFTEN = List.of(
            Verb.CALL,
            Verb.CALLBACK,
            Verb.CALLBACK,
            Verb.SCHEDULE,
            Verb.SCHEDULE,
            Verb.READY,
            Verb.READY,
            Verb.READY,
            Verb.COMPLETE,
            Verb.DIAL_ANSWERED,
            Verb.DIAL_FAILED);
    /** Hours around noon in London, which is where the days begin. */
    private static final List<Map<String, List<String>>> HOURS = List.of(
            Map.of("zone", List.of("Europe/London"), "mon-sun", List.of("12:00-12:10,12:15-12:45", "12:50-13:20")),
            Map.of(
                    "zone", List.of("Asia/Kathmandu"),
                    "mon-sun", List.of("17:00-18:00", "18:05-18:20"),
                    "closed", List.of("2026-03-02T17:50-17:55")),
            Map.of("zone", List.of("Europe/London"), "mon-fri", List.of("12:02-12:05", "12:07-14:00")),
            Map.of("zone", List.of("Europe/London"), "mon-sun", List.of("00:00-24:00")));

    private static final List<String> EXPRESSIONS = List.of("a > 0", "a >= 5 & b", "!(b > 3)", "a | b = 9", "a < 1000");

    @Test
    void shouldKeepGuaranteesWhenAllRulesAreOn() {
        for (int seed = 0; seed < DAYS; seed++) {
            final Random random = new Random(seed);
            final NaiveEngine engine = engine(RuleSwitches.allOn());
            long nowMs = START_MS;
            for (int i = 0; i < COMMANDS; i++) {
                nowMs += i < SET_UP ? 0 : step(random);
                engine.apply(nowMs, i < SET_UP ? setUp(i) : command(random, nowMs));
                engine.checkGuarantees();
            }
        }
    }

    /**
     * T5 shows only when a purge and a step coincide, H6 when somebody waits just before the end of the day: random days
     * hardly ever bring that about.
     */
    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"T5", "H6"})
    void shouldBeNoticedWhenRuleIsOff(final Rule rule) {
        assertThat(IntStream.range(0, DAYS).anyMatch(seed -> differs(seed, rule)))
                .isTrue();
    }

    @Test
    void shouldDialBeforePurgeOnlyWhenOrderOfTimersIsOff() {
        assertThat(eventsOfCoincidence(RuleSwitches.allOn())).containsExactly(EventKind.ENDED);
        assertThat(eventsOfCoincidence(RuleSwitches.without(Rule.T5)))
                .containsExactly(EventKind.DIAL, EventKind.DIAL_CANCELLED, EventKind.ENDED);
    }

    /** The only agent takes a minute for each, and noon is half a minute ahead. */
    @Test
    void shouldAcceptCallbackThatIsTooLateOnlyWhenForecastIsOff() {
        assertThat(outcomeBeforeEndOfDay(RuleSwitches.allOn())).isEqualTo(Outcome.TOO_LATE_TODAY);
        assertThat(outcomeBeforeEndOfDay(RuleSwitches.without(Rule.H6))).isEqualTo(Outcome.OK);
    }

    private static Outcome outcomeBeforeEndOfDay(final RuleSwitches rules) {
        final NaiveEngine engine = engine(rules);
        final long handledMs = START_MS - 30_000;
        engine.advanceTo(handledMs - 60_000);
        final Map<String, List<String>> hours = Map.of("zone", List.of("UTC"), "mon", List.of("08:00-12:00"));
        engine.apply(engine.nowMs(), new Command(Verb.CALENDAR, List.of("hours"), hours));
        final Map<String, List<String>> settings = Map.of("calendar", List.of("hours"), "wrap-up", List.of("0s"));
        engine.apply(engine.nowMs(), new Command(Verb.QUEUE, List.of("q0"), settings));
        engine.apply(engine.nowMs(), new Command(Verb.AGENT, List.of("agent0"), Map.of()));
        engine.apply(engine.nowMs(), new Command(Verb.READY, List.of("agent0"), Map.of()));
        engine.apply(engine.nowMs(), new Command(Verb.CALL, List.of("x0", "q0"), Map.of()));
        engine.apply(engine.nowMs(), new Command(Verb.CALL, List.of("x1", "q0"), Map.of()));
        engine.apply(handledMs, new Command(Verb.COMPLETE, List.of("agent0"), Map.of()));
        return engine.apply(
                handledMs, new Command(Verb.CALLBACK, List.of("x2", "q0"), Map.of("number", List.of("+1"))));
    }

    private static List<EventKind> eventsOfCoincidence(final RuleSwitches rules) {
        final NaiveEngine engine = engine(rules);
        for (int i = 0; i < SET_UP; i++) {
            engine.apply(START_MS, setUp(i));
        }
        final Map<String, List<String>> settings =
                Map.of("skills", List.of("b"), "then", List.of("60s:a"), "purge-after", List.of("1m"));
        engine.apply(START_MS, new Command(Verb.QUEUE, List.of("q0"), settings));
        engine.apply(START_MS, new Command(Verb.READY, List.of("agent0"), Map.of()));
        engine.apply(START_MS, new Command(Verb.CALLBACK, List.of("x0", "q0"), Map.of("number", List.of("+1"))));
        engine.takeEvents();
        engine.advanceTo(START_MS + 60_000);
        return engine.takeEvents().stream().map(Event::kind).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"G1", "G2", "G3", "G4", "G5", "G6", "G7"})
    void shouldBreakGuaranteeWhenItsRuleIsOff(final Rule rule) {
        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < DAYS; seed++) {
                        final Random random = new Random(seed);
                        final NaiveEngine engine = engine(RuleSwitches.without(rule));
                        long nowMs = START_MS;
                        for (int i = 0; i < COMMANDS; i++) {
                            nowMs += i < SET_UP ? 0 : step(random);
                            engine.apply(nowMs, i < SET_UP ? setUp(i) : command(random, nowMs));
                            engine.checkGuarantees();
                        }
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(rule.name());
    }

    private static boolean differs(final int seed, final Rule rule) {
        final Random random = new Random(seed);
        final NaiveEngine whole = engine(RuleSwitches.allOn());
        final NaiveEngine lame = engine(RuleSwitches.without(rule));
        long nowMs = START_MS;
        for (int i = 0; i < COMMANDS; i++) {
            nowMs += i < SET_UP ? 0 : step(random);
            final Command command = i < SET_UP ? setUp(i) : command(random, nowMs);
            final Outcome expected = whole.apply(nowMs, command);
            if (lame.apply(nowMs, command) != expected || !sameView(whole, lame)) {
                return true;
            }
        }
        whole.advanceTo(nowMs + AFTERWARDS_MS);
        lame.advanceTo(nowMs + AFTERWARDS_MS);
        return !sameView(whole, lame);
    }

    private static boolean sameView(final NaiveEngine whole, final NaiveEngine lame) {
        final List<Event> events = whole.takeEvents();
        boolean same = events.equals(lame.takeEvents()) && whole.nextDeadlineMs() == lame.nextDeadlineMs();
        for (int i = 0; i < 3; i++) {
            final String queue = "q" + i;
            final long fromMs = whole.nowMs();
            same &= whole.ewtMs(queue) == lame.ewtMs(queue)
                    && whole.endOfDayMs(queue) == lame.endOfDayMs(queue)
                    && whole.slots(queue, fromMs, fromMs + CLOCK_STEP_MS)
                            .equals(lame.slots(queue, fromMs, fromMs + CLOCK_STEP_MS));
        }
        for (int i = 0; i < 12; i++) {
            same &= whole.position("x" + i) == lame.position("x" + i);
        }
        return same;
    }

    private static NaiveEngine engine(final RuleSwitches rules) {
        return new NaiveEngine(new EngineLimits(4, 8, 4, CLOCK_STEP_MS, CLOCK_STEP_MS), rules);
    }

    private static long step(final Random random) {
        return switch (random.nextInt(100)) {
            case 0 -> -5_000;
            case 1 -> CLOCK_STEP_MS - 1_000;
            case 2 -> CLOCK_STEP_MS + 60_000;
            case 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 -> 0;
            default -> 1_000L * random.nextInt(8);
        };
    }

    private static Command setUp(final int i) {
        return switch (i) {
            case 0 -> new Command(Verb.SKILL, List.of("a"), Map.of());
            case 1 -> new Command(Verb.SKILL, List.of("b"), Map.of());
            case 2, 3 -> new Command(Verb.CALENDAR, List.of("hours" + (i - 2)), HOURS.get(i - 2));
            case 4, 5, 6 -> new Command(Verb.QUEUE, List.of("q" + (i - 4)), Map.of());
            default -> new Command(Verb.AGENT, List.of("agent" + (i - 7)), Map.of("a", List.of("" + (i - 5))));
        };
    }

    private static Command command(final Random random, final long nowMs) {
        final Verb[] all = Verb.values();
        final Verb verb = random.nextBoolean()
                ? OFTEN.get(random.nextInt(OFTEN.size()))
                : all[1 + random.nextInt(all.length - 1)];
        final String agent = "agent" + random.nextInt(5);
        final String id = "x" + random.nextInt(12);
        final String queue = "q" + random.nextInt(random.nextInt(10) == 0 ? 4 : 3);
        final Map<String, List<String>> values = new LinkedHashMap<>();
        switch (verb) {
            case CALENDAR -> values.putAll(HOURS.get(random.nextInt(HOURS.size())));
            case QUEUE -> settings(random, values);
            case AGENT -> {
                maybe(random, values, "a", String.valueOf(random.nextInt(10)));
                maybe(random, values, "b", String.valueOf(random.nextInt(10)));
            }
            case CALL, CALLBACK -> request(random, values);
            case SCHEDULE -> {
                request(random, values);
                wish(random, nowMs, values);
            }
            case RESCHEDULE -> wish(random, nowMs, values);
            case ACCEPT_OFFER -> {
                values.put("as", List.of("x" + random.nextInt(12)));
                values.put("number", List.of("+" + (1 + random.nextInt(4))));
                if (random.nextBoolean()) {
                    wish(random, nowMs, values);
                }
            }
            case DIAL_ANSWERED -> maybe(random, values, "attempt", String.valueOf(random.nextInt(4)));
            case DIAL_FAILED -> {
                values.put("reason", List.of(List.of("busy", "error", "machine").get(random.nextInt(3))));
                if (random.nextInt(4) == 0) {
                    maybe(random, values, "attempt", "1");
                }
            }
            default -> {}
        }
        final List<String> names = switch (verb) {
            case CALENDAR -> List.of("hours" + random.nextInt(2));
            case QUEUE -> List.of("q" + random.nextInt(3));
            case CALL, CALLBACK, SCHEDULE, MOVE -> List.of(id, queue);
            case ANSWERED, NO_ANSWER, COMPLETE -> random.nextInt(5) == 0 ? List.of(agent, id) : List.of(agent);
            case AGENT, REMOVE, READY, NOT_READY, LOGOUT -> List.of(agent);
            default -> List.of(id);
        };
        return new Command(verb, names, values);
    }

    private static void request(final Random random, final Map<String, List<String>> values) {
        if (random.nextInt(5) > 0) {
            values.put("number", List.of("+" + random.nextInt(5)));
        }
        if (random.nextInt(4) == 0) {
            values.put("priority", List.of(String.valueOf(random.nextInt(3))));
            maybe(random, values, "head-start", random.nextInt(20) + "s");
        }
        if (random.nextInt(4) == 0) {
            values.put("skills", List.of(expression(random)));
        }
    }

    private static void wish(final Random random, final long nowMs, final Map<String, List<String>> values) {
        final long atMs = nowMs + 60_000L * (random.nextInt(40) - 2);
        values.put("at", List.of(Instant.ofEpochMilli(atMs).toString()));
        maybe(random, values, "exact", "yes");
    }

    private static void settings(final Random random, final Map<String, List<String>> values) {
        maybe(random, values, "skills", expression(random));
        if (random.nextBoolean()) {
            values.put("then", List.of("10s:" + expression(random), "30s:" + expression(random)));
        }
        maybe(random, values, "agent-choice", "least-skilled");
        maybe(random, values, "answer-timeout", "20s");
        maybe(random, values, "wrap-up", random.nextInt(2) * 10 + "s");
        maybe(random, values, "callback-yield", "15s");
        maybe(random, values, "attempts", String.valueOf(1 + random.nextInt(3)));
        maybe(random, values, "attempt-timeout", "20s");
        maybe(random, values, "retry-delay", "10s");
        maybe(random, values, "purge-after", random.nextBoolean() ? "30s" : "10m");
        if (random.nextInt(4) == 0) {
            maybe(random, values, "invite", "no");
            maybe(random, values, "max-waiting", String.valueOf(random.nextInt(3)));
            maybe(random, values, "link-incoming", "no");
        }
        maybe(random, values, "offer-above", "20s");
        maybe(random, values, "max-callbacks", "3");
        maybe(random, values, "max-per-number", "2");
        maybe(random, values, "priority", "1");
        maybe(random, values, "calendar", "hours" + random.nextInt(2));
        maybe(random, values, "at-close", "carry-over");
        maybe(random, values, "horizon", "30m");
        maybe(random, values, "slot-capacity", "2; mon 12:20-12:40 0");
    }

    private static String expression(final Random random) {
        return EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size()));
    }

    private static void maybe(
            final Random random, final Map<String, List<String>> values, final String key, final String value) {
        if (random.nextBoolean()) {
            values.put(key, List.of(value));
        }
    }
}
