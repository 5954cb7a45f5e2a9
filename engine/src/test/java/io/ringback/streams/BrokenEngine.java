package io.ringback.streams;

import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.Slot;
import java.util.List;

/** Passes everything on to an engine; tests override what is to go wrong. */
class BrokenEngine implements EngineUnderTest {
    private final EngineUnderTest engine;

    BrokenEngine(final EngineUnderTest engine) {
        this.engine = engine;
    }

    @Override
    public Outcome apply(final long nowMs, final Command command) {
        return engine.apply(nowMs, command);
    }

    @Override
    public void advanceTo(final long nowMs) {
        engine.advanceTo(nowMs);
    }

    @Override
    public long nowMs() {
        return engine.nowMs();
    }

    @Override
    public long nextDeadlineMs() {
        return engine.nextDeadlineMs();
    }

    @Override
    public List<Event> takeEvents() {
        return engine.takeEvents();
    }

    @Override
    public String interactionState(final String name) {
        return engine.interactionState(name);
    }

    @Override
    public String agentState(final String name) {
        return engine.agentState(name);
    }

    @Override
    public int position(final String name) {
        return engine.position(name);
    }

    @Override
    public int attempt(final String name) {
        return engine.attempt(name);
    }

    @Override
    public int waiting(final String queue) {
        return engine.waiting(queue);
    }

    @Override
    public boolean open(final String queue) {
        return engine.open(queue);
    }

    @Override
    public long nextOpenMs(final String queue) {
        return engine.nextOpenMs(queue);
    }

    @Override
    public long nextCloseMs(final String queue) {
        return engine.nextCloseMs(queue);
    }

    @Override
    public long endOfDayMs(final String queue) {
        return engine.endOfDayMs(queue);
    }

    @Override
    public List<Slot> slots(final String queue, final long fromMs, final long toMs) {
        return engine.slots(queue, fromMs, toMs);
    }

    @Override
    public long ewtMs(final String queue) {
        return engine.ewtMs(queue);
    }

    @Override
    public long remainingEwtMs(final String name) {
        return engine.remainingEwtMs(name);
    }
}
