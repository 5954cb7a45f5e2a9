package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AppointmentsTest {
    private final List<String> events = new ArrayList<>();
    private final Engine engine =
            Engine.create(EngineConfig.builder().bookings(1).build(), new EngineListener() {
                @Override
                public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
                    events.add("scheduled " + id + " for " + Instant.ofEpochMilli(slotMs));
                }

                @Override
                public void onDial(final long nowMs, final long id, final long number, final int attempt) {
                    events.add("dial " + number + " at " + Instant.ofEpochMilli(nowMs));
                }
            });

    @Test
    void shouldCallInTheFirstSlotAfterTheHolidayWhenBookedOnChristmasEve() {
        final long slotMs = ms("2026-12-28T09:00:00Z");
        engine.defineAgent(ms("2026-12-24T11:40:00Z"), 17, SkillLevels.none());

        assertThat(Appointments.bookFirst(engine, ms("2026-12-24T11:40:00Z"))).isEqualTo(slotMs);
        engine.advanceTo(ms("2026-12-28T08:00:00Z"));
        engine.agentReady(ms("2026-12-28T08:00:00Z"), 17);
        engine.advanceTo(ms("2026-12-28T10:00:00Z"));

        assertThat(events)
                .startsWith("scheduled 7 for 2026-12-28T09:00:00Z", "dial 442071838750 at 2026-12-28T09:00:00Z");
    }

    @Test
    void shouldTellThatNothingIsBookedWhenTheEngineHasNoPlace() {
        Appointments.bookFirst(engine, ms("2026-12-24T11:40:00Z"));

        assertThat(Appointments.bookFirst(engine, ms("2026-12-24T11:41:00Z"))).isEqualTo(Engine.NO_TIME);
    }

    private static long ms(final String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
