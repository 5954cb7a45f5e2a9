package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventCollectorTest {
    private final Ids agents = new Ids();
    private final Ids interactions = new Ids();
    private final EventCollector events = new EventCollector(agents, interactions);

    @Test
    void shouldUseTheLanguagesWordsWhenTheEngineReports() {
        final long ann = agents.id("ann");
        final long k1 = interactions.id("k1");
        final long c1 = interactions.id("c1");

        events.onDial(1, k1, 4420, 2);
        events.onDialCancelled(2, k1, 2);
        events.onRetryAt(3, k1, 300, DialFailure.NO_ANSWER);
        events.onOnLine(4, k1);
        events.onRequeued(5, k1, RequeueReason.ANSWER_TIMEOUT);
        events.onLinked(6, c1, k1);
        events.onEnded(7, k1, EndReason.PURGED_AGE);
        events.onEnded(8, c1, EndReason.AGENT_LOST);
        events.onEnded(8, k1, EndReason.PURGED_END_OF_DAY);
        events.onAgentState(9, ann, AgentState.AFTER_CALL_WORK);

        assertThat(events.take())
                .containsExactly(
                        event(1, EventKind.DIAL, "k1", Map.of("number", "+4420", "attempt", 2L)),
                        event(2, EventKind.DIAL_CANCELLED, "k1", Map.of("attempt", 2L)),
                        event(3, EventKind.RETRY, "k1", Map.of("at", 300L, "reason", "no-answer")),
                        event(4, EventKind.ON_LINE, "k1", Map.of()),
                        event(5, EventKind.REQUEUED, "k1", Map.of("reason", "answer-timeout")),
                        new Event(6, EventKind.LINKED, List.of("c1", "k1"), Map.of()),
                        event(7, EventKind.ENDED, "k1", Map.of("reason", "PURGED", "detail", "AGE")),
                        event(8, EventKind.ENDED, "c1", Map.of("reason", "AGENT_LOST")),
                        event(8, EventKind.ENDED, "k1", Map.of("reason", "PURGED", "detail", "END_OF_DAY")),
                        event(9, EventKind.AGENT, "ann", Map.of("state", "AFTER_CALL_WORK")));
        assertThat(events.take()).isEmpty();
    }

    @Test
    void shouldNameTheSlotsWhenBookingsAreReported() {
        final long k1 = interactions.id("k1");
        final VirtualQueue support = Engine.create(EngineConfig.builder().build(), new EngineListener() {})
                .queue(0, "support", QueueSettings.builder().build());

        events.onScheduled(1, k1, support, 900_000);
        events.onSlotOrphaned(2, k1, 900_000);
        events.onDue(3, k1, support);
        events.onSlotFull(4, k1, 300, 100, 500);
        events.onSlotFull(5, k1, 300, Engine.NO_TIME, Engine.NO_TIME);
        events.onSlotFull(6, k1, Engine.NO_TIME, Engine.NO_TIME, Engine.NO_TIME);

        assertThat(events.take())
                .containsExactly(
                        new Event(1, EventKind.SCHEDULED, List.of("k1", "support"), Map.of("at", 900_000L)),
                        event(2, EventKind.SLOT_ORPHANED, "k1", Map.of("at", 900_000L)),
                        new Event(3, EventKind.DUE, List.of("k1", "support"), Map.of()),
                        event(4, EventKind.SLOT_FULL, "k1", Map.of("near", List.of(300L, 100L, 500L))),
                        event(5, EventKind.SLOT_FULL, "k1", Map.of("near", List.of(300L))),
                        event(6, EventKind.SLOT_FULL, "k1", Map.of("near", List.of())));
    }

    @Test
    void shouldAgreeWithTheGrammarWhenEndingsAndReasonsAreNamed() {
        assertThat(Words.reasons()).contains("COMPLETED", "PURGED").doesNotContain("PURGED_AGE", "PURGED_END_OF_DAY");
        assertThat(Words.details()).containsExactly("AGE", "END_OF_DAY");
        assertThat(Words.words(DialFailure.values())).containsExactly("busy", "no-answer", "machine", "error");
    }

    private static Event event(
            final long timeMs, final EventKind kind, final String name, final Map<String, Object> values) {
        return new Event(timeMs, kind, List.of(name), values);
    }
}
