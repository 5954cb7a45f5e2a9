package io.ringback.internal.estimate;

import io.ringback.QueueSettings;
import io.ringback.internal.store.InteractionStore;
import java.util.Arrays;

/**
 * How many of those who wait in a queue rank behind somebody who joins it now with the queue's own priority: those of
 * lower priority, and for a live call the callbacks that still yield to it. A callback yields until its due time, its
 * place plus the queue's yield; due times are rounded to a width of a 64th of the yield, so that a ring of counts
 * serves for all of them. The ring turns with time as counts change; a question looks ahead in it without turning it.
 */
final class Behind {
    /** With widths of whole milliseconds a yield spans fewer than twice 64 of them. */
    private static final int BUCKETS = 128;

    private static final int WIDTHS_PER_YIELD = 64;

    private final InteractionStore interactions;
    private QueueSettings settings;
    private int queuePriority;
    private long widthMs;
    private int[] ring;
    private long reached;
    private int yielding;
    private int below;

    Behind(final InteractionStore interactions) {
        this.interactions = interactions;
    }

    /** The queue has these settings from now on: counts all who wait anew. Cold. */
    void recount(final long nowMs, final QueueSettings itsSettings, final int firstWaiting) {
        settings = itsSettings;
        queuePriority = settings.priority();
        widthMs = Math.max(1, settings.callbackYieldMs() / WIDTHS_PER_YIELD);
        ring = settings.callbackYieldMs() > 0 ? new int[BUCKETS] : null;
        reached = nowMs / widthMs;
        yielding = 0;
        below = 0;
        for (int member = firstWaiting; member != InteractionStore.NONE; member = interactions.next(member)) {
            add(nowMs, member);
        }
    }

    /** A member that waits stands where it does from now on. */
    void add(final long nowMs, final int interaction) {
        count(nowMs, interaction, 1);
    }

    /** A member that waits leaves where it stands now. */
    void remove(final long nowMs, final int interaction) {
        count(nowMs, interaction, -1);
    }

    /** How many rank behind a live call. */
    int call(final long nowMs) {
        int due = 0;
        if (yielding > 0) {
            final long now = nowMs / widthMs;
            for (long bucket = reached + 1; bucket <= Math.min(now, reached + BUCKETS - 1); bucket++) {
                due += ring[place(bucket)];
            }
        }
        return below + yielding - due;
    }

    /** How many rank behind a callback. */
    int callback() {
        return below;
    }

    /** Whether counting all who wait anew, at the time that the ring has reached, comes to the same. Cold. */
    boolean agrees(final int firstWaiting) {
        final Behind fresh = new Behind(interactions);
        fresh.recount(reached * widthMs, settings, firstWaiting);
        return below == fresh.below && yielding == fresh.yielding && Arrays.equals(ring, fresh.ring);
    }

    private void count(final long nowMs, final int interaction, final int by) {
        final int priority = interactions.priority(interaction);
        if (priority < queuePriority) {
            below += by;
        } else if (priority == queuePriority && ring != null && !interactions.onLine(interaction)) {
            turn(nowMs);
            final long dueMs = interactions.placeMs(interaction) + settings.callbackYieldMs();
            final long due = Math.floorDiv(dueMs, widthMs);
            if (due > reached) {
                ring[place(due)] += by;
                yielding += by;
            }
        }
    }

    private void turn(final long nowMs) {
        final long now = nowMs / widthMs;
        for (long bucket = reached + 1; yielding > 0 && bucket <= Math.min(now, reached + BUCKETS - 1); bucket++) {
            yielding -= ring[place(bucket)];
            ring[place(bucket)] = 0;
        }
        reached = now;
    }

    private static int place(final long bucket) {
        return (int) (bucket & (BUCKETS - 1));
    }
}
