package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotCapacityTest {
    private static final OpenHours BERLIN =
            OpenHours.of(BusinessCalendar.in("Europe/Berlin").build());

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T11:59:59.999+01:00, 2",
        "2026-03-02T12:00+01:00, 1",
        "2026-03-02T13:59+01:00, 1",
        "2026-03-02T14:00+01:00, 2",
        "2026-03-06T21:59+01:00, 2",
        "2026-03-06T22:00+01:00, 7",
        "2026-03-07T01:59+01:00, 7",
        "2026-03-07T02:00+01:00, 0",
        "2026-03-08T00:00+01:00, 9",
        "2026-03-08T23:59+01:00, 9",
        "2026-03-09T00:00+01:00, 9",
        "2026-03-09T00:59+01:00, 9",
        "2026-03-09T01:00+01:00, 2",
        "2026-10-25T02:30+02:00, 9",
        "2026-10-25T02:30+01:00, 9"
    })
    void shouldTakeTheLastRuleThatFitsTheLocalTime(final String start, final int places) {
        final SlotCapacity capacity =
                SlotCapacity.parse("2;mon-fri 12:00-14:00 1 ; sat 0; fri 22:00-02:00 7; sun 9; sun 20:00-01:00 9");

        assertThat(capacity.at(BERLIN, OffsetDateTime.parse(start).toInstant().toEpochMilli()))
                .isEqualTo(places);
    }

    @Test
    void shouldReadTheTimeThereWhenZonesDiffer() {
        final SlotCapacity capacity = SlotCapacity.parse("1; mon 09:00-10:00 5");
        final long timeMs =
                OffsetDateTime.parse("2026-03-02T08:30Z").toInstant().toEpochMilli();

        assertThat(capacity.at(BERLIN, timeMs)).isEqualTo(5);
        assertThat(capacity.at(OpenHours.always(), timeMs)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3                                        | 3
            ' 2 ;  mon,tue,wed   1'                  | 2; mon-wed 1
            2; sat-mon 13:00-14:00,09:00-00:00 0     | 2; mon,sat,sun 09:00-24:00,13:00-14:00 0
            """)
    void shouldTellItsRulesAsTheyAreRead(final String text, final String canonical) {
        final SlotCapacity capacity = SlotCapacity.parse(text);

        assertThat(capacity).hasToString(canonical);
        assertThat(SlotCapacity.parse(canonical)).isEqualTo(capacity).hasSameHashCodeAs(capacity);
    }

    @Test
    void shouldBeEqualToATextWhenItIsTheSameForEverySlot() {
        assertThat(SlotCapacity.of(4)).isEqualTo(SlotCapacity.parse("4")).isNotEqualTo(SlotCapacity.of(5));
        assertThat(SlotCapacity.of(4).at(BERLIN, 0)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1                      | -1 is negative, expected 0 or more
            ''                      | "" is no capacity, expected a number from 0 to 2147483647
            two                     | "two" is no capacity, expected a number from 0 to 2147483647
            99999999999             | "99999999999" is no capacity, expected a number from 0 to 2147483647
            2; sat -3               | -3 is negative, expected 0 or more
            2; sat many             | "many" is no capacity, expected a number from 0 to 2147483647
            2;                      | "" is no rule, expected days, perhaps hours, and a number, as in sat 10:00-12:00 1
            2; sat                  | "sat" is no rule, expected days, perhaps hours, and a number, as in sat 10:00-12:00 1
            2; sat 10:00-12:00      | "10:00-12:00" is no capacity, expected a number from 0 to 2147483647
            2; sta 1                | there is no day "sta", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun; did you mean sat?
            2; sat 12:00-12:00 1    | 12:00-12:00 ends where it begins, expected two different times; a whole day is 00:00-24:00
            2; sat 10:00 1          | "10:00" is no interval, expected hours such as 09:00-12:00,13:00-17:30
            """)
    void shouldTellWhatIsWrongWhenATextIsNoCapacity(final String text, final String problem) {
        assertThatThrownBy(() -> SlotCapacity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slot-capacity \"" + text + "\": " + problem);
    }

    @Test
    void shouldRefuseANegativeNumber() {
        assertThatThrownBy(() -> SlotCapacity.of(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slot-capacity \"-1\": -1 is negative, expected 0 or more");
    }
}
