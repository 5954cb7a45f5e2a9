package io.ringback.scenario;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the engine's thread leaves for the thread that writes the recording: a ring of words with one writing and one
 * reading side. A record is a head (kind, detail and time in one word) and as many words as its kind has. The events of
 * a command stand before it, for its outcome is known after them; all become readable together.
 *
 * <p>The engine's thread copies a few words for each record, and looks at the reading side only when the ring seems
 * full. Definitions, which are rare, are objects beside the ring. Whoever reads holds the tape's monitor.
 */
final class Tape {
    private static final int TIME_BITS = 48;
    private static final int DETAIL_BITS = 8;

    private final Runnable whenFull;
    private final Queue<Object> objects = new ConcurrentLinkedQueue<>();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong consumed = new AtomicLong();
    private volatile boolean running = true;
    private long[] words;
    private long position;
    private long limit;

    /**
     * An empty tape.
     *
     * @param capacity in words, a power of two
     * @param whenFull called on the engine's thread when the ring is full: to consume what is published
     */
    Tape(final int capacity, final Runnable whenFull) {
        this.whenFull = whenFull;
        words = new long[capacity];
        limit = capacity;
    }

    static long head(final int kind, final int detail, final long timeMs) {
        return ((long) kind << DETAIL_BITS | detail) << TIME_BITS | timeMs;
    }

    static int kind(final long head) {
        return (int) (head >>> (TIME_BITS + DETAIL_BITS));
    }

    static int detail(final long head) {
        return (int) (head >>> TIME_BITS) & ((1 << DETAIL_BITS) - 1);
    }

    static long timeMs(final long head) {
        return head & ((1L << TIME_BITS) - 1);
    }

    // ---- the engine's thread ----

    void add(final long head) {
        final int at = claim(1);
        words[at & (words.length - 1)] = head;
    }

    void add(final long head, final long a) {
        final int at = claim(2);
        final long[] to = words;
        final int mask = to.length - 1;
        to[at & mask] = head;
        to[at + 1 & mask] = a;
    }

    void add(final long head, final long a, final long b) {
        final int at = claim(3);
        final long[] to = words;
        final int mask = to.length - 1;
        to[at & mask] = head;
        to[at + 1 & mask] = a;
        to[at + 2 & mask] = b;
    }

    void add(final long head, final long a, final long b, final long c) {
        final int at = claim(4);
        final long[] to = words;
        final int mask = to.length - 1;
        to[at & mask] = head;
        to[at + 1 & mask] = a;
        to[at + 2 & mask] = b;
        to[at + 3 & mask] = c;
    }

    void add(final long head, final long a, final long b, final long c, final long d) {
        final int at = claim(5);
        final long[] to = words;
        final int mask = to.length - 1;
        to[at & mask] = head;
        to[at + 1 & mask] = a;
        to[at + 2 & mask] = b;
        to[at + 3 & mask] = c;
        to[at + 4 & mask] = d;
    }

    /** Adds what the next record is about; it is taken in the same order. */
    void attach(final Object object) {
        if (running) {
            objects.add(object);
        }
    }

    /** Whether events stand on the tape whose command does not yet. */
    boolean open() {
        return position != published.getPlain();
    }

    /** The command is on the tape, and its events before it: all may be read. */
    void publish() {
        if (running) {
            published.setRelease(position);
        } else {
            forget();
        }
    }

    private int claim(final int count) {
        if (position + count > limit) {
            makeRoom(count);
        }
        final long at = position;
        position = at + count;
        return (int) at;
    }

    private void makeRoom(final int count) {
        limit = consumed.getAcquire() + words.length;
        if (position + count > limit && running) {
            whenFull.run();
            limit = consumed.getAcquire() + words.length;
        }
        if (position + count > limit && !running) {
            forget();
        }
        while (position + count > limit) {
            grow();
        }
    }

    /** Nobody reads any more: each command is wiped off once it is over. */
    private void forget() {
        final long begin = published.getPlain();
        for (long at = begin; at < position; at++) {
            words[(int) at & (words.length - 1)] = 0;
        }
        position = begin;
        limit = begin + words.length;
    }

    /** One command alone has filled the ring: its events stay together, so the ring must hold them. */
    private synchronized void grow() {
        final long[] more = new long[2 * words.length];
        for (long at = consumed.getPlain(); at < position; at++) {
            more[(int) at & (more.length - 1)] = word(at);
        }
        words = more;
        limit = consumed.getPlain() + words.length;
    }

    // ---- the reading side ----

    /** From where on there is something to read. */
    long begin() {
        return consumed.getPlain();
    }

    /** Up to where it may be read. */
    long end() {
        return published.getAcquire();
    }

    long word(final long at) {
        return words[(int) at & (words.length - 1)];
    }

    /** A word that is not to lie around until the ring comes by again. */
    long takeWord(final long at) {
        final long word = word(at);
        words[(int) at & (words.length - 1)] = 0;
        return word;
    }

    Object takeObject() {
        return objects.remove();
    }

    /** All before this place has been read. */
    void consume(final long upTo) {
        consumed.setRelease(upTo);
    }

    /** From now on nothing is taken down, and what is on the tape is forgotten. */
    void stop() {
        running = false;
        objects.clear();
        Arrays.fill(words, 0);
    }
}
