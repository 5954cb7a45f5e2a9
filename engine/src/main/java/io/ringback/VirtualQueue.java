package io.ringback;

/**
 * Handle of a virtual queue: made by {@link Engine#queue}, valid for that engine only. Its settings may be replaced
 * while the engine runs; the handle stays the same.
 */
public final class VirtualQueue {
    private final int index;
    private final String name;

    VirtualQueue(final int index, final String name) {
        this.index = index;
        this.name = name;
    }

    /**
     * The queue's place in definition order, from 0: made for arrays that a host keeps beside the engine.
     *
     * @return the index
     */
    public int index() {
        return index;
    }

    /**
     * The queue's name.
     *
     * @return the name, unique in its engine
     */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
