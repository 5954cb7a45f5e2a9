package io.ringback.scenario;

/**
 * A slot that may be booked.
 *
 * @param startMs when it starts, epoch milliseconds
 * @param free how many more callbacks it takes
 * @param capacity how many it takes in all
 */
public record Slot(long startMs, int free, int capacity) {}
