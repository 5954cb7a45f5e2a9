package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringback.AtClose;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** G9 where business hours and slots set off very much in one advance, or go on for very long: no bytes either. */
class HoursStormTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A Monday at 09:00 in London. */
    private static final long START_MS = 1_772_442_000_000L;

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final int MANY = 100_000;
    private static final int AGENTS = 1_000;
    private static final int QUEUES = 200;
    private static final int RUNS = 8;

    private Office last;

    @Test
    void shouldAllocateNothingWhenAHundredThousandBookingsAreDueAtOneInstant() {
        assertThat(leastBytes(office -> office.book(MANY, START_MS + HOUR_MS), office -> office.advance(HOUR_MS)))
                .isZero();

        assertThat(last.events.due).isEqualTo(MANY);
        assertThat(last.events.disorder).as("out of booking order").isZero();
        assertThat(last.events.dials).isEqualTo(AGENTS);
        assertThat(last.engine.position(MANY - 1)).isEqualTo(MANY);
    }

    @Test
    void shouldAllocateNothingWhenTheDayEndsForAHundredThousandCallbacks() {
        assertThat(leastBytes(office -> office.request(MANY), office -> office.advance(8 * HOUR_MS)))
                .isZero();

        assertThat(last.events.ended).isEqualTo(MANY);
        assertThat(last.engine.interactions()).isZero();
    }

    @Test
    void shouldAllocateNothingWhenAHundredThousandCallbacksAreCarriedOver() {
        assertThat(leastBytes(
                        office -> {
                            office.carryOver();
                            office.request(MANY);
                        },
                        office -> office.advance(8 * HOUR_MS)))
                .isZero();

        assertThat(last.events.cancelled).isEqualTo(AGENTS);
        assertThat(last.events.ended).isZero();
        assertThat(last.engine.interactions()).isEqualTo(MANY);
    }

    @Test
    void shouldAllocateNothingWhenManyQueuesOpenBeforeManyAgents() {
        assertThat(leastBytes(
                        office -> {
                            office.carryOver();
                            office.request(MANY);
                            office.advance(DAY_MS - HOUR_MS - 1);
                            office.events.dials = 0;
                        },
                        office -> office.advance(DAY_MS - HOUR_MS)))
                .isZero();

        assertThat(last.events.dials).isEqualTo(AGENTS);
    }

    @Test
    void shouldAllocateNothingWhenFullStoresRefuseAndWhatIsDueIsAdmittedAllTheSame() {
        assertThat(leastBytes(
                        office -> {
                            office.book(MANY, START_MS + HOUR_MS);
                            office.request(MANY);
                        },
                        office -> {
                            office.askForMore(1_000);
                            office.advance(HOUR_MS);
                        }))
                .isZero();

        assertThat(last.refused).isEqualTo(2_000);
        assertThat(last.events.due).isEqualTo(MANY);
        assertThat(last.engine.interactions()).isEqualTo(2 * MANY);
    }

    @Test
    void shouldAllocateNothingWhenThreeYearsOpenAndClose() {
        final int days = 3 * 366;
        assertThat(leastBytes(office -> {}, office -> office.countOpenings(days)))
                .isZero();

        assertThat(last.openings).as("of %s days", days).isBetween(days * 5 / 7 * 2 - 40, days * 5 / 7 * 2);
    }

    @Test
    void shouldNoticeWhenSomethingAllocatesEachTime() {
        assertThat(leastBytes(office -> {}, Office::waste)).isGreaterThanOrEqualTo(16);
    }

    /**
     * The bytes of the best of a few runs, each on a new engine: what the engine allocates it would allocate each time,
     * while the virtual machine now and then charges a thread with some bytes as it replaces compiled code.
     */
    private long leastBytes(final Consumer<Office> before, final Consumer<Office> act) {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < RUNS && least != 0; n++) {
            last = new Office();
            before.accept(last);
            final long start = THREADS.getCurrentThreadAllocatedBytes();
            act.accept(last);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - start);
            last.engine.validate();
        }
        return least;
    }

    /** Counts, and watches that bookings are due in the order of their ids. */
    private static final class Tally implements EngineListener {
        private long lastDue = -1;
        private int due;
        private int disorder;
        private int dials;
        private int cancelled;
        private int ended;

        @Override
        public void onDue(final long nowMs, final long id, final VirtualQueue queue) {
            due++;
            disorder += id > lastDue ? 0 : 1;
            lastDue = id;
        }

        @Override
        public void onDial(final long nowMs, final long id, final long number, final int attempt) {
            dials++;
        }

        @Override
        public void onDialCancelled(final long nowMs, final long id, final int attempt) {
            cancelled++;
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            ended++;
        }
    }

    /** Many queues of one calendar, and agents who are Ready for all of them. */
    private static final class Office {
        private final Tally events = new Tally();
        private final Request request = new Request();
        private final VirtualQueue[] queues = new VirtualQueue[QUEUES];
        private final Engine engine;
        private int openings;
        private int refused;
        private long[] wasted;

        Office() {
            engine = Engine.create(
                    EngineConfig.builder()
                            .agents(AGENTS)
                            .interactions(MANY)
                            .bookings(MANY)
                            .build(),
                    events);
            engine.calendar(
                    START_MS,
                    "office",
                    BusinessCalendar.in("Europe/London")
                            .weekly("mon-fri", "08:00-12:00,13:00-17:00")
                            .closed("2026-12-25")
                            .build());
            define(settings());
            for (int agent = 0; agent < AGENTS; agent++) {
                Stage.done(engine.defineAgent(START_MS, agent, SkillLevels.none()));
                Stage.done(engine.agentReady(START_MS, agent));
            }
        }

        /** A dial may take a day, so that agents ask for one each. */
        private static QueueSettingsBuilder settings() {
            return QueueSettings.builder()
                    .calendar("office")
                    .slotCapacity(SlotCapacity.of(MANY))
                    .attemptTimeout(Duration.ofDays(1))
                    .closeForecast(false);
        }

        private void define(final QueueSettingsBuilder settings) {
            for (int queue = 0; queue < QUEUES; queue++) {
                queues[queue] = engine.queue(START_MS, "queue " + queue, settings.build());
            }
        }

        void carryOver() {
            define(settings().atClose(AtClose.CARRY_OVER));
        }

        /** All in one queue. */
        void book(final int count, final long atMs) {
            for (int id = 0; id < count; id++) {
                Stage.done(
                        engine.requestCallback(START_MS, numbered(id, queues[0]).at(atMs)));
            }
        }

        /** Spread over the queues. */
        void request(final int count) {
            for (int n = 0; n < count; n++) {
                Stage.done(engine.requestCallback(START_MS, numbered(MANY + n, queues[n % QUEUES])));
            }
        }

        /** So many calls and bookings for which there is no room. */
        void askForMore(final int count) {
            for (int n = 0; n < count; n++) {
                refused += full(engine.callArrived(START_MS, numbered(-1 - n, queues[0])));
                refused += full(engine.requestCallback(
                        START_MS, numbered(-1 - n, queues[1]).at(START_MS + HOUR_MS)));
            }
        }

        private static int full(final Outcome outcome) {
            return outcome == Outcome.CAPACITY_EXCEEDED ? 1 : 0;
        }

        private Request numbered(final long id, final VirtualQueue queue) {
            return request.of(id, queue).number(15_550_000_000L + id);
        }

        void advance(final long afterMs) {
            engine.advanceTo(START_MS + afterMs);
        }

        /** From deadline to deadline: nothing is pending but openings and closings. */
        void countOpenings(final int days) {
            final long endMs = START_MS + days * DAY_MS;
            int edges = 0;
            while (engine.nextDeadlineMs() <= endMs) {
                engine.advanceTo(engine.nextDeadlineMs());
                edges++;
            }
            openings = edges / 2;
        }

        void waste() {
            wasted = new long[1];
            openings += wasted.length;
        }
    }
}
