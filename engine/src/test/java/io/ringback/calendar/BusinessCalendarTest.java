package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static BusinessCalendar.Builder london() {
        return BusinessCalendar.in("Europe/London");
    }

    private static void give(final BusinessCalendar.Builder calendar, final String key, final String value) {
        switch (key) {
            case "closed" -> calendar.closed(value);
            case "open" -> calendar.open(value);
            case "special" -> calendar.special(value);
            default -> calendar.weekly(key, value);
        }
    }

    /** Gives the values as a reader of recordings would. */
    private static BusinessCalendar again(final BusinessCalendar calendar) {
        final BusinessCalendar.Builder again =
                BusinessCalendar.in(calendar.values().get("zone").get(0));
        calendar.values().forEach((key, values) -> {
            if (!key.equals("zone")) {
                values.forEach(value -> give(again, key, value));
            }
        });
        return again.build();
    }

    @Test
    void shouldTellItsValuesWhenAsked() {
        final BusinessCalendar calendar = london().special("2026-12-24T13:00-14:00,09:00-12:00")
                .weekly("sat-mon", "22:00-00:00")
                .weekly("tue-fri", "13:00-17:30")
                .weekly("mon", "08:00-09:00")
                .weekly("tue,wed,fri,thu", "09:00-12:00")
                .closed("2026-12-25")
                .closed("2026-05-04T14:00-16:00")
                .closed("2026-05-04")
                .open("10000-01-01T22:00-06:00")
                .build();

        assertThat(calendar.zone()).isEqualTo("Europe/London");
        assertThat(calendar)
                .hasToString("zone=Europe/London mon=08:00-09:00,22:00-24:00 tue-fri=09:00-12:00,13:00-17:30 "
                        + "sat,sun=22:00-24:00 closed=2026-05-04 closed=2026-05-04T14:00-16:00 closed=2026-12-25 "
                        + "open=10000-01-01T22:00-06:00 special=2026-12-24T09:00-12:00,13:00-14:00");
        assertThat(calendar.values().get("closed"))
                .containsExactly("2026-05-04", "2026-05-04T14:00-16:00", "2026-12-25");
        assertThat(calendar.values().keySet())
                .containsExactly("zone", "mon", "tue-fri", "sat,sun", "closed", "open", "special");
        assertThat(again(calendar)).isEqualTo(calendar).hasSameHashCodeAs(calendar);
    }

    @Test
    void shouldBeRebuiltFromItsValuesWhenRandom() {
        final SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 500; n++) {
            final BusinessCalendar calendar = new HoursSample("Asia/Tehran", 20_000 + n, random).calendar();
            assertThat(again(calendar)).isEqualTo(calendar).hasToString(calendar.toString());
        }
    }

    @Test
    void shouldBeEqualWhenTheSameIsGivenInAnotherWay() {
        final BusinessCalendar calendar = london().weekly("mon-wed", "09:00-12:00,13:00-17:00")
                .closed("2026-12-25T09:00-10:00,11:00-12:00")
                .build();

        assertThat(london().closed("2026-12-25T11:00-12:00")
                        .closed("2026-12-25T09:00-10:00")
                        .weekly("tue", "13:00-17:00,09:00-12:00")
                        .weekly("wed,mon", "09:00-12:00")
                        .weekly("mon-wed", "13:00-17:00")
                        .build())
                .isEqualTo(calendar)
                .hasSameHashCodeAs(calendar);
        assertThat(london().weekly("mon-wed", "09:00-12:00,13:00-17:00").build())
                .isNotEqualTo(calendar);
        assertThat(BusinessCalendar.in("Europe/Paris").build()).isNotEqualTo(london().build());
    }

    @Test
    void shouldStayAsItIsWhenItsBuilderGoesOn() {
        final BusinessCalendar.Builder builder =
                london().weekly("mon", "09:00-12:00").closed("2026-12-25");
        final BusinessCalendar calendar = builder.build();

        final BusinessCalendar more =
                builder.weekly("mon", "13:00-14:00").closed("2026-12-26").build();

        assertThat(calendar).hasToString("zone=Europe/London mon=09:00-12:00 closed=2026-12-25");
        assertThat(more)
                .hasToString("zone=Europe/London mon=09:00-12:00,13:00-14:00 closed=2026-12-25 closed=2026-12-26");
        assertThatThrownBy(() -> calendar.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> calendar.values().get("mon").clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mon-fri     | 09:00-09:00             | 09:00-09:00 ends where it begins, expected two different times; a whole day is 00:00-24:00
            sat         | 00:00-00:00             | 00:00-00:00 ends where it begins, expected two different times; a whole day is 00:00-24:00
            mon         | 24:00-06:00             | 24:00-06:00 opens at 24:00, which is an end only; expected 00:00 of the next date
            mon         | 09:00-25:00             | 09:00-25:00: there is no 25:00, expected 00:00 to 24:00
            mon         | 09:60-10:00             | 09:60-10:00: there is no 09:60, expected 00:00 to 24:00
            mon         | 09:00-24:01             | 09:00-24:01: there is no 24:01, expected 00:00 to 24:00
            mon         | 9:00-17:00              | "9:00-17:00" is no interval, expected hours such as 09:00-12:00,13:00-17:30
            mon         | 09:00-12:00,            | "" is no interval, expected hours such as 09:00-12:00,13:00-17:30
            mon         | 09:00-12:00,09:00-12:00 | 09:00-12:00 is given twice
            mon-fry     | 09:00-12:00             | there is no day "fry", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun; did you mean fri?
            MON         | 09:00-12:00             | there is no day "MON", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun; did you mean mon?
            mon,,wed    | 09:00-12:00             | there is no day "", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun
            mon-wed-fri | 09:00-12:00             | there is no day "wed-fri", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun
            weekend     | 09:00-12:00             | there is no day "weekend", expected mon tue wed thu fri sat sun, as in mon-fri or sat,sun
            closed      | 2026-02-30              | there is no such date
            closed      | 2027-02-29              | there is no such date
            closed      | 2026-13-01              | there is no such date
            closed      | 26-12-25                | that is no date, expected 2026-12-24 or 2026-12-24T09:00-12:00
            closed      | christmas               | that is no date, expected 2026-12-24 or 2026-12-24T09:00-12:00
            closed      | 2026-12-25T             | "" is no interval, expected hours such as 09:00-12:00,13:00-17:30
            closed      | 2026-12-25T22:00-02:00  | 22:00-02:00 runs over midnight, expected a part of one day; close the rest on the next date
            closed      | 2026-12-25T08:00-08:00  | 08:00-08:00 ends where it begins, expected two different times; a whole day is 00:00-24:00
            open        | 2026-12-26              | the hours are missing, expected 2026-12-26T10:00-12:00
            special     | 2026-12-24              | the hours are missing, expected 2026-12-24T10:00-12:00
            closed      | 2030-01-01              | 00:00-24:00 is given twice for that date
            closed      | 2030-01-01T00:00-24:00  | 00:00-24:00 is given twice for that date
            closed      | 2030-01-02T08:00-09:00  | 08:00-09:00 is given twice for that date
            open        | 2030-01-03T12:00-13:00,08:00-09:00 | 08:00-09:00 is given twice for that date
            special     | 2030-01-04T22:00-00:00  | 22:00-24:00 is given twice for that date
            """)
    void shouldTellWhatIsWrongAndAddNothingWhenAValueIsBad(final String key, final String value, final String problem) {
        final BusinessCalendar.Builder builder = london().weekly("mon", "10:00-11:00")
                .closed("2030-01-01")
                .closed("2030-01-02T08:00-09:00,10:00-11:00")
                .open("2030-01-03T08:00-09:00")
                .special("2030-01-04T22:00-24:00");
        final BusinessCalendar before = builder.build();

        assertThatThrownBy(() -> give(builder, key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(key + "=" + (value == null ? "" : value) + ": " + problem);
        assertThat(builder.build()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Europe/Londn         | ; did you mean Europe/London?
            europe/london        | ; did you mean Europe/London?
            London               | ; did you mean Europe/London?
            Buenos_Aires         | ; did you mean America/Argentina/Buenos_Aires or America/Buenos_Aires?
            +01:00               | ''
            Z                    | ''
            """)
    void shouldNameNearZonesWhenTheZoneIsUnknown(final String zone, final String hint) {
        assertThatThrownBy(() -> BusinessCalendar.in(zone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zone=" + zone + ": there is no such time zone, expected an id of the tz database such as "
                        + "Europe/London" + hint);
    }

    @Test
    void shouldTakeZonesWithoutSummerTimeWhenTheDatabaseHasThem() {
        for (final String zone : List.of("UTC", "Etc/GMT+5", "Asia/Kolkata")) {
            assertThat(BusinessCalendar.in(zone).build()).hasToString("zone=" + zone);
        }
    }

    @Test
    void shouldAddUpHoursAndExceptionsOfOneDate() {
        final BusinessCalendar calendar = london().weekly("mon", "09:00-10:00")
                .weekly("mon", "09:00-10:00,11:00-12:00")
                .closed("2026-03-02T09:00-09:30")
                .closed("2026-03-02T11:30-12:00")
                .build();

        assertThat(calendar)
                .hasToString("zone=Europe/London mon=09:00-10:00,11:00-12:00 "
                        + "closed=2026-03-02T09:00-09:30,11:30-12:00");
    }
}
