package io.ringback.bench;

import io.ringback.EngineListener;

/** What is measured: the engine, and what a host could write without it. */
public enum Implementation {
    /** The engine. */
    ENGINE,
    /** {@link SortedSetBaseline}. */
    SORTED_SET,
    /** {@link ScanBaseline}. */
    SCAN;

    CallLife create(final Workload workload, final EngineListener listener) {
        return switch (this) {
            case ENGINE -> new EngineCallLife(workload, listener);
            case SORTED_SET -> new SortedSetBaseline(workload, listener);
            case SCAN -> new ScanBaseline(workload, listener);
        };
    }
}
