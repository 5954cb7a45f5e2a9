/**
 * The scenario language: plain text that says what a contact center does and what must come of it. Start at {@link
 * io.ringback.scenario.Scenario} to read and run one, at {@link io.ringback.scenario.ScenarioTests} to run a folder of
 * them as unit tests.
 *
 * <p>A text becomes statements once, with all its names, values and times checked; these run, in order, on any {@link
 * io.ringback.scenario.EngineUnderTest}.
 */
package io.ringback.scenario;
