package io.ringback.streams;

import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the steps of one stream, looking at the reference engine so that most of them make sense. */
final class StreamGenerator {
    private static final int TRIES = 6;
    private static final long MONTH_MS = 30L * 24 * 60 * 60 * 1000;

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

    /** What a stream begins with: the skills, the queues, and most of the agents. */
    List<StreamStep> setUp() {
        final List<StreamStep> steps = new ArrayList<>();
        for (final String skill : Names.SKILLS) {
            steps.add(now(new Command(Verb.SKILL, List.of(skill), Map.of())));
        }
        for (final String queue : Names.QUEUES.subList(0, profile.queues)) {
            if (dice.percent(95)) {
                steps.add(now(new Command(Verb.QUEUE, List.of(queue), SettingKeys.draw(dice, profile))));
            }
        }
        for (int n = 0; n < profile.agents; n++) {
            steps.add(now(maker.sensible(Verb.AGENT)));
        }
        return steps;
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
                StreamStep.advance(engine.nowMs() + 12 * MONTH_MS));
    }

    private StreamStep now(final Command command) {
        return new StreamStep(engine.nowMs(), command);
    }

    private long stamp(final Verb verb) {
        final long nowMs = engine.nowMs();
        if (verb == Verb.SKILL) {
            return nowMs;
        }
        final long chosenMs = time(profile.commandTimes);
        // A queue's settings are no command that could be refused.
        return verb == Verb.QUEUE ? Math.min(chosenMs, nowMs + profile.limits.maxClockStepMs()) : chosenMs;
    }

    private long time(final Map<TimeChoice, Integer> weights) {
        final TimeChoice choice = dice.weighted(weights);
        return choice.pick(dice, engine.nowMs(), engine.nextDeadlineMs(), profile.limits.maxClockStepMs());
    }
}
