package io.ringback.bench;

import io.ringback.VirtualQueue;
import java.util.SplittableRandom;

/**
 * An office in which nearly every slot of the thirty days to come is full: 1,020 slots, and one place free in one of a
 * hundred, or nowhere. So a wish is met far from the time wished for.
 */
final class FullOffice {
    static final int SLOTS = 34 * Appointments.DAYS;

    private static final long SEED = 20_260_330;
    private static final int FREE_EVERY = 100;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Appointments appointments;
    private final VirtualQueue office;
    private final long[] slots;
    private final int held;
    private long newId;
    private long books;
    private long refusals;

    /** With so many places in each slot. */
    FullOffice(final int capacity, final boolean someFree) {
        appointments = new Appointments(1, SLOTS * capacity + 1, 0);
        office = appointments.office("mon-sun", capacity);
        slots = appointments.slots(office);
        Appointments.expect("slots", SLOTS, slots.length);
        for (int slot = 0; slot < SLOTS; slot++) {
            final int taken = someFree && slot % FREE_EVERY == FREE_EVERY / 2 ? capacity - 1 : capacity;
            for (int place = 0; place < taken; place++) {
                appointments.bookExactly(newId++, office, slots[slot]);
            }
        }
        held = (int) newId;
    }

    /** Somebody gets the closest place that is free, and takes it back. */
    void bookAndCancel() {
        final long id = id();
        appointments.book(id, office, wishedMs());
        appointments.cancel(id);
        books++;
    }

    /** Somebody is refused, since all is full. */
    void refuse() {
        appointments.refused(id(), office, wishedMs());
        refusals++;
    }

    /** Of those who hold nothing, another each time. */
    private long id() {
        newId = newId < 2L * held ? newId + 1 : held;
        return newId;
    }

    private long wishedMs() {
        return slots[random.nextInt(SLOTS)] + random.nextLong(Appointments.SLOT_MS);
    }

    /**
     * Checks that the operations were what they should be: otherwise the measurement is void.
     *
     * @throws IllegalStateException naming what is wrong
     */
    void check() {
        Appointments.expect("booked", held, appointments.booked(office));
        Appointments.expect("scheduled", held + books, appointments.events().scheduled());
        Appointments.expect("cancelled", books, appointments.events().ended());
        Appointments.expect("refused", refusals, appointments.events().full());
    }
}
