package io.ringback;

import io.ringback.skill.SkillNames;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.agrona.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits and fixed choices of an engine: immutable, made by a strict builder. The engine's stores are allocated at
 * these sizes when it is created, and never grow on a command; {@link MemoryBill} tells beforehand what they take.
 */
public final class EngineConfig {
    /** Largest number of agents or interactions of one engine: ten million. */
    public static final int CAPACITY_MAX = 10_000_000;

    /** Shortest {@link Builder#statisticsWindow}: one minute. */
    public static final Duration STATISTICS_WINDOW_MIN = Duration.ofMinutes(1);

    /** Longest {@link Builder#statisticsWindow}: 24 hours. */
    public static final Duration STATISTICS_WINDOW_MAX = Duration.ofHours(24);

    private final Builder values;
    private final List<String> skills;

    private EngineConfig(final Builder values) {
        this.values = values;
        this.skills = List.copyOf(values.skills);
    }

    /**
     * Starts from the defaults.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How many agents may be defined.
     *
     * @return 1 to {@link #CAPACITY_MAX}
     */
    public int agents() {
        return values.agents;
    }

    /**
     * How many interactions may be present, waiting and with agents. Bookings count apart.
     *
     * @return 1 to {@link #CAPACITY_MAX}
     */
    public int interactions() {
        return values.interactions;
    }

    /**
     * How many callbacks may be booked for slots to come. They count apart from {@link #interactions()}, and have
     * their place among these when their slot starts, however full the engine is then.
     *
     * @return 0 to {@link #CAPACITY_MAX}
     */
    public int bookings() {
        return values.bookings;
    }

    /**
     * Skills that are known from the start.
     *
     * @return names in definition order
     */
    public List<String> skills() {
        return skills;
    }

    /**
     * How far a command may step ahead of the engine's time.
     *
     * @return milliseconds
     */
    public long maxClockStepMs() {
        return values.maxClockStepMs;
    }

    /**
     * How long the window is in which a queue's counts are recent.
     *
     * @return milliseconds
     */
    public long statisticsWindowMs() {
        return values.statisticsWindowMs;
    }

    /**
     * Where a listener's exceptions go.
     *
     * @return the handler
     */
    public ErrorHandler errorHandler() {
        return values.errorHandler;
    }

    /** Collects the configuration. Each method replaces what was set before and returns this. */
    public static final class Builder {
        private int agents = 1_000;
        private int interactions = 10_000;
        private int bookings = 1_000;
        private List<String> skills = List.of();
        private long maxClockStepMs = Duration.ofHours(24).toMillis();
        private long statisticsWindowMs = Duration.ofMinutes(30).toMillis();
        private ErrorHandler errorHandler = new LoggingErrorHandler();

        private Builder() {}

        /**
         * How many agents may be defined; default 1,000.
         *
         * @param value 1 to {@link #CAPACITY_MAX}
         * @return this
         */
        public Builder agents(final int value) {
            QueueSettings.checkRange("agents", value, 1, CAPACITY_MAX);
            agents = value;
            return this;
        }

        /**
         * How many interactions may be present; default 10,000.
         *
         * @param value 1 to {@link #CAPACITY_MAX}
         * @return this
         */
        public Builder interactions(final int value) {
            QueueSettings.checkRange("interactions", value, 1, CAPACITY_MAX);
            interactions = value;
            return this;
        }

        /**
         * How many callbacks may be booked for slots to come; default 1,000.
         *
         * @param value 0 to {@link #CAPACITY_MAX}
         * @return this
         */
        public Builder bookings(final int value) {
            QueueSettings.checkRange("bookings", value, 0, CAPACITY_MAX);
            bookings = value;
            return this;
        }

        /**
         * Skills that are known from the start; more may be added later ({@link Engine#defineSkill}).
         *
         * @param names 1 to 100 characters each, without double quotes and duplicates
         * @return this
         */
        public Builder skills(final String... names) {
            final SkillNames checked = new SkillNames();
            for (final String name : names) {
                if (checked.indexOf(name) >= 0) {
                    throw new IllegalArgumentException("skills: \"" + name + "\" is given twice");
                }
                checked.define(name);
            }
            skills = List.of(names);
            return this;
        }

        /**
         * How far a command may step ahead of the engine's time before it is refused {@link Outcome#CLOCK_JUMP};
         * default 24 h.
         *
         * @param value at least 1 s
         * @return this
         */
        public Builder maxClockStep(final Duration value) {
            maxClockStepMs = QueueSettingsBuilder.millis("max-clock-step", value, QueueSettings.DURATION_MIN_MS);
            return this;
        }

        /**
         * How long the window is in which {@link QueueView#recent} counts; default 30 min. It has 30 buckets of equal
         * length, aligned to multiples of that length since the epoch: the running bucket and the 29 before it. Its
         * length is a whole number of milliseconds: what is over is left out.
         *
         * @param value 1 min to 24 h
         * @return this
         */
        public Builder statisticsWindow(final Duration value) {
            Objects.requireNonNull(value, "statistics-window");
            if (value.compareTo(STATISTICS_WINDOW_MIN) < 0 || value.compareTo(STATISTICS_WINDOW_MAX) > 0) {
                throw new IllegalArgumentException("statistics-window: " + value + " is not in " + STATISTICS_WINDOW_MIN
                        + ".." + STATISTICS_WINDOW_MAX);
            }
            statisticsWindowMs = value.toMillis();
            return this;
        }

        /**
         * Where a listener's exceptions go; default: an error in the log. What the handler itself throws is dropped.
         *
         * @param value the handler
         * @return this
         */
        public Builder errorHandler(final ErrorHandler value) {
            errorHandler = Objects.requireNonNull(value, "errorHandler");
            return this;
        }

        /**
         * Makes the configuration.
         *
         * @return immutable configuration
         */
        public EngineConfig build() {
            final Builder copy = new Builder();
            copy.agents = agents;
            copy.interactions = interactions;
            copy.bookings = bookings;
            copy.skills = skills;
            copy.maxClockStepMs = maxClockStepMs;
            copy.statisticsWindowMs = statisticsWindowMs;
            copy.errorHandler = errorHandler;
            return new EngineConfig(copy);
        }
    }

    private static final class LoggingErrorHandler implements ErrorHandler {
        private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

        @Override
        public void onError(final Throwable failure) {
            LOG.error("The engine's listener threw; the engine goes on, and delivers what follows", failure);
        }
    }
}
