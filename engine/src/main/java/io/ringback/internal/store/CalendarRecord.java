package io.ringback.internal.store;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.OpenHours;

/** Business hours of a name: as they were given, and compiled. */
public final class CalendarRecord {
    private final String name;
    private BusinessCalendar calendar;
    private OpenHours hours;
    private CalendarEdge reached = CalendarEdge.NONE;
    private int queues;

    CalendarRecord(final String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public BusinessCalendar calendar() {
        return calendar;
    }

    public OpenHours hours() {
        return hours;
    }

    void hours(final BusinessCalendar itsCalendar, final OpenHours itsHours) {
        calendar = itsCalendar;
        hours = itsHours;
    }

    /** How many queues have these hours. */
    public int queues() {
        return queues;
    }

    /** One queue more has these hours, or one fewer. */
    public void usedBy(final int by) {
        queues += by;
    }

    /** Reaches an instant of the engine's time at which some calendar opens or closes. */
    public void reach(final long nowMs) {
        if (queues == 0 || nextEdgeMs(nowMs - 1) != nowMs) {
            reached = CalendarEdge.NONE;
        } else if (hours.isOpen(nowMs)) {
            reached = CalendarEdge.OPENING;
        } else {
            reached = hours.endOfDayMs(nowMs - 1) == nowMs ? CalendarEdge.END_OF_DAY : CalendarEdge.CLOSING;
        }
    }

    /** What it came to at the latest such instant. */
    public CalendarEdge reached() {
        return reached;
    }

    /** When they open or close next, or {@link OpenHours#NEVER}. */
    public long nextEdgeMs(final long nowMs) {
        return hours.nextEdgeMs(nowMs);
    }
}
