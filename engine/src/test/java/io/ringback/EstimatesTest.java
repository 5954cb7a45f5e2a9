package io.ringback;

import static io.ringback.Figures.F;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E1, E2: what the engine answers; the figures are worked out here by hand from what the queue must have learned. */
class EstimatesTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final long NUMBER = 15_550_001;
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final List<String> events = new ArrayList<>();
    private final Request request = new Request();
    private final WaitEstimate estimate = new WaitEstimate();
    private final Engine engine =
            Engine.create(EngineConfig.builder().skills("en", "de").build(), new EngineListener() {
                @Override
                public void onQueued(
                        final long nowMs,
                        final long id,
                        final VirtualQueue queue,
                        final long ewtMs,
                        final long pendingId) {
                    events.add("queued " + id + " " + ewtMs);
                }
            });
    private long nowMs = START_MS;
    private long nextId = 1_000;
    private VirtualQueue queue;

    @BeforeEach
    void open() {
        queue = queue("support", settings -> settings.skills("en"));
        engine.defineAgent(nowMs, ANN, SkillLevels.of("en", 5));
        engine.defineAgent(nowMs, BOB, SkillLevels.of("en", 5, "de", 5));
    }

    private VirtualQueue queue(final String name, final UnaryOperator<QueueSettingsBuilder> settings) {
        return engine.queue(nowMs, name, settings.apply(QueueSettings.builder()).build());
    }

    private static void done(final Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.OK);
    }

    private long call(final VirtualQueue to) {
        done(engine.callArrived(nowMs, request.of(++nextId, to)));
        return nextId;
    }

    private long callback(final VirtualQueue to) {
        done(engine.requestCallback(nowMs, request.of(++nextId, to).number(NUMBER + nextId)));
        return nextId;
    }

    /** The agent takes a call of 100 s that had not to wait; then another keeps the agent busy. */
    private void busyWithHistory(final VirtualQueue of, final long agent) {
        done(engine.agentReady(nowMs, agent));
        call(of);
        nowMs += 100_000;
        done(engine.agentCompleted(nowMs, agent));
        done(engine.agentReady(nowMs, agent));
        call(of);
    }

    private void busy(final VirtualQueue of, final long agent) {
        done(engine.agentReady(nowMs, agent));
        call(of);
    }

    private long ofQueue() {
        engine.estimate(queue, estimate);
        return estimate.medianMs();
    }

    private long of(final long id) {
        assertThat(engine.estimate(id, estimate)).isTrue();
        return estimate.medianMs();
    }

    private void assertFigures(final double drain, final double theta, final double ahead) {
        Figures.assertThat(estimate, drain, theta, ahead, 1);
    }

    @Test
    void shouldHaveNoAgentsWhenNobodyIsLoggedInWhoCouldServeIt() {
        busyWithHistory(queue, ANN);
        assertThat(ofQueue()).isPositive();
        final VirtualQueue german = queue("german", settings -> settings.skills("de"));

        engine.estimate(german, estimate);

        assertThat(estimate.known()).isFalse();
        assertThat(List.of(estimate.medianMs(), estimate.p90Ms(), estimate.meanMs()))
                .containsOnly(Engine.EWT_NO_AGENTS);
        done(engine.agentNotReady(nowMs, BOB));
        engine.estimate(german, estimate);
        assertThat(List.of(estimate.medianMs(), estimate.p90Ms(), estimate.meanMs()))
                .containsOnly(Engine.EWT_UNKNOWN);
    }

    @Test
    void shouldBeUnknownWhenNobodyHasBeenServedYet() {
        busy(queue, ANN);
        assertThat(ofQueue()).isEqualTo(Engine.EWT_UNKNOWN);

        call(queue);

        assertThat(events).last().isEqualTo("queued " + nextId + " -1");
    }

    @Test
    void shouldBeNothingWhenAnAgentIsReady() {
        done(engine.agentReady(nowMs, ANN));

        assertThat(ofQueue()).isZero();
        assertThat(estimate.p90Ms()).isZero();
        assertThat(estimate.meanMs()).isZero();
        call(queue);
        assertThat(events).last().isEqualTo("queued " + nextId + " 0");
    }

    @Test
    void shouldFollowTheFormulasWhenCallsWait() {
        busyWithHistory(queue, ANN);
        assertFigures(ofQueue(), 1 / 100.0, 1 / 600.0, 0);
        final long first = call(queue);
        assertThat(events).last().isEqualTo("queued " + first + " " + estimate.medianMs());
        nowMs += 100_000;
        done(engine.advanceTo(nowMs));

        assertFigures(ofQueue(), 1 / 100.0, 0.5 / 400, 1);
        assertFigures(of(first), 1 / 100.0, 0.5 / 400, 0);
        assertThat(engine.estimate(first + 99, estimate)).isFalse();
        assertThat(engine.estimate(first - 1, estimate)).as("with an agent").isFalse();
    }

    private void assertFigures(final long answered, final double drain, final double theta, final double ahead) {
        assertThat(answered).isEqualTo(estimate.medianMs());
        assertFigures(drain, theta, ahead);
    }

    @Test
    void shouldChangeNothingWhenAsked() {
        busyWithHistory(queue, ANN);
        final long id = call(queue);
        nowMs += 5_000;
        done(engine.advanceTo(nowMs));
        final long hash = engine.stateHash();

        final long answer = ofQueue();
        of(id);

        assertThat(ofQueue()).isEqualTo(answer);
        assertThat(engine.stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldActAtOnceWhenAgentsComeAndGoOrLearn() {
        busyWithHistory(queue, ANN);
        assertFigures(ofQueue(), 1 / 100.0, 1 / 600.0, 0);

        busy(queue, BOB);
        assertFigures(ofQueue(), 2 / 100.0, 1 / 600.0, 0);
        done(engine.defineAgent(nowMs, BOB, SkillLevels.of("de", 5)));
        assertFigures(ofQueue(), 1 / 100.0, 1 / 600.0, 0);
        done(engine.defineAgent(nowMs, BOB, SkillLevels.of("en", 1)));
        assertFigures(ofQueue(), 2 / 100.0, 1 / 600.0, 0);
        done(engine.agentNotReady(nowMs, BOB));
        assertFigures(ofQueue(), 2 / 100.0, 1 / 600.0, 0);
        done(engine.agentCompleted(nowMs, BOB));
        done(engine.agentReady(nowMs, BOB));
        assertThat(ofQueue()).isZero();
        done(engine.agentLoggedOut(nowMs, BOB));
        assertThat(ofQueue()).isPositive();
        done(engine.agentLoggedOut(nowMs, ANN));
        assertThat(ofQueue()).isEqualTo(Engine.EWT_NO_AGENTS);
    }

    @Test
    void shouldCountAPauseAsLeavingAndAfterCallWorkNot() {
        busyWithHistory(queue, ANN);
        busy(queue, BOB);
        nowMs += 100_000;

        done(engine.agentCompleted(nowMs, BOB));
        assertFigures(ofQueue(), 2 / 100.0, 1 / 600.0, 0);
        done(engine.agentNotReady(nowMs, BOB));
        assertFigures(ofQueue(), 1 / 100.0, 1 / 600.0, 0);
        done(engine.agentDeclined(nowMs, ANN));
        assertThat(ofQueue()).as("all pause").isEqualTo(Engine.EWT_UNKNOWN);
    }

    @Test
    void shouldLearnHandleTimesUntilTheEndOfWrapUp() {
        queue("support", settings -> settings.skills("en").wrapUp(Duration.ofSeconds(20)));
        busy(queue, ANN);
        nowMs += 100_000;
        done(engine.agentCompleted(nowMs, ANN));
        nowMs += 20_000;
        call(queue);
        assertFigures(ofQueue(), 1 / 120.0, 1 / 600.0, 0);
        nowMs += 60_000;
        done(engine.agentNotReady(nowMs, ANN));
        done(engine.agentCompleted(nowMs, ANN));
        busy(queue, ANN);
        assertFigures(ofQueue(), 1 / 90.0, 1 / 600.0, 0);

        nowMs += 30_000;
        done(engine.agentAnswered(nowMs, ANN));
        done(engine.agentLoggedOut(nowMs, ANN));
        busy(queue, ANN);

        assertFigures(ofQueue(), 1 / 70.0, 1 / 600.0, 0);
        done(engine.agentDeclined(nowMs + 9_000, ANN));
        busy(queue, BOB);
        assertFigures(ofQueue(), 1 / 70.0, 0.5 / 300, 1);
    }

    @Test
    void shouldLearnFromStartToStartAndTakeOneBackWhenItFails() {
        busyWithHistory(queue, ANN);
        call(queue);
        call(queue);
        nowMs += 100_000;
        done(engine.agentCompleted(nowMs, ANN));
        done(engine.agentReady(nowMs, ANN));
        assertFigures(ofQueue(), 1 / 100.0, 0.5 / 500, 1);
        nowMs += 100_000;
        done(engine.agentCompleted(nowMs, ANN));
        done(engine.agentReady(nowMs, ANN));
        assertFigures(ofQueue(), (1 + 8) / (F + 8) / 100, 0.5 / 600, 0);

        done(engine.agentDeclined(nowMs, ANN));
        done(engine.agentReady(nowMs, BOB));
        done(engine.agentReady(nowMs, ANN));
        call(queue);

        assertFigures(ofQueue(), 2 * 8 / (F + 8) / 100, 0.5 / 600, 0);
    }

    @Test
    void shouldLearnPatienceOnlyFromPeopleOnTheLine() {
        busyWithHistory(queue, ANN);
        callback(queue);
        nowMs += 100_000;
        final long call = call(queue);
        nowMs += 100_000;
        done(engine.customerLeft(nowMs, call));

        assertThat(ofQueue()).isPositive();
        assertFigures(1 / 100.0, 0, 1);
        call(queue);
        ofQueue();
        assertFigures(1 / 100.0, (0.5 * F + 1) / (400 * F) / 2, 2);
    }

    @Test
    void shouldCountCallbacksAheadWhateverBecomesOfThem() {
        busyWithHistory(queue, ANN);
        final long first = callback(queue);
        callback(queue);
        ofQueue();
        assertFigures(1 / 100.0, 0, 2);

        done(engine.agentCompleted(nowMs, ANN));
        done(engine.agentReady(nowMs, ANN));
        busy(queue, ANN);
        ofQueue();
        assertFigures(1 / 50.0 * 2 / 2, 0, 2);
        nowMs += 60_000;
        done(engine.advanceTo(nowMs));
        ofQueue();
        assertThat(estimate.ahead()).isEqualTo(2);
        assertThat(of(first)).isPositive();
        assertThat(estimate.ahead()).isZero();
    }

    @Test
    void shouldCountNoCapacityWhenAllWaitForARetry() {
        busyWithHistory(queue, ANN);
        done(engine.agentCompleted(nowMs, ANN));
        done(engine.agentReady(nowMs, ANN));
        final long callback = callback(queue);
        done(engine.dialFailed(nowMs, callback, 1, DialFailure.BUSY));
        call(queue);
        nowMs += 50_000;
        done(engine.advanceTo(nowMs));

        ofQueue();

        assertFigures(1 / 50.0, 0, 1);
    }

    @Test
    void shouldCountWhatWaitsInQueuesOfHigherPriorityByTheShareOfAgents() {
        busyWithHistory(queue, ANN);
        final VirtualQueue gold =
                queue("gold", settings -> settings.skills("de").priority(5));
        busy(queue, BOB);
        final long patient = call(queue);
        call(gold);
        call(gold);
        call(gold);

        ofQueue();
        assertFigures(2 / 100.0, 1 / 600.0, 1 + 3 * 1 / 2.0);
        of(patient);
        assertFigures(2 / 100.0, 1 / 600.0, 3 * 1 / 2.0);
        done(engine.defineAgent(nowMs, 3, SkillLevels.of("en", 1, "de", 1)));
        ofQueue();
        assertFigures(2 / 100.0, 1 / 600.0, 1 + 3 * 2 / 3.0);
        done(engine.removeAgent(nowMs, 3));
        ofQueue();
        assertFigures(2 / 100.0, 1 / 600.0, 1 + 3 * 1 / 2.0);
        engine.estimate(gold, estimate);
        assertThat(estimate.ahead()).isEqualTo(3);
        queue("gold", settings -> settings.skills("de"));
        ofQueue();
        assertFigures(2 / 100.0, 1 / 600.0, 1);
    }

    @Test
    void shouldCountExactlyWhoRanksAheadWhenARequestHasAPlaceOfItsOwn() {
        busyWithHistory(queue, ANN);
        call(queue);
        nowMs += 10_000;
        final long second = call(queue);
        nowMs += 10_000;

        done(engine.callArrived(nowMs, request.of(5, queue).headStart(15_000)));
        of(5);
        assertThat(estimate.ahead()).isEqualTo(1);
        assertThat(events).last().isEqualTo("queued 5 " + estimate.medianMs());
        done(engine.callArrived(nowMs, request.of(6, queue).priority(1)));
        of(6);
        assertThat(estimate.ahead()).isZero();
        assertThat(events).last().isEqualTo("queued 6 " + estimate.medianMs());
        done(engine.callArrived(nowMs, request.of(7, queue).priority(-1)));
        ofQueue();
        assertThat(estimate.ahead()).as("of five one has a lower priority").isEqualTo(4);
        of(second);
        assertThat(estimate.ahead()).isEqualTo(3);
        queue("support", settings -> settings.skills("en").priority(-1));
        ofQueue();
        assertThat(estimate.ahead()).as("none has a lower one any more").isEqualTo(5);
    }

    @Test
    void shouldCountExactlyWhoRanksAheadWhenACallTakesOverTheCallbacksPlace() {
        busyWithHistory(queue, ANN);
        final long callback = callback(queue);
        call(queue);

        done(engine.callArrived(nowMs, request.of(5, queue).number(NUMBER + callback)));

        of(5);
        assertThat(estimate.ahead()).isZero();
        assertThat(events).last().isEqualTo("queued 5 " + estimate.medianMs());
    }

    @Test
    void shouldNotCountCallbacksThatYieldUntilTheyAreDue() {
        queue("support", settings -> settings.skills("en").callbackYield(Duration.ofSeconds(64)));
        busyWithHistory(queue, ANN);
        final long startMs = nowMs;
        callback(queue);
        nowMs += 10_000;
        callback(queue);
        call(queue);

        assertAhead(startMs + 10_000, 1);
        assertAhead(startMs + 63_999, 1);
        assertAhead(startMs + 64_000, 2);
        callback(queue);
        engine.estimate(nextId, estimate);
        assertThat(estimate.ahead()).as("of a callback").isEqualTo(3);
        assertAhead(startMs + 73_999, 2);
        assertAhead(startMs + 74_000, 3);
        assertAhead(startMs + 127_999, 3);
        assertAhead(startMs + 500_000, 4);
        engine.validate();
    }

    private void assertAhead(final long atMs, final int expected) {
        nowMs = atMs;
        done(engine.advanceTo(nowMs));
        ofQueue();
        assertThat(estimate.ahead()).as("%s ms later", atMs - START_MS).isEqualTo(expected);
    }

    @Test
    void shouldBeWithoutWaitWhenAnAgentIsReadyForACallbackThatIsDialed() {
        done(engine.agentReady(nowMs, ANN));
        final long callback = callback(queue);

        assertThat(of(callback)).isZero();
    }

    @Test
    void shouldCountWhoMovesAndWhoWasConvertedWhereTheyAre() {
        busyWithHistory(queue, ANN);
        final VirtualQueue other = queue("other", settings -> settings.skills("en"));
        final long call = call(queue);
        done(engine.acceptOffer(nowMs, call, request.of(5, null).number(NUMBER)));
        ofQueue();
        assertFigures(1 / 100.0, 0, 1);

        done(engine.move(nowMs, 5, other));

        ofQueue();
        assertFigures(1 / 100.0, 1 / 600.0, 0);
        engine.estimate(other, estimate);
        assertThat(estimate.medianMs()).isEqualTo(Engine.EWT_UNKNOWN);
        assertThat(estimate.ahead()).isEqualTo(1);
        engine.validate();
    }
}
