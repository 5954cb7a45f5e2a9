package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.calendar.SlotCapacity;
import io.ringback.examples.Arguments;
import io.ringback.examples.UsageException;
import io.ringback.examples.replay.Terms.Offers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsOptionsTest {
    private static final String[] KNOWN = {
        "--hours", "--offer-above", "--accept-share", "--slot", "--slot-capacity", "--seed"
    };

    @Test
    void shouldLeaveALogAsItIsWhenNothingIsAsked() throws UsageException {
        assertThat(read(Terms.NONE)).isEqualTo(Terms.NONE);
        assertThat(read(Terms.NONE).any()).isFalse();
    }

    @Test
    void shouldReplaceOneByOneWhenThereAreTerms() throws UsageException {
        final Offers bundled = TermsOptions.bundled().offers();
        final Terms terms = read(TermsOptions.bundled(), "--hours", "none", "--seed", "-3", "--slot", "1h");
        assertThat(terms.hours()).isNull();
        assertThat(terms.offers())
                .isEqualTo(new Offers(
                        bundled.above(), bundled.acceptShare(), Duration.ofHours(1), bundled.capacity(), -3));
        assertThat(read(TermsOptions.bundled(), "--offer-above", "none").offers())
                .isNull();
        assertThat(read(TermsOptions.bundled())).isEqualTo(TermsOptions.bundled());
    }

    @Test
    void shouldTakeAllThatIsSaidWhenThereAreNone() throws UsageException {
        final Terms terms = read(
                Terms.NONE,
                "--hours",
                " mon-fri=09:00-12:00,13:00-17:30  sat=10:00-12:00 closed=2026-12-25 special=2026-12-24T09:00-12:00"
                        + " open=2026-12-27T09:00-12:00",
                "--offer-above",
                "1m30s",
                "--accept-share",
                "0.25",
                "--slot",
                "30m",
                "--slot-capacity",
                "2; sat 1",
                "--seed",
                "8");
        assertThat(terms.hours())
                .hasToString("zone=UTC mon-fri=09:00-12:00,13:00-17:30 sat=10:00-12:00 closed=2026-12-25"
                        + " open=2026-12-27T09:00-12:00 special=2026-12-24T09:00-12:00");
        assertThat(terms.offers().above()).isEqualTo(Duration.ofSeconds(90));
        assertThat(terms.offers().acceptShare()).isEqualTo(0.25);
        assertThat(terms.offers().slot()).isEqualTo(Duration.ofMinutes(30));
        assertThat(terms.offers().capacity())
                .hasToString(SlotCapacity.parse("2; sat 1").toString());
        assertThat(terms.offers().seed()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --hours          | mon-fri            | --hours: "mon-fri" has no days; hours are given as
                    --hours          | ''                 | --hours: "" has no days; hours are given as
                    --hours          | mon-fry=9:00-17:00 | --hours: mon-fry=9:00-17:00: there is no day "fry"
                    --hours          | mon=09:00-09:00    | --hours: mon=09:00-09:00: 09:00-09:00 ends where it begins
                    --hours          | closed=2026-13-01  | --hours: closed=2026-13-01: there is no such date
                    --offer-above    | soon               | --offer-above soon is not a duration such as 90s, 2m or 1h30m
                    --offer-above    | 0s                 | --offer-above 0s is not in 1s..24h
                    --offer-above    | 25h                | --offer-above 25h is not in 1s..24h
                    --accept-share   | 1.01               | --accept-share 1.01 is not a number in 0..1
                    --accept-share   | NaN                | --accept-share NaN is not a number in 0..1
                    --accept-share   | half               | --accept-share half is not a number in 0..1
                    --slot           | 7m                 | --slot: PT7M is not 5, 10, 15, 20, 30, 60 or 120 minutes
                    --slot-capacity  | -1                 | --slot-capacity "-1": -1 is negative
                    --seed           | one                | --seed one is not a whole number
                    """)
    void shouldSayWhatIsWrongWhenAnOptionIs(final String option, final String value, final String message) {
        assertThatThrownBy(() -> read(TermsOptions.bundled(), option, value))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldRefuseHowToOfferWhenNothingIsOffered() {
        assertThatThrownBy(() -> read(Terms.NONE, "--slot", "10m"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--slot says how callbacks are offered, and needs --offer-above");
        assertThatThrownBy(() -> read(TermsOptions.bundled(), "--offer-above", "none", "--seed", "1"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--seed says how callbacks are offered, and needs --offer-above");
    }

    private static Terms read(final Terms otherwise, final String... words) throws UsageException {
        return TermsOptions.read(Arguments.of(List.of(words), 0, KNOWN), otherwise);
    }
}
