package io.ringback.scenario;

/** Watches a run. */
interface RunObserver {
    /** Watches nothing. */
    RunObserver NONE = new RunObserver() {};

    /** A statement is about to be carried out. */
    default void onStatement(final Statement statement, final ScenarioClock clock) {}

    /** An event came. */
    default void onEvent(final Event event, final ScenarioClock clock) {}
}
