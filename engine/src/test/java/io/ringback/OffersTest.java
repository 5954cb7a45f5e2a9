package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** L3: when a caller may be offered a callback. */
class OffersTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final long SERVED_MS = START_MS + 100_000;
    private static final long NUMBER = 15_550_001;
    private static final long ANN = 1;
    private static final long CALL = 100;

    private final List<String> events = new ArrayList<>();
    private final Request request = new Request();
    private final Engine engine =
            Engine.create(EngineConfig.builder().skills("en").build(), new EngineListener() {
                @Override
                public void onQueued(
                        final long nowMs,
                        final long id,
                        final VirtualQueue queue,
                        final long ewtMs,
                        final long pendingId) {
                    events.add("queued " + id + " " + ewtMs);
                }

                @Override
                public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
                    events.add("offered " + id + " " + ewtMs);
                }

                @Override
                public void onEnded(final long nowMs, final long id, final EndReason reason) {
                    events.add("ended " + id + " " + reason);
                }
            });
    private VirtualQueue queue;

    private void settings(final UnaryOperator<QueueSettingsBuilder> settings) {
        queue = engine.queue(
                START_MS,
                "support",
                settings.apply(QueueSettings.builder().skills("en").offerAbove(Duration.ofSeconds(60)))
                        .build());
    }

    private static void done(final Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.OK);
    }

    /** Calls take 100 s, and the only agent has just taken one: the next waits for 70 s. */
    private void busyWithHistory() {
        done(engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 1)));
        done(engine.agentReady(START_MS, ANN));
        done(engine.callArrived(START_MS, request.of(1, queue).number(NUMBER)));
        done(engine.agentCompleted(SERVED_MS, ANN));
        done(engine.agentReady(SERVED_MS, ANN));
        done(engine.callArrived(SERVED_MS, request.of(2, queue).number(NUMBER)));
        assertThat(events).containsExactly("queued 1 0", "ended 1 COMPLETED", "queued 2 0");
        events.clear();
    }

    private void callWaits() {
        done(engine.callArrived(SERVED_MS, request.of(CALL, queue).number(NUMBER)));
    }

    @Test
    void shouldOfferWhenTheMedianIsLonger() {
        settings(it -> it);
        busyWithHistory();

        callWaits();

        assertThat(events).containsExactly("queued 100 70233", "offered 100 70233");
    }

    @Test
    void shouldNotOfferWhenTheMedianIsNoLonger() {
        settings(it -> it.offerAbove(Duration.ofMillis(70_233)));
        busyWithHistory();

        callWaits();

        assertThat(events).containsExactly("queued 100 70233");
    }

    @Test
    void shouldNotOfferWhenThatIsOff() {
        settings(it -> it.offerAbove(null));

        callWaits();

        assertThat(events).containsExactly("queued 100 -2");
    }

    @Test
    void shouldOfferWhenThereAreNoAgentsButNotWhenNobodyKnows() {
        settings(it -> it);
        callWaits();
        assertThat(events).containsExactly("queued 100 -2", "offered 100 -2");
        events.clear();
        done(engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 1)));
        done(engine.agentNotReady(START_MS, ANN));

        done(engine.callArrived(START_MS, request.of(CALL + 1, queue).number(NUMBER)));

        assertThat(events).containsExactly("queued 101 -1");
    }

    @Test
    void shouldOfferNothingWhenACallbackWouldBeRefused() {
        settings(it -> it.maxCallbacks(2).maxPerNumber(1).linkIncoming(false));
        done(engine.callArrived(START_MS, request.of(CALL, queue)));
        done(engine.requestCallback(START_MS, request.of(200, queue).number(NUMBER)));
        done(engine.callArrived(START_MS, request.of(CALL + 1, queue).number(NUMBER)));
        done(engine.callArrived(START_MS, request.of(CALL + 2, queue).number(NUMBER + 1)));
        done(engine.requestCallback(START_MS, request.of(201, queue).number(NUMBER + 2)));
        done(engine.callArrived(START_MS, request.of(CALL + 3, queue).number(NUMBER + 1)));

        assertThat(events)
                .containsExactly(
                        "queued 100 -2",
                        "queued 200 -2",
                        "queued 101 -2",
                        "queued 102 -2",
                        "offered 102 -2",
                        "queued 201 -2",
                        "queued 103 -2");
    }

    @Test
    void shouldOfferWhenTheQueueIsFullForWhoeverComesNext() {
        settings(it -> it.maxWaiting(1));

        callWaits();

        assertThat(events).containsExactly("queued 100 -2", "offered 100 -2");
        assertThat(engine.callArrived(SERVED_MS, request.of(CALL + 1, queue))).isEqualTo(Outcome.QUEUE_FULL);
        done(engine.acceptOffer(SERVED_MS, CALL, request.of(200, null).number(NUMBER)));
    }

    @Test
    void shouldOfferWhenTheCallTookOverTheOnlyCallbackOfItsNumber() {
        settings(it -> it);
        done(engine.requestCallback(START_MS, request.of(200, queue).number(NUMBER)));

        callWaits();

        assertThat(events).containsExactly("queued 200 -2", "ended 200 SUPERSEDED", "queued 100 -2", "offered 100 -2");
    }
}
