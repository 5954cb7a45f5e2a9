package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.Engine;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioClockTest {
    private final ScenarioClock london = clock("Europe/London", "2026-10-25T00:00:00Z");

    private static ScenarioClock clock(final String zone, final String instant) {
        return new ScenarioClock(ZoneId.of(zone), Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, 2026-03-02T09:00:00Z",
        "2026-07-02T09:00, 2026-07-02T08:00:00Z",
        "2026-07-02T09:00:05.250, 2026-07-02T08:00:05.250Z",
        "2026-07-02T09:00:05.2, 2026-07-02T08:00:05.200Z",
        "2026-10-25T01:30, 2026-10-25T00:30:00Z",
        "2026-10-25T01:30+01:00, 2026-10-25T00:30:00Z",
        "2026-10-25T01:30+00:00, 2026-10-25T01:30:00Z",
        "2026-10-25T01:30Z, 2026-10-25T01:30:00Z",
        "2026-03-29T01:30, 2026-03-29T01:30:00Z",
        "09:00:05, 2026-10-25T09:00:05Z",
        "09:00, 2026-10-25T09:00:00Z",
        "01:30+00:00, 2026-10-25T01:30:00Z",
        "+1h30m, 2026-10-25T01:30:00Z",
        "+0s, 2026-10-25T00:00:00Z"
    })
    void shouldReadInstantWhenTimeIsWrittenInAnyForm(final String text, final String instant) {
        assertThat(Instant.ofEpochMilli(london.time(text))).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9:00",
                "2026-03-02",
                "2026-13-02T09:00",
                "2026-02-29T09:00",
                "24:00",
                "25:00",
                "12:60",
                "+5",
                "+",
                "09:00:05.2500",
                "2026-03-02 09:00",
                "1969-12-31T09:00",
                "09:00+19:00",
                "+9999999d"
            })
    void shouldRefuseTextWhenItIsNoTime(final String text) {
        assertThatThrownBy(() -> london.time(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldUseLocalDateWhenTheDayInUtcIsAnother() {
        final ScenarioClock auckland = clock("Pacific/Auckland", "2026-03-01T20:00:00Z");

        assertThat(Instant.ofEpochMilli(auckland.time("09:30"))).isEqualTo(Instant.parse("2026-03-01T20:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T09:00:00Z, 09:00:00",
        "2026-10-25T09:00:05.250Z, 09:00:05.250",
        "2026-10-25T00:30:00Z, 01:30:00+01:00",
        "2026-10-25T01:30:00Z, 01:30:00Z",
        "2026-10-26T09:00:00Z, 2026-10-26T09:00:00"
    })
    void shouldWriteTimeWhenReadBackAsTheSame(final String instant, final String text) {
        final long timeMs = Instant.parse(instant).toEpochMilli();

        assertThat(london.text(timeMs)).isEqualTo(text);
        assertThat(london.time(text)).isEqualTo(timeMs);
        assertThat(london.time(london.fullText(timeMs))).isEqualTo(timeMs);
    }

    @Test
    void shouldRefuseTimeWhenLaterThanTheEngineKnows() {
        london.set(Engine.TIME_MAX_MS);

        assertThat(london.time("+0s")).isEqualTo(Engine.TIME_MAX_MS);
        assertThatThrownBy(() -> london.time("+1ms")).hasMessageContaining("10889");
    }
}
