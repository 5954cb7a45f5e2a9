package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.calendar.HoursCase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H7: local times of skipped and repeated hours compared with the answers of another program. */
class LocalTimeCasesTest {
    @Test
    void shouldReadLocalTimesAsTheCasesSay() {
        final List<HoursCase> cases = HoursCase.of("resolve_local");
        for (final HoursCase each : cases) {
            final ScenarioClock clock = new ScenarioClock(ZoneId.of(each.text("zone")), 0);
            assertThat(Instant.ofEpochMilli(clock.time(each.text("local"))))
                    .as("local time of %s", each)
                    .isEqualTo(Instant.ofEpochMilli(HoursCase.parsed(each.expected("instant"))))
                    .isEqualTo(Instant.ofEpochMilli(HoursCase.parsed(each.expected("local"))));
        }
        assertThat(cases).hasSizeGreaterThanOrEqualTo(6);
        System.out.println("hours cases: " + cases.size() + " of kind resolve_local agree");
    }
}
