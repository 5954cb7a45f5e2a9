package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceCountsTest {
    private static final long NUMBER = 442071838750L;
    private static final long ANN = 17;
    private static final long BOB = 18;
    private static final long BUCKET_MS = 2_000;

    /** A multiple of the bucket length since the epoch. */
    private static final long NOW_MS = 1_772_442_000_000L;

    private final Engine engine = Engine.create(
            EngineConfig.builder().statisticsWindow(Duration.ofMinutes(1)).build(), new EngineListener() {});
    private final VirtualQueue queue = engine.queue(
            NOW_MS,
            "support",
            QueueSettings.builder().serviceLevel(Duration.ofSeconds(10)).build());
    private final VirtualQueue other =
            engine.queue(NOW_MS, "other", QueueSettings.builder().build());
    private final Request request = new Request();
    private final QueueView view = new QueueView();

    private void ready(final long nowMs, final long agent) {
        engine.defineAgent(nowMs, agent, SkillLevels.none());
        engine.agentReady(nowMs, agent);
    }

    private void call(final long nowMs, final long id) {
        engine.callArrived(nowMs, request.of(id, queue));
    }

    /** Calls, callbacks and in time served, then abandoned. */
    private void sinceStart(
            final VirtualQueue of, final int calls, final int callbacks, final int inTime, final int abandoned) {
        engine.read(of, view);
        check(view.sinceStart(), calls, callbacks, inTime, abandoned);
    }

    private void recent(final int calls, final int callbacks, final int inTime, final int abandoned) {
        engine.read(queue, view);
        check(view.recent(), calls, callbacks, inTime, abandoned);
    }

    private static void check(
            final ServiceCounts counts, final int calls, final int callbacks, final int inTime, final int abandoned) {
        assertThat(counts.servedCalls()).as("served calls").isEqualTo(calls);
        assertThat(counts.servedCallbacks()).as("served callbacks").isEqualTo(callbacks);
        assertThat(counts.servedInTime()).as("served in time").isEqualTo(inTime);
        assertThat(counts.abandoned()).as("abandoned").isEqualTo(abandoned);
    }

    @Test
    void shouldCountOnceWhenAnAgentAnswersAndCompletes() {
        ready(NOW_MS, ANN);
        call(NOW_MS, 1);
        sinceStart(queue, 0, 0, 0, 0);

        engine.agentAnswered(NOW_MS, ANN);
        sinceStart(queue, 1, 0, 1, 0);

        engine.agentAnswered(NOW_MS, ANN);
        engine.agentCompleted(NOW_MS, ANN);
        sinceStart(queue, 1, 0, 1, 0);
        recent(1, 0, 1, 0);
    }

    @Test
    void shouldCountAtCompletionWhenNobodyReportedTheAnswer() {
        ready(NOW_MS, ANN);
        call(NOW_MS, 1);

        engine.agentCompleted(NOW_MS + 5, ANN);

        sinceStart(queue, 1, 0, 1, 0);
    }

    @Test
    void shouldStayServedWhenTheAgentIsLost() {
        ready(NOW_MS, ANN);
        call(NOW_MS, 1);
        engine.agentAnswered(NOW_MS, ANN);

        engine.agentLoggedOut(NOW_MS, ANN);

        sinceStart(queue, 1, 0, 1, 0);
    }

    @Test
    void shouldNotCountWhenAnAgentDeclinesOrLogsOutBeforeItAnswers() {
        ready(NOW_MS, ANN);
        ready(NOW_MS, BOB);
        call(NOW_MS, 1);
        engine.agentDeclined(NOW_MS, ANN);
        engine.agentLoggedOut(NOW_MS, BOB);

        sinceStart(queue, 0, 0, 0, 0);
    }

    @Test
    void shouldCountTheWaitUntilTheRoutingToTheAgentWhoAnswersWhenItIsMeasured() {
        call(NOW_MS, 1);
        call(NOW_MS, 2);
        call(NOW_MS, 3);
        ready(NOW_MS + 10_000, ANN);
        ready(NOW_MS + 10_000, BOB);
        engine.agentAnswered(NOW_MS + 25_000, ANN);
        engine.agentDeclined(NOW_MS + 25_000, BOB);
        sinceStart(queue, 1, 0, 1, 0);

        engine.agentReady(NOW_MS + 25_000, BOB);
        engine.agentAnswered(NOW_MS + 25_000, BOB);
        sinceStart(queue, 2, 0, 1, 0);

        engine.agentCompleted(NOW_MS + 25_000, BOB);
        engine.agentReady(NOW_MS + 10_001, BOB);
        engine.agentAnswered(NOW_MS + 25_000, BOB);
        sinceStart(queue, 3, 0, 1, 0);
    }

    @Test
    void shouldMissTheServiceLevelByOneMillisecondWhenTheWaitIsThatMuchLonger() {
        call(NOW_MS, 1);
        ready(NOW_MS + 10_001, ANN);
        engine.agentAnswered(NOW_MS + 10_001, ANN);

        sinceStart(queue, 1, 0, 0, 0);
    }

    @Test
    void shouldGoByTheSettingOfTheInstantWhenTheServiceLevelChanges() {
        call(NOW_MS, 1);
        ready(NOW_MS + 10_001, ANN);
        engine.queue(
                NOW_MS + 10_001,
                "support",
                QueueSettings.builder().serviceLevel(Duration.ofSeconds(11)).build());
        engine.agentAnswered(NOW_MS + 10_001, ANN);

        sinceStart(queue, 1, 0, 1, 0);
    }

    @Test
    void shouldCountAsACallbackWhenACallWasConverted() {
        call(NOW_MS, 1);
        engine.acceptOffer(NOW_MS, 1, request.of(2, null).number(NUMBER));
        ready(NOW_MS, ANN);
        engine.dialAnswered(NOW_MS, 2, 1);
        engine.agentAnswered(NOW_MS, ANN);

        sinceStart(queue, 0, 1, 0, 0);
        recent(0, 1, 0, 0);
    }

    @Test
    void shouldCountWhoHangsUpWhenNoAgentHasAnswered() {
        call(NOW_MS, 1);
        engine.customerLeft(NOW_MS, 1);
        sinceStart(queue, 0, 0, 0, 1);

        ready(NOW_MS, ANN);
        call(NOW_MS, 2);
        engine.customerLeft(NOW_MS, 2);
        sinceStart(queue, 0, 0, 0, 2);

        engine.requestCallback(NOW_MS, request.of(3, queue).number(NUMBER));
        engine.customerLeft(NOW_MS, 3);
        sinceStart(queue, 0, 0, 0, 2);

        engine.dialAnswered(NOW_MS, 3, 1);
        engine.customerLeft(NOW_MS, 3);
        sinceStart(queue, 0, 0, 0, 3);
        recent(0, 0, 0, 3);
    }

    @Test
    void shouldNotCountAsAbandonedWhenTheHostEndsACallback() {
        ready(NOW_MS, ANN);
        engine.requestCallback(NOW_MS, request.of(3, queue).number(NUMBER));
        engine.dialAnswered(NOW_MS, 3, 1);

        engine.cancel(NOW_MS, 3);

        sinceStart(queue, 0, 0, 0, 0);
    }

    @Test
    void shouldCountForTheQueueThatItIsInWhenAnInteractionWasMoved() {
        call(NOW_MS, 1);
        call(NOW_MS, 2);
        engine.move(NOW_MS, 1, other);
        engine.move(NOW_MS, 2, other);
        engine.customerLeft(NOW_MS, 1);
        ready(NOW_MS + 15_000, ANN);
        engine.agentAnswered(NOW_MS + 15_000, ANN);

        sinceStart(queue, 0, 0, 0, 0);
        sinceStart(other, 1, 0, 1, 1);
    }

    @Test
    void shouldForgetRecentCountsWhenThirtyBucketsHaveBegunSince() {
        call(NOW_MS + BUCKET_MS - 1, 1);
        engine.customerLeft(NOW_MS + BUCKET_MS - 1, 1);
        call(NOW_MS + BUCKET_MS, 2);
        engine.customerLeft(NOW_MS + BUCKET_MS, 2);
        recent(0, 0, 0, 2);

        engine.advanceTo(NOW_MS + 59_999);
        recent(0, 0, 0, 2);

        engine.advanceTo(NOW_MS + 60_000);
        recent(0, 0, 0, 1);

        engine.advanceTo(NOW_MS + 62_000);
        recent(0, 0, 0, 0);
        sinceStart(queue, 0, 0, 0, 2);
    }

    @Test
    void shouldShowOnlyTheNewWhenDaysHavePassed() {
        call(NOW_MS, 1);
        engine.customerLeft(NOW_MS, 1);
        final long laterMs = NOW_MS + Duration.ofDays(5).toMillis();
        engine.advanceTo(laterMs);
        recent(0, 0, 0, 0);

        ready(laterMs, ANN);
        call(laterMs, 2);
        engine.agentAnswered(laterMs, ANN);

        recent(1, 0, 1, 0);
        sinceStart(queue, 1, 0, 1, 1);
    }

    @Test
    void shouldChangeNothingWhenReadAtALaterTime() {
        call(NOW_MS, 1);
        engine.customerLeft(NOW_MS, 1);
        engine.advanceTo(NOW_MS + 90_000);
        final long before = engine.stateHash();

        recent(0, 0, 0, 0);

        assertThat(engine.stateHash()).isEqualTo(before);
    }
}
