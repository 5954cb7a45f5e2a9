package io.ringback.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The agents, targets and arrivals of a contact center, drawn from a fixed seed: the same in every run and for every
 * implementation.
 *
 * <p>A target asks for skills that people have together: it is drawn as 2-3 of the skills of one agent (all of them
 * when it has fewer), one with a level to reach. Every agent satisfies some target. An arrival is drawn through an
 * agent too: any agent, then one of the targets that this agent satisfies. So demand is in proportion to who can serve
 * it, and no kind of call piles up for ever.
 */
final class Workload {
    static final long FIRST_AGENT_ID = 20_001;
    static final long FIRST_CALL_ID = 7_000_000_001L;

    private static final long SEED = 20_260_302;
    private static final int LEVEL_MAX = 10;
    private static final int ARRIVALS = 1 << 16;

    private final CenterSize size;
    private final List<TargetSpec> targets;
    private final List<int[]> agents;
    private final int[] arrivals;

    Workload(final CenterSize size) {
        this.size = size;
        final Random random = new Random(SEED);
        targets = List.copyOf(drawTargets(random));
        agents = List.copyOf(drawAgents(random));
        arrivals = drawArrivals(random);
    }

    static String skillName(final int skill) {
        return "s" + skill;
    }

    CenterSize size() {
        return size;
    }

    List<TargetSpec> targets() {
        return targets;
    }

    /** Levels by skill, one row per agent; the agents' ids count up from {@link #FIRST_AGENT_ID}. */
    List<int[]> agents() {
        return agents;
    }

    /** Index of the target of each arrival; to be repeated when used up. */
    int[] arrivals() {
        return arrivals.clone();
    }

    private List<TargetSpec> drawTargets(final Random random) {
        final List<TargetSpec> drawn = new ArrayList<>();
        final Set<String> seen = new HashSet<>();
        while (drawn.size() < size.targets()) {
            final TargetSpec target = drawTarget(random);
            if (seen.add(target.expression())) {
                drawn.add(target);
            }
        }
        return drawn;
    }

    private TargetSpec drawTarget(final Random random) {
        final int[] levels = drawLevels(random);
        final int[] held = IntStream.range(0, levels.length)
                .filter(skill -> levels[skill] > 0)
                .toArray();
        final int[] asked = IntStream.of(
                        drawDistinct(random, held.length, Math.min(held.length, between(random, 2, 3))))
                .map(i -> held[i])
                .toArray();
        final int[] minLevels = new int[asked.length];
        for (int i = 0; i < asked.length; i++) {
            minLevels[i] = i == 0 ? between(random, 1, levels[asked[i]]) : 1;
        }
        return new TargetSpec(asked, minLevels);
    }

    private List<int[]> drawAgents(final Random random) {
        final List<int[]> drawn = new ArrayList<>();
        while (drawn.size() < size.agents()) {
            final int[] levels = drawLevels(random);
            if (targets.stream().anyMatch(target -> target.fits(levels))) {
                drawn.add(levels);
            }
        }
        return drawn;
    }

    private int[] drawArrivals(final Random random) {
        final List<int[]> served = new ArrayList<>();
        for (final int[] levels : agents) {
            served.add(IntStream.range(0, targets.size())
                    .filter(target -> targets.get(target).fits(levels))
                    .toArray());
        }
        final int[] drawn = new int[ARRIVALS];
        for (int i = 0; i < drawn.length; i++) {
            final int[] choices = served.get(random.nextInt(served.size()));
            drawn[i] = choices[random.nextInt(choices.length)];
        }
        return drawn;
    }

    private int[] drawLevels(final Random random) {
        final int[] levels = new int[size.skills()];
        final int held = between(random, size.agentSkillsMin(), size.agentSkillsMax());
        for (final int skill : drawDistinct(random, size.skills(), held)) {
            levels[skill] = between(random, 1, LEVEL_MAX);
        }
        return levels;
    }

    /** Some of the numbers 0..bound-1, each at most once, in random order. */
    private static int[] drawDistinct(final Random random, final int bound, final int count) {
        final int[] numbers = IntStream.range(0, bound).toArray();
        for (int i = 0; i < count; i++) {
            final int other = between(random, i, bound - 1);
            final int number = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = number;
        }
        return IntStream.of(numbers).limit(count).toArray();
    }

    private static int between(final Random random, final int min, final int max) {
        return min + random.nextInt(max - min + 1);
    }
}
