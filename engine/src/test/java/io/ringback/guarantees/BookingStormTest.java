package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As many bookings as a large center has, over many queues. */
class BookingStormTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final long SLOT_MS = 15 * 60_000;
    private static final int QUEUES = 100;

    private final Tally events = new Tally();
    private final Request request = new Request();
    private final VirtualQueue[] queues = new VirtualQueue[QUEUES];
    private Engine engine;

    @Test
    void shouldComeInBookingOrderWhenAHundredThousandOfManyQueuesAreDueAtOneInstant() {
        final int count = 100_000;
        open(count, count);
        for (int id = 0; id < count; id++) {
            book(id, START_MS + SLOT_MS);
        }
        // One in ten goes, and one in ten is booked anew, under an id that says so.
        for (int id = 0; id < count; id += 10) {
            Stage.done(engine.cancel(START_MS, id));
            Stage.done(engine.cancel(START_MS, id + 5));
            book(count + id, START_MS + 2 * SLOT_MS);
        }
        for (int id = 0; id < count; id += 10) {
            Stage.done(engine.reschedule(START_MS, count + id, START_MS + SLOT_MS));
        }
        engine.validate();

        engine.advanceTo(START_MS + SLOT_MS);

        assertThat(events.due).isEqualTo(count * 9 / 10);
        assertThat(events.disorder).as("out of booking order").isZero();
        engine.validate();
    }

    @Test
    void shouldHoldAMillionWhenTheyAreSpreadOverAMonth() {
        final int count = 1_000_000;
        final int slots = 2_880;
        open(1_000, count);
        for (int id = 0; id < count; id++) {
            book(id, START_MS + (1 + id * 1_009L % slots) * SLOT_MS);
        }
        assertThat(engine.interactions()).isEqualTo(count);

        // Half of the month; the others are cancelled.
        engine.advanceTo(START_MS + slots / 2 * SLOT_MS);
        assertThat(events.due).isBetween(count / 2 - slots, count / 2 + slots);
        for (int id = 0; id < count; id++) {
            engine.cancel(engine.nowMs(), id);
        }
        assertThat(engine.interactions()).isZero();
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
        engine.validate();
    }

    private void open(final int interactions, final int bookings) {
        engine = Engine.create(
                EngineConfig.builder()
                        .agents(1)
                        .interactions(interactions)
                        .bookings(bookings)
                        .maxClockStep(Duration.ofDays(60))
                        .build(),
                events);
        final QueueSettings settings = QueueSettings.builder()
                .slotCapacity(SlotCapacity.of(bookings))
                .purgeAfter(Duration.ofDays(60))
                .build();
        for (int queue = 0; queue < QUEUES; queue++) {
            queues[queue] = engine.queue(START_MS, "queue " + queue, settings);
        }
    }

    /** In one queue after the other. */
    private void book(final long id, final long slotMs) {
        request.of(id, queues[(int) (id * 31 % QUEUES)])
                .number(15_550_000_000L + id)
                .at(slotMs);
        Stage.done(engine.requestCallback(START_MS, request));
    }

    /** Counts, and watches that at one instant bookings are due in the order of their ids. */
    private static final class Tally implements EngineListener {
        private long lastMs;
        private long lastDue;
        private int due;
        private int disorder;

        @Override
        public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
            due++;
            disorder += nowMs == lastMs && id < lastDue ? 1 : 0;
            lastMs = nowMs;
            lastDue = id;
        }
    }
}
