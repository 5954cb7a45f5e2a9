package io.ringback.scenario;

/** Makes an engine for one run of a scenario. */
@FunctionalInterface
public interface EngineFactory {
    /**
     * Makes a new engine.
     *
     * @param limits what the scenario asks for
     * @return an engine that has done nothing yet
     */
    EngineUnderTest create(EngineLimits limits);
}
