package io.ringback.host;

import io.ringback.Engine;

/**
 * A command whose answer is wanted: what became of a command, or what a query tells.
 *
 * @param <T> the answer
 */
@FunctionalInterface
public interface Question<T> {
    /**
     * Asks it.
     *
     * @param engine the host's engine; not to be kept
     * @param nowMs the stamp for what is said to the engine, epoch milliseconds
     * @return the answer
     */
    T ask(Engine engine, long nowMs);
}
