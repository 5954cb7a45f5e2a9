package io.ringback;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import io.ringback.internal.store.CalendarStore;
import io.ringback.skill.NearestName;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillNames;
import io.ringback.skill.SkillProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns text into what the engine works with: skill names, targets, levels. Cold. */
final class Definitions {
    private final SkillNames skills = new SkillNames();
    private final List<Target> targets = new ArrayList<>();
    private final Dispatcher dispatcher;
    private final Estimates estimates;
    private final CalendarStore calendars;

    Definitions(final Dispatcher dispatcher, final Estimates estimates, final CalendarStore calendars) {
        this.dispatcher = dispatcher;
        this.estimates = estimates;
        this.calendars = calendars;
    }

    /** What so many targets take, with so many conditions and a text of such a length each. */
    static long targetBytes(final int targets, final int conditions, final int length) {
        return targets * (HeapBytes.object(Target.class) + SkillExpression.bytes(conditions, length))
                + (long) Room.of(targets) * HeapBytes.REFERENCE
                + Dispatcher.targetBytes(targets, conditions)
                + Estimates.targetBytes(targets);
    }

    void skill(final String name) {
        skills.define(name);
        dispatcher.reserveSkills(skills.size());
    }

    /** Parses without leaving a trace; {@link #target} makes the target. */
    SkillExpression expression(final String text) {
        return SkillExpression.parse(text, skills);
    }

    /** The expressions of a queue: its own, then those of its steps. */
    List<SkillExpression> expressions(final QueueSettings settings) {
        final List<SkillExpression> expressions = new ArrayList<>();
        expressions.add(settings.skills() == null ? SkillExpression.any() : expression(settings.skills()));
        settings.steps().forEach(step -> expressions.add(expression(step.skills())));
        return expressions;
    }

    Target target(final SkillExpression expression) {
        final int index = dispatcher.target(expression);
        if (index == targets.size()) {
            estimates.targetDefined(index);
            targets.add(new Target(this, index, expression));
        }
        return targets.get(index);
    }

    int[] targets(final List<SkillExpression> expressions) {
        return expressions.stream()
                .mapToInt(expression -> target(expression).index())
                .toArray();
    }

    Target target(final int index) {
        return targets.get(index);
    }

    void requireOwn(final Target target) {
        if (target != null && target.owner() != this) {
            throw new IllegalArgumentException("target: " + target + " belongs to another engine");
        }
    }

    /** {@code calendar}: what a queue's settings call it, null for none. */
    void requireCalendar(final String queue, final String calendar) {
        if (calendar != null && calendars.entryOf(calendar) == CalendarStore.NONE) {
            throw new IllegalArgumentException("queue " + queue + ": calendar \"" + calendar + "\" is not defined"
                    + hint(NearestName.of(calendar, calendars.names())));
        }
    }

    SkillProfile profile(final SkillLevels levels) {
        final Map<String, Integer> byName = levels.levels();
        byName.keySet().forEach(this::requireKnown);
        return SkillProfile.of(
                byName.keySet().stream().mapToInt(skills::indexOf).toArray(),
                byName.values().stream().mapToInt(Integer::intValue).toArray());
    }

    private void requireKnown(final String name) {
        if (skills.indexOf(name) < 0) {
            throw new IllegalArgumentException("skill \"" + name + "\" is not defined" + hint(skills.nearest(name)));
        }
    }

    private static String hint(final String nearest) {
        return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
    }
}
