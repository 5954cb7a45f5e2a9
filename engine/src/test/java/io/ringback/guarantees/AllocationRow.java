package io.ringback.guarantees;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One call whose allocations are measured.
 *
 * @param method of the engine, by signature
 * @param expected what it returns
 * @param situation in which it is called
 * @param before brings a stage into that situation
 * @param act the call
 */
record AllocationRow(
        String method, Object expected, String situation, Consumer<Stage> before, Function<Stage, Object> act) {
    @Override
    public String toString() {
        return method + " " + situation + ": " + expected;
    }
}
