package io.ringback.bench;

import io.ringback.VirtualQueue;

/**
 * A center in which very many bookings of one slot become due at one instant, while others are held for later days. A
 * thousand agents are Ready: each has one customer dialed, and the others wait.
 */
final class DueStorm {
    /** Due at one instant. */
    static final int SIZE = 100_000;

    private static final int AGENTS = 1_000;
    private static final int LATER_DAYS = 10;

    private final Appointments appointments;
    private final VirtualQueue always;
    private final int held;
    private long storms;

    /** With so many bookings for later days. */
    DueStorm(final int held) {
        this.held = held;
        appointments = new Appointments(SIZE, held + SIZE, AGENTS);
        always = appointments.always(SIZE);
        final int laterSlots = (Appointments.DAYS - LATER_DAYS) * 96;
        for (int n = 0; n < held; n++) {
            final int slot = LATER_DAYS * 96 + n % laterSlots;
            appointments.book(SIZE + n, always, Appointments.START_MS + slot * Appointments.SLOT_MS);
        }
    }

    /** Whatever waits is cancelled, and as much is booked for the next slot. */
    void book() {
        // From the last to the first, so that no agent has another customer dialed.
        for (int id = SIZE - 1; storms > 0 && id >= 0; id--) {
            appointments.cancel(id);
        }
        final long nextMs = appointments.engine().nowMs() + Appointments.SLOT_MS;
        for (int id = 0; id < SIZE; id++) {
            appointments.bookExactly(id, always, nextMs);
        }
    }

    /** The slot starts. */
    void start() {
        appointments.engine().advanceTo(appointments.engine().nowMs() + Appointments.SLOT_MS);
        storms++;
    }

    /**
     * Checks that all became due, and who was dialed: otherwise the measurement is void.
     *
     * @throws IllegalStateException naming what is wrong
     */
    void check() {
        Appointments.expect("booked", held, appointments.booked(always));
        Appointments.expect("due", storms * SIZE, appointments.events().due());
        Appointments.expect("dialed", storms * AGENTS, appointments.events().dials());
    }
}
