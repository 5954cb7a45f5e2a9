package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.examples.replay.Outcomes.Balance;
import io.ringback.examples.replay.Outcomes.Fate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConservationTest {
    private final List<CallRecord> calls = Logs.of(
                    Logs.answered("PS", 0, 30_000, 0, 10, "A"),
                    Logs.answered("PS", 0, 30_000, 0, 10, "A").replace("990201", "990202"),
                    Logs.answered("PS", 0, 30_001, 0, 10, "A").replace("990201", "990202"))
            .calls();
    private final Fate fate = new Fate(Ending.ANSWERED, 0);

    @Test
    void shouldPassWhenEveryCallEnded() {
        assertThatCode(() -> Conservation.check(calls, List.of(fate, fate, fate)))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldPassWhenWhatIsPresentIsBooked() {
        assertThatCode(() -> Conservation.check(new Balance(5, 3, 2), 2)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayHowManyWhenAnInteractionIsLostOrLeftOver() {
        assertThatThrownBy(() -> Conservation.check(new Balance(5, 3, 1), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("5 interactions were accepted, but 3 ended and 1 are present, 1 of them booked");
        assertThatThrownBy(() -> Conservation.check(new Balance(5, 3, 2), 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNameTheDayWhenACallIsLost() {
        assertThatThrownBy(() -> Conservation.check(calls, Arrays.asList(fate, null, fate)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("1999-02-02: 2 calls arrived, but 1 ended");
    }
}
