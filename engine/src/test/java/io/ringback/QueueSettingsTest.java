package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringback.QueueSettings.Step;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QueueSettingsTest {
    private static final Duration TOO_LONG = Duration.ofMillis(QueueSettings.DURATION_MAX_MS + 1);

    private static QueueSettingsBuilder unusual() {
        return QueueSettings.builder()
                .skills("en")
                .then(Duration.ofSeconds(10), "de")
                .then(Duration.ofSeconds(20), "fr")
                .priority(-3)
                .agentChoice(AgentChoice.LEAST_SKILLED)
                .maxWaiting(0)
                .answerTimeout(Duration.ofSeconds(1))
                .wrapUp(Duration.ZERO)
                .callbackYield(Duration.ofDays(1))
                .invite(false)
                .attempts(9)
                .attemptTimeout(Duration.ofSeconds(2))
                .retryDelay(Duration.ofSeconds(3))
                .errorPause(Duration.ofSeconds(4))
                .purgeAfter(Duration.ofSeconds(5))
                .maxCallbacks(0)
                .maxPerNumber(7)
                .linkIncoming(false)
                .offerAbove(Duration.ofMinutes(3))
                .serviceLevel(Duration.ofSeconds(30))
                .calendar("office")
                .closeForecast(false)
                .atClose(AtClose.CARRY_OVER)
                .slot(Duration.ofMinutes(30))
                .slotCapacity(SlotCapacity.of(4))
                .horizon(Duration.ofDays(7));
    }

    @Test
    void shouldHaveTheDocumentedDefaultsWhenNothingIsSet() {
        final QueueSettings settings = QueueSettings.builder().build();

        assertThat(settings)
                .hasToString("skills=null steps=[] priority=0 agent-choice=LONGEST_IDLE max-waiting=2147483647"
                        + " answer-timeout=-1 wrap-up=-1 callback-yield=0 invite=true attempts=3"
                        + " attempt-timeout=60000 retry-delay=300000 error-pause=10000 purge-after=86400000"
                        + " max-callbacks=2147483647 max-per-number=1 link-incoming=true"
                        + " offer-above=-1 service-level=20000 calendar=null close-forecast=true at-close=PURGE"
                        + " slot=15 slot-capacity=1 horizon=2592000000");
    }

    @Test
    void shouldKeepCallbacksLongerByDefaultWhenTheyAreCarriedOver() {
        final QueueSettingsBuilder carrying = QueueSettings.builder().atClose(AtClose.CARRY_OVER);

        assertThat(carrying.build().purgeAfterMs()).isEqualTo(7 * 86_400_000L);
        assertThat(carrying.atClose(AtClose.PURGE).build().purgeAfterMs()).isEqualTo(86_400_000L);
        assertThat(carrying.purgeAfter(Duration.ofHours(1)).build().purgeAfterMs())
                .isEqualTo(3_600_000L);
        assertThat(carrying.purgeAfter(null).build().purgeAfterMs()).isEqualTo(86_400_000L);
    }

    @Test
    void shouldTellWhatWasSetWhenAskedThroughTheEngine() {
        final Engine engine =
                Engine.create(EngineConfig.builder().skills("en", "de", "fr").build(), new EngineListener() {});
        engine.calendar(0, "office", BusinessCalendar.in("Europe/London").build());
        final VirtualQueue queue =
                engine.queue(0, "support", QueueSettings.builder().build());
        assertThat(engine.queue(1, "support", unusual().build())).isSameAs(queue);

        final QueueSettings settings = engine.settings(queue);

        assertThat(settings.skills()).isEqualTo("en");
        assertThat(settings.steps()).containsExactly(new Step(10_000, "de"), new Step(20_000, "fr"));
        assertThat(settings.priority()).isEqualTo(-3);
        assertThat(settings.agentChoice()).isEqualTo(AgentChoice.LEAST_SKILLED);
        assertThat(settings.maxWaiting()).isZero();
        assertThat(settings.answerTimeoutMs()).isEqualTo(1_000);
        assertThat(settings.wrapUpMs()).isZero();
        assertThat(settings.callbackYieldMs()).isEqualTo(86_400_000);
        assertThat(settings.invite()).isFalse();
        assertThat(settings.attempts()).isEqualTo(9);
        assertThat(settings.attemptTimeoutMs()).isEqualTo(2_000);
        assertThat(settings.retryDelayMs()).isEqualTo(3_000);
        assertThat(settings.errorPauseMs()).isEqualTo(4_000);
        assertThat(settings.purgeAfterMs()).isEqualTo(5_000);
        assertThat(settings.maxCallbacks()).isZero();
        assertThat(settings.maxPerNumber()).isEqualTo(7);
        assertThat(settings.linkIncoming()).isFalse();
        assertThat(settings.offerAboveMs()).isEqualTo(180_000);
        assertThat(settings.serviceLevelMs()).isEqualTo(30_000);
        assertThat(settings.calendar()).isEqualTo("office");
        assertThat(settings.closeForecast()).isFalse();
        assertThat(settings.atClose()).isEqualTo(AtClose.CARRY_OVER);
        assertThat(settings.slotMinutes()).isEqualTo(30);
        assertThat(settings.slotCapacity()).hasToString("4");
        assertThat(settings.horizonMs()).isEqualTo(604_800_000);
    }

    @Test
    void shouldBeEqualWhenBuiltFromItself() {
        final QueueSettings settings = unusual().build();

        assertThat(settings.toBuilder().build()).isEqualTo(settings).hasSameHashCodeAs(settings);
        assertThat(settings.toBuilder().priority(5).build()).isNotEqualTo(settings);
        assertThat(settings.toBuilder().clearSteps().build().steps()).isEmpty();
        assertThat(settings.steps()).hasSize(2);
    }

    @Test
    void shouldNotChangeWhenItsBuilderGoesOn() {
        final QueueSettingsBuilder builder = QueueSettings.builder();
        final QueueSettings settings = builder.build();

        builder.priority(9).then(Duration.ofSeconds(1), "en").answerTimeout(Duration.ofSeconds(9));

        assertThat(settings).isEqualTo(QueueSettings.builder().build());
        assertThat(builder.answerTimeout(null).wrapUp(null).build().answerTimeoutMs())
                .isEqualTo(QueueSettings.OFF);
    }

    @Test
    void shouldNameFieldAndValueWhenAValueIsOutOfRange() {
        illegal("priority: 1001", settings -> settings.priority(1_001));
        illegal("priority: -1001", settings -> settings.priority(-1_001));
        illegal("max-waiting: -1", settings -> settings.maxWaiting(-1));
        illegal("attempts: 0", settings -> settings.attempts(0));
        illegal("max-callbacks: -1", settings -> settings.maxCallbacks(-1));
        illegal("max-per-number: 0", settings -> settings.maxPerNumber(0));
        illegal("wrap-up: PT-0.001S", settings -> settings.wrapUp(Duration.ofMillis(-1)));
        illegal("callback-yield: PT-0.001S", settings -> settings.callbackYield(Duration.ofMillis(-1)));
        duration("answer-timeout", QueueSettingsBuilder::answerTimeout);
        duration("attempt-timeout", QueueSettingsBuilder::attemptTimeout);
        duration("retry-delay", QueueSettingsBuilder::retryDelay);
        duration("error-pause", QueueSettingsBuilder::errorPause);
        duration("purge-after", QueueSettingsBuilder::purgeAfter);
        duration("offer-above", QueueSettingsBuilder::offerAbove);
        duration("service-level", QueueSettingsBuilder::serviceLevel);
        duration("horizon", QueueSettingsBuilder::horizon);
        duration("then", (settings, value) -> settings.then(value, "en"));
        illegal(
                "then: steps are given in order of time, but PT5S is not after PT5S",
                settings -> settings.then(Duration.ofSeconds(5), "a").then(Duration.ofSeconds(5), "b"));
        illegal("then: more than 100", settings -> {
            for (int n = 1; n <= 101; n++) {
                settings.then(Duration.ofSeconds(n), "en");
            }
        });
    }

    private interface DurationSetting {
        void set(QueueSettingsBuilder settings, Duration value);
    }

    private static void duration(final String field, final DurationSetting setting) {
        illegal(field + ": PT0.999S", settings -> setting.set(settings, Duration.ofMillis(999)));
        illegal(field + ": " + TOO_LONG, settings -> setting.set(settings, TOO_LONG));
        illegal(
                field + ": " + Duration.ofSeconds(Long.MAX_VALUE),
                settings -> setting.set(settings, Duration.ofSeconds(Long.MAX_VALUE)));
        setting.set(QueueSettings.builder(), Duration.ofSeconds(1));
        setting.set(QueueSettings.builder(), Duration.ofMillis(QueueSettings.DURATION_MAX_MS));
    }

    private static void illegal(final String message, final Consumer<QueueSettingsBuilder> misuse) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> misuse.accept(QueueSettings.builder()))
                .withMessageContaining(message);
    }
}
