package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotGridTest {
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 15, 20, 30, 60, 120})
    void shouldTakeLengthsThatDivideADay(final int minutes) {
        assertThat(SlotGrid.checkedMinutes(Duration.ofMinutes(minutes))).isEqualTo(minutes);
        assertThat(new SlotGrid(OpenHours.always(), minutes).lengthMs()).isEqualTo(60_000L * minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-15M", "PT25M", "PT15M1S", "PT15M0.001S", "PT240M", "PT10000000000H"})
    void shouldRefuseOtherLengths(final String length) {
        assertThatThrownBy(() -> SlotGrid.checkedMinutes(Duration.parse(length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("slot: " + Duration.parse(length) + " is not 5, 10, 15, 20, 30, 60 or 120 minutes");
    }

    @Test
    void shouldRefuseOtherLengthsWhenItIsMade() {
        final OpenHours hours = OpenHours.always();

        assertThatThrownBy(() -> new SlotGrid(hours, 25)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldFindNoneWhenItIsNeverOpenAndNobodySaysHowFarToLook() {
        final SlotGrid grid =
                new SlotGrid(OpenHours.of(BusinessCalendar.in("Europe/Paris").build()), 15);

        assertThat(grid.firstMs(0, OpenHours.NEVER)).isEqualTo(OpenHours.NEVER);
        assertThat(grid.lastMs(1L << 40, OpenHours.EVER)).isEqualTo(OpenHours.NEVER);
        assertThat(grid.open(0)).isFalse();
    }

    @Test
    void shouldHaveSlotsFromTheFirstInstantToTheLastWhenAlwaysOpen() {
        final SlotGrid grid = new SlotGrid(OpenHours.always(), 60);

        assertThat(grid.firstMs(0, OpenHours.NEVER)).isZero();
        assertThat(grid.lastMs(3_600_000 - 1, 0)).isZero();
        assertThat(grid.firstMs(1, 3_600_000)).isEqualTo(3_600_000);
        assertThat(grid.firstMs(1, 3_600_000 - 1)).isEqualTo(OpenHours.NEVER);
        assertThat(grid.lastMs(3_600_000 - 1, 1)).isEqualTo(OpenHours.NEVER);
        assertThat(grid.firstMs((1L << 48) - 3_600_000, 1L << 48)).isEqualTo(((1L << 48) / 3_600_000) * 3_600_000);
    }

    @Test
    void shouldBeOpenWhereverItBeginsWhenItsLengthFits() {
        final SlotGrid grid = new SlotGrid(
                OpenHours.of(
                        BusinessCalendar.in("UTC").weekly("thu", "00:00-01:00").build()),
                30);

        assertThat(grid.open(7 * 60_000)).isTrue();
        assertThat(grid.open(30 * 60_000)).isTrue();
        assertThat(grid.open(30 * 60_000 + 1)).isFalse();
        assertThat(grid.open(60 * 60_000)).isFalse();
    }
}
