package io.ringback.bench;

import io.ringback.VirtualQueue;
import java.util.SplittableRandom;

/**
 * A center in which all that was booked over thirty days becomes due, slot by slot, in one advance. It is always open
 * and nobody is at work, so that nothing but becoming due is measured.
 */
final class DueMonth {
    private static final long SEED = 20_260_331;
    private static final long MONTH_MS = Appointments.DAYS * Appointments.DAY_MS;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Appointments appointments;
    private final VirtualQueue always;
    private final int held;
    private long months;

    DueMonth(final int held) {
        this.held = held;
        appointments = new Appointments(held, held, 0);
        always = appointments.always(held);
    }

    /** Whatever waits is cancelled, and as much is booked for the thirty days to come. */
    void book() {
        final long nowMs = appointments.engine().nowMs();
        for (int id = 0; id < held; id++) {
            if (months > 0) {
                appointments.cancel(id);
            }
            appointments.book(id, always, nowMs + random.nextLong(MONTH_MS));
        }
    }

    /** Thirty days pass. */
    void pass() {
        appointments.engine().advanceTo(appointments.engine().nowMs() + MONTH_MS);
        months++;
    }

    /**
     * Checks that all became due: otherwise the measurement is void.
     *
     * @throws IllegalStateException naming what is wrong
     */
    void check() {
        Appointments.expect("booked", 0, appointments.booked(always));
        Appointments.expect("due", months * held, appointments.events().due());
        Appointments.expect("waiting", held, appointments.engine().interactions());
    }
}
