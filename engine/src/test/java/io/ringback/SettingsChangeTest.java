package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of each setting means for those who are in the queue already. */
class SettingsChangeTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final long NUMBER = 15_550_001;
    private static final long ANN = 1;
    private static final long BOB = 2;

    private final List<String> events = new ArrayList<>();
    private final Request request = new Request();
    private final AgentView agentView = new AgentView();
    private final Engine engine =
            Engine.create(EngineConfig.builder().skills("en", "de").build(), new EngineListener() {
                @Override
                public void onRouted(
                        final long nowMs,
                        final long id,
                        final long agentId,
                        final VirtualQueue from,
                        final long waitedMs) {
                    events.add("routed " + id + " " + agentId);
                }

                @Override
                public void onDial(final long nowMs, final long id, final long number, final int attempt) {
                    events.add("dial " + id);
                }

                @Override
                public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
                    events.add("retry " + id + " in " + (atMs - nowMs));
                }

                @Override
                public void onEnded(final long nowMs, final long id, final EndReason reason) {
                    events.add("ended " + id + " " + reason);
                }

                @Override
                public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
                    events.add("requeued " + id);
                }
            });
    private VirtualQueue queue;

    @BeforeEach
    void open() {
        queue = engine.queue(START_MS, "support", QueueSettings.builder().build());
        engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 5));
        engine.defineAgent(START_MS, BOB, SkillLevels.of("en", 5, "de", 5));
    }

    private void change(final UnaryOperator<QueueSettingsBuilder> change) {
        engine.queue(
                engine.nowMs(),
                "support",
                change.apply(engine.settings(queue).toBuilder()).build());
        engine.validate();
    }

    private Outcome call(final long id) {
        return engine.callArrived(engine.nowMs(), request.of(id, queue));
    }

    private Outcome callback(final long id) {
        return engine.requestCallback(engine.nowMs(), request.of(id, queue).number(NUMBER));
    }

    private void ready(final long agent) {
        assertThat(engine.agentReady(engine.nowMs(), agent)).isEqualTo(Outcome.OK);
    }

    private void fail(final long id, final int attempt, final DialFailure reason) {
        assertThat(engine.dialFailed(engine.nowMs(), id, attempt, reason)).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldMatchAgainWhenTheTargetChanges() {
        change(settings -> settings.skills("de"));
        call(1);
        engine.callArrived(START_MS, request.of(2, queue).target(engine.target("de > 6")));
        ready(ANN);
        assertThat(events).isEmpty();

        change(settings -> settings.skills("en"));

        assertThat(events).containsExactly("routed 1 1");
        assertThat(engine.position(2)).isEqualTo(1);
    }

    @Test
    void shouldServeByTheNewTargetWhenAnAgentIsReadyLater() {
        change(settings -> settings.skills("de"));
        call(1);
        call(2);

        change(settings -> settings.skills("en"));
        ready(ANN);

        assertThat(events).containsExactly("routed 1 1");
        change(settings -> settings.skills("de"));
        engine.agentCompleted(START_MS, ANN);
        ready(ANN);
        ready(BOB);
        assertThat(events).containsExactly("routed 1 1", "ended 1 COMPLETED", "routed 2 2");
    }

    @Test
    void shouldRankAnewAmongSeveralQueuesWhenTheYieldChanges() {
        final VirtualQueue other = engine.queue(
                START_MS, "other", QueueSettings.builder().skills("en").build());
        callback(1);
        engine.advanceTo(START_MS + 1_000);
        engine.requestCallback(START_MS + 1_000, request.of(2, other).number(NUMBER));

        change(settings -> settings.callbackYield(Duration.ofMinutes(1)));
        ready(ANN);

        assertThat(events).containsExactly("dial 2");
    }

    @Test
    void shouldCountFromTheTimeQueuedWhenStepsChange() {
        change(settings -> settings.skills("de > 9"));
        call(1);
        ready(ANN);
        engine.advanceTo(START_MS + 20_000);

        change(settings -> settings.then(Duration.ofSeconds(30), "en"));
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS + 30_000);
        change(settings -> settings.clearSteps().then(Duration.ofSeconds(25), "en"));
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS + 25_000);
        change(settings -> settings.clearSteps().then(Duration.ofSeconds(20), "en"));

        assertThat(events).containsExactly("routed 1 1");
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldKeepTheFormerPriorityWhenItChangesLater() {
        call(1);
        change(settings -> settings.priority(5));
        call(2);
        change(settings -> settings.priority(-5));
        call(3);

        assertThat(engine.position(2)).isEqualTo(1);
        assertThat(engine.position(1)).isEqualTo(2);
        assertThat(engine.position(3)).isEqualTo(3);
    }

    @Test
    void shouldPickByTheNewChoiceWhenItChanges() {
        ready(BOB);
        ready(ANN);
        change(settings -> settings.agentChoice(AgentChoice.LEAST_SKILLED));

        call(1);

        assertThat(events).containsExactly("routed 1 1");
        engine.agentCompleted(START_MS, ANN);
        ready(ANN);
        change(settings -> settings.agentChoice(AgentChoice.LONGEST_IDLE));
        call(2);
        assertThat(events).endsWith("ended 1 COMPLETED", "routed 2 2");
    }

    @Test
    void shouldLetThoseInStayWhenLimitsShrink() {
        call(1);
        call(2);
        callback(3);
        change(settings -> settings.maxWaiting(1).maxCallbacks(0));

        assertThat(engine.interactions()).isEqualTo(3);
        assertThat(call(4)).isEqualTo(Outcome.QUEUE_FULL);
        assertThat(callback(4)).isEqualTo(Outcome.DUPLICATE_NUMBER);
        change(settings -> settings.maxPerNumber(2));
        assertThat(callback(4)).isEqualTo(Outcome.LIMIT_REACHED);
        change(settings -> settings.maxCallbacks(2).maxWaiting(4));
        assertThat(callback(4)).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldApplyToTheNextRingAndTheNextWrapUpWhenTheyChange() {
        ready(ANN);
        call(1);
        change(settings -> settings.answerTimeout(Duration.ofSeconds(5)).wrapUp(Duration.ofSeconds(9)));
        assertThat(engine.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);

        engine.agentCompleted(START_MS, ANN);
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS + 9_000);
        change(settings -> settings.wrapUp(null));
        engine.advanceTo(START_MS + 9_000);
        assertThat(engine.readyAgents()).isEqualTo(1);
        call(2);
        change(settings -> settings.answerTimeout(null));
        engine.advanceTo(START_MS + 14_000);

        assertThat(events).endsWith("routed 2 1", "requeued 2");
        assertThat(engine.readAgent(ANN, agentView)).isTrue();
        assertThat(agentView.state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void shouldRankAnewWhenTheYieldChanges() {
        callback(1);
        engine.advanceTo(START_MS + 1_000);
        call(2);
        assertThat(engine.position(1)).isEqualTo(1);

        change(settings -> settings.callbackYield(Duration.ofDays(1)));

        assertThat(engine.position(1)).isEqualTo(2);
        ready(ANN);
        assertThat(events).containsExactly("routed 2 1");
    }

    @Test
    void shouldDialAtOnceWhenTheQueueInvitesAgain() {
        change(settings -> settings.invite(false));
        callback(1);
        ready(ANN);
        assertThat(events).isEmpty();

        change(settings -> settings.invite(true));
        assertThat(events).containsExactly("dial 1");

        change(settings -> settings.invite(false).attempts(2));
        fail(1, 1, DialFailure.BUSY);
        engine.advanceTo(START_MS + 300_000);
        assertThat(events).endsWith("dial 1", "retry 1 in 300000");
    }

    @Test
    void shouldApplyToTheNextFailureWhenAttemptsAndDelaysChange() {
        ready(ANN);
        callback(1);
        change(settings -> settings.attemptTimeout(Duration.ofSeconds(5))
                .retryDelay(Duration.ofSeconds(7))
                .errorPause(Duration.ofSeconds(8)));
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS + 60_000);

        fail(1, 1, DialFailure.BUSY);
        engine.advanceTo(START_MS + 7_000);
        assertThat(engine.nextDeadlineMs()).isEqualTo(START_MS + 12_000);
        fail(1, 2, DialFailure.ERROR);
        engine.advanceTo(START_MS + 15_000);
        change(settings -> settings.attempts(1));
        fail(1, 3, DialFailure.BUSY);

        assertThat(events)
                .containsExactly(
                        "dial 1", "retry 1 in 7000", "dial 1", "retry 1 in 8000", "dial 1", "ended 1 UNREACHABLE");
    }

    @Test
    void shouldKeepTheFormerDeadlineWhenPurgeAfterChanges() {
        callback(1);
        change(settings -> settings.purgeAfter(Duration.ofSeconds(10)).maxPerNumber(2));
        callback(2);

        engine.advanceTo(START_MS + 10_000);
        assertThat(events).containsExactly("ended 2 PURGED_AGE");
        engine.advanceTo(START_MS + 86_400_000);

        assertThat(events).containsExactly("ended 2 PURGED_AGE", "ended 1 PURGED_AGE");
    }

    @Test
    void shouldLinkTheNextCallWhenLinkingChanges() {
        change(settings -> settings.linkIncoming(false));
        callback(1);
        engine.callArrived(START_MS, request.of(2, queue).number(NUMBER));
        assertThat(events).isEmpty();

        change(settings -> settings.linkIncoming(true));
        engine.callArrived(START_MS, request.of(3, queue).number(NUMBER));

        assertThat(events).containsExactly("ended 1 SUPERSEDED");
    }
}
