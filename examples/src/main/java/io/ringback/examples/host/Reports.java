package io.ringback.examples.host;

import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import java.util.function.Supplier;

/** Puts facts into words, for the engine and for the conversation. Used on the engine's thread alone. */
final class Reports {
    /** Numbers of a range that is kept free for stories. */
    private static final long FIRST_NUMBER = 442_079_460_000L;

    private static final int NUMBERS = 1_000;

    private final Conversation conversation;
    private final Tally tally;
    private final Request request = new Request();
    private long latestId;

    Reports(final Conversation conversation, final Tally tally) {
        this.conversation = conversation;
        this.tally = tally;
    }

    static String agent(final long agent) {
        return "agent " + agent;
    }

    static String interaction(final long id) {
        return "customer " + id;
    }

    static long number(final int caller) {
        return FIRST_NUMBER + caller % NUMBERS;
    }

    /** The id of the latest interaction; they are numbered from 1 on. */
    long latestId() {
        return latestId;
    }

    /** The id of the call, or {@link Engine#NO_ID} when it was refused. */
    long call(final Engine engine, final long nowMs, final VirtualQueue queue, final int caller) {
        final long id = latestId + 1;
        request.of(id, queue).number(number(caller));
        return entered(
                id, report(nowMs, interaction(id), "calls", () -> tally.call(engine.callArrived(nowMs, request))));
    }

    void callback(final Engine engine, final long nowMs, final VirtualQueue queue, final int caller) {
        final long id = latestId + 1;
        request.of(id, queue).number(number(caller));
        entered(
                id,
                report(
                        nowMs,
                        interaction(id),
                        "asks to be called back",
                        () -> tally.callback(engine.requestCallback(nowMs, request))));
    }

    void acceptOffer(final Engine engine, final long nowMs, final long callId, final int caller) {
        final long id = latestId + 1;
        request.of(id, null).number(number(caller));
        entered(
                id,
                report(
                        nowMs,
                        interaction(callId),
                        "hangs up to be called back as " + interaction(id),
                        () -> tally.callback(engine.acceptOffer(nowMs, callId, request))));
    }

    void left(final Engine engine, final long nowMs, final long id) {
        report(nowMs, interaction(id), "hangs up", () -> engine.customerLeft(nowMs, id));
    }

    void turnedOut(final Engine engine, final long nowMs, final long id) {
        report(nowMs, interaction(id), "is told that the lines close", () -> engine.customerLeft(nowMs, id));
    }

    void cancel(final Engine engine, final long nowMs, final long id) {
        report(nowMs, interaction(id), "is told not to wait for a call", () -> engine.cancel(nowMs, id));
    }

    void dialAnswered(final Engine engine, final long nowMs, final long id, final int attempt) {
        report(nowMs, interaction(id), "picks up", () -> engine.dialAnswered(nowMs, id, attempt));
    }

    void dialFailed(final Engine engine, final long nowMs, final long id, final int attempt, final DialFailure reason) {
        report(
                nowMs,
                interaction(id),
                "is not reached: " + reason,
                () -> engine.dialFailed(nowMs, id, attempt, reason));
    }

    void ready(final Engine engine, final long nowMs, final long agent) {
        report(nowMs, agent(agent), "is ready", () -> engine.agentReady(nowMs, agent));
    }

    void notReady(final Engine engine, final long nowMs, final long agent) {
        report(nowMs, agent(agent), "wants a break", () -> engine.agentNotReady(nowMs, agent));
    }

    void answered(final Engine engine, final long nowMs, final long agent, final long id) {
        report(nowMs, agent(agent), "answers " + interaction(id), () -> engine.agentAnswered(nowMs, agent, id));
    }

    void completed(final Engine engine, final long nowMs, final long agent, final long id) {
        report(nowMs, agent(agent), "is done with " + interaction(id), () -> engine.agentCompleted(nowMs, agent, id));
    }

    /** An id that was refused is there for the next. */
    private long entered(final long id, final Outcome outcome) {
        if (outcome != Outcome.OK) {
            return Engine.NO_ID;
        }
        latestId = id;
        return id;
    }

    private Outcome report(final long nowMs, final String who, final String what, final Supplier<Outcome> command) {
        final Outcome outcome = conversation.fact(nowMs, who, what, command);
        tally.report(outcome);
        return outcome;
    }
}
