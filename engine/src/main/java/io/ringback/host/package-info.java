/**
 * The thread-safe way in: one thread that owns an engine, a clock, and a queue of commands that any thread may fill.
 * Start at {@link io.ringback.host.EngineHost}.
 *
 * <p>It stands on the public API alone, and nothing else in the library knows of it: a host application that has one
 * thread of its own for the engine does without.
 */
package io.ringback.host;
