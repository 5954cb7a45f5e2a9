package io.ringback.bench;

import io.ringback.AtClose;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.Arrays;

/** An engine for bookings, with what all benchmarks of bookings do alike. */
final class Appointments {
    /** A Monday, midnight in London; the clocks go forward in the fourth week. */
    static final long START_MS = 1_772_409_600_000L;

    static final long DAY_MS = 86_400_000;
    static final long SLOT_MS = 900_000;

    /** How far ahead is booked: the horizon of a queue. */
    static final int DAYS = 30;

    private static final long FIRST_NUMBER = 440_000_000_000L;

    private final BookingEvents events = new BookingEvents();
    private final Request request = new Request();
    private final QueueView view = new QueueView();
    private final Engine engine;

    /** With room for so many others and so many bookings, and with so many agents who are Ready. */
    Appointments(final int interactions, final int bookings, final int agents) {
        engine = Engine.create(
                EngineConfig.builder()
                        .agents(Math.max(agents, 1))
                        .interactions(interactions)
                        .bookings(bookings)
                        .build(),
                events);
        engine.advanceTo(START_MS);
        for (int agent = 0; agent < agents; agent++) {
            accept(engine.defineAgent(START_MS, agent, SkillLevels.none()));
            accept(engine.agentReady(START_MS, agent));
        }
    }

    /** A queue that is always open. */
    VirtualQueue always(final int capacity) {
        return engine.queue(START_MS, "always", settings(capacity).build());
    }

    /** A queue that is open from 08:00 to 16:30: 34 slots a day. */
    VirtualQueue office(final String days, final int capacity) {
        final BusinessCalendar hours =
                BusinessCalendar.in("Europe/London").weekly(days, "08:00-16:30").build();
        engine.calendar(START_MS, "office", hours);
        return engine.queue(
                START_MS, "office", settings(capacity).calendar("office").build());
    }

    /** What is due waits until it is cancelled. */
    private static QueueSettingsBuilder settings(final int capacity) {
        return QueueSettings.builder()
                .slotCapacity(SlotCapacity.of(capacity))
                .horizon(Duration.ofDays(DAYS))
                .atClose(AtClose.CARRY_OVER)
                .purgeAfter(Duration.ofDays(365));
    }

    /** The starts of all slots of a queue that may be booked. */
    long[] slots(final VirtualQueue queue) {
        final long[] starts = new long[DAYS * 96 + 1];
        final int[] count = new int[1];
        engine.slots(queue, 0, Engine.TIME_MAX_MS, (startMs, free, capacity) -> starts[count[0]++] = startMs);
        return Arrays.copyOf(starts, count[0]);
    }

    Engine engine() {
        return engine;
    }

    BookingEvents events() {
        return events;
    }

    void book(final long id, final VirtualQueue queue, final long atMs) {
        accept(engine.requestCallback(
                engine.nowMs(), request.of(id, queue).number(FIRST_NUMBER + id).at(atMs)));
    }

    void bookExactly(final long id, final VirtualQueue queue, final long atMs) {
        accept(engine.requestCallback(
                engine.nowMs(), request.of(id, queue).number(FIRST_NUMBER + id).exactlyAt(atMs)));
    }

    /** No slot of the queue is free. */
    void refused(final long id, final VirtualQueue queue, final long atMs) {
        final Outcome outcome = engine.requestCallback(
                engine.nowMs(), request.of(id, queue).number(FIRST_NUMBER + id).at(atMs));
        expect("outcome", Outcome.SLOT_FULL.code(), outcome.code());
    }

    void reschedule(final long id, final long atMs) {
        accept(engine.reschedule(engine.nowMs(), id, atMs));
    }

    void cancel(final long id) {
        accept(engine.cancel(engine.nowMs(), id));
    }

    /** Bookings of a queue whose slots have not started. */
    int booked(final VirtualQueue queue) {
        engine.read(queue, view);
        return view.count(InteractionKind.SCHEDULED_CALLBACK, InteractionState.SCHEDULED);
    }

    private static void accept(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new IllegalStateException("refused: " + outcome);
        }
    }

    static void expect(final String what, final long expected, final long actual) {
        if (actual != expected) {
            throw new IllegalStateException(what + ": " + actual + " instead of " + expected);
        }
    }
}
