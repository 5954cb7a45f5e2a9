package io.ringback.streams;

import io.ringback.Engine;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the steps of one stream, looking at the reference engine so that most of them make sense. */
final class StreamGenerator {
    private static final int TRIES = 6;
    private static final List<Long> BEFORE_END_MS = List.of(5_000L, 20_000L, 60_000L, 180_000L);
    private static final long DAY_MS = 24L * 60 * 60 * 1000;
    /** A booking a month ahead and a purge a week after it. */
    private static final int ALL_TIMERS_DAYS = 45;

    private final Dice dice;
    private final SwarmProfile profile;
    private final EngineUnderTest engine;
    private final CommandMaker maker;

    StreamGenerator(final Dice dice, final SwarmProfile profile, final Ledger ledger, final EngineUnderTest engine) {
        this.dice = dice;
        this.profile = profile;
        this.engine = engine;
        this.maker = new CommandMaker(dice, profile, ledger, engine);
    }

    /** What a stream begins with: the skills, the business hours, the queues, and most of the agents. */
    List<StreamStep> setUp() {
        final List<Command> commands = new ArrayList<>();
        for (final String skill : Names.SKILLS) {
            commands.add(new Command(Verb.SKILL, List.of(skill), Map.of()));
        }
        for (final String calendar : Names.CALENDARS) {
            if (profile.hours) {
                commands.add(CommandMaker.calendar(dice, calendar));
            }
        }
        for (final String queue : Names.QUEUES.subList(0, profile.queues)) {
            if (dice.percent(95)) {
                commands.add(new Command(Verb.QUEUE, List.of(queue), SettingKeys.draw(dice, profile)));
            }
        }
        for (int n = 0; n < profile.agents; n++) {
            commands.add(maker.sensible(Verb.AGENT));
        }
        final long startMs = dice.percent(profile.hours ? 60 : 5) ? dice.oneOf(Calendars.STARTS_MS) : Names.START_MS;
        final List<StreamStep> steps = new ArrayList<>();
        steps.add(StreamStep.advance(startMs));
        commands.forEach(command -> steps.add(new StreamStep(startMs, command)));
        return steps;
    }

    /** The first step after those: many streams begin shortly before the end of a day. */
    StreamStep first() {
        final long endMs = profile.hours && dice.percent(70) ? engine.endOfDayMs(Names.QUEUES.get(0)) : Engine.NO_TIME;
        return endMs == Engine.NO_TIME
                ? next()
                : StreamStep.advance(Math.max(engine.nowMs(), endMs - dice.oneOf(BEFORE_END_MS)));
    }

    /** The next step, given what has happened. */
    StreamStep next() {
        for (int n = 0; n < TRIES && !dice.percent(profile.advances); n++) {
            final Verb verb = dice.weighted(profile.weights);
            final Command command = dice.percent(profile.sense) ? maker.sensible(verb) : maker.arbitrary(verb);
            if (command != null) {
                return new StreamStep(stamp(verb), command);
            }
        }
        return StreamStep.advance(time(profile.advanceTimes));
    }

    /** What a stream ends with: time enough for every timer. */
    List<StreamStep> drain() {
        return List.of(
                StreamStep.advance(engine.nowMs() + profile.limits.maxClockStepMs()),
                StreamStep.advance(engine.nowMs() + DAY_MS),
                StreamStep.advance(
                        engine.nowMs() + (profile.hours && dice.percent(85) ? 2 : ALL_TIMERS_DAYS) * DAY_MS));
    }

    private long stamp(final Verb verb) {
        final long nowMs = engine.nowMs();
        if (verb == Verb.SKILL) {
            return nowMs;
        }
        final long chosenMs = time(profile.commandTimes);
        // Settings and hours are no commands that could be refused.
        return verb == Verb.QUEUE || verb == Verb.CALENDAR
                ? Math.min(chosenMs, nowMs + profile.limits.maxClockStepMs())
                : chosenMs;
    }

    private long time(final Map<TimeChoice, Integer> weights) {
        final TimeChoice choice = dice.weighted(weights);
        final long deadlineMs = choice.isAboutHours() ? maker.edgeMs() : engine.nextDeadlineMs();
        return choice.pick(dice, engine.nowMs(), deadlineMs, profile.limits.maxClockStepMs());
    }
}
