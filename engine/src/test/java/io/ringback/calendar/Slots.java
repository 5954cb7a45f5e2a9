package io.ringback.calendar;

import java.util.ArrayList;
import java.util.List;

/** Lists slots by going from one to the next. */
final class Slots {
    private Slots() {}

    static List<Long> forward(final SlotGrid grid, final long fromMs, final long untilMs) {
        final List<Long> slots = new ArrayList<>();
        long slotMs = grid.firstMs(fromMs, untilMs);
        while (slotMs != OpenHours.NEVER) {
            slots.add(slotMs);
            slotMs = grid.firstMs(slotMs + 1, untilMs);
        }
        return slots;
    }

    /** The same slots, found from the last one on. */
    static List<Long> backward(final SlotGrid grid, final long fromMs, final long untilMs) {
        final List<Long> slots = new ArrayList<>();
        long slotMs = grid.lastMs(untilMs, fromMs);
        while (slotMs != OpenHours.NEVER) {
            slots.add(0, slotMs);
            slotMs = grid.lastMs(slotMs - 1, fromMs);
        }
        return slots;
    }
}
