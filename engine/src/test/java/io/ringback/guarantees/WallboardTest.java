package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.AgentView;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.Outcome;
import io.ringback.QueueView;
import io.ringback.ServiceCounts;
import io.ringback.VirtualQueue;
import io.ringback.guarantees.Recount.Life;
import io.ringback.internal.store.QueueCounts;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wallboard shows, after each of many random commands, is what a host counts from commands and events. */
class WallboardTest {
    private static final int LENGTH = 8_000;
    private static final long BUCKET_MS = 60_000;

    private final Recount recount = new Recount();
    private final QueueView view = new QueueView();
    private final AgentView agentView = new AgentView();

    @ParameterizedTest
    @CsvSource({"1, 6, 24", "1, 1000, 5000", "2, 50, 30"})
    void shouldShowWhatTheHostCountsWhenCommandsComeAtRandom(
            final long seed, final int agents, final int interactions) {
        final Player player = new Player(agents, interactions, (config, unheard) -> Engine.create(config, recount));
        final Engine engine = player.engine();
        for (final Step step : Recording.of(20_260_302 + seed, LENGTH)) {
            recount.before(step);
            for (final VirtualQueue queue : player.queues()) {
                recount.serviceLevelMs(queue, engine.settings(queue).serviceLevelMs());
            }
            final Outcome outcome = player.apply(step);
            recount.after(outcome, engine.nowMs(), player.queues().get(step.detail() % 2));
            for (final VirtualQueue queue : player.queues()) {
                engine.read(queue, view);
                compareWaiting(step, queue, engine.nowMs());
                compareAgents(step, engine.settings(queue).skills());
                compareCounts(step, queue, engine.nowMs());
            }
            compareHandled(step, engine);
        }
        engine.validate();
        assertThat(view.sinceStart().servedInTime())
                .isBetween(1L, view.sinceStart().servedCalls() - 1);
        assertThat(view.sinceStart().servedCalls()).isGreaterThan(view.recent().servedCalls());
    }

    private void compareWaiting(final Step step, final VirtualQueue queue, final long nowMs) {
        for (final InteractionKind kind : InteractionKind.values()) {
            for (final InteractionState state : InteractionState.values()) {
                assertThat(view.count(kind, state))
                        .as("%s %s after %s", kind, state, step)
                        .isEqualTo(lives(queue, life -> life.kind == kind && life.state == state)
                                .size());
            }
        }
        assertThat(view.retrying())
                .as("retrying after %s", step)
                .isEqualTo(lives(queue, life -> life.retries(nowMs)).size());
        assertThat(view.longestWaitMs())
                .as("longest wait after %s", step)
                .isEqualTo(longest(lives(queue, Life::waits), nowMs));
        assertThat(view.longestOnLineWaitMs())
                .as("longest wait on the line after %s", step)
                .isEqualTo(longest(lives(queue, life -> life.waits() && life.onLine()), nowMs));
    }

    private void compareAgents(final Step step, final String skills) {
        for (final AgentState state : AgentState.values()) {
            assertThat((long) view.agents(state))
                    .as("agents %s after %s", state, step)
                    .isEqualTo(recount.people().values().stream()
                            .filter(person -> person.state == state && (skills == null || person.german > 0))
                            .count());
        }
    }

    private void compareCounts(final Step step, final VirtualQueue queue, final long nowMs) {
        compareCounts("since the start, after " + step, view.sinceStart(), queue, nowMs, nowMs / BUCKET_MS + 1);
        compareCounts("recent, after " + step, view.recent(), queue, nowMs, QueueCounts.BUCKETS);
    }

    private void compareCounts(
            final String when,
            final ServiceCounts counts,
            final VirtualQueue queue,
            final long nowMs,
            final long buckets) {
        assertThat(counts.servedCalls())
                .as("served calls %s", when)
                .isEqualTo(recount.count(queue, "call", nowMs, BUCKET_MS, buckets));
        assertThat(counts.servedCallbacks())
                .as("served callbacks %s", when)
                .isEqualTo(recount.count(queue, "callback", nowMs, BUCKET_MS, buckets));
        assertThat(counts.servedInTime())
                .as("served in time %s", when)
                .isEqualTo(recount.count(queue, "in time", nowMs, BUCKET_MS, buckets));
        assertThat(counts.abandoned())
                .as("abandoned %s", when)
                .isEqualTo(recount.count(queue, "abandoned", nowMs, BUCKET_MS, buckets));
    }

    private void compareHandled(final Step step, final Engine engine) {
        recount.people().forEach((id, person) -> {
            assertThat(engine.readAgent(id, agentView)).isTrue();
            assertThat(agentView.state()).as("agent %s after %s", id, step).isEqualTo(person.state);
            assertThat(agentView.handled())
                    .as("handled by %s after %s", id, step)
                    .isEqualTo(person.handled);
        });
    }

    private List<Life> lives(final VirtualQueue queue, final Predicate<Life> which) {
        return recount.lives().values().stream()
                .filter(life -> life.queue == queue && which.test(life))
                .toList();
    }

    private static long longest(final List<Life> lives, final long nowMs) {
        return lives.stream().mapToLong(life -> nowMs - life.queuedMs).max().orElse(0);
    }
}
