package io.ringback.internal.flow;

import io.ringback.Engine;
import io.ringback.internal.timer.Timers;

/** The engine's time: it comes from outside, never runs back, and lets every due timer fire at its own deadline. */
public final class Timekeeper {
    private final Timers timers;
    private final Flows flows;
    private final long maxStepMs;
    private long nowMs = Engine.NO_TIME;
    private long regressions;

    public Timekeeper(final Timers timers, final Flows flows, final long maxStepMs) {
        this.timers = timers;
        this.flows = flows;
        this.maxStepMs = maxStepMs;
    }

    /** Engine time, or {@link Engine#NO_TIME} before the first stamp. */
    public long nowMs() {
        return nowMs;
    }

    /** How many stamps were earlier than the engine's time. */
    public long regressions() {
        return regressions;
    }

    /** Whether a command with this stamp would step too far ahead. */
    public boolean jumps(final long stampMs) {
        return nowMs != Engine.NO_TIME && bounded(stampMs) - nowMs > maxStepMs;
    }

    /** Moves to a stamp, firing what is due on the way; a stamp in the past is counted, and counts as now. */
    public void advance(final long stampMs) {
        long untilMs = bounded(stampMs);
        if (nowMs == Engine.NO_TIME) {
            nowMs = untilMs;
        } else if (untilMs < nowMs) {
            regressions++;
            untilMs = nowMs;
        }
        while (timers.nextDeadlineMs() <= untilMs) {
            nowMs = timers.nextDeadlineMs();
            flows.fire(nowMs, timers.poll());
        }
        nowMs = untilMs;
    }

    private static long bounded(final long stampMs) {
        return Math.max(0, Math.min(stampMs, Engine.TIME_MAX_MS));
    }
}
