package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void shouldHaveUniqueCodesThatFollowThePrecedence() {
        final List<Integer> codes =
                Arrays.stream(Outcome.values()).map(Outcome::code).toList();

        assertThat(codes).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepItsCodeForEver() {
        assertThat(Arrays.stream(Outcome.values()).map(outcome -> outcome + "=" + outcome.code()))
                .containsExactly(
                        "OK=0",
                        "CLOCK_JUMP=1",
                        "UNKNOWN_AGENT=10",
                        "UNKNOWN_QUEUE=11",
                        "UNKNOWN_INTERACTION=13",
                        "DUPLICATE_ID=20",
                        "WRONG_STATE=100",
                        "AGENT_BUSY=101",
                        "NOT_WITH_AGENT=102",
                        "BAD_NUMBER=200",
                        "CLOSED=210",
                        "DUPLICATE_NUMBER=300",
                        "LIMIT_REACHED=301",
                        "QUEUE_FULL=302",
                        "TOO_LATE_TODAY=310",
                        "SLOT_IN_PAST=320",
                        "BEYOND_HORIZON=321",
                        "SLOT_FULL=322",
                        "CAPACITY_EXCEEDED=400");
    }
}
