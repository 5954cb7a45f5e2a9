package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineOnNamesTest {
    private static final long START_MS = ScriptedEngine.START_MS;

    private final EngineOnNames engine = new EngineOnNames(EngineLimits.DEFAULT);

    private static Command calendar(final String hours) {
        final Map<String, List<String>> values = Map.of("zone", List.of("UTC"), "mon", List.of(hours));
        return new Command(Verb.CALENDAR, List.of("office"), values);
    }

    private static Command queue(final Map<String, List<String>> values) {
        return new Command(Verb.QUEUE, List.of("support"), values);
    }

    @Test
    void shouldChangeNothingWhenADefinitionIsStampedTooFarAhead() {
        final long tooFarMs = START_MS + EngineLimits.DEFAULT.maxClockStepMs() + 1;
        engine.apply(START_MS, calendar("10:00-11:00"));
        engine.apply(START_MS, queue(Map.of("calendar", List.of("office"))));

        assertThat(engine.apply(tooFarMs, calendar("12:00-13:00"))).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.apply(tooFarMs, queue(Map.of()))).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.nowMs()).isEqualTo(START_MS);
        assertThat(engine.open("support")).isFalse();
        assertThat(engine.nextOpenMs("support")).isEqualTo(START_MS + 3_600_000);
        assertThat(engine.apply(tooFarMs - 1, calendar("12:00-13:00"))).isEqualTo(Outcome.OK);
    }

    @Test
    void shouldBeAlwaysOpenAndHaveNoSlotsWhenAQueueIsNotDefined() {
        engine.advanceTo(START_MS);

        assertThat(engine.open("nowhere")).isTrue();
        assertThat(engine.nextOpenMs("nowhere")).isEqualTo(Engine.NO_TIME);
        assertThat(engine.nextCloseMs("nowhere")).isEqualTo(Engine.NO_TIME);
        assertThat(engine.endOfDayMs("nowhere")).isEqualTo(Engine.NO_TIME);
        assertThat(engine.slots("nowhere", START_MS, START_MS + 3_600_000)).isEmpty();
    }
}
