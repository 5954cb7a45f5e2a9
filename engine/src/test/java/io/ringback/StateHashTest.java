package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StateHashTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final BusinessCalendar ALWAYS =
            BusinessCalendar.in("UTC").weekly("mon-sun", "00:00-24:00").build();

    private final Request request = new Request();

    private static Engine engine() {
        final Engine engine =
                Engine.create(EngineConfig.builder().skills("en", "de").build(), new EngineListener() {});
        engine.queue(START_MS, "support", QueueSettings.builder().build());
        return engine;
    }

    private static VirtualQueue queue(final Engine engine) {
        return engine.queue(START_MS, "support", QueueSettings.builder().build());
    }

    private static long hashAfter(final Consumer<Engine> commands) {
        final Engine engine = engine();
        commands.accept(engine);
        engine.validate();
        return engine.stateHash();
    }

    @Test
    void shouldDifferWhenAnySettingDiffers() {
        final List<UnaryOperator<QueueSettingsBuilder>> changes = List.of(
                settings -> settings,
                settings -> settings.skills("en"),
                settings -> settings.then(Duration.ofSeconds(9), "en"),
                settings -> settings.priority(1),
                settings -> settings.agentChoice(AgentChoice.LEAST_SKILLED),
                settings -> settings.maxWaiting(7),
                settings -> settings.answerTimeout(Duration.ofSeconds(10)),
                settings -> settings.wrapUp(Duration.ZERO),
                settings -> settings.callbackYield(Duration.ofSeconds(1)),
                settings -> settings.invite(false),
                settings -> settings.attempts(4),
                settings -> settings.attemptTimeout(Duration.ofSeconds(61)),
                settings -> settings.retryDelay(Duration.ofSeconds(61)),
                settings -> settings.errorPause(Duration.ofSeconds(61)),
                settings -> settings.purgeAfter(Duration.ofSeconds(61)),
                settings -> settings.maxCallbacks(5),
                settings -> settings.maxPerNumber(2),
                settings -> settings.linkIncoming(false),
                settings -> settings.offerAbove(Duration.ofSeconds(61)),
                settings -> settings.serviceLevel(Duration.ofSeconds(61)),
                settings -> settings.calendar("always"),
                settings -> settings.closeForecast(false),
                settings -> settings.atClose(AtClose.CARRY_OVER),
                settings -> settings.slot(Duration.ofMinutes(30)),
                settings -> settings.slotCapacity(SlotCapacity.of(2)),
                settings -> settings.horizon(Duration.ofSeconds(61)));
        final Map<Long, QueueSettings> seen = new HashMap<>();
        for (final UnaryOperator<QueueSettingsBuilder> change : changes) {
            final QueueSettings settings = change.apply(QueueSettings.builder()).build();

            final long hash = hashAfter(engine -> {
                engine.calendar(START_MS, "always", ALWAYS);
                engine.queue(START_MS, "support", settings);
            });

            assertThat(seen.put(hash, settings))
                    .as("other settings with the hash of %s", settings)
                    .isNull();
        }
        assertThat(changes).hasSize(QueueSettings.builder().build().toString().split("=", -1).length);
    }

    @Test
    void shouldDifferWhenACalendarDiffers() {
        final BusinessCalendar other =
                BusinessCalendar.in("UTC").weekly("mon-sat", "00:00-24:00").build();
        final List<Consumer<Engine>> calendars = List.of(
                engine -> {},
                engine -> engine.calendar(START_MS, "always", ALWAYS),
                engine -> engine.calendar(START_MS, "forever", ALWAYS),
                engine -> engine.calendar(START_MS, "always", other));

        assertThat(calendars.stream().map(StateHashTest::hashAfter).distinct()).hasSameSizeAs(calendars);
    }

    @Test
    void shouldNotDependOnTheOrderInWhichTargetsWereCompiled() {
        final long one = hashAfter(engine -> {
            engine.target("de");
            final Target any = engine.target("en >= 0");
            engine.callArrived(START_MS, request.of(1, queue(engine)).target(engine.target("en")));
            engine.callArrived(START_MS, request.of(2, queue(engine)).target(any));
        });
        final long other = hashAfter(engine -> {
            engine.callArrived(START_MS, request.of(1, queue(engine)).target(engine.target("en > 0")));
            engine.callArrived(START_MS, request.of(2, queue(engine)).target(engine.target("de >= 0")));
        });

        assertThat(one).isEqualTo(other);
    }

    @Test
    void shouldDifferWhenAnythingInTheHistoryOfAnAgentMatters() {
        final List<Consumer<Engine>> histories = List.of(
                engine -> {},
                engine -> engine.advanceTo(START_MS + 1),
                engine -> engine.defineAgent(START_MS, 0, SkillLevels.none()),
                engine -> engine.defineAgent(START_MS, 1, SkillLevels.none()),
                engine -> engine.defineAgent(START_MS, 1, SkillLevels.of("en", 1)),
                engine -> engine.defineAgent(START_MS, 1, SkillLevels.of("en", 2)),
                engine -> engine.defineAgent(START_MS, 1, SkillLevels.of("de", 1)),
                engine -> {
                    engine.defineAgent(START_MS, 1, SkillLevels.none());
                    engine.agentNotReady(START_MS, 1);
                },
                engine -> ready(engine, 1),
                engine -> {
                    ready(engine, 1);
                    ready(engine, 2);
                },
                engine -> {
                    ready(engine, 2);
                    ready(engine, 1);
                });
        assertThat(histories.stream().map(StateHashTest::hashAfter).distinct()).hasSameSizeAs(histories);
    }

    @Test
    void shouldDifferWhenAnythingInARequestDiffers() {
        final List<Consumer<Request>> requests = List.of(
                it -> {},
                it -> it.number(15_550_001),
                it -> it.priority(0),
                it -> it.priority(1),
                it -> it.headStart(1));
        final List<Long> hashes = requests.stream()
                .map(change -> hashAfter(engine -> {
                    change.accept(request.of(1, queue(engine)));
                    engine.callArrived(START_MS, request);
                }))
                .toList();
        final long ownTarget = hashAfter(engine ->
                engine.callArrived(START_MS, request.of(1, queue(engine)).target(engine.target("en >= 0"))));

        assertThat(hashes).doesNotHaveDuplicates().doesNotContain(ownTarget);
    }

    @Test
    void shouldDifferWhenABusyAgentHasAnotherIdleTimeToGoBackTo() {
        final long early = hashAfter(engine -> busy(engine, START_MS));
        final long late = hashAfter(engine -> busy(engine, START_MS + 1));

        assertThat(early).isNotEqualTo(late);
    }

    @Test
    void shouldDifferWhenAQueueHasLearnedSomethingElse() {
        final List<Consumer<Engine>> histories = List.of(
                engine -> served(engine, START_MS, START_MS + 100),
                engine -> served(engine, START_MS, START_MS + 200),
                engine -> {
                    served(engine, START_MS, START_MS + 100);
                    engine.callArrived(START_MS + 100, request.of(6, queue(engine)));
                    engine.customerLeft(START_MS + 200, 6);
                },
                engine -> {
                    served(engine, START_MS, START_MS + 100);
                    engine.callArrived(START_MS + 150, request.of(6, queue(engine)));
                    engine.customerLeft(START_MS + 200, 6);
                });
        final List<Long> hashes = histories.stream()
                .map(history -> hashAfter(engine -> {
                    history.accept(engine);
                    engine.removeAgent(START_MS, 1);
                    engine.advanceTo(START_MS + 1_000);
                }))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void shouldDifferWhenAnAgentInAfterCallWorkWasRoutedAtAnotherTime() {
        final long early = hashAfter(engine -> wrappingUp(engine, START_MS + 10));
        final long late = hashAfter(engine -> wrappingUp(engine, START_MS + 11));

        assertThat(early).isNotEqualTo(late);
    }

    @Test
    void shouldDifferWhenATriggerIsDroppedWhateverTheIdOfItsAgent() {
        for (final long agent : new long[] {0, 1, -1, Long.MAX_VALUE}) {
            final long kept = hashAfter(engine -> dialAndLogOut(engine, agent));
            final long dropped = hashAfter(engine -> {
                dialAndLogOut(engine, agent);
                engine.removeAgent(START_MS, agent);
                engine.defineAgent(START_MS, agent, SkillLevels.none());
            });

            assertThat(dropped).as("agent %s", agent).isNotEqualTo(kept);
        }
    }

    @Test
    void shouldDifferAsLongAsTheWindowShowsItWhenACallIsServedAtAnotherTimeOrHangsUp() {
        final Consumer<Engine> early = engine -> served(engine, START_MS, START_MS + 100);
        final Consumer<Engine> late = engine -> served(engine, START_MS + 60_000, START_MS + 60_100);
        final Consumer<Engine> never = engine -> {
            engine.callArrived(START_MS, request.of(5, queue(engine)));
            engine.customerLeft(START_MS, 5);
        };

        assertThat(List.of(
                        afterwards(early, START_MS + 600_000),
                        afterwards(late, START_MS + 600_000),
                        afterwards(never, START_MS + 600_000)))
                .doesNotHaveDuplicates();
        final long hashOfLater = afterwards(early, START_MS + 3_600_000);
        assertThat(afterwards(late, START_MS + 3_600_000)).isEqualTo(hashOfLater);
        assertThat(afterwards(never, START_MS + 3_600_000)).isNotEqualTo(hashOfLater);
    }

    @Test
    void shouldDifferWhenAnotherAgentHandledTheCall() {
        assertThat(hashAfter(engine -> handle(engine, "en", 1)))
                .isNotEqualTo(hashAfter(engine -> handle(engine, "de", 2)));
    }

    private long afterwards(final Consumer<Engine> call, final long untilMs) {
        return hashAfter(engine -> {
            call.accept(engine);
            engine.removeAgent(untilMs, 1);
            engine.advanceTo(untilMs);
        });
    }

    /** Two agents come and go together; one of them has a call meanwhile. */
    private void handle(final Engine engine, final String skill, final long agent) {
        engine.defineAgent(START_MS, 1, SkillLevels.of("en", 1));
        engine.defineAgent(START_MS, 2, SkillLevels.of("de", 1));
        engine.agentReady(START_MS, 1);
        engine.agentReady(START_MS, 2);
        engine.callArrived(START_MS, request.of(5, queue(engine)).target(engine.target(skill)));
        engine.agentAnswered(START_MS, agent);
        engine.agentLoggedOut(START_MS, 1);
        engine.agentLoggedOut(START_MS, 2);
    }

    private static void ready(final Engine engine, final long agent) {
        engine.defineAgent(START_MS, agent, SkillLevels.none());
        engine.agentReady(START_MS, agent);
    }

    /** A call that had not to wait, by an agent who then goes home. */
    private void served(final Engine engine, final long fromMs, final long untilMs) {
        ready(engine, 1);
        engine.callArrived(fromMs, request.of(5, queue(engine)));
        engine.agentCompleted(untilMs, 1);
        engine.agentLoggedOut(untilMs, 1);
    }

    private void wrappingUp(final Engine engine, final long routedMs) {
        ready(engine, 1);
        engine.callArrived(routedMs, request.of(5, queue(engine)));
        engine.agentCompleted(START_MS + 20, 1);
    }

    private void busy(final Engine engine, final long readyMs) {
        engine.defineAgent(START_MS, 1, SkillLevels.none());
        engine.agentReady(readyMs, 1);
        engine.callArrived(START_MS + 10, request.of(5, queue(engine)));
    }

    /** The agent becomes Ready, as the first ever, and then leaves; the callback is still being dialed. */
    private void dialAndLogOut(final Engine engine, final long agent) {
        ready(engine, agent);
        engine.requestCallback(START_MS, request.of(5, queue(engine)).number(15_550_001));
        engine.agentLoggedOut(START_MS, agent);
    }
}
