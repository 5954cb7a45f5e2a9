package io.ringback.scenario;

import io.ringback.EngineConfig;

/**
 * What a scenario's {@code limits} line asks of an engine.
 *
 * @param agents how many may be defined
 * @param interactions how many may be present
 * @param bookings how many may be booked for slots to come
 * @param maxClockStepMs how far a command may step ahead of the engine's time
 * @param statisticsWindowMs how far back recent counts reach
 */
public record EngineLimits(int agents, int interactions, int bookings, long maxClockStepMs, long statisticsWindowMs) {
    /** The limits of a scenario that sets none: an engine's own defaults. */
    public static final EngineLimits DEFAULT = of(EngineConfig.builder().build());

    /** Those of a configuration. */
    static EngineLimits of(final EngineConfig config) {
        return new EngineLimits(
                config.agents(),
                config.interactions(),
                config.bookings(),
                config.maxClockStepMs(),
                config.statisticsWindowMs());
    }
}
