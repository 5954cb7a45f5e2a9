package io.ringback.bench;

/** First in, first out, for at most a fixed number of ids. */
final class IdRing {
    private final long[] ids;
    private int head;
    private int size;

    IdRing(final int capacity) {
        ids = new long[capacity];
    }

    int size() {
        return size;
    }

    void add(final long id) {
        final int tail = head + size++;
        ids[tail < ids.length ? tail : tail - ids.length] = id;
    }

    long take() {
        final long id = ids[head];
        head = head + 1 < ids.length ? head + 1 : 0;
        size--;
        return id;
    }
}
