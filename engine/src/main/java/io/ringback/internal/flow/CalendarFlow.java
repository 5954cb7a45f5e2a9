package io.ringback.internal.flow;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.OpenHours;
import io.ringback.calendar.SlotGrid;
import io.ringback.internal.dispatch.Dispatcher;
import io.ringback.internal.estimate.Estimates;
import io.ringback.internal.store.CalendarEdge;
import io.ringback.internal.store.CalendarRecord;
import io.ringback.internal.store.CalendarStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;

/** Business hours: queues open and close, and their days end (SPEC section 9, T5). */
public final class CalendarFlow {
    private static final int NONE = CalendarStore.NONE;

    private final CalendarStore calendars;
    private final QueueStore queues;
    private final Timers timers;
    private final Dispatcher dispatcher;
    private final Estimates estimates;
    private final CallbackFlow callbacks;
    private final BookingFlow bookings;
    private final Matcher matcher;

    CalendarFlow(final Core core, final CallbackFlow callbacks, final BookingFlow bookings, final Matcher matcher) {
        calendars = core.calendars();
        queues = core.queues();
        timers = core.timers();
        dispatcher = core.dispatcher();
        estimates = core.estimates();
        this.callbacks = callbacks;
        this.bookings = bookings;
        this.matcher = matcher;
    }

    /** New hours, or other hours of a name for all queues that have them (H8). Cold. */
    public void define(final long nowMs, final String name, final BusinessCalendar hours) {
        final int calendar = calendars.define(name, hours, OpenHours.of(hours));
        timers.reserve(queues.size(), calendars.size());
        arm(nowMs, calendar);
        final SlotGrid[] before = bookings.grids();
        for (int queue = 0; queue < queues.size(); queue++) {
            if (queues.record(queue).calendar() == calendar) {
                change(nowMs, queue, calendar);
            }
        }
        bookings.reportOrphans(nowMs, before);
        matcher.inviteGathered(nowMs);
    }

    /** A queue is new, or has other settings, and was ticked before that: gives it the hours that these name. Cold. */
    void assign(final long nowMs, final int queue) {
        final QueueRecord record = queues.record(queue);
        final int before = record.calendar();
        final int calendar = calendars.entryOf(record.settings().calendar());
        if (calendar != before) {
            use(nowMs, before, -1);
            use(nowMs, calendar, 1);
            take(nowMs, queue, calendar);
        }
    }

    /**
     * A calendar opens or closes, and with it all that do so at this instant. Queues open and close, business days end;
     * only then is matched whom a day's end has freed, and after that what the openings have made invitable.
     */
    void edge(final long nowMs) {
        for (int calendar = 0; calendar < calendars.size(); calendar++) {
            calendars.record(calendar).reach(nowMs);
            if (calendars.record(calendar).reached() != CalendarEdge.NONE) {
                arm(nowMs, calendar);
            }
        }
        for (int queue = 0; queue < queues.size(); queue++) {
            if (!at(CalendarEdge.NONE, queue)) {
                estimates.tick(nowMs, queue);
                queues.record(queue).open(at(CalendarEdge.OPENING, queue));
                dispatcher.invitingChanged(queue);
            }
        }
        for (int queue = 0; queue < queues.size(); queue++) {
            if (at(CalendarEdge.END_OF_DAY, queue)) {
                callbacks.endDay(nowMs, queue);
            }
        }
        matcher.settle(nowMs);
        for (int queue = 0; queue < queues.size(); queue++) {
            if (at(CalendarEdge.OPENING, queue)) {
                dispatcher.gather(queue);
            }
        }
        matcher.inviteGathered(nowMs);
    }

    private void change(final long nowMs, final int queue, final int calendar) {
        final boolean wasInviting = queues.record(queue).inviting();
        estimates.tick(nowMs, queue);
        take(nowMs, queue, calendar);
        queues.record(queue).planSlots(nowMs);
        dispatcher.invitingChanged(queue);
        if (!wasInviting) {
            dispatcher.gather(queue);
        }
    }

    private void take(final long nowMs, final int queue, final int calendar) {
        final QueueRecord record = queues.record(queue);
        final OpenHours hours =
                calendar == NONE ? queues.always() : calendars.record(calendar).hours();
        record.hours(calendar, hours);
        record.open(hours.isOpen(nowMs));
    }

    /** One queue more has a calendar, or one fewer. */
    private void use(final long nowMs, final int calendar, final int by) {
        if (calendar != NONE) {
            calendars.record(calendar).usedBy(by);
            arm(nowMs, calendar);
        }
    }

    /** For the next edge, as long as a queue has the calendar. */
    private void arm(final long nowMs, final int calendar) {
        final CalendarRecord record = calendars.record(calendar);
        final long edgeMs = record.queues() == 0 ? OpenHours.NEVER : record.nextEdgeMs(nowMs);
        if (edgeMs == OpenHours.NEVER) {
            timers.cancel(TimerKind.CALENDAR, calendar);
        } else {
            timers.arm(TimerKind.CALENDAR, calendar, edgeMs, Timers.FIRST);
        }
    }

    /** Whether this is what a queue has just come to. */
    private boolean at(final CalendarEdge edge, final int queue) {
        final int calendar = queues.record(queue).calendar();
        return edge
                == (calendar == NONE
                        ? CalendarEdge.NONE
                        : calendars.record(calendar).reached());
    }
}
