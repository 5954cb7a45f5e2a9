package io.ringback.bench;

import io.ringback.SlotVisitor;
import io.ringback.VirtualQueue;
import java.util.SplittableRandom;

/**
 * A center that holds many bookings over thirty days, in steady state: half in a queue that is always open, half
 * in one with office hours. Slots have about twice the places that are taken, so that nearly every wish is met exactly.
 * Customers, times and their order are drawn from a fixed seed.
 */
final class BookedCenter {
    private static final long SEED = 20_260_329;
    private static final int WEEK_DAYS = 7;
    private static final long FIRST_MS = Appointments.START_MS + Appointments.SLOT_MS;
    private static final long LAST_MS = Appointments.START_MS + Appointments.DAYS * Appointments.DAY_MS;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private long places;
    private final SlotVisitor addFree = (startMs, free, capacity) -> places += free;
    private final Appointments appointments;
    private final VirtualQueue always;
    private final VirtualQueue office;
    private final long[] officeSlots;
    private final long[] booked;
    private final int changing;
    private final IdRing freeIds;
    private long books;
    private long moves;

    BookedCenter(final int held) {
        this(held, held);
    }

    /** So many of the bookings change again and again, the others stay. */
    BookedCenter(final int held, final int changing) {
        this.changing = changing;
        appointments = new Appointments(1, held, 0);
        always = appointments.always(places(held, Appointments.DAYS * 96));
        office = appointments.office("mon-fri", places(held, 20 * 34));
        officeSlots = appointments.slots(office);
        booked = new long[held];
        freeIds = new IdRing(held + changing);
        for (int id = 0; id < held + changing; id++) {
            freeIds.add(id);
        }
        for (int place = 0; place < held; place++) {
            booked[place] = book();
        }
    }

    /** A queue has half of the bookings. */
    private static int places(final int held, final int slots) {
        return held / slots + 8;
    }

    /** Somebody takes an appointment back; somebody else wants one, at any time. */
    void cancelAndBook() {
        final int place = random.nextInt(changing);
        appointments.cancel(booked[place]);
        freeIds.add(booked[place]);
        booked[place] = book();
    }

    private long book() {
        final long id = freeIds.take();
        appointments.book(id, queueOf(id), wishedMs(id));
        books++;
        return id;
    }

    /** Somebody wants another time. */
    void reschedule() {
        final long id = booked[random.nextInt(changing)];
        appointments.reschedule(id, wishedMs(id));
        moves++;
    }

    /** Somebody asks what is free in a week: all 672 slots. Returns how many places. */
    long week() {
        return week(always, Appointments.START_MS + random.nextLong(23 * Appointments.DAY_MS));
    }

    /** The same in office hours: the slots of five days. */
    long officeWeek() {
        return week(office, Appointments.START_MS + random.nextLong(23 * Appointments.DAY_MS));
    }

    private long week(final VirtualQueue queue, final long fromMs) {
        places = 0;
        appointments.engine().slots(queue, fromMs, fromMs + WEEK_DAYS * Appointments.DAY_MS, addFree);
        return places;
    }

    private VirtualQueue queueOf(final long id) {
        return id % 2 == 0 ? always : office;
    }

    /** In business hours, and not for a slot that starts now. */
    private long wishedMs(final long id) {
        return id % 2 == 0
                ? FIRST_MS + random.nextLong(LAST_MS - FIRST_MS)
                : officeSlots[random.nextInt(officeSlots.length)] + random.nextLong(Appointments.SLOT_MS / 3);
    }

    /**
     * Checks that the operations were what they should be: otherwise the measurement is void.
     *
     * @throws IllegalStateException naming what is wrong
     */
    void check() {
        Appointments.expect("booked", booked.length, appointments.booked(always) + appointments.booked(office));
        Appointments.expect("scheduled", books + moves, appointments.events().scheduled());
        Appointments.expect(
                "cancelled", books - booked.length, appointments.events().ended());
        Appointments.expect(
                "refused for want of a slot", 0, appointments.events().full());
    }
}
