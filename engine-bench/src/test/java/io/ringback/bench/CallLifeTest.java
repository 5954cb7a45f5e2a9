package io.ringback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.VirtualQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLifeTest {
    @ParameterizedTest
    @CsvSource({"SMALL, ENGINE", "SMALL, SORTED_SET", "LARGE, ENGINE", "LARGE, SORTED_SET"})
    void shouldReportTheSameEventsWhenTheFactsAreThoseOfTheSimplestBaseline(
            final CenterSize size, final Implementation implementation) {
        final Workload workload = new Workload(size);
        final List<String> expectedEvents = new ArrayList<>();
        final SteadyCenter expected = center(workload, Implementation.SCAN, expectedEvents);
        final List<String> events = new ArrayList<>();
        final SteadyCenter center = center(workload, implementation, events);
        for (int i = 0; i < 20_000; i++) {
            assertThat(events).as("events of step " + i).isEqualTo(expectedEvents);
            events.clear();
            expectedEvents.clear();
            expected.step();
            center.step();
        }
        expected.check();
        center.check();
    }

    private static SteadyCenter center(
            final Workload workload, final Implementation implementation, final List<String> events) {
        return new SteadyCenter(
                workload, (same, listener) -> implementation.create(same, new Recorder(listener, events)));
    }

    /** Writes events down on their way to the host. */
    private record Recorder(EngineListener next, List<String> events) implements EngineListener {
        @Override
        public void onQueued(
                final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pendingId) {
            events.add(nowMs + " queued " + id + " pending " + pendingId);
            next.onQueued(nowMs, id, queue, ewtMs, pendingId);
        }

        @Override
        public void onRouted(
                final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
            events.add(nowMs + " routed " + id + " to " + agentId + " after " + waitedMs);
            next.onRouted(nowMs, id, agentId, queue, waitedMs);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            events.add(nowMs + " ended " + id + " " + reason);
            next.onEnded(nowMs, id, reason);
        }

        @Override
        public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
            events.add(nowMs + " agent " + agentId + " " + state);
            next.onAgentState(nowMs, agentId, state);
        }
    }
}
