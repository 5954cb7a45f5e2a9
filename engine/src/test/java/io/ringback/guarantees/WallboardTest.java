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
import io.ringback.guarantees.Step.Kind;
import io.ringback.internal.store.QueueCounts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wallboard shows, after each of many random commands, is what a host counts from commands and events. */
class WallboardTest {
    private static final int LENGTH = 8_000;
    private static final long BUCKET_MS = 60_000;
    private static final int DAYS = 30;

    /** What {@link Player#CALENDARS} say. */
    private static final List<OpenMinutes> HOURS = List.of(
            new OpenMinutes("Europe/London", Recording.START_MS, DAYS, clock -> clock.getMinute() % 30 < 20),
            new OpenMinutes("Europe/London", Recording.START_MS, DAYS, WallboardTest::someDays),
            new OpenMinutes("Australia/Lord_Howe", Recording.START_MS, DAYS, clock -> false));

    private final Recount recount = new Recount();
    private final QueueView view = new QueueView();
    private final AgentView agentView = new AgentView();
    private OpenMinutes hours = HOURS.get(0);

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
            if (step.kind() == Kind.CALENDAR) {
                hours = HOURS.get(step.detail() % HOURS.size());
            }
            recount.after(outcome, engine.nowMs(), player.queues().get(step.detail() % 2));
            for (final VirtualQueue queue : player.queues()) {
                engine.read(queue, view);
                compareWaiting(step, queue, engine.nowMs());
                compareAgents(step, engine.settings(queue).skills());
                compareCounts(step, queue, engine.nowMs());
                compareHours(step, engine.settings(queue).calendar() != null, engine.nowMs());
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
        assertThat(view.bookings())
                .as("bookings after %s", step)
                .isEqualTo(lives(queue, life -> life.state == InteractionState.SCHEDULED)
                        .size());
        assertThat(view.callbacks())
                .as("callbacks after %s", step)
                .isEqualTo(lives(queue, life -> life.kind != InteractionKind.LIVE_CALL)
                        .size());
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

    private void compareHours(final Step step, final boolean calendar, final long nowMs) {
        assertThat(view.open()).as("open after %s", step).isEqualTo(!calendar || hours.isOpen(nowMs));
        assertThat(view.nextOpenMs())
                .as("next opening after %s", step)
                .isEqualTo(calendar ? hours.nextOpenMs(nowMs) : Engine.NO_TIME);
        assertThat(view.nextCloseMs())
                .as("next closing after %s", step)
                .isEqualTo(calendar ? hours.nextCloseMs(nowMs) : Engine.NO_TIME);
        assertThat(view.endOfDayMs())
                .as("end of the day after %s", step)
                .isEqualTo(calendar ? hours.endOfDayMs(nowMs) : Engine.NO_TIME);
    }

    /** Mornings and afternoons of the week, the nights after Saturdays and Sundays, and what is said of two dates. */
    private static boolean someDays(final LocalDateTime clock) {
        final double hour = clock.getHour() + clock.getMinute() / 60.0;
        if (clock.toLocalDate().equals(LocalDate.of(2026, 3, 31))) {
            return hour >= 9.5 && hour < 23.75;
        }
        final boolean monday = clock.toLocalDate().equals(LocalDate.of(2026, 3, 30));
        final boolean night = (weekend(clock) && hour >= 20) || (weekend(clock.minusDays(1)) && hour < 4);
        final boolean day = !weekend(clock) && ((hour >= 8 && hour < 12) || (hour >= 13 && hour < 17.5));
        final boolean evening = monday && hour >= 18 && hour < 20;
        return night || evening || (day && !(monday && hour >= 9 && hour < 11));
    }

    private static boolean weekend(final LocalDateTime clock) {
        return clock.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
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
