package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** G9 where a single advance sets off very much: as many bytes as for a single timer, none. */
class AllocationStormTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long START_MS = 1_772_442_000_000L;
    private static final int RUNS = 8;

    private Crowd last;

    @Test
    void shouldAllocateNothingWhenTenThousandTimersOfAllKindsAreDue() {
        final int each = 2_000;
        assertThat(leastBytes(5 * each, crowd -> crowd.armAllKinds(each), crowd -> crowd.advance(60)))
                .isZero();

        assertThat(last.events.requeued).as("answer timeouts").isEqualTo(each);
        assertThat(last.events.ready).as("wrap-ups").isEqualTo(each);
        assertThat(last.events.cancelled).as("attempt timeouts").isEqualTo(each);
        assertThat(last.events.dials).as("retries").isEqualTo(each);
        assertThat(last.events.routed).as("steps").isEqualTo(each);
    }

    @Test
    void shouldAllocateNothingWhenTenThousandCallbacksArePurgedAtOneInstant() {
        assertThat(leastBytes(10_000, crowd -> crowd.callbacks(10_000), crowd -> crowd.advance(3_600)))
                .isZero();

        assertThat(last.events.ended).isEqualTo(10_000);
        assertThat(last.engine.interactions()).isZero();
    }

    @Test
    void shouldAllocateNothingWhenAPauseEndsBeforeTenThousandCallbacksAndManyAgents() {
        assertThat(leastBytes(10_001, crowd -> crowd.pause(10_000, 1_000), crowd -> crowd.advance(10)))
                .isZero();

        assertThat(last.events.dials).isEqualTo(1_000);
    }

    @Test
    void shouldAllocateNothingWhenTenThousandCallsAreServedInTurn() {
        assertThat(leastBytes(10_000, crowd -> crowd.fill(10_000), crowd -> crowd.serve(10_000)))
                .isZero();

        assertThat(last.events.routed).isEqualTo(10_000);
        assertThat(last.events.ended).isEqualTo(10_000);
    }

    @Test
    void shouldNoticeWhenSomethingAllocatesEachTime() {
        assertThat(leastBytes(1, crowd -> {}, Crowd::waste)).isGreaterThanOrEqualTo(16);
    }

    /**
     * The bytes of the best of a few runs, each on a new engine: what the engine allocates it would allocate each time,
     * while the virtual machine now and then charges a thread with some bytes as it replaces compiled code.
     */
    private long leastBytes(final int size, final Consumer<Crowd> before, final ToLongFunction<Crowd> act) {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < RUNS && least != 0; n++) {
            last = new Crowd(size);
            before.accept(last);
            least = Math.min(least, act.applyAsLong(last));
            last.engine.validate();
        }
        return least;
    }

    /** An engine with a queue, and agents of a skill of its own, for each kind of timer. */
    private static final class Crowd {
        private final CountingListener events = new CountingListener();
        private final Request request = new Request();
        private final Engine engine;
        private final VirtualQueue ringing;
        private final VirtualQueue wrapping;
        private final VirtualQueue dialing;
        private final VirtualQueue retrying;
        private final VirtualQueue stepping;
        private long[] wasted;

        Crowd(final int size) {
            engine = Engine.create(
                    EngineConfig.builder()
                            .agents(size)
                            .interactions(size)
                            .skills("ring", "wrap", "dial", "retry", "late", "never")
                            .build(),
                    events);
            final Duration minute = Duration.ofMinutes(1);
            ringing = queue("ringing", settings("ring").answerTimeout(minute));
            wrapping = queue("wrapping", settings("wrap").wrapUp(minute));
            dialing = queue("dialing", settings("dial").attemptTimeout(minute));
            retrying = queue("retrying", settings("retry").retryDelay(minute));
            stepping = queue("stepping", settings("never").then(minute, "late"));
        }

        private static QueueSettingsBuilder settings(final String skill) {
            return QueueSettings.builder().skills(skill).purgeAfter(Duration.ofHours(1));
        }

        private VirtualQueue queue(final String name, final QueueSettingsBuilder settings) {
            return engine.queue(START_MS, name, settings.build());
        }

        /** So many timers of each kind, all due in a minute; all events so far are forgotten. */
        void armAllKinds(final int each) {
            for (int n = 0; n < each; n++) {
                agent(n, "ring");
                call(n, ringing);
                agent(each + n, "wrap");
                call(each + n, wrapping);
                Stage.done(engine.agentCompleted(START_MS, each + n));
                agent(2 * each + n, "dial");
                callback(2 * each + n, dialing);
                agent(3 * each + n, "retry");
                callback(3 * each + n, retrying);
                Stage.done(engine.dialFailed(START_MS, 3L * each + n, 1, DialFailure.BUSY));
                call(4 * each + n, stepping);
                agent(4 * each + n, "late");
            }
            forget();
        }

        void callbacks(final int count) {
            for (int n = 0; n < count; n++) {
                callback(n, dialing);
            }
            forget();
        }

        /** A dial has failed for the network's sake; callbacks and Ready agents wait for the end of the pause. */
        void pause(final int callbacks, final int agents) {
            agent(0, "dial");
            callback(callbacks, dialing);
            Stage.done(engine.dialFailed(START_MS, callbacks, 1, DialFailure.ERROR));
            for (int n = 1; n < agents; n++) {
                agent(n, "dial");
            }
            for (int n = 0; n < callbacks; n++) {
                callback(n, dialing);
            }
            forget();
        }

        void fill(final int calls) {
            for (int n = 0; n < calls; n++) {
                call(n, ringing);
            }
            Stage.done(engine.defineAgent(START_MS, 0, SkillLevels.of("ring", 1)));
            forget();
        }

        /** One agent takes all calls, one after the other; each time one more caller has an id that is in use. */
        long serve(final int calls) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int n = 0; n < calls; n++) {
                engine.agentReady(START_MS + n, 0);
                engine.agentCompleted(START_MS + n, 0);
                engine.callArrived(START_MS + n, request.of(calls - 1L, ringing));
            }
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }

        long advance(final int seconds) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            engine.advanceTo(START_MS + seconds * 1_000L);
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }

        long waste() {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            wasted = new long[1];
            return THREADS.getCurrentThreadAllocatedBytes() - before + wasted[0];
        }

        private void agent(final long id, final String skill) {
            Stage.done(engine.defineAgent(START_MS, id, SkillLevels.of(skill, 1)));
            Stage.done(engine.agentReady(START_MS, id));
        }

        private void call(final long id, final VirtualQueue queue) {
            Stage.done(engine.callArrived(START_MS, request.of(id, queue)));
        }

        private void callback(final long id, final VirtualQueue queue) {
            Stage.done(engine.requestCallback(START_MS, request.of(id, queue).number(15_550_000 + id)));
        }

        private void forget() {
            events.routed = 0;
            events.requeued = 0;
            events.dials = 0;
            events.cancelled = 0;
            events.retries = 0;
            events.ended = 0;
            events.ready = 0;
        }
    }
}
