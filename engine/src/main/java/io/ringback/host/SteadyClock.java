package io.ringback.host;

import java.util.function.LongSupplier;

/**
 * Follows a wall clock, and never runs back. A wall clock set forward is followed at once. While one that was set back
 * has not come up to the time already told, time goes on at half speed: it does not stand still, so timers go on
 * firing, and the two meet again after twice the distance.
 *
 * <p>For one thread.
 */
final class SteadyClock {
    private static final long NANOS_PER_SLOW_MS = 2_000_000;

    private final LongSupplier wallMs;
    private final LongSupplier nanos;
    private long nowMs = Long.MIN_VALUE;
    /** The last time at which this clock and the wall clock agreed. */
    private long agreedMs;

    private long agreedNs;

    /** Goes on from a time that was told before; {@code Long.MIN_VALUE}: none was. */
    SteadyClock(final LongSupplier wallMs, final LongSupplier nanos, final long toldMs) {
        this.wallMs = wallMs;
        this.nanos = nanos;
        nowMs = toldMs;
        agreedMs = toldMs;
        agreedNs = nanos.getAsLong();
    }

    /** The time, epoch milliseconds; never less than what it told before. */
    long nowMs() {
        final long toldByWallMs = wallMs.getAsLong();
        if (toldByWallMs >= nowMs) {
            agreedMs = toldByWallMs;
            agreedNs = nanos.getAsLong();
            nowMs = toldByWallMs;
        } else {
            nowMs = Math.max(nowMs, agreedMs + (nanos.getAsLong() - agreedNs) / NANOS_PER_SLOW_MS);
        }
        return nowMs;
    }
}
