package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.skill.SkillSyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EngineMisuseTest {
    private static final long START_MS = 1_772_442_000_000L;

    private final Request request = new Request();
    private final Engine engine = engine();
    private final VirtualQueue queue =
            engine.queue(START_MS, "support", QueueSettings.builder().build());
    private final Engine other = engine();
    private final VirtualQueue foreign =
            other.queue(START_MS, "support", QueueSettings.builder().build());

    private static Engine engine() {
        return Engine.create(EngineConfig.builder().skills("english").build(), new EngineListener() {});
    }

    @Test
    void shouldRefuseForeignQueuesWhenTheyAreUsed() {
        engine.callArrived(START_MS, request.of(1, queue));
        final long before = engine.stateHash();

        assertThat(engine.callArrived(START_MS, request.of(2, foreign))).isEqualTo(Outcome.UNKNOWN_QUEUE);
        assertThat(engine.callArrived(START_MS, request.of(2, null))).isEqualTo(Outcome.UNKNOWN_QUEUE);
        assertThat(engine.requestCallback(START_MS, request.of(2, foreign))).isEqualTo(Outcome.UNKNOWN_QUEUE);
        assertThat(engine.move(START_MS, 1, foreign)).isEqualTo(Outcome.UNKNOWN_QUEUE);
        assertThat(engine.move(START_MS, 1, null)).isEqualTo(Outcome.UNKNOWN_QUEUE);
        unchanged(before, "queue: support belongs to another engine", () -> engine.settings(foreign));
        unchanged(before, "queue: support", () -> engine.read(foreign, new QueueView()));
        unchanged(
                before,
                "queue: support belongs to another engine",
                () -> engine.slots(foreign, START_MS, Engine.TIME_MAX_MS, (startMs, free, capacity) -> {}));
    }

    @Test
    void shouldThrowWhenATargetIsForeign() {
        final Target target = other.target("english > 3");
        final long before = engine.stateHash();

        unchanged(
                before,
                "target: " + target + " belongs to another engine",
                () -> engine.callArrived(START_MS, request.of(1, queue).target(target)));
        unchanged(
                before,
                "belongs to another engine",
                () -> engine.requestCallback(
                        START_MS, request.of(1, queue).number(15_550_001).target(target)));
    }

    @Test
    void shouldThrowWhenAnIdIsTheOneThatNamesNothing() {
        final long before = engine.stateHash();

        unchanged(before, "id: Engine.NO_ID", () -> request.of(Engine.NO_ID, queue));
        unchanged(
                before, "agentId: Engine.NO_ID", () -> engine.defineAgent(START_MS, Engine.NO_ID, SkillLevels.none()));
        assertThat(engine.agentReady(START_MS, Engine.NO_ID)).isEqualTo(Outcome.UNKNOWN_AGENT);
        assertThat(engine.cancel(START_MS, Engine.NO_ID)).isEqualTo(Outcome.UNKNOWN_INTERACTION);
        assertThat(engine.read(Engine.NO_ID, new InteractionView())).isFalse();
        assertThat(engine.readAgent(Engine.NO_ID, new AgentView())).isFalse();
        assertThat(engine.position(Engine.NO_ID)).isZero();
    }

    @Test
    void shouldTakeEveryOtherIdWhenItIsExtreme() {
        for (final long id : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE + 1}) {
            assertThat(engine.defineAgent(START_MS, id, SkillLevels.none())).isEqualTo(Outcome.OK);
            assertThat(engine.agentReady(START_MS, id)).isEqualTo(Outcome.OK);
            assertThat(engine.callArrived(START_MS, request.of(id, queue))).isEqualTo(Outcome.OK);
            assertThat(engine.agentCompleted(START_MS, id, id)).isEqualTo(Outcome.OK);
            engine.validate();
        }
    }

    @Test
    void shouldThrowWhenSomethingIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> Engine.create(EngineConfig.builder().build(), null))
                .withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> engine.dialFailed(START_MS, 1, 1, null))
                .withMessage("reason");
        assertThatNullPointerException()
                .isThrownBy(() -> EngineConfig.builder().errorHandler(null))
                .withMessage("errorHandler");
        assertThatNullPointerException()
                .isThrownBy(() -> QueueSettings.builder().agentChoice(null))
                .withMessage("agent-choice");
        assertThatNullPointerException()
                .isThrownBy(() -> QueueSettings.builder().retryDelay(null))
                .withMessage("retry-delay");
        assertThatNullPointerException()
                .isThrownBy(() -> QueueSettings.builder().then(Duration.ofSeconds(1), null))
                .withMessageContaining("then");
    }

    @Test
    void shouldRefuseARequestThatWasNeverFilled() {
        engine.callArrived(START_MS, request.of(1, queue));
        final long before = engine.stateHash();
        final Request empty = new Request().number(442071838750L);

        assertThatIllegalArgumentException().isThrownBy(() -> engine.callArrived(START_MS, empty));
        assertThatIllegalArgumentException().isThrownBy(() -> engine.requestCallback(START_MS, empty));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.acceptOffer(START_MS, 1, empty))
                .withMessageContaining("Request.of was not called");

        assertThat(engine.stateHash()).isEqualTo(before);
        engine.validate();
    }

    @Test
    void shouldChangeNothingWhenADefinitionDoesNotCompile() {
        engine.callArrived(START_MS, request.of(1, queue));
        final long before = engine.stateHash();

        assertThatExceptionOfType(SkillSyntaxException.class)
                .isThrownBy(() -> engine.queue(
                        START_MS + 5,
                        "support",
                        QueueSettings.builder()
                                .skills("english")
                                .then(Duration.ofSeconds(9), "englsh")
                                .build()))
                .withMessageContaining("english");
        assertThatExceptionOfType(SkillSyntaxException.class)
                .isThrownBy(() -> engine.queue(
                        START_MS,
                        "new",
                        QueueSettings.builder().skills("english &").build()));
        unchanged(
                before,
                "queue name",
                () -> engine.queue(START_MS, " ", QueueSettings.builder().build()));
        unchanged(
                before,
                "queue name",
                () -> engine.queue(
                        START_MS, "q".repeat(101), QueueSettings.builder().build()));
        unchanged(
                before,
                "max-clock-step",
                () -> engine.queue(
                        START_MS + 86_400_001,
                        "support",
                        QueueSettings.builder().priority(5).build()));
        unchanged(
                before,
                "did you mean \"english\"",
                () -> engine.defineAgent(START_MS, 1, SkillLevels.of("englich", 5)));
        assertThat(engine.settings(queue)).isEqualTo(QueueSettings.builder().build());
    }

    @Test
    void shouldChangeNothingWhenBusinessHoursAreMisused() {
        final BusinessCalendar hours = BusinessCalendar.in("Europe/London")
                .weekly("mon-fri", "09:00-17:00")
                .build();
        engine.calendar(START_MS, "office", hours);
        engine.queue(START_MS, "bookable", QueueSettings.builder().build());
        engine.requestCallback(START_MS, request.of(1, queue).number(15_550_001).at(START_MS + 900_000));
        final long before = engine.stateHash();

        unchanged(before, "calendar name", () -> engine.calendar(START_MS, " ", hours));
        unchanged(before, "calendar name", () -> engine.calendar(START_MS, "c".repeat(101), hours));
        unchanged(before, "max-clock-step", () -> engine.calendar(START_MS + 86_400_001, "office", hours));
        unchanged(
                before,
                "did you mean \"office\"",
                () -> engine.queue(
                        START_MS,
                        "support",
                        QueueSettings.builder().calendar("ofice").build()));
        unchanged(
                before,
                "calendar",
                () -> engine.queue(
                        START_MS,
                        "new",
                        QueueSettings.builder().calendar("night").build()));
        unchanged(
                before,
                "slot",
                () -> engine.queue(
                        START_MS,
                        "support",
                        QueueSettings.builder().slot(Duration.ofMinutes(30)).build()));
        assertThatNullPointerException().isThrownBy(() -> engine.calendar(START_MS, "office", null));
        assertThat(engine.stateHash()).isEqualTo(before);
        assertThat(engine.settings(queue)).isEqualTo(QueueSettings.builder().build());
    }

    @Test
    void shouldNameFieldAndValueWhenAValueIsOutOfRange() {
        illegal("priority: 1001", () -> request.of(1, queue).priority(1_001));
        illegal("priority: -1001", () -> request.of(1, queue).priority(-1_001));
        illegal("head-start: -1", () -> request.of(1, queue).headStart(-1));
        illegal("head-start: 315360000001", () -> request.of(1, queue).headStart(Request.HEAD_START_MAX_MS + 1));
        illegal("at: -1", () -> request.of(1, queue).at(-1));
        illegal("at: 281474976710656", () -> request.of(1, queue).exactlyAt(Engine.TIME_MAX_MS + 1));
        illegal("bookings: -1", () -> EngineConfig.builder().bookings(-1));
        illegal("bookings: 10000001", () -> EngineConfig.builder().bookings(EngineConfig.CAPACITY_MAX + 1));
        illegal("level of english: 1001", () -> SkillLevels.of("english", 1_001));
        illegal("level of english: -1", () -> SkillLevels.of(Map.of("english", -1)));
        illegal("english is given twice", () -> SkillLevels.of("english", 1, "english", 2));
        illegal("agents: 0", () -> EngineConfig.builder().agents(0));
        illegal("agents: 10000001", () -> EngineConfig.builder().agents(EngineConfig.CAPACITY_MAX + 1));
        illegal("interactions: 0", () -> EngineConfig.builder().interactions(0));
        illegal("max-clock-step: PT0.999S", () -> EngineConfig.builder().maxClockStep(Duration.ofMillis(999)));
        illegal(
                "statistics-window: PT59.999S is not in PT1M..PT24H",
                () -> EngineConfig.builder().statisticsWindow(Duration.ofMillis(59_999)));
        illegal(
                "statistics-window: PT24H0.001S",
                () -> EngineConfig.builder()
                        .statisticsWindow(Duration.ofHours(24).plusMillis(1)));
    }

    @Test
    void shouldHoldWhatIsAtTheEdgesWhenItIsInRange() {
        request.of(1, queue)
                .priority(-1_000)
                .headStart(Request.HEAD_START_MAX_MS)
                .number(Engine.NUMBER_MAX);
        assertThat(request.priority()).isEqualTo(-1_000);
        assertThat(request.headStartMs()).isEqualTo(Request.HEAD_START_MAX_MS);
        assertThat(request.number()).isEqualTo(Engine.NUMBER_MAX);
        assertThat(request.number(Engine.NUMBER_MAX + 1).number()).isEqualTo(Engine.UNKNOWN_NUMBER);
        assertThat(request.number(-5).number()).isEqualTo(Engine.UNKNOWN_NUMBER);

        assertThat(request.exactlyAt(Engine.TIME_MAX_MS).atMs()).isEqualTo(Engine.TIME_MAX_MS);
        assertThat(request.exactly()).isTrue();
        assertThat(request.at(0).exactly()).isFalse();
        assertThat(request.exactlyAt(0).atMs()).isZero();

        request.of(2, null);

        assertThat(request.id()).isEqualTo(2);
        assertThat(request.queue()).isNull();
        assertThat(request.prioritized()).isFalse();
        assertThat(request.headStartMs()).isZero();
        assertThat(request.number()).isEqualTo(Engine.UNKNOWN_NUMBER);
        assertThat(request.target()).isNull();
        assertThat(request.atMs()).isEqualTo(Engine.NO_TIME);
        assertThat(request.exactly()).isFalse();
    }

    @Test
    void shouldNotBeChangedWhenAMapThatItWasMadeFromIs() {
        assertThat(SkillLevels.of("english", 1).and("billing", 2).levels())
                .containsExactly(Map.entry("billing", 2), Map.entry("english", 1));
        assertThat(SkillLevels.none().levels()).isEqualTo(Collections.emptyMap());
    }

    private void unchanged(final long before, final String message, final ThrowingCallable misuse) {
        illegal(message, misuse);
        assertThat(engine.stateHash()).isEqualTo(before);
        engine.validate();
    }

    private static void illegal(final String message, final ThrowingCallable misuse) {
        assertThatIllegalArgumentException().isThrownBy(misuse).withMessageContaining(message);
    }
}
