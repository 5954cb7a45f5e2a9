package io.ringback.internal.store;

import io.ringback.Engine;
import io.ringback.QueueSettings;
import io.ringback.SlotVisitor;
import io.ringback.calendar.OpenHours;
import io.ringback.calendar.SlotGrid;
import io.ringback.internal.memory.HeapBytes;

/**
 * The slots of one queue: when they start, how many places each has, and which free one is nearest to a time. A place
 * stays taken at the instant at which its slot starts, though the booking is due then and in the queue.
 */
public final class QueueSlots {
    private static final long NEVER = OpenHours.NEVER;

    private final int queue;
    private final SlotStore store;
    private OpenHours hours;
    private QueueSettings settings;
    private SlotGrid grid;
    private FullSlots full;
    private long startedMs = Engine.NO_TIME;
    private int started;
    private long nowMs;
    private long untilMs;
    private long ownMs = NEVER;

    QueueSlots(final int queue, final SlotStore store) {
        this.queue = queue;
        this.store = store;
    }

    /** What the slots of a queue take, of such a length and horizon, without its hours. */
    public static long bytes(final long lengthMs, final long horizonMs) {
        return HeapBytes.object(QueueSlots.class)
                + HeapBytes.object(SlotGrid.class)
                + FullSlots.bytes(lengthMs, horizonMs);
    }

    /** The queue has these hours and settings from now on. Cold. */
    public void plan(final long atMs, final OpenHours itsHours, final QueueSettings itsSettings) {
        hours = itsHours;
        settings = itsSettings;
        grid = new SlotGrid(itsHours, itsSettings.slotMinutes());
        full = new FullSlots(atMs, grid.lengthMs(), itsSettings.horizonMs());
    }

    /** When slots start; another one from each {@link #plan} on. */
    public SlotGrid grid() {
        return grid;
    }

    /** The places that the slot which starts at this instant has lost to bookings that are due. */
    public int started(final long atMs) {
        return atMs == startedMs ? started : 0;
    }

    /** A booking is due, at the start of its slot. */
    public void start(final long atMs) {
        started = started(atMs) + 1;
        startedMs = atMs;
    }

    /** A booking that was due at this instant has ended already. */
    public void endStarted() {
        started--;
        full.unmark(startedMs);
    }

    /** A place of a slot is free again. */
    public void freed(final long startMs) {
        full.unmark(startMs);
    }

    // ---- looking for a free slot: at one instant, for one callback; ask comes first ----

    /** What follows is asked at this time; for a callback that has a place already, that counts as free. */
    public void ask(final long atMs, final long itsOwnMs) {
        nowMs = atMs;
        untilMs = latestMs(atMs);
        ownMs = itsOwnMs;
        full.advance(atMs);
        if (itsOwnMs != NEVER) {
            full.unmark(itsOwnMs);
        }
    }

    /** The latest slot that contains this time, when it has not begun and is free, or {@link OpenHours#NEVER}. */
    public long exactMs(final long wishedMs) {
        final long startMs = grid.lastMs(wishedMs, Math.max(0, wishedMs - grid.lengthMs() + 1));
        return startMs != NEVER && startMs >= nowMs && free(startMs) > 0 ? startMs : NEVER;
    }

    /** The free slot that starts closest to this time, the earlier of two, or {@link OpenHours#NEVER}. */
    public long closestMs(final long wishedMs) {
        final long laterMs = firstFreeMs(wishedMs, untilMs);
        final long earliestMs = laterMs == NEVER ? nowMs : Math.max(nowMs, wishedMs - (laterMs - wishedMs));
        final long earlierMs = lastFreeMs(wishedMs - 1, earliestMs);
        return earlierMs == NEVER ? laterMs : earlierMs;
    }

    /** The free slots that start closest to this time, the closest first, then {@link OpenHours#NEVER}. */
    public void nearestMs(final long wishedMs, final long[] into) {
        long earlierMs = lastFreeMs(wishedMs - 1, nowMs);
        long laterMs = firstFreeMs(wishedMs, untilMs);
        for (int place = 0; place < into.length; place++) {
            if (earlierMs != NEVER && (laterMs == NEVER || wishedMs - earlierMs <= laterMs - wishedMs)) {
                into[place] = earlierMs;
                earlierMs = lastFreeMs(earlierMs - 1, nowMs);
            } else {
                into[place] = laterMs;
                laterMs = laterMs == NEVER ? NEVER : firstFreeMs(laterMs + 1, untilMs);
            }
        }
    }

    /** The first free slot that starts neither before nor after these times, or {@link OpenHours#NEVER}. */
    private long firstFreeMs(final long fromMs, final long toMs) {
        long startMs = grid.firstMs(fromMs, toMs);
        while (startMs != NEVER && free(startMs) <= 0) {
            mark(startMs);
            startMs = grid.firstMs(full.marked(startMs) ? full.endMs(startMs) : startMs + 1, toMs);
        }
        return startMs;
    }

    /** The last free slot that starts neither after nor before these times, or {@link OpenHours#NEVER}. */
    private long lastFreeMs(final long toMs, final long fromMs) {
        long startMs = grid.lastMs(toMs, fromMs);
        while (startMs != NEVER && free(startMs) <= 0) {
            mark(startMs);
            startMs = grid.lastMs((full.marked(startMs) ? full.beginMs(startMs) : startMs) - 1, fromMs);
        }
        return startMs;
    }

    // ---- questions ----

    /** Tells the slots that start in a stretch of time and may be booked now. */
    public int tell(final long atMs, final long fromMs, final long toMs, final SlotVisitor visitor) {
        final long lastMs = Math.min(toMs, latestMs(atMs) + 1) - 1;
        int told = 0;
        for (long startMs = grid.firstMs(Math.max(fromMs, atMs), lastMs);
                startMs != NEVER;
                startMs = grid.firstMs(startMs + 1, lastMs)) {
            final int capacity = settings.slotCapacity().at(hours, startMs);
            visitor.slot(startMs, Math.max(0, capacity - taken(startMs)), capacity);
            told++;
        }
        return told;
    }

    /** How far ahead a slot may start that is booked now. */
    public long latestMs(final long atMs) {
        return Math.min(atMs + settings.horizonMs(), Engine.TIME_MAX_MS);
    }

    /** Checks that what is marked as full is. Cold. */
    public void validate(final long atMs) {
        ask(atMs, NEVER);
        if (!full.any()) {
            return;
        }
        for (long startMs = grid.firstMs(atMs, untilMs);
                startMs != NEVER;
                startMs = grid.firstMs(startMs + 1, untilMs)) {
            if (knownFull(startMs) && free(startMs) > 0) {
                throw new IllegalStateException("queue " + queue + " takes the slot at " + startMs + " for full");
            }
        }
    }

    /** Whether searches pass a slot without a look at it. */
    boolean knownFull(final long startMs) {
        return full.marked(startMs);
    }

    private int free(final long startMs) {
        final int own = startMs == ownMs ? 1 : 0;
        return settings.slotCapacity().at(hours, startMs) - taken(startMs) + own;
    }

    private int taken(final long startMs) {
        final int slot = store.find(queue, startMs);
        return started(startMs) + (slot == SlotStore.NONE ? 0 : store.bookings(slot));
    }

    /** This slot is full; if all that start in its bucket are, no search need look at them again. */
    private void mark(final long startMs) {
        if (full.marked(startMs)) {
            return;
        }
        final long bucketMs = full.bucketMs(startMs);
        final long endMs = bucketMs + grid.lengthMs() - 1;
        for (long its = grid.firstMs(bucketMs, endMs); its != NEVER; its = grid.firstMs(its + 1, endMs)) {
            if (free(its) > 0) {
                return;
            }
        }
        full.mark(startMs);
    }
}
