package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, 500",
        "30s, 30000",
        "5m, 300000",
        "2h, 7200000",
        "1d, 86400000",
        "1h30m, 5400000",
        "1d2h3m4s5ms, 93784005",
        "0s, 0",
        "90s, 90000",
        "1m5ms, 60005"
    })
    void shouldReadDurationWhenUnitsGoFromLargeToSmall(final String text, final long ms) {
        assertThat(Quantities.durationMs(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "30m1h",
                "5m5m",
                "-5s",
                "1.5h",
                "5 m",
                "1w",
                "99999999999999999999s",
                "999999999999999d"
            })
    void shouldRefuseTextWhenItIsNoDuration(final String text) {
        assertThatThrownBy(() -> Quantities.durationMs(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "1, 1ms", "60000, 1m", "90000, 1m30s", "90061001, 1d1h1m1s1ms"})
    void shouldWriteDurationWhenReadBackAsTheSame(final long ms, final String text) {
        assertThat(Quantities.duration(ms)).isEqualTo(text);
        assertThat(Quantities.durationMs(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00Z",
        "1772442005250, 2026-03-02T09:00:05.250Z",
        "281474976710655, 10889-08-02T05:31:50.655Z"
    })
    void shouldWriteTimeWhenReadBackAsTheSame(final long ms, final String text) {
        assertThat(Quantities.time(ms)).isEqualTo(text);
        assertThat(Quantities.timeMs(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T01:30+01:00, 1792888200000", "2026-10-25T01:30, 1792891800000"})
    void shouldReadTimeInUtcWhenItHasNoOffset(final String text, final long ms) {
        assertThat(Quantities.timeMs(text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({"+442071838750, 442071838750", "+1, 1", "+999999999999999, 999999999999999"})
    void shouldReadNumberWhenE164(final String text, final long number) {
        assertThat(Quantities.number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "442071838750", "+0123", "+1234567890123456", "+44 20", "withheld"})
    void shouldReadUnknownNumberWhenNotE164(final String text) {
        assertThat(Quantities.number(text)).isEqualTo(Engine.UNKNOWN_NUMBER);
    }
}
