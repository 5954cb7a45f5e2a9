package io.ringback.streams;

import io.ringback.Engine;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Quantities;
import io.ringback.scenario.Slot;
import java.util.List;
import java.util.Map;

/** Draws the times at which customers want to be called: mostly on or beside something. */
final class SlotWishes {
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final List<Long> BESIDE_MS = List.of(0L, 0L, 0L, 1L, -1L, 60_000L, 150_000L, 450_000L);
    private static final List<Long> AHEAD_MS =
            List.of(0L, 1L, 300_000L, HOUR_MS, 5 * HOUR_MS, DAY_MS, 9 * DAY_MS, 30 * DAY_MS, 30 * DAY_MS + 1);
    private static final List<Long> PAST_MS = List.of(1L, 60_000L, DAY_MS);

    private final Dice dice;
    private final Ledger ledger;
    private final EngineUnderTest engine;

    SlotWishes(final Dice dice, final Ledger ledger, final EngineUnderTest engine) {
        this.dice = dice;
        this.ledger = ledger;
        this.engine = engine;
    }

    /** Adds a time, and perhaps that it must be then. */
    void wish(final Map<String, List<String>> values, final String queue) {
        values.put("at", List.of(Quantities.time(Math.max(0, timeMs(queue)))));
        if (dice.percent(35)) {
            values.put("exact", List.of(dice.percent(90) ? "yes" : "no"));
        }
    }

    private long timeMs(final String queue) {
        final long nowMs = engine.nowMs();
        final int kind = dice.below(100);
        if (kind < 10) {
            return nowMs + dice.oneOf(AHEAD_MS);
        }
        if (kind < 14) {
            return nowMs - dice.oneOf(PAST_MS);
        }
        final Long bookedMs = kind < 45 ? ledger.bookedSlotMs(queue) : null;
        if (bookedMs != null) {
            return bookedMs + dice.oneOf(BESIDE_MS);
        }
        final long edgeMs = kind < 70 ? edgeMs(queue) : slotMs(queue);
        return (edgeMs == Engine.NO_TIME ? nowMs : edgeMs) + dice.oneOf(BESIDE_MS);
    }

    /** The next opening, closing, end of the day or start of a slot, or NO_TIME. */
    long edgeMs(final String queue) {
        return switch (dice.below(5)) {
            case 0 -> engine.nextOpenMs(queue);
            case 1 -> engine.nextCloseMs(queue);
            case 2, 3 -> engine.endOfDayMs(queue);
            default -> slotMs(queue);
        };
    }

    /** One of the next slots, mostly the very next. */
    private long slotMs(final String queue) {
        final long nowMs = engine.nowMs();
        final List<Slot> slots = engine.slots(queue, nowMs, nowMs + dice.oneOf(List.of(HOUR_MS, HOUR_MS, DAY_MS)));
        if (slots.isEmpty()) {
            return Engine.NO_TIME;
        }
        return (dice.percent(60) ? slots.get(0) : dice.oneOf(slots)).startMs();
    }
}
