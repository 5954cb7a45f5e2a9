package io.ringback.bench;

import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.VirtualQueue;

/** A listener that does next to nothing: it counts what happens to bookings. */
final class BookingEvents implements EngineListener {
    private long scheduled;
    private long full;
    private long due;
    private long ended;
    private long dials;

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        scheduled++;
    }

    @Override
    public void onSlotFull(
            final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {
        full++;
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        due++;
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        dials++;
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        ended++;
    }

    long scheduled() {
        return scheduled;
    }

    long full() {
        return full;
    }

    long due() {
        return due;
    }

    long dials() {
        return dials;
    }

    long ended() {
        return ended;
    }
}
