package io.ringback.streams;

import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EngineUnderTest;

/** The two engines that are compared. Streams run on several threads, each with engines of its own. */
interface EnginePair {
    /** Makes the engine that is right by definition, and that the generator looks at. */
    EngineUnderTest reference(EngineLimits limits);

    /** Makes the engine that is to behave the same. */
    EngineUnderTest candidate(EngineLimits limits);

    /** Looks for broken invariants of either engine; throws what names the first. */
    default void validate(final EngineUnderTest reference, final EngineUnderTest candidate) {}
}
