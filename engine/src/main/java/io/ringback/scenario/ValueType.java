package io.ringback.scenario;

/** A kind of value: how it is read and checked, and how its meaning is written. */
interface ValueType {
    /**
     * Reads a value.
     *
     * @param value the token whose text it is
     * @param scope what it is read against
     * @return a {@link Long} for durations (milliseconds), times (epoch milliseconds) and counts, a list of them for
     *     several times, what may come for an {@link ExpectedWait}, a {@link String} otherwise
     * @throws ScenarioSyntaxException when it is none
     */
    Object read(Token value, Scope scope);

    /** Reads a value for a command: as it is written, unless its meaning depends on the clock. */
    default String given(final Token value, final Scope scope) {
        read(value, scope);
        return value.text();
    }

    /** Writes a command's value so that it is read as the same. */
    default String written(final String given, final ScenarioClock clock) {
        return given;
    }

    /** Whether what came is what was read as expected. */
    default boolean meets(final Object came, final Object expected) {
        return came.equals(expected);
    }

    /** Writes a value's meaning the way people write it. */
    default String text(final Object meaning, final ScenarioClock clock) {
        return meaning.toString();
    }
}
