package io.ringback.host;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import org.agrona.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits and fixed choices of a host: immutable, made by a strict builder. */
public final class HostConfig {
    /** Largest number of commands that may wait: 16 million. */
    public static final int CAPACITY_MAX = 1 << 24;

    private final int capacity;
    private final LongSupplier wallClock;
    private final ThreadFactory threadFactory;
    private final ErrorHandler errorHandler;

    private HostConfig(final Builder values) {
        capacity = values.capacity;
        wallClock = values.wallClock;
        threadFactory = values.threadFactory;
        errorHandler = values.errorHandler;
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
     * How many commands may wait.
     *
     * @return 1 to {@link #CAPACITY_MAX}
     */
    public int capacity() {
        return capacity;
    }

    /**
     * What the host's time follows.
     *
     * @return a clock of epoch milliseconds
     */
    public LongSupplier wallClock() {
        return wallClock;
    }

    /**
     * What makes the owner thread.
     *
     * @return the factory
     */
    public ThreadFactory threadFactory() {
        return threadFactory;
    }

    /**
     * Where goes what a command throws.
     *
     * @return the handler
     */
    public ErrorHandler errorHandler() {
        return errorHandler;
    }

    /** Collects the configuration. Each method replaces what was set before and returns this. */
    public static final class Builder {
        private int capacity = 16_384;
        private LongSupplier wallClock = System::currentTimeMillis;
        private ThreadFactory threadFactory = loop -> new Thread(loop, "ringback-engine");
        private ErrorHandler errorHandler = new LoggingErrorHandler();

        private Builder() {}

        /**
         * How many commands may wait for the owner thread; default 16,384. The same number of commands may wait that
         * were submitted on the owner thread itself.
         *
         * @param value 1 to {@link #CAPACITY_MAX}
         * @return this
         */
        public Builder capacity(final int value) {
            if (value < 1 || value > CAPACITY_MAX) {
                throw new IllegalArgumentException("capacity: " + value + " is not in 1.." + CAPACITY_MAX);
            }
            capacity = value;
            return this;
        }

        /**
         * What the host's time follows; default {@link System#currentTimeMillis}. It is read once by
         * the thread that starts the host, and then on the owner thread only. It may be set back or forward: see
         * {@link EngineHost}.
         *
         * @param epochMs tells epoch milliseconds
         * @return this
         */
        public Builder wallClock(final LongSupplier epochMs) {
            wallClock = Objects.requireNonNull(epochMs, "wallClock");
            return this;
        }

        /**
         * What makes the owner thread; default a thread called {@code ringback-engine} that is not a daemon, so that
         * the program does not end before the host is closed.
         *
         * @param value is asked for one thread, and the host starts it
         * @return this
         */
        public Builder threadFactory(final ThreadFactory value) {
            threadFactory = Objects.requireNonNull(value, "threadFactory");
            return this;
        }

        /**
         * Where goes what a command, or the clock, throws; default: an error in the log. It is called on the owner
         * thread. What the handler itself throws is dropped.
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
        public HostConfig build() {
            return new HostConfig(this);
        }
    }

    private static final class LoggingErrorHandler implements ErrorHandler {
        private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);

        @Override
        public void onError(final Throwable failure) {
            LOG.error("A command to the engine's host threw; the host goes on with the next", failure);
        }
    }
}
