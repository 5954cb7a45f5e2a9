package io.ringback;

import static io.ringback.Figures.F;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a queue has learned after each thing that can happen in it, seen through the figures for one caller ahead: Ann's
 * first call took 100 s, and she is busy with the next, so that each 100 s of backlog are one unit of capacity once
 * something has started.
 */
class EstimatesHistoryTest {
    private static final long NUMBER = 15_550_001;
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final Request request = new Request();
    private final WaitEstimate estimate = new WaitEstimate();
    private final Engine engine =
            Engine.create(EngineConfig.builder().skills("en", "de").build(), new EngineListener() {});
    private long nowMs = 1_772_442_000_000L;
    private long nextId = 1_000;
    private VirtualQueue queue;
    private VirtualQueue elsewhere;

    @BeforeEach
    void open() {
        queue = settings("support", settings());
        elsewhere = settings("elsewhere", settings());
        engine.defineAgent(nowMs, ANN, SkillLevels.of("en", 1));
        engine.defineAgent(nowMs, BOB, SkillLevels.of("en", 1, "de", 1));
        ready(ANN);
        call(1);
        pass(100);
        done(engine.agentCompleted(nowMs, ANN));
        ready(ANN);
        call(2);
    }

    private static QueueSettingsBuilder settings() {
        return QueueSettings.builder().skills("en").purgeAfter(Duration.ofDays(9));
    }

    private VirtualQueue settings(final String name, final QueueSettingsBuilder settings) {
        return engine.queue(nowMs, name, settings.build());
    }

    private static void done(final Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.OK);
    }

    private void ready(final long agent) {
        done(engine.agentReady(nowMs, agent));
    }

    private void call(final long id) {
        done(engine.callArrived(nowMs, request.of(id, queue)));
    }

    private void callback(final long id) {
        done(engine.requestCallback(nowMs, request.of(id, queue).number(NUMBER + id)));
    }

    private void hangUp(final long id) {
        done(engine.customerLeft(nowMs, id));
    }

    private void pass(final int seconds) {
        nowMs += seconds * 1_000L;
        done(engine.advanceTo(nowMs));
    }

    /** The first start of a backlog: Bob comes for a caller who goes before the others, and both are gone at once. */
    private void start() {
        done(engine.callArrived(nowMs, request.of(++nextId, queue).priority(1)));
        ready(BOB);
        done(engine.agentNotReady(nowMs, BOB));
        hangUp(nextId);
    }

    /** After an hour in which nothing is to be learned the queue, empty, knows this. */
    private void assertLearned(
            final double starts, final double capacity, final double abandonments, final double waitedS) {
        assertLearned((starts + 8) / (capacity + 8) / 100, abandonments / waitedS);
    }

    private void assertLearned(final double drain, final double theta) {
        pass(3_600);
        call(++nextId);
        engine.estimate(queue, estimate);
        Figures.assertThat(estimate, drain, theta, 1, 1);
        engine.validate();
    }

    @Test
    void shouldHaveLearnedNothingWhenNobodyWaits() {
        assertLearned(0, 0, 0.5, 300);
    }

    @Test
    void shouldLearnCapacityFromTheFirstStartOn() {
        call(3);
        pass(100);
        start();
        pass(50);
        done(engine.move(nowMs, 3, elsewhere));

        assertLearned(0, 0.5, 0.5, 450);
    }

    @Test
    void shouldLearnNoCapacityWhenTheFirstStartLeavesNobodyWaiting() {
        call(3);
        pass(100);
        ready(BOB);
        done(engine.agentNotReady(nowMs, BOB));
        hangUp(3);
        call(4);
        pass(100);
        done(engine.move(nowMs, 4, elsewhere));

        assertLearned(0, 0, 0.5, 500);
    }

    @Test
    void shouldLearnAnAbandonmentWhenACallerHangsUp() {
        call(3);
        start();
        pass(100);
        hangUp(3);

        assertLearned(0, 1, 0.5 * F + 1, 400 * F);
    }

    @Test
    void shouldLearnNoAbandonmentWhenACallerHangsUpWhileItRings() {
        hangUp(2);
        done(engine.callArrived(nowMs, request.of(3, elsewhere)));

        assertLearned(0, 0, 0.5, 300);
    }

    @Test
    void shouldLearnCapacityUntilACallbackIsCancelled() {
        callback(3);
        start();
        pass(100);
        done(engine.cancel(nowMs, 3));

        assertLearned(0, 1, 0.5, 300);
    }

    @Test
    void shouldLearnCapacityUntilACallbackIsDialed() {
        callback(3);
        start();
        pass(100);
        ready(BOB);
        pass(50);
        done(engine.cancel(nowMs, 3));
        done(engine.agentLoggedOut(nowMs, BOB));

        assertLearned(0, 1, 0.5, 300);
    }

    @Test
    void shouldTakeAStartBackAndBeginAnewWhenTheAgentLogsOut() {
        call(3);
        start();
        pass(100);
        ready(BOB);
        pass(50);
        done(engine.agentLoggedOut(nowMs, BOB));
        pass(50);
        hangUp(3);

        assertLearned(0, F, 0.5 * F + 1, 450 * F);
    }

    @Test
    void shouldKeepAStartWhenTheCallerHangsUpWhileItRings() {
        call(3);
        start();
        pass(100);
        ready(BOB);
        hangUp(3);
        done(engine.agentLoggedOut(nowMs, BOB));

        assertLearned(1, F, 0.5, 400);
    }

    @Test
    void shouldTakeNothingBackWhenAFirstStartFails() {
        call(3);
        start();
        pass(100);
        ready(BOB);
        hangUp(3);
        call(4);
        done(engine.agentLoggedOut(nowMs, BOB));
        hangUp(4);

        assertLearned(1, F, 0.5 * F + 1, 400 * F);
    }

    @Test
    void shouldRestateTheStretchBeforeWhenTheMeanHandleTimeIsYoung() {
        call(3);
        start();
        pass(200);
        done(engine.agentNotReady(nowMs, ANN));
        done(engine.agentCompleted(nowMs, ANN));
        hangUp(3);
        ready(ANN);
        call(4);

        assertLearned(8 / (2 * 100 / 150.0 + 8) / 150, (0.5 * F + 1) / (500 * F));
    }

    @Test
    void shouldCountTheAgentsWhoWereAtWorkInEachPartOfAStretch() {
        call(3);
        call(4);
        start();
        pass(100);
        ready(BOB);
        pass(100);
        done(engine.agentLoggedOut(nowMs, BOB));
        pass(100);
        hangUp(3);
        hangUp(4);

        assertLearned(0, F + 2 + 1, (0.5 * F + 1) * F + 1, (300 + 200 + 100 + 200) * F * F);
    }

    @Test
    void shouldLearnNothingWhileTheQueueDoesNotInvite() {
        callback(3);
        start();
        pass(100);
        settings("support", settings().invite(false));
        pass(100);
        settings("support", settings());
        pass(100);
        start();
        pass(50);
        done(engine.cancel(nowMs, 3));

        assertLearned(0, 1 + 0.5, 0.5, 300);
    }

    @Test
    void shouldLearnNothingWhileTheNetworkIsDown() {
        settings("support", settings().errorPause(Duration.ofSeconds(100)).attemptTimeout(Duration.ofHours(1)));
        ready(BOB);
        callback(3);
        done(engine.agentNotReady(nowMs, BOB));
        callback(4);
        start();
        pass(100);
        done(engine.dialFailed(nowMs, 3, 1, DialFailure.ERROR));
        pass(200);
        start();
        pass(50);
        done(engine.cancel(nowMs, 3));
        done(engine.cancel(nowMs, 4));

        assertLearned(0, 1 + 0.5, 0.5, 300);
    }

    @Test
    void shouldCountWhoServesItNowWhenTheSkillsChange() {
        callback(3);
        start();
        pass(100);
        settings("support", settings().skills("de"));
        pass(100);
        settings("support", settings());
        pass(50);
        done(engine.cancel(nowMs, 3));

        assertLearned(0, 1 + 0.5, 0.5, 300);
    }

    @Test
    void shouldLearnPatienceFromACallbackOnceTheCustomerIsOnTheLine() {
        ready(BOB);
        callback(3);
        done(engine.agentLoggedOut(nowMs, BOB));
        pass(20);
        done(engine.dialAnswered(nowMs, 3, 1));
        start();
        pass(100);
        hangUp(3);

        assertLearned(0, 1, 0.5 * F + 1, 400 * F);
    }

    @Test
    void shouldLeaveWhatItLearnedWhenSomebodyMovesOn() {
        call(3);
        start();
        pass(100);
        done(engine.move(nowMs, 3, elsewhere));

        assertLearned(0, 1, 0.5, 400);
    }

    @Test
    void shouldGoOnWithABacklogWhenSomebodyMovesToTheSameQueue() {
        call(3);
        start();
        pass(100);
        done(engine.move(nowMs, 3, queue));
        pass(100);
        done(engine.move(nowMs, 3, elsewhere));

        assertLearned(0, 2, 0.5, 500);
    }

    @Test
    void shouldGoOnWithABacklogWhenACallIsConverted() {
        call(3);
        start();
        pass(100);
        done(engine.acceptOffer(nowMs, 3, request.of(4, null).number(NUMBER)));
        pass(100);
        done(engine.cancel(nowMs, 4));

        assertLearned(0, 2, 0.5, 400);
    }

    @Test
    void shouldSpreadFurtherWhenPartOfTheCapacityWentToAQueueOfHigherPriority() {
        settings("gold", settings().skills("de").priority(5));
        callback(3);
        start();
        pass(100);
        done(engine.cancel(nowMs, 3));
        call(4);

        engine.estimate(queue, estimate);

        final double share = 8 / 9.0;
        Figures.assertThat(estimate, share / 100, 0.5 / 300, 1, 1 + 1 / 2.0 * (2 / share - 2));
    }
}
