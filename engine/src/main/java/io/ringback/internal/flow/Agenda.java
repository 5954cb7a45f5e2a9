package io.ringback.internal.flow;

import io.ringback.internal.memory.HeapBytes;
import org.agrona.BitUtil;
import org.agrona.collections.IntArrayQueue;

/**
 * What a step has set off and is still to be matched, in the order in which it arose: agents who became Ready or got
 * their trigger back, and interactions that became routable or invitable. A command leaves a handful, the end of a
 * business day as many agents as have triggers; only a change of a queue's targets, which is cold, may leave more than
 * there is room for at first.
 */
public final class Agenda {
    private static final int HANDFUL = 64;

    private final IntArrayQueue entries;

    Agenda(final int agents) {
        entries = new IntArrayQueue(agents + HANDFUL, Integer.MIN_VALUE);
    }

    /** What an agenda takes, for so many agents. */
    public static long bytes(final int agents) {
        return HeapBytes.object(IntArrayQueue.class)
                + HeapBytes.array(BitUtil.findNextPositivePowerOfTwo(agents + HANDFUL), Integer.BYTES);
    }

    void agent(final int agent) {
        entries.addInt(~agent);
    }

    void interaction(final int interaction) {
        entries.addInt(interaction);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes the oldest entry: an interaction, or the complement of an agent. */
    int poll() {
        return entries.pollInt();
    }
}
