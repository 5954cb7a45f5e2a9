package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H7: business hours and slots compared with the answers of another program, see {@link HoursCase}. */
class HoursCasesTest {
    @Test
    void shouldKnowOpeningsAndClosingsAsTheCasesSay() {
        final List<HoursCase> cases = HoursCase.of("state");
        for (final HoursCase each : cases) {
            final OpenHours hours = OpenHours.of(each.calendar());
            final long queryMs = each.instantMs("query");
            assertThat(hours.isOpen(queryMs)).as("open in %s", each).isEqualTo(each.expected("open"));
            assertSame(each, "next opening", each.withinHorizon(hours.nextOpenMs(queryMs)), "next_open");
            assertSame(each, "next closing", each.withinHorizon(hours.nextCloseMs(queryMs)), "next_close");
        }
        report(cases, 46);
    }

    @Test
    void shouldEndTheBusinessDayAsTheCasesSay() {
        final List<HoursCase> cases = HoursCase.of("purge");
        for (final HoursCase each : cases) {
            final OpenHours hours = OpenHours.of(each.calendar());
            assertSame(each, "end of day", hours.endOfDayMs(each.instantMs("query")), "purge_at");
        }
        report(cases, 6);
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldListFreeSlotsAsTheCasesSay() {
        final List<HoursCase> cases = HoursCase.of("slots");
        for (final HoursCase each : cases) {
            final List<Instant> expected = ((List<String>) each.expected("slots"))
                    .stream()
                            .map(text -> Instant.ofEpochMilli(HoursCase.parsed(text)))
                            .toList();
            assertThat(freeSlots(each, each.instantMs("query"), each.instantMs("until")))
                    .as("slots of %s", each)
                    .isEqualTo(expected);
        }
        report(cases, 8);
    }

    @Test
    void shouldFindTheClosestSlotAsTheCasesSay() {
        final List<HoursCase> cases = new ArrayList<>(HoursCase.of("closest"));
        cases.removeIf(each -> {
            final boolean later = each.text("tie").equals("later");
            if (later) {
                System.out.println("hours cases: " + each + " does not apply, of two slots as near the earlier counts");
            }
            return later;
        });
        for (final HoursCase each : cases) {
            final long queryMs = each.instantMs("query");
            final long requestedMs = each.instantMs("requested");
            final long untilMs =
                    queryMs + Duration.ofDays(each.number("horizon_days")).toMillis();
            Instant closest = null;
            for (final Instant slot : freeSlots(each, queryMs, untilMs)) {
                closest = closest == null || distance(slot, requestedMs) < distance(closest, requestedMs)
                        ? slot
                        : closest;
            }
            assertThat(closest).as("slot of %s", each).isEqualTo(Instant.ofEpochMilli(each.expectedMs("slot")));
        }
        report(cases, 6);
    }

    private static long distance(final Instant slot, final long requestedMs) {
        return Math.abs(slot.toEpochMilli() - requestedMs);
    }

    private static List<Instant> freeSlots(final HoursCase each, final long fromMs, final long untilMs) {
        final SlotGrid grid = new SlotGrid(OpenHours.of(each.calendar()), each.number("slot_minutes"));
        final Map<Long, Long> booked = each.booked();
        return Slots.forward(grid, fromMs, untilMs).stream()
                .filter(slotMs -> booked.getOrDefault(slotMs, 0L) < each.number("capacity"))
                .map(Instant::ofEpochMilli)
                .toList();
    }

    private static void assertSame(
            final HoursCase each, final String what, final long answerMs, final String expected) {
        assertThat(Instant.ofEpochMilli(answerMs))
                .as("%s of %s", what, each)
                .isEqualTo(Instant.ofEpochMilli(each.expectedMs(expected)));
    }

    private static void report(final List<HoursCase> cases, final int atLeast) {
        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
        System.out.println(
                "hours cases: " + cases.size() + " of kind " + cases.get(0).text("kind") + " agree");
    }
}
