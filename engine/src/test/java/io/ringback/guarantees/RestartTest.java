package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** X4: what a host holds can be entered again after a restart, and every place is as it was. */
class RestartTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final long CRASH_MS = START_MS + 3_600_000;
    private static final int HELD = 300;

    /** What a host knows of one interaction: enough to enter it again. */
    private record Held(long id, boolean callback, int priority, long queuedMs, long headStartMs) {}

    @Test
    void shouldRouteInTheFormerOrderWhenTheHostEntersAgainWhatItHolds() {
        final List<Held> held = held(20);

        final Center former = new Center();
        held.forEach(each -> former.enter(each.queuedMs(), each, each.headStartMs()));
        former.engine.advanceTo(CRASH_MS);
        final Center restarted = new Center();
        held.forEach(each -> restarted.enter(CRASH_MS, each, CRASH_MS - each.queuedMs() + each.headStartMs()));

        assertSamePlaces(restarted, former, held);
    }

    @Test
    void shouldRouteInTheFormerOrderWhenTheHostEntersThemInAnotherOrder() {
        final List<Held> held = held(HELD);
        assertThat(held.stream()
                        .map(each -> each.queuedMs() - each.headStartMs())
                        .distinct())
                .as("no two have waited for the same time")
                .hasSize(HELD);

        final Center former = new Center();
        held.forEach(each -> former.enter(each.queuedMs(), each, each.headStartMs()));
        former.engine.advanceTo(CRASH_MS);
        final List<Held> shuffled = new ArrayList<>(held);
        Collections.reverse(shuffled);
        final Center restarted = new Center();
        shuffled.forEach(each -> restarted.enter(CRASH_MS, each, CRASH_MS - each.queuedMs() + each.headStartMs()));

        assertSamePlaces(restarted, former, held);
    }

    @Test
    void shouldRouteInAnotherOrderWhenTheHostForgetsTheHeadStart() {
        final List<Held> held = held(HELD);
        final Center former = new Center();
        held.forEach(each -> former.enter(each.queuedMs(), each, each.headStartMs()));
        former.engine.advanceTo(CRASH_MS);
        final Center restarted = new Center();
        held.forEach(each -> restarted.enter(CRASH_MS, each, CRASH_MS - each.queuedMs()));

        assertThat(restarted.orderOfService()).isNotEqualTo(former.orderOfService());
    }

    private static void assertSamePlaces(final Center restarted, final Center former, final List<Held> held) {
        for (final Held each : held) {
            assertThat(restarted.engine.position(each.id()))
                    .as("position of %s", each)
                    .isEqualTo(former.engine.position(each.id()));
        }
        final List<Long> order = former.orderOfService();
        assertThat(order).hasSize(HELD);
        assertThat(restarted.orderOfService()).isEqualTo(order);
    }

    /**
     * Calls and callbacks in order of arrival, some with a head start of their own, drawn from so many instants: where
     * they are few, many arrive at the same; where there is one for each, no two have the same place in time.
     */
    private static List<Held> held(final int instants) {
        final SplittableRandom random = new SplittableRandom(20_260_302);
        final List<Held> held = new ArrayList<>();
        final List<Long> times = new ArrayList<>();
        for (int n = 0; n < HELD; n++) {
            times.add(START_MS + (instants == HELD ? n : random.nextInt(instants)) * (3_000_000L / instants));
        }
        Collections.sort(times);
        for (int n = 0; n < HELD; n++) {
            final long headStartMs = random.nextInt(4) == 0 ? 1_000L * random.nextInt(900) + 1 + n : 0;
            held.add(new Held(n, random.nextInt(3) == 0, random.nextInt(3) - 1, times.get(n), headStartMs));
        }
        return held;
    }

    private static final class Center {
        private final List<Long> served = new ArrayList<>();
        private final Request request = new Request();
        private final Engine engine;
        private final VirtualQueue queue;

        Center() {
            engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {
                @Override
                public void onRouted(
                        final long nowMs,
                        final long id,
                        final long agentId,
                        final VirtualQueue from,
                        final long waitedMs) {
                    served.add(id);
                }

                @Override
                public void onDial(final long nowMs, final long id, final long number, final int attempt) {
                    served.add(id);
                }
            });
            queue = engine.queue(
                    START_MS,
                    "support",
                    QueueSettings.builder().purgeAfter(Duration.ofDays(2)).build());
        }

        void enter(final long nowMs, final Held held, final long headStartMs) {
            request.of(held.id(), queue)
                    .number(15_550_000 + held.id())
                    .priority(held.priority())
                    .headStart(headStartMs);
            Stage.done(held.callback() ? engine.requestCallback(nowMs, request) : engine.callArrived(nowMs, request));
        }

        /** As one agent after the other becomes Ready: which callbacks are dialed and which calls are routed. */
        List<Long> orderOfService() {
            for (long agent = 1; agent <= HELD; agent++) {
                Stage.done(engine.defineAgent(CRASH_MS, agent, SkillLevels.none()));
                Stage.done(engine.agentReady(CRASH_MS, agent));
            }
            return served;
        }
    }
}
