package io.ringback;

/** Is told the slots of a queue, one by one. It may ask the engine, but gives it no commands. */
@FunctionalInterface
public interface SlotVisitor {
    /**
     * One slot.
     *
     * @param startMs when it starts, epoch milliseconds
     * @param free how many more callbacks it takes, 0 when it is full
     * @param capacity how many it takes in all
     */
    void slot(long startMs, int free, int capacity);
}
