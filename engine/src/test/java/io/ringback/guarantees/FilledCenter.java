package io.ringback.guarantees;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.MemoryBill;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.SlotCapacity;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillNames;
import io.ringback.skill.SkillProfile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Fills an engine in steps and prints, for each, its bill and the live heap that it adds. The center's data come from
 * seeds wherever they are needed, so that nothing but the engine stays in memory. Runs in a JVM of its own.
 */
final class FilledCenter {
    /** How much of the agents, interactions and bookings is there, in percent. */
    static final List<Integer> FILLS = List.of(10, 50, 100);

    private static final long SEED = 20_260_307;
    private static final long NOW_MS = 1_772_000_000_000L;
    private static final int SAMPLE = 2_000;
    private static final long SLOT_MS = 15 * 60_000;
    private static final long SLOTS = 2_800;
    private static final SlotCapacity PLACES = SlotCapacity.of(1_000);

    /** Centers: of few profiles, of nearly as many profiles as agents, of many queues, of many bookings. */
    enum Size {
        SMALL(1_000, 10_000, 1_000, 20, 20, 20, 12),
        WIDE(50_000, 100_000, 50_000, 2_000, 2_000, 500, 50_000),
        QUEUES(10_000, 10_000, 0, 20_000, 300, 60, 10_000),
        BOOKED(100, 1_000, 250_000, 50, 50, 20, 12),
        HUGE(100_000, 1_000_000, 1_000_000, 20_000, 5_000, 1_000, 100_000);

        private final int agents;
        private final int interactions;
        private final int bookings;
        private final int queues;
        private final int targets;
        private final int skills;
        private final int profiles;

        Size(
                final int agents,
                final int interactions,
                final int bookings,
                final int queues,
                final int targets,
                final int skills,
                final int profiles) {
            this.agents = agents;
            this.interactions = interactions;
            this.bookings = bookings;
            this.queues = queues;
            this.targets = targets;
            this.skills = skills;
            this.profiles = profiles;
        }
    }

    /** Of an agent. */
    private record Means(double skills, double targets) {}

    private final Size size;
    private final EngineConfig config;
    private final Engine engine;
    private final List<VirtualQueue> queues;
    private int agents;
    private int interactions;
    private int bookings;

    private FilledCenter(final Size size) {
        this.size = size;
        config = EngineConfig.builder()
                .agents(size.agents)
                .interactions(size.interactions)
                .bookings(size.bookings)
                .build();
        engine = Engine.create(config, new EngineListener() {});
        queues = new ArrayList<>(size.queues);
        for (int skill = 0; skill < size.skills; skill++) {
            engine.defineSkill(skill(skill));
        }
        for (int queue = 0; queue < size.queues; queue++) {
            final QueueSettings settings = QueueSettings.builder()
                    .skills(expression(queue % size.targets))
                    .slotCapacity(PLACES)
                    .build();
            queues.add(engine.queue(NOW_MS, "queue number " + queue, settings));
        }
    }

    public static void main(final String[] args) {
        final Size size = Size.valueOf(args[0]);
        // All classes, and what they hold, come before the first measurement.
        final FilledCenter warmUp = new FilledCenter(Size.SMALL);
        warmUp.fill(100);
        final Means means = means(size);
        warmUp.bill(means);
        final long before = liveHeap();
        final FilledCenter center = new FilledCenter(size);
        final long queueListBytes = 4L * size.queues;
        for (final int fill : FILLS) {
            center.fill(fill);
            final long bytes = liveHeap() - before - queueListBytes;
            System.out.println(fill + " " + center.bill(means).totalBytes() + " " + bytes);
        }
        warmUp.engine.validate();
    }

    private void fill(final int percent) {
        for (; agents < (long) size.agents * percent / 100; agents++) {
            require(engine.defineAgent(NOW_MS, agents, SkillLevels.of(levels(size, agents))));
            require(engine.agentReady(NOW_MS, agents));
        }
        final Request request = new Request();
        for (; interactions < (long) size.interactions * percent / 100; interactions++) {
            final VirtualQueue queue = queues.get(interactions % size.queues);
            request.of(interactions, queue).number(440_000_000_000L + interactions);
            require(
                    interactions % 4 == 0
                            ? engine.requestCallback(NOW_MS, request)
                            : engine.callArrived(NOW_MS, request));
        }
        // Over the queues and, in steps far apart, over their slots to come.
        for (; bookings < (long) size.bookings * percent / 100; bookings++) {
            final long slot = bookings * 1_009L % SLOTS;
            request.of(size.interactions + bookings, queues.get(bookings % size.queues))
                    .number(450_000_000_000L + bookings)
                    .at(NOW_MS + slot * SLOT_MS);
            require(engine.requestCallback(NOW_MS, request));
        }
    }

    private MemoryBill bill(final Means means) {
        return MemoryBill.plan(config)
                .agents(agents)
                .profiles(size.profiles)
                .queues(size.queues)
                .targets(size.targets)
                .skills(size.skills)
                .skillsPerAgent(means.skills)
                .targetsPerAgent(means.targets)
                .bill();
    }

    /** As a host may find it out beforehand: from some of its agents. */
    private static Means means(final Size size) {
        final SkillNames names = new SkillNames();
        for (int skill = 0; skill < size.skills; skill++) {
            names.define(skill(skill));
        }
        final List<SkillProfile> profiles = new ArrayList<>();
        for (int agent = 0; agent < Math.min(size.profiles, SAMPLE); agent++) {
            final Map<String, Integer> levels = levels(size, agent);
            profiles.add(SkillProfile.of(
                    levels.keySet().stream().mapToInt(names::indexOf).toArray(),
                    levels.values().stream().mapToInt(Integer::intValue).toArray()));
        }
        long fits = 0;
        for (int target = 0; target < size.targets; target++) {
            final SkillExpression expression = SkillExpression.parse(expression(size, target), names);
            fits += profiles.stream().filter(expression::matches).count();
        }
        final int skills = profiles.stream().mapToInt(SkillProfile::size).sum();
        return new Means((double) skills / profiles.size(), (double) fits / profiles.size());
    }

    private String expression(final int target) {
        return expression(size, target);
    }

    /** Two skills: both, or one of them; no two are equal. */
    private static String expression(final Size size, final int target) {
        final int one = target % size.skills;
        final int other = (one + 1 + target / size.skills) % size.skills;
        return skill(one) + (target % 2 == 0 ? " >= 3 | " : " >= 3 & ") + skill(other) + " > 5";
    }

    /** Three to eight skills. */
    private static Map<String, Integer> levels(final Size size, final int agent) {
        // Seeds far apart: of seeds side by side, the first numbers are alike.
        final Random random = new Random(SEED + agent % size.profiles * 0x9E37_79B9_7F4A_7C15L);
        final int count = 3 + random.nextInt(6);
        final Map<String, Integer> levels = new TreeMap<>();
        while (levels.size() < count) {
            levels.put(skill(random.nextInt(size.skills)), 1 + random.nextInt(10));
        }
        return levels;
    }

    private static String skill(final int skill) {
        return "skill-" + skill;
    }

    private static void require(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** What is used once full collections free nothing any more. */
    private static long liveHeap() {
        final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long before;
        long used = Long.MAX_VALUE;
        do {
            before = used;
            System.gc();
            used = memory.getHeapMemoryUsage().getUsed();
        } while (used < before);
        return used;
    }
}
