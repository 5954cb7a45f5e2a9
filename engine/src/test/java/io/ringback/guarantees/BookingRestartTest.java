package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * X4 for bookings. A host keeps two lists, by what the engine tells it: what is booked, with its slot, in order of
 * booking, and what is due, in order of becoming due. After a restart it asks for what was due with the time since its
 * slot as head start, and books the others exactly at their slots.
 */
class BookingRestartTest {
    /** A Monday at 09:00 in London. */
    private static final long START_MS = 1_772_442_000_000L;

    private static final long HOUR_MS = 3_600_000;
    private static final long CRASH_MS = START_MS + HOUR_MS;
    private static final int ASKED = 300;

    @Test
    void shouldGoOnAsBeforeWhenTheHostBooksAgainWhatItHolds() {
        final Host former = new Host();
        former.bookAndChange();
        former.engine.advanceTo(CRASH_MS);

        final Host restarted = new Host();
        restarted.enterAgain(former);

        assertThat(former.waiting.size()).as("due before the crash").isBetween(50, ASKED / 2);
        assertThat(former.booked.size()).as("due after it").isGreaterThan(100);
        assertThat(restarted.slots()).isEqualTo(former.slots());
        former.engine.advanceTo(CRASH_MS + 2 * HOUR_MS);
        restarted.engine.advanceTo(CRASH_MS + 2 * HOUR_MS);
        assertThat(restarted.waiting).containsExactlyEntriesOf(former.waiting);
        final List<Long> order = former.orderOfService();
        assertThat(order).hasSize(former.engine.interactions());
        assertThat(restarted.orderOfService()).isEqualTo(order);
    }

    @Test
    void shouldMixUpWhatIsDueAtOneInstantWhenTheHostForgetsWhatWasBookedAnew() {
        final Host former = new Host();
        former.bookAndChange();
        final Host restarted = new Host();
        restarted.engine.advanceTo(START_MS);

        former.booked.keySet().stream().sorted().forEach(id -> restarted.book(START_MS, id, former.booked.get(id)));

        former.engine.advanceTo(CRASH_MS);
        restarted.engine.advanceTo(CRASH_MS);
        assertThat(restarted.waiting).isEqualTo(former.waiting);
        assertThat(List.copyOf(restarted.waiting.keySet())).isNotEqualTo(List.copyOf(former.waiting.keySet()));
    }

    /** A host that keeps what it needs, no more. The engine has the rest of a request from the customer's record. */
    private static final class Host implements EngineListener {
        private final Map<Long, Long> booked = new LinkedHashMap<>();
        private final Map<Long, Long> waiting = new LinkedHashMap<>();
        private final List<Long> dialed = new ArrayList<>();
        private final Request request = new Request();
        private final Engine engine = Engine.create(EngineConfig.builder().build(), this);
        private final VirtualQueue queue;

        Host() {
            engine.calendar(
                    START_MS,
                    "office",
                    BusinessCalendar.in("Europe/London")
                            .weekly("mon-fri", "08:00-10:30,11:00-17:00")
                            .build());
            queue = engine.queue(
                    START_MS,
                    "support",
                    QueueSettings.builder()
                            .calendar("office")
                            .slotCapacity(SlotCapacity.of(40))
                            .attemptTimeout(Duration.ofHours(1))
                            .build());
        }

        @Override
        public void onScheduled(final long nowMs, final long id, final VirtualQueue where, final long slotMs) {
            // Booked anew, it is the last in booking order.
            booked.remove(id);
            booked.put(id, slotMs);
        }

        @Override
        public void onDue(final long nowMs, final long id, final VirtualQueue where) {
            waiting.put(id, booked.remove(id));
        }

        @Override
        public void onDial(final long nowMs, final long id, final long number, final int attempt) {
            dialed.add(id);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            booked.remove(id);
            waiting.remove(id);
        }

        /** Many ask for times in the next three hours; some change their minds, some take it back. */
        void bookAndChange() {
            final SplittableRandom random = new SplittableRandom(20_260_329);
            for (long id = 0; id < ASKED; id++) {
                Stage.done(engine.requestCallback(START_MS, request(id).at(wishedMs(random))));
                final long other = random.nextLong(id + 1);
                if (booked.containsKey(other) && random.nextInt(4) == 0) {
                    Stage.done(engine.reschedule(START_MS, other, wishedMs(random)));
                } else if (booked.containsKey(other) && random.nextInt(9) == 0) {
                    Stage.done(engine.cancel(START_MS, other));
                }
            }
        }

        private static long wishedMs(final SplittableRandom random) {
            return START_MS + HOUR_MS / 4 + random.nextLong(2 * HOUR_MS);
        }

        void enterAgain(final Host former) {
            former.waiting.forEach((id, slotMs) -> {
                final long creditMs = CRASH_MS - slotMs + headStartMs(id);
                Stage.done(engine.requestCallback(CRASH_MS, request(id).headStart(creditMs)));
                waiting.put(id, slotMs);
            });
            former.booked.forEach((id, slotMs) -> book(CRASH_MS, id, slotMs));
        }

        void book(final long nowMs, final long id, final long slotMs) {
            Stage.done(engine.requestCallback(nowMs, request(id).exactlyAt(slotMs)));
        }

        /** What the customer's record says. */
        private Request request(final long id) {
            return request.of(id, queue)
                    .number(15_550_000 + id)
                    .priority((int) (id % 3) - 1)
                    .headStart(headStartMs(id));
        }

        private static long headStartMs(final long id) {
            return id % 4 == 0 ? id * 10_000 : 0;
        }

        List<String> slots() {
            final List<String> slots = new ArrayList<>();
            // What starts at this very instant is due already, and its places are as good as free.
            engine.slots(
                    queue,
                    CRASH_MS + 1,
                    CRASH_MS + 24 * HOUR_MS,
                    (startMs, free, capacity) -> slots.add(startMs + ": " + free + " of " + capacity));
            return slots;
        }

        /** As one agent after the other becomes Ready. */
        List<Long> orderOfService() {
            for (long agent = 1; agent <= ASKED; agent++) {
                Stage.done(engine.defineAgent(engine.nowMs(), agent, SkillLevels.none()));
                Stage.done(engine.agentReady(engine.nowMs(), agent));
            }
            return dialed;
        }
    }
}
