package io.ringback.scenario;

/** A kind of value: how it is read and checked, and how its meaning is written. */
interface ValueType {
    /**
     * Reads a value.
     *
     * @param value the token whose text it is
     * @param scope what it is read against
     * @return a {@link Long} for durations (milliseconds), times (epoch milliseconds) and counts, a {@link String}
     *     otherwise
     * @throws ScenarioSyntaxException when it is none
     */
    Object read(Token value, Scope scope);

    /** Writes a value's meaning the way people write it. */
    default String text(final Object meaning, final ScenarioClock clock) {
        return meaning.toString();
    }
}
