package io.ringback;

import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.flow.Agenda;
import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.NumberIndex;
import io.ringback.internal.store.QueueSlots;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.store.SlotStore;
import io.ringback.internal.timer.Timers;
import io.ringback.skill.SkillNames;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What an engine takes on the heap, by what it is for, told before anything is allocated.
 *
 * <pre>
 * EngineConfig config = EngineConfig.builder().agents(5_000).interactions(100_000).build();
 * MemoryBill atCreation = MemoryBill.of(config);
 * MemoryBill inService = MemoryBill.plan(config).queues(200).skills(80).skillsPerAgent(5).targetsPerAgent(30).bill();
 * </pre>
 *
 * <p>Memory is taken at two times only. What holds agents, interactions, bookings and timers is allocated for the
 * configured number when the engine is created; no command ever adds to it, so that a bill is the same for an empty
 * center and for one full of interactions. What is defined later, {@link Plan agents with their skills, targets, queues
 * and skills}, adds to that once. For a center where some of the agents are defined, plan with that number of agents.
 *
 * <p>The bill is for a 64-bit HotSpot JVM with compressed references, which it uses for heaps under 32 GB, and is
 * within 5 % of the live heap after a full collection. It counts the texts of names and expressions that the engine
 * refers to. It leaves out the listener and all else that the host keeps; target steps, some 100 bytes for each; queues
 * with {@code callback-yield}, 528 bytes for each; calendars, some 20 KB for each ({@link
 * io.ringback.calendar.OpenHours#bytes}); longer horizons and shorter slots of queues than the default, a bit or two
 * for each slot within the horizon; and 8 bytes for each pair of queues of different priority that share agents.
 */
public final class MemoryBill {
    private static final int NAME_LENGTH = 16;
    private static final int CONDITION_LENGTH = 16;
    private static final long SLOT_MS = 15 * 60_000;
    private static final long HORIZON_MS = 30 * 86_400_000L;

    /** Flows, lists and maps before anything is in them. */
    private static final long REST_BYTES = 2_400;

    private final Part interactions;
    private final Part bookings;
    private final Part agents;
    private final Part timers;
    private final Part profiles;
    private final Part targets;
    private final Part queues;
    private final Part skills;
    private final Part rest;

    private MemoryBill(final Plan plan) {
        final int interactionsMax = plan.config.interactions();
        final int bookingsMax = plan.config.bookings();
        final int bothMax = interactionsMax + bookingsMax;
        final int agentsMax = plan.config.agents();
        interactions = created("interactions", interactionsMax, interactionBytes(interactionsMax));
        bookings = created(
                "bookings",
                bookingsMax,
                interactionBytes(bothMax) - interactionBytes(interactionsMax) + SlotStore.bytes(bookingsMax));
        agents = new Part(
                "agents",
                agentsMax,
                AgentStore.bytes(agentsMax) + Dispatcher.bytes(0, agentsMax) + Agenda.bytes(agentsMax),
                plan.agents,
                plan.agents == 0 ? 0 : Dispatcher.agentBytes(plan.agents, plan.skillsPerAgent, plan.agentChoices));
        timers = created("timers", Timers.count(bothMax, agentsMax), Timers.bytes(bothMax, agentsMax));
        profiles = defined(
                "profiles",
                plan.profiles(),
                AgentStore.profileBytes(plan.profiles())
                        + Dispatcher.profileBytes(plan.profiles(), plan.skillsPerAgent, plan.targetsPerAgent()));
        final int textLength = plan.conditionsPerTarget * CONDITION_LENGTH;
        targets = defined(
                "targets",
                plan.targets(),
                Definitions.targetBytes(plan.targets(), plan.conditionsPerTarget, textLength));
        queues = defined(
                "queues",
                plan.queues,
                plan.queues
                                * (HeapBytes.object(VirtualQueue.class)
                                        + HeapBytes.text(NAME_LENGTH)
                                        + QueueSettings.bytes(textLength)
                                        + QueueSlots.bytes(SLOT_MS, HORIZON_MS))
                        + QueueStore.bytes(plan.queues)
                        + Dispatcher.queueBytes(plan.queues)
                        + Estimates.queueBytes(plan.queues)
                        + Timers.queueBytes(bothMax, agentsMax, plan.queues));
        skills = defined(
                "skills",
                plan.skills,
                SkillNames.bytes(plan.skills, NAME_LENGTH) + Dispatcher.skillBytes(plan.skills, plan.agentChoices));
        rest = created("rest", 1, EventBuffer.bytes() + REST_BYTES);
    }

    /**
     * The bill for an engine that has just been created.
     *
     * @param config the configuration
     * @return what {@link Engine#create} will allocate, without allocating it
     */
    public static MemoryBill of(final EngineConfig config) {
        return plan(config).agents(0).bill();
    }

    /**
     * Starts the plan of a center.
     *
     * @param config the configuration
     * @return a plan with all the agents of the configuration, and its skills
     */
    public static Plan plan(final EngineConfig config) {
        return new Plan(config);
    }

    /**
     * Interactions, and the indexes over those that wait.
     *
     * @return their part
     */
    public Part interactions() {
        return interactions;
    }

    /**
     * Bookings: what the room for them adds to that for interactions, and the slots that they are in.
     *
     * @return their part
     */
    public Part bookings() {
        return bookings;
    }

    /**
     * Agents, and the indexes over those that are Ready.
     *
     * @return their part
     */
    public Part agents() {
        return agents;
    }

    /**
     * Deadlines of interactions, bookings and agents; those of queues count with the queues.
     *
     * @return their part
     */
    public Part timers() {
        return timers;
    }

    /**
     * Distinct sets of skill levels, each with the targets that it fits.
     *
     * @return their part
     */
    public Part profiles() {
        return profiles;
    }

    /**
     * Targets.
     *
     * @return their part
     */
    public Part targets() {
        return targets;
    }

    /**
     * Queues with their settings.
     *
     * @return their part
     */
    public Part queues() {
        return queues;
    }

    /**
     * Skills.
     *
     * @return their part
     */
    public Part skills() {
        return skills;
    }

    /**
     * Everything, one part after the other: those above, and the few KiB that depend on no number.
     *
     * @return all parts
     */
    public List<Part> parts() {
        return List.of(interactions, bookings, agents, timers, profiles, targets, queues, skills, rest);
    }

    /**
     * The sum.
     *
     * @return bytes
     */
    public long totalBytes() {
        return parts().stream().mapToLong(Part::bytes).sum();
    }

    /**
     * The bill in one line, for a log.
     *
     * @return the sum, and the parts that take anything
     */
    public String line() {
        final StringJoiner line = new StringJoiner(", ", kib(totalBytes()) + " KiB: ", "");
        parts().stream()
                .filter(part -> part.bytes() > 0)
                .forEach(part -> line.add(part.name() + " " + kib(part.bytes())));
        return line.toString();
    }

    /** The bill as a table for people, with a line for each part. */
    @Override
    public String toString() {
        final StringBuilder table =
                new StringBuilder(row("", "room for", "defined", "bytes each", "KiB created", "KiB defined", "KiB"));
        for (final Part part : parts()) {
            table.append(row(
                    part.name(),
                    figure(part.room()),
                    figure(part.defined()),
                    figure(part.bytesEach()),
                    figure(kib(part.createdBytes())),
                    figure(kib(part.definedBytes())),
                    figure(kib(part.bytes()))));
        }
        final long created = parts().stream().mapToLong(Part::createdBytes).sum();
        final String sum = figure(kib(totalBytes()));
        return table.append(row("total", "", "", "", figure(kib(created)), figure(kib(totalBytes() - created)), sum))
                .toString();
    }

    private static long interactionBytes(final int count) {
        return InteractionStore.bytes(count) + NumberIndex.bytes(count) + Dispatcher.bytes(count, 0);
    }

    private static Part created(final String name, final int room, final long bytes) {
        return new Part(name, room, bytes, 0, 0);
    }

    /** The first rooms for what is to be defined are there from the start: they count with the rest. */
    private static Part defined(final String name, final int count, final long bytes) {
        return new Part(name, 0, 0, count, count == 0 ? 0 : bytes);
    }

    private static String row(final Object... cells) {
        return String.format(Locale.ROOT, "%-12s %11s %11s %10s %11s %11s %11s\n", cells);
    }

    private static String figure(final long value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private static long kib(final long bytes) {
        return (bytes + 1023) / 1024;
    }

    /**
     * What one thing takes.
     *
     * @param name the thing, in the plural
     * @param room how many the engine has room for from its creation; 0: room is made as they are defined
     * @param createdBytes allocated when the engine is created
     * @param defined how many are planned to be defined
     * @param definedBytes allocated as they are defined
     */
    public record Part(String name, int room, long createdBytes, int defined, long definedBytes) {
        /**
         * The sum.
         *
         * @return bytes
         */
        public long bytes() {
            return createdBytes + definedBytes;
        }

        /**
         * What each takes: its share of the room, and its share of what is allocated as they are defined.
         *
         * @return bytes
         */
        public long bytesEach() {
            return Math.round(share(createdBytes, room) + share(definedBytes, defined));
        }

        private static double share(final long bytes, final int count) {
            return count == 0 ? 0 : (double) bytes / count;
        }
    }

    /**
     * How large a center is to be: what is defined in it. Numbers in the mean may be fractions. Each method replaces
     * what was set before and returns this.
     */
    public static final class Plan {
        private static final int COUNT_MAX = EngineConfig.CAPACITY_MAX;
        private static final int MEAN_MAX = 10_000;
        private static final int AS_OTHERS = -1;

        private final EngineConfig config;
        private int agents;
        private int profiles = AS_OTHERS;
        private int queues;
        private int targets = AS_OTHERS;
        private int skills;
        private double skillsPerAgent;
        private double targetsPerAgent = AS_OTHERS;
        private int conditionsPerTarget = 2;
        private int agentChoices = 1;

        private Plan(final EngineConfig config) {
            this.config = config;
            agents = config.agents();
            skills = config.skills().size();
        }

        /**
         * How many agents are defined; default: all that the configuration allows.
         *
         * @param value 0 to {@link EngineConfig#agents}
         * @return this
         */
        public Plan agents(final int value) {
            QueueSettings.checkRange("agents", value, 0, config.agents());
            agents = value;
            return this;
        }

        /**
         * How many different sets of skill levels the agents have; default, and at most: as many as agents.
         *
         * @param value from 0
         * @return this
         */
        public Plan profiles(final int value) {
            QueueSettings.checkRange("profiles", value, 0, COUNT_MAX);
            profiles = value;
            return this;
        }

        /**
         * How many queues are defined; default 0.
         *
         * @param value from 0
         * @return this
         */
        public Plan queues(final int value) {
            QueueSettings.checkRange("queues", value, 0, COUNT_MAX);
            queues = value;
            return this;
        }

        /**
         * How many different targets the queues, their steps and the host have; default: as many as queues.
         *
         * @param value from 0
         * @return this
         */
        public Plan targets(final int value) {
            QueueSettings.checkRange("targets", value, 0, COUNT_MAX);
            targets = value;
            return this;
        }

        /**
         * How many skills are defined; default: those of the configuration.
         *
         * @param value from 0
         * @return this
         */
        public Plan skills(final int value) {
            QueueSettings.checkRange("skills", value, 0, COUNT_MAX);
            skills = value;
            return this;
        }

        /**
         * How many skills an agent has, in the mean; default 0.
         *
         * @param value 0 to 10,000
         * @return this
         */
        public Plan skillsPerAgent(final double value) {
            checkMean("skillsPerAgent", value);
            skillsPerAgent = value;
            return this;
        }

        /**
         * How many targets an agent satisfies, in the mean; default, and at most: all of them.
         *
         * @param value 0 to 10,000
         * @return this
         */
        public Plan targetsPerAgent(final double value) {
            checkMean("targetsPerAgent", value);
            targetsPerAgent = value;
            return this;
        }

        /**
         * How many conditions an expression has; default 2.
         *
         * @param value 1 to 64
         * @return this
         */
        public Plan conditionsPerTarget(final int value) {
            QueueSettings.checkRange("conditionsPerTarget", value, 1, 64);
            conditionsPerTarget = value;
            return this;
        }

        /**
         * How many different {@link AgentChoice agent choices} the queues use, {@link AgentChoice#LONGEST_IDLE} counted
         * in any case; default 1.
         *
         * @param value from 1
         * @return this
         */
        public Plan agentChoices(final int value) {
            QueueSettings.checkRange("agentChoices", value, 1, AgentChoice.values().length);
            agentChoices = value;
            return this;
        }

        /**
         * Makes the bill.
         *
         * @return what an engine takes when all this is defined
         */
        public MemoryBill bill() {
            return new MemoryBill(this);
        }

        private int profiles() {
            return profiles == AS_OTHERS ? agents : Math.min(profiles, agents);
        }

        private int targets() {
            return targets == AS_OTHERS ? queues : targets;
        }

        private double targetsPerAgent() {
            return targetsPerAgent == AS_OTHERS ? targets() : Math.min(targetsPerAgent, targets());
        }

        private static void checkMean(final String field, final double value) {
            if (!(value >= 0 && value <= MEAN_MAX)) {
                throw new IllegalArgumentException(field + ": " + value + " is not in 0.." + MEAN_MAX);
            }
        }
    }
}
