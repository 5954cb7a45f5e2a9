package io.ringback.examples;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import java.util.List;

/** What a host does after a restart: it enters again whoever waits, at the place that each has by now. */
public final class Restart {
    private Restart() {}

    /**
     * What a host holds of somebody who waits, in its own memory or database.
     *
     * @param id of the interaction
     * @param onTheLine a person is on the phone: a live call, or a callback whose customer has answered
     * @param number E.164, or {@link Engine#UNKNOWN_NUMBER}
     * @param queuedMs when it was queued first, epoch milliseconds
     * @param headStartMs what its request was credited with then
     */
    public record Waiting(long id, boolean onTheLine, long number, long queuedMs, long headStartMs) {}

    /**
     * Enters those who wait in one queue, before any agent becomes Ready.
     *
     * @param engine a new engine
     * @param queue where they waited
     * @param inOrderOfArrival who waits
     * @param nowMs epoch milliseconds
     */
    public static void enterAgain(
            final Engine engine, final VirtualQueue queue, final List<Waiting> inOrderOfArrival, final long nowMs) {
        final Request request = new Request();
        for (final Waiting each : inOrderOfArrival) {
            request.of(each.id(), queue).number(each.number()).headStart(nowMs - each.queuedMs() + each.headStartMs());
            final Outcome outcome =
                    each.onTheLine() ? engine.callArrived(nowMs, request) : engine.requestCallback(nowMs, request);
            if (outcome != Outcome.OK) {
                throw new IllegalStateException(each + ": " + outcome);
            }
        }
    }
}
