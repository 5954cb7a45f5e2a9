package io.ringback.host;

import io.ringback.Engine;

/** What is to be done with the engine, on the thread that owns it. */
@FunctionalInterface
public interface Command {
    /**
     * Does it.
     *
     * @param engine the host's engine; not to be kept
     * @param nowMs the stamp for what is said to the engine, epoch milliseconds
     */
    void apply(Engine engine, long nowMs);
}
