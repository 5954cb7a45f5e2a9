package io.ringback.scenario;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Listens to an engine and keeps what it tells as events with names. */
final class EventCollector implements EngineListener {
    private final Ids agents;
    private final Ids interactions;
    private List<Event> events = new ArrayList<>();

    EventCollector(final Ids agents, final Ids interactions) {
        this.agents = agents;
        this.interactions = interactions;
    }

    /** The events since the last call. */
    List<Event> take() {
        final List<Event> taken = events;
        events = new ArrayList<>();
        return taken;
    }

    private void add(
            final long nowMs, final EventKind kind, final List<String> names, final Map<String, Object> values) {
        events.add(new Event(nowMs, kind, names, values));
    }

    @Override
    public void onQueued(
            final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
        final Map<String, Object> values = pendingId == Engine.NO_ID
                ? Map.of("ewt", ewtMs)
                : Map.of("ewt", ewtMs, "pending", interactions.name(pendingId));
        add(nowMs, EventKind.QUEUED, List.of(interactions.name(id), queue.name()), values);
    }

    @Override
    public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
        add(nowMs, EventKind.OFFERED, List.of(interactions.name(id), queue.name()), Map.of("ewt", ewtMs));
    }

    @Override
    public void onRouted(
            final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
        final List<String> names = List.of(interactions.name(id), agents.name(agentId));
        add(nowMs, EventKind.ROUTED, names, Map.of("queue", queue.name(), "waited", waitedMs));
    }

    @Override
    public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
        add(nowMs, EventKind.REQUEUED, List.of(interactions.name(id)), Map.of("reason", Words.word(reason)));
    }

    @Override
    public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
        add(nowMs, EventKind.SCHEDULED, List.of(interactions.name(id), queue.name()), Map.of("at", slotMs));
    }

    @Override
    public void onSlotFull(
            final long nowMs, final long id, final long firstMs, final long secondMs, final long thirdMs) {
        final List<Long> near = LongStream.of(firstMs, secondMs, thirdMs)
                .filter(startMs -> startMs != Engine.NO_TIME)
                .boxed()
                .toList();
        add(nowMs, EventKind.SLOT_FULL, List.of(interactions.name(id)), Map.of("near", near));
    }

    @Override
    public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
        add(nowMs, EventKind.DUE, List.of(interactions.name(id), queue.name()), Map.of());
    }

    @Override
    public void onSlotOrphaned(final long nowMs, final long id, final long slotMs) {
        add(nowMs, EventKind.SLOT_ORPHANED, List.of(interactions.name(id)), Map.of("at", slotMs));
    }

    @Override
    public void onDial(final long nowMs, final long id, final long number, final int attempt) {
        final Map<String, Object> values = Map.of("number", "+" + number, "attempt", (long) attempt);
        add(nowMs, EventKind.DIAL, List.of(interactions.name(id)), values);
    }

    @Override
    public void onDialCancelled(final long nowMs, final long id, final int attempt) {
        add(nowMs, EventKind.DIAL_CANCELLED, List.of(interactions.name(id)), Map.of("attempt", (long) attempt));
    }

    @Override
    public void onOnLine(final long nowMs, final long id) {
        add(nowMs, EventKind.ON_LINE, List.of(interactions.name(id)), Map.of());
    }

    @Override
    public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
        final Map<String, Object> values = Map.of("at", atMs, "reason", Words.word(reason));
        add(nowMs, EventKind.RETRY, List.of(interactions.name(id)), values);
    }

    @Override
    public void onLinked(final long nowMs, final long callId, final long callbackId) {
        add(nowMs, EventKind.LINKED, List.of(interactions.name(callId), interactions.name(callbackId)), Map.of());
    }

    @Override
    public void onEnded(final long nowMs, final long id, final EndReason reason) {
        final String detail = Words.detail(reason);
        final Map<String, Object> values = detail == null
                ? Map.of("reason", Words.reason(reason))
                : Map.of("reason", Words.reason(reason), "detail", detail);
        add(nowMs, EventKind.ENDED, List.of(interactions.name(id)), values);
    }

    @Override
    public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
        add(nowMs, EventKind.AGENT, List.of(agents.name(agentId)), Map.of("state", state.name()));
    }
}
