package io.ringback;

/**
 * What a host asks for, in one object that it keeps and fills again for each use. Only {@link #of} is required; what
 * is not set has the queue's default. Setters check their ranges and throw {@link IllegalArgumentException}; the engine
 * copies what it needs and keeps no reference. Allocates nothing after construction.
 */
public final class Request {
    /** Longest head start: ten years of 365 days. */
    public static final long HEAD_START_MAX_MS = 10L * 365 * 24 * 60 * 60 * 1000;

    private long id = Engine.NO_ID;
    private VirtualQueue queue;
    private long number;
    private boolean prioritized;
    private int priority;
    private long headStartMs;
    private Target target;
    private long atMs = Engine.NO_TIME;
    private boolean exactly;

    /**
     * Starts a new request: clears everything that was set before.
     *
     * @param id of the interaction to be, chosen by the host; any value but {@link Engine#NO_ID}
     * @param queue where it waits; null in {@link Engine#acceptOffer}, where the call's queue counts
     * @return this
     */
    public Request of(final long id, final VirtualQueue queue) {
        if (id == Engine.NO_ID) {
            throw new IllegalArgumentException("id: Engine.NO_ID names no interaction");
        }
        this.id = id;
        this.queue = queue;
        number = Engine.UNKNOWN_NUMBER;
        prioritized = false;
        priority = 0;
        headStartMs = 0;
        target = null;
        atMs = Engine.NO_TIME;
        exactly = false;
        return this;
    }

    /**
     * The customer's number.
     *
     * @param e164 the digits of an E.164 number as a decimal; anything else is an unknown number, with which a live
     *     call is served and a callback refused
     * @return this
     */
    public Request number(final long e164) {
        number = e164 >= 1 && e164 <= Engine.NUMBER_MAX ? e164 : Engine.UNKNOWN_NUMBER;
        return this;
    }

    /**
     * Overrides the queue's priority.
     *
     * @param priority -1000 to 1000, higher first
     * @return this
     */
    public Request priority(final int priority) {
        QueueSettings.checkRange("priority", priority, QueueSettings.PRIORITY_MIN, QueueSettings.PRIORITY_MAX);
        this.priority = priority;
        prioritized = true;
        return this;
    }

    /**
     * Waiting time that the request is credited with: for customers with precedence, or to restore a place after a
     * restart.
     *
     * @param creditMs 0 to {@link #HEAD_START_MAX_MS}
     * @return this
     */
    public Request headStart(final long creditMs) {
        QueueSettings.checkRange("head-start", creditMs, 0, HEAD_START_MAX_MS);
        headStartMs = creditMs;
        return this;
    }

    /**
     * Gives the interaction a target of its own in place of the queue's. It takes no target steps then.
     *
     * @param target of the same engine; null for the queue's
     * @return this
     */
    public Request target(final Target target) {
        this.target = target;
        return this;
    }

    /**
     * Books the callback for the free slot that starts closest to a time, in place of now.
     *
     * @param wishedMs epoch milliseconds, 0 to {@link Engine#TIME_MAX_MS}
     * @return this
     */
    public Request at(final long wishedMs) {
        QueueSettings.checkRange("at", wishedMs, 0, Engine.TIME_MAX_MS);
        atMs = wishedMs;
        exactly = false;
        return this;
    }

    /**
     * Books the callback for the slot that contains a time, or not at all.
     *
     * @param wishedMs epoch milliseconds, 0 to {@link Engine#TIME_MAX_MS}
     * @return this
     */
    public Request exactlyAt(final long wishedMs) {
        at(wishedMs);
        exactly = true;
        return this;
    }

    /**
     * The id asked for.
     *
     * @return the id, {@link Engine#NO_ID} before the first {@link #of}
     */
    public long id() {
        return id;
    }

    /**
     * The queue asked for.
     *
     * @return the queue, or null
     */
    public VirtualQueue queue() {
        return queue;
    }

    /**
     * The customer's number.
     *
     * @return E.164 without the plus, or {@link Engine#UNKNOWN_NUMBER}
     */
    public long number() {
        return number;
    }

    /**
     * Whether a priority was set.
     *
     * @return true when {@link #priority()} overrides the queue's
     */
    public boolean prioritized() {
        return prioritized;
    }

    /**
     * The priority.
     *
     * @return as it was set
     */
    public int priority() {
        return priority;
    }

    /**
     * The head start.
     *
     * @return milliseconds, 0 when it was not set
     */
    public long headStartMs() {
        return headStartMs;
    }

    /**
     * The time that a booking is wished for.
     *
     * @return epoch milliseconds, {@link Engine#NO_TIME}: the callback is for now
     */
    public long atMs() {
        return atMs;
    }

    /**
     * Whether only the slot that contains {@link #atMs()} will do.
     *
     * @return true: it was set by {@link #exactlyAt}
     */
    public boolean exactly() {
        return exactly;
    }

    /**
     * The interaction's own target.
     *
     * @return the target, or null for the queue's
     */
    public Target target() {
        return target;
    }
}
