package io.ringback.internal.flow;

import org.agrona.collections.IntArrayQueue;

/**
 * What a step has set off and is still to be matched, in the order in which it arose: agents who became Ready or got
 * their trigger back, and interactions that became routable or invitable. A command leaves a handful; only a change of
 * a queue's targets, which is cold, may leave more than the first capacity.
 */
public final class Agenda {
    private static final int CAPACITY = 64;

    private final IntArrayQueue entries = new IntArrayQueue(CAPACITY, Integer.MIN_VALUE);

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
