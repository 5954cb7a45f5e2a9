package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentChoice;
import io.ringback.AtClose;
import io.ringback.QueueSettings;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QueueKeyTest {
    @Test
    void shouldReadBackSameSettingsWhenTheyAreWritten() {
        final QueueSettings settings = QueueSettings.builder()
                .skills("english | x")
                .then(Duration.ofSeconds(90), "english")
                .then(Duration.ofMillis(90_001), "x")
                .priority(-7)
                .agentChoice(AgentChoice.LEAST_SKILLED)
                .maxWaiting(0)
                .answerTimeout(Duration.ofSeconds(20))
                .wrapUp(Duration.ZERO)
                .callbackYield(Duration.ofDays(1))
                .invite(false)
                .attempts(9)
                .attemptTimeout(Duration.ofSeconds(61))
                .retryDelay(Duration.ofSeconds(62))
                .errorPause(Duration.ofSeconds(63))
                .purgeAfter(Duration.ofSeconds(64))
                .maxCallbacks(3)
                .maxPerNumber(2)
                .linkIncoming(false)
                .offerAbove(Duration.ofSeconds(65))
                .serviceLevel(Duration.ofSeconds(66))
                .calendar("office")
                .closeForecast(false)
                .atClose(AtClose.CARRY_OVER)
                .slot(Duration.ofMinutes(20))
                .slotCapacity(SlotCapacity.of(5))
                .horizon(Duration.ofDays(3))
                .build();

        assertThat(QueueKey.values(settings)).hasSameSizeAs(QueueKey.values());
        assertThat(QueueKey.settings(QueueKey.values(settings))).isEqualTo(settings);
        assertThat(QueueKey.values(QueueSettings.builder().build())).isEmpty();
    }

    private static final String ALL = """
            skill english
            calendar office zone=UTC
            queue q skills=english then=1m:"english > 0" then=2m:"english = 0" priority=-7 agent-choice=least-skilled \
            max-waiting=3 answer-timeout=20s wrap-up=0s callback-yield=1d invite=no attempts=4 attempt-timeout=31s \
            retry-delay=32s error-pause=33s purge-after=34s max-callbacks=5 max-per-number=6 link-incoming=no \
            offer-above=35s service-level=36s calendar=office close-forecast=no at-close=carry-over slot=1h \
            slot-capacity=7 horizon=37s
            """;

    private static QueueSettings settings(final String text) {
        final List<Statement> statements = Scenario.parse("a.scenario", text).statements();
        final Statement.Apply queue = (Statement.Apply) statements.get(statements.size() - 1);
        return QueueKey.settings(queue.command().values());
    }

    @Test
    void shouldSetEverySettingWhenAllKeysAreGiven() {
        final QueueSettings settings = settings(ALL);

        assertThat(settings.skills()).isEqualTo("english");
        assertThat(settings.steps())
                .containsExactly(
                        new QueueSettings.Step(60_000, "english > 0"), new QueueSettings.Step(120_000, "english = 0"));
        assertThat(settings.priority()).isEqualTo(-7);
        assertThat(settings.agentChoice()).isEqualTo(AgentChoice.LEAST_SKILLED);
        assertThat(settings.maxWaiting()).isEqualTo(3);
        assertThat(settings.answerTimeoutMs()).isEqualTo(20_000);
        assertThat(settings.wrapUpMs()).isZero();
        assertThat(settings.callbackYieldMs()).isEqualTo(86_400_000);
        assertThat(settings.invite()).isFalse();
        assertThat(settings.attempts()).isEqualTo(4);
        assertThat(settings.attemptTimeoutMs()).isEqualTo(31_000);
        assertThat(settings.retryDelayMs()).isEqualTo(32_000);
        assertThat(settings.errorPauseMs()).isEqualTo(33_000);
        assertThat(settings.purgeAfterMs()).isEqualTo(34_000);
        assertThat(settings.maxCallbacks()).isEqualTo(5);
        assertThat(settings.maxPerNumber()).isEqualTo(6);
        assertThat(settings.linkIncoming()).isFalse();
        assertThat(settings.offerAboveMs()).isEqualTo(35_000);
        assertThat(settings.serviceLevelMs()).isEqualTo(36_000);
        assertThat(settings.calendar()).isEqualTo("office");
        assertThat(settings.closeForecast()).isFalse();
        assertThat(settings.atClose()).isEqualTo(AtClose.CARRY_OVER);
        assertThat(settings.slotMinutes()).isEqualTo(60);
        assertThat(settings.slotCapacity()).hasToString("7");
        assertThat(settings.horizonMs()).isEqualTo(37_000);
    }

    @Test
    void shouldHaveDefaultsWhenAllKeysAreRestored() {
        final String restored = ALL
                + "queue q skills=none then=none priority=none agent-choice=none max-waiting=off answer-timeout=off"
                + " wrap-up=off callback-yield=none invite=yes attempts=none attempt-timeout=none retry-delay=none"
                + " error-pause=none purge-after=none max-callbacks=off max-per-number=none link-incoming=yes"
                + " offer-above=off service-level=none calendar=none close-forecast=yes at-close=none slot=none"
                + " slot-capacity=none horizon=none";

        assertThat(settings(restored))
                .usingRecursiveComparison()
                .isEqualTo(QueueSettings.builder().build());
        assertThat(settings("queue q").priority())
                .isEqualTo(QueueKey.settings(Map.of()).priority());
    }

    @Test
    void shouldWritePurgeAfterWhenItIsNotTheDefaultOfTheRuleAtClosing() {
        final QueueSettings carryOver =
                QueueSettings.builder().atClose(AtClose.CARRY_OVER).build();
        final QueueSettings oneDay =
                carryOver.toBuilder().purgeAfter(Duration.ofDays(1)).build();

        assertThat(QueueKey.values(carryOver)).isEqualTo(Map.of("at-close", List.of("carry-over")));
        assertThat(QueueKey.settings(QueueKey.values(oneDay))).isEqualTo(oneDay);
    }
}
