package io.ringback.naive;

/** A virtual queue; who waits in it is found by looking at all interactions. */
final class NaiveQueue {
    final String name;
    final NaiveHistory history = new NaiveHistory();
    NaiveSettings settings;
    boolean paused;
    long pauseEndMs;

    NaiveQueue(final String name, final NaiveSettings settings) {
        this.name = name;
        this.settings = settings;
    }
}
