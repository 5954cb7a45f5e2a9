package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranks and times at the edges of what the engine knows. */
class ExtremesTest {
    private final List<String> events = new ArrayList<>();
    private final Request request = new Request();
    private final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {
        @Override
        public void onRouted(
                final long nowMs, final long id, final long agentId, final VirtualQueue from, final long waitedMs) {
            events.add("routed " + id + " at " + nowMs + " waited " + waitedMs);
        }

        @Override
        public void onDue(final long nowMs, final long id, final VirtualQueue from) {
            events.add("due " + id + " at " + nowMs);
        }

        @Override
        public void onDial(final long nowMs, final long id, final long number, final int attempt) {
            events.add("dial " + id + " at " + nowMs);
        }

        @Override
        public void onDialCancelled(final long nowMs, final long id, final int attempt) {
            events.add("dial-cancelled " + id + " at " + nowMs);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            events.add("ended " + id + " at " + nowMs);
        }
    });

    private VirtualQueue queue(final long nowMs) {
        return engine.queue(nowMs, "support", QueueSettings.builder().build());
    }

    private void call(final long nowMs, final long id, final int priority, final long headStartMs) {
        assertThat(engine.callArrived(
                        nowMs, request.of(id, queue(nowMs)).priority(priority).headStart(headStartMs)))
                .isEqualTo(Outcome.OK);
    }

    /** Serves all calls with one agent, and checks positions on the way. */
    private List<Long> order(final long nowMs, final long calls) {
        final InteractionView view = new InteractionView();
        final AgentView agent = new AgentView();
        final List<Long> order = new ArrayList<>();
        engine.defineAgent(nowMs, 7, SkillLevels.none());
        for (int n = 0; n < calls; n++) {
            long first = Engine.NO_ID;
            for (long id = 1; id <= calls; id++) {
                first = engine.read(id, view) && engine.position(id) == 1 ? id : first;
            }
            assertThat(engine.agentReady(nowMs, 7)).isEqualTo(Outcome.OK);
            assertThat(engine.readAgent(7, agent)).isTrue();
            assertThat(agent.interactionId()).isEqualTo(first);
            order.add(first);
            engine.validate();
            assertThat(engine.agentCompleted(nowMs, 7)).isEqualTo(Outcome.OK);
        }
        return order;
    }

    @Test
    void shouldOrderByPriorityFirstWhenPrioritiesAndHeadStartsAreExtreme() {
        final long nowMs = 1_772_442_000_000L;
        call(nowMs, 1, -1_000, Request.HEAD_START_MAX_MS);
        call(nowMs, 2, 999, Request.HEAD_START_MAX_MS);
        call(nowMs, 3, 1_000, 0);
        call(nowMs, 4, -1_000, 0);
        call(nowMs, 5, 0, 0);
        call(nowMs, 6, 0, 1);
        call(nowMs, 7, 0, Request.HEAD_START_MAX_MS - 1);
        call(nowMs, 8, 0, Request.HEAD_START_MAX_MS);
        call(nowMs, 9, 1_000, 1);
        call(nowMs, 10, 0, 0);

        assertThat(order(nowMs, 10)).containsExactly(9L, 3L, 2L, 8L, 7L, 6L, 5L, 10L, 1L, 4L);
    }

    @Test
    void shouldOrderByEffectiveTimeWhenItLiesBeforeTheEpoch() {
        call(0, 1, 0, 0);
        call(0, 2, 0, Request.HEAD_START_MAX_MS);
        call(1, 3, 0, Request.HEAD_START_MAX_MS);
        call(1, 4, 0, 1);
        call(1, 5, 0, 2);

        assertThat(order(1, 5)).containsExactly(2L, 3L, 5L, 1L, 4L);
    }

    @Test
    void shouldGoOnWhenTimeIsAtItsEnd() {
        final long endMs = Engine.TIME_MAX_MS;
        engine.advanceTo(endMs - 10_000);
        call(endMs - 10_000, 1, 0, 0);
        call(endMs - 1, 2, 0, 10_000);
        assertThat(engine.agentReady(Long.MAX_VALUE, 99)).isEqualTo(Outcome.UNKNOWN_AGENT);
        assertThat(engine.nowMs()).isEqualTo(endMs);
        call(Long.MAX_VALUE, 3, 0, Request.HEAD_START_MAX_MS);
        call(Long.MAX_VALUE, 4, 0, 0);

        assertThat(order(endMs, 4)).containsExactly(3L, 2L, 1L, 4L);
        assertThat(engine.clockRegressions()).isZero();
    }

    @Test
    void shouldFireWhatIsDueByThenWhenAdvancedToTheLargestNumber() {
        final long nowMs = 1_772_442_000_000L;
        final VirtualQueue queue = queue(nowMs);
        engine.defineAgent(nowMs, 7, SkillLevels.none());
        engine.agentReady(nowMs, 7);
        engine.requestCallback(nowMs, request.of(1, queue).number(15_550_001));

        assertThat(engine.advanceTo(Long.MAX_VALUE)).isEqualTo(Outcome.OK);

        assertThat(engine.nowMs()).isEqualTo(Engine.TIME_MAX_MS);
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
        assertThat(events)
                .startsWith("dial 1 at " + nowMs, "dial-cancelled 1 at " + (nowMs + 60_000))
                .endsWith("ended 1 at " + (nowMs + 3 * 60_000 + 2 * 300_000));
        engine.validate();
    }

    private VirtualQueue office(final long nowMs, final QueueSettingsBuilder settings) {
        engine.calendar(
                nowMs,
                "office",
                BusinessCalendar.in("Europe/Berlin")
                        .weekly("mon-sun", "00:00-12:00,13:00-24:00")
                        .build());
        return engine.queue(nowMs, "office", settings.calendar("office").build());
    }

    private Outcome book(final long nowMs, final long id, final VirtualQueue queue, final long atMs) {
        return engine.requestCallback(
                nowMs, request.of(id, queue).number(15_550_000 + id).at(atMs));
    }

    @Test
    void shouldBookFromTheEpochOnWhenTimeIsAtItsStart() {
        final VirtualQueue queue = office(0, QueueSettings.builder());
        final List<Long> slots = new ArrayList<>();

        assertThat(book(0, 1, queue, 0)).isEqualTo(Outcome.OK);
        assertThat(book(0, 2, queue, 0)).isEqualTo(Outcome.OK);
        assertThat(engine.slots(queue, 0, 3_600_000, (startMs, free, capacity) -> slots.add(startMs + free)))
                .isEqualTo(4);
        assertThat(engine.advanceTo(3_600_000)).isEqualTo(Outcome.OK);

        assertThat(slots).containsExactly(0L, 900_000L, 1_800_001L, 2_700_001L);
        assertThat(events).containsExactly("due 1 at 0", "due 2 at 900000");
        assertThat(engine.nextDeadlineMs()).as("noon in Berlin").isEqualTo(11 * 3_600_000L);
        engine.validate();
    }

    @Test
    void shouldBookUpToTheLastSlotWhenTimeIsAtItsEnd() {
        final long endMs = Engine.TIME_MAX_MS;
        final long lastSlotMs = endMs / 900_000 * 900_000;
        engine.advanceTo(endMs - 7_200_000);
        final VirtualQueue queue =
                office(endMs - 7_200_000, QueueSettings.builder().slotCapacity(SlotCapacity.of(2)));

        assertThat(book(endMs - 7_200_000, 1, queue, endMs)).isEqualTo(Outcome.OK);
        assertThat(book(endMs - 7_200_000, 2, queue, lastSlotMs)).isEqualTo(Outcome.OK);
        assertThat(engine.advanceTo(Long.MAX_VALUE)).isEqualTo(Outcome.OK);

        assertThat(events).containsExactly("due 1 at " + lastSlotMs, "due 2 at " + lastSlotMs);
        assertThat(engine.slots(queue, 0, Long.MAX_VALUE, (startMs, free, capacity) -> {}))
                .isZero();
        assertThat(book(endMs, 3, queue, endMs)).isEqualTo(Outcome.SLOT_FULL);
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
        engine.validate();
    }

    @Test
    void shouldKeepTimersThatNoTimeReachesWhenTheyAreArmedNearTheEnd() {
        final long endMs = Engine.TIME_MAX_MS;
        engine.advanceTo(endMs);
        final VirtualQueue queue = engine.queue(
                endMs,
                "support",
                QueueSettings.builder().callbackYield(Duration.ofDays(3650)).build());
        engine.requestCallback(endMs, request.of(1, queue).number(15_550_001));
        engine.callArrived(endMs, request.of(2, queue));

        assertThat(engine.advanceTo(Long.MAX_VALUE)).isEqualTo(Outcome.OK);

        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
        assertThat(engine.interactions()).isEqualTo(2);
        assertThat(engine.position(2)).isEqualTo(1);
        assertThat(engine.position(1)).isEqualTo(2);
        engine.validate();
    }

    @Test
    void shouldCountAsTheEpochWhenAStampIsNegative() {
        assertThat(engine.nowMs()).isEqualTo(Engine.NO_TIME);
        assertThat(engine.advanceTo(Long.MIN_VALUE)).isEqualTo(Outcome.OK);
        assertThat(engine.nowMs()).isZero();
        call(-5, 1, 0, 0);

        assertThat(engine.nowMs()).isZero();
        assertThat(engine.clockRegressions()).isZero();
        assertThat(engine.advanceTo(5)).isEqualTo(Outcome.OK);
        assertThat(engine.advanceTo(-1)).isEqualTo(Outcome.OK);
        assertThat(engine.nowMs()).isEqualTo(5);
        assertThat(engine.clockRegressions()).isEqualTo(1);
        assertThat(order(Long.MIN_VALUE, 1)).containsExactly(1L);
        assertThat(events).contains("routed 1 at 5 waited 5");
    }

    @Test
    void shouldRefuseTheJumpWhenACommandStepsTooFar() {
        final long nowMs = 1_772_442_000_000L;
        engine.defineAgent(nowMs, 7, SkillLevels.none());
        final long before = engine.stateHash();

        assertThat(engine.agentReady(nowMs + 86_400_001, 7)).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.agentReady(Long.MAX_VALUE, 7)).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.agentReady(Long.MAX_VALUE, 99)).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.stateHash()).isEqualTo(before);
        assertThat(engine.agentReady(nowMs + 86_400_000, 7)).isEqualTo(Outcome.OK);
    }
}
