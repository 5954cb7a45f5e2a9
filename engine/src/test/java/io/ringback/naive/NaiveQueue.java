package io.ringback.naive;

import java.util.NavigableMap;
import java.util.TreeMap;

/** A virtual queue; who waits in it is found by looking at all interactions. */
final class NaiveQueue {
    final String name;
    final NaiveHistory history = new NaiveHistory();
    /** How many bookings hold a place, by the start of the slot. */
    final NavigableMap<Long, Integer> places = new TreeMap<>();

    NaiveSettings settings;
    boolean open;
    boolean paused;
    long pauseEndMs;

    NaiveQueue(final String name, final NaiveSettings settings) {
        this.name = name;
        this.settings = settings;
    }
}
