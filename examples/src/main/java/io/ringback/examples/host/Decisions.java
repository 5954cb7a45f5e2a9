package io.ringback.examples.host;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Hears what the engine decides, and has the telephony carry it out: phones ring, customers are dialed. It only notes
 * and hands on, since every customer waits while it runs; whatever comes of it is reported later, by other threads.
 */
final class Decisions implements EngineListener {
    private static final int ANSWERED_PERCENT = 92;
    private static final int BREAK_PERCENT = 8;
    private static final int REACHED_PERCENT = 60;
    private static final int BUSY_PERCENT = 25;
    private static final long BREAK_MS = 10_000;
    private static final long PATIENCE_ON_LINE_MS = 20_000;

    private final Conversation conversation;
    private final Tally tally;
    private final Reports reports;
    private final SplittableRandom random;
    private Telephony telephony;

    Decisions(
            final Conversation conversation, final Tally tally, final Reports reports, final SplittableRandom random) {
        this.conversation = conversation;
        this.tally = tally;
        this.reports = reports;
        this.random = random;
    }

    /** Before the first command: the engine needs its listener before it has a host, and that comes before all else. */
    void connect(final Telephony itsTelephony) {
        telephony = itsTelephony;
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        decide(nowMs, id, "is queued for " + queue.name() + expected(ewtMs));
    }

    @Override
    public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
        decide(nowMs, id, "is offered a callback");
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        tally.routed(waitedMs);
        decide(nowMs, id, String.format(Locale.ROOT, "rings at agent %d after %.1f s", agentId, waitedMs / 1_000.0));
        final long pickedUpMs = between(1_000, 3_000);
        final long doneMs = pickedUpMs + between(8_000, 30_000);
        if (percent(ANSWERED_PERCENT)) {
            telephony.agents().after(pickedUpMs, (engine, atMs) -> reports.answered(engine, atMs, agentId, id));
            telephony.agents().after(doneMs, (engine, atMs) -> reports.completed(engine, atMs, agentId, id));
            if (percent(BREAK_PERCENT)) {
                telephony.agents().after(doneMs - 1_000, (engine, atMs) -> reports.notReady(engine, atMs, agentId));
            }
        }
    }

    @Override
    public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
        decide(nowMs, id, "waits again: " + reason);
    }

    /** A dial that is called off has no result here: the engine refuses it then, or is glad of a late answer. */
    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        decide(nowMs, id, "is dialed, attempt " + attempt);
        final int luck = random.nextInt(100);
        if (luck < REACHED_PERCENT) {
            final long pickedUpMs = between(3_000, 8_000);
            telephony.dialer().after(pickedUpMs, (engine, atMs) -> reports.dialAnswered(engine, atMs, id, attempt));
        } else if (luck < REACHED_PERCENT + BUSY_PERCENT) {
            failed(id, attempt, between(1_000, 2_000), DialFailure.BUSY);
        } else {
            failed(id, attempt, between(12_000, 15_000), DialFailure.NO_ANSWER);
        }
    }

    private void failed(final long id, final int attempt, final long afterMs, final DialFailure reason) {
        telephony.dialer().after(afterMs, (engine, atMs) -> reports.dialFailed(engine, atMs, id, attempt, reason));
    }

    @Override
    public void onDialCancelled(final long nowMs, final long id, final int attempt) {
        decide(nowMs, id, "is not to be dialed any more, attempt " + attempt);
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        decide(nowMs, id, "is on the line");
        telephony.callers().after(PATIENCE_ON_LINE_MS, (engine, atMs) -> reports.left(engine, atMs, id));
    }

    @Override
    public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
        decide(nowMs, id, String.format(Locale.ROOT, "is dialed again in %.1f s", (atMs - nowMs) / 1_000.0));
    }

    @Override
    public void onLinked(final long nowMs, final long callId, final long callbackId) {
        decide(nowMs, callId, "takes the place of " + Reports.interaction(callbackId));
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        tally.ended(reason);
        decide(nowMs, id, "has ended: " + reason);
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        conversation.decision(nowMs, Reports.agent(agentId), state.toString());
        if (state == AgentState.NOT_READY) {
            telephony.agents().after(BREAK_MS, (engine, atMs) -> reports.ready(engine, atMs, agentId));
        }
    }

    private void decide(final long nowMs, final long id, final String what) {
        conversation.decision(nowMs, Reports.interaction(id), what);
    }

    private static String expected(final long ewtMs) {
        if (ewtMs == Engine.EWT_NO_AGENTS) {
            return ", nobody there to serve";
        }
        return ewtMs == Engine.EWT_UNKNOWN ? "" : ", for about " + (ewtMs + 999) / 1_000 + " s";
    }

    private boolean percent(final int share) {
        return random.nextInt(100) < share;
    }

    private long between(final long fromMs, final long toMs) {
        return random.nextLong(fromMs, toMs);
    }
}
