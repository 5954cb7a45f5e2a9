package io.ringback.examples;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Business hours, and a callback that is booked in them. */
public final class Appointments {
    private static final long WEEK_MS = Duration.ofDays(7).toMillis();

    private Appointments() {}

    /**
     * Opens a queue in business hours, and books the first slot that is free.
     *
     * @param engine belongs to this thread
     * @param nowMs when, epoch milliseconds
     * @return when that slot starts, epoch milliseconds; {@link Engine#NO_TIME} when none is free for a week
     */
    public static long bookFirst(final Engine engine, final long nowMs) {
        final BusinessCalendar office = BusinessCalendar.in("Europe/London")
                .weekly("mon-fri", "09:00-12:30,13:30-17:30")
                .closed("2026-12-25")
                .special("2026-12-24T09:00-12:00")
                .build();
        engine.calendar(nowMs, "office", office);
        final QueueSettings settings = QueueSettings.builder()
                .calendar("office")
                .slot(Duration.ofMinutes(30))
                .slotCapacity(SlotCapacity.parse("4; mon 09:00-11:00 1"))
                .build();
        final VirtualQueue support = engine.queue(nowMs, "support", settings);

        final List<Long> free = new ArrayList<>(); // what a web page or a voice menu shows
        engine.slots(support, nowMs, nowMs + WEEK_MS, (startMs, left, capacity) -> {
            if (left > 0) {
                free.add(startMs);
            }
        });
        final Request callback = new Request().of(7, support).number(442071838750L);
        if (!free.isEmpty() && engine.requestCallback(nowMs, callback.exactlyAt(free.get(0))) == Outcome.OK) {
            return free.get(0); // onDue and onDial follow then, or onSlotOrphaned when the hours change
        }
        return Engine.NO_TIME;
    }
}
