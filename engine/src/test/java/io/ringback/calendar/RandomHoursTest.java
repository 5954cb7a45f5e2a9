package io.ringback.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Compares random calendars with what each minute around the changes of their zone says. {@code -Dseed=} and {@code
 * -Diterations=} make other and longer runs.
 */
class RandomHoursTest {
    private static final long DEFAULT_SEED = 20_261_025;
    private static final long DEFAULT_CALENDARS = 2_310;
    private static final int[] SLOT_MINUTES = {5, 10, 15, 20, 30, 60, 120};

    /** Years in which something happens there that calendars get wrong, and plain ones. */
    private static final List<String> YEARS = List.of(
            "Europe/Paris 2026",
            "America/New_York 2026",
            "Australia/Lord_Howe 2026",
            "Asia/Kathmandu 2026",
            "Asia/Kathmandu 1986",
            "Asia/Kolkata 2026",
            "America/St_Johns 2026",
            "America/St_Johns 2008",
            "Pacific/Chatham 2026",
            "Africa/Cairo 2026",
            "America/Nuuk 2026",
            "Pacific/Apia 2011",
            "Pacific/Kwajalein 1993",
            "Asia/Tehran 2022",
            "Asia/Tehran 2023",
            "Europe/Istanbul 2016",
            "Antarctica/Troll 2026",
            "Antarctica/Casey 2010",
            "Antarctica/Casey 2020",
            "Antarctica/Vostok 2023",
            "America/Goose_Bay 2010",
            "Asia/Pyongyang 2015",
            "Asia/Pyongyang 2018",
            "Africa/Casablanca 2026",
            "America/Asuncion 2024",
            "America/Asuncion 2025",
            "America/Havana 2026",
            "America/Sao_Paulo 2018",
            "America/Caracas 2016",
            "Asia/Amman 2022",
            "UTC 2026",
            "Europe/London 2437",
            "America/New_York 9999");

    private final List<List<ZoneWindow>> windows = new ArrayList<>();
    private long compared;

    @Test
    void shouldAnswerAsEveryMinuteSaysWhenCalendarsAreRandom() {
        final long seed = Long.getLong("seed", DEFAULT_SEED);
        final long calendars = Long.getLong("iterations", DEFAULT_CALENDARS);
        final SplittableRandom random = new SplittableRandom(seed);
        for (final String year : YEARS) {
            final int space = year.indexOf(' ');
            windows.add(ZoneWindow.of(
                    year.substring(0, space), Integer.parseInt(year.substring(space + 1)), random.split()));
        }
        for (int n = 0; n < calendars; n++) {
            compare(windows.get(n % windows.size()), random.split());
        }
        assertThat(compared).isGreaterThan(1_000 * calendars);
        System.out.println("random hours: " + calendars + " calendars of seed " + seed + ", " + compared + " answers");
    }

    private void compare(final List<ZoneWindow> year, final SplittableRandom random) {
        final ZoneWindow around = year.get(random.nextInt(year.size()));
        final HoursSample sample = new HoursSample(around.zone(), around.middleDay(), random);
        final OpenHours hours = OpenHours.of(sample.calendar());
        for (final ZoneWindow window : year) {
            final Judge judge = new Judge(sample, hours, window);
            for (int minute = ZoneWindow.ASKED_FROM; minute < ZoneWindow.ASKED_TO; minute++) {
                judge.compareState(minute);
                if (judge.isRemarkable(minute) || random.nextInt(64) == 0) {
                    judge.compareLookUps(minute);
                }
            }
            judge.compareSlots(SLOT_MINUTES[random.nextInt(SLOT_MINUTES.length)]);
            compared += judge.compared;
        }
    }

    /** Compares answers about one window. */
    private static final class Judge {
        private final HoursSample sample;
        private final OpenHours hours;
        private final ZoneWindow window;
        private final HoursByMinute expected;
        private final SlotCapacity capacity;
        private long compared;

        Judge(final HoursSample sample, final OpenHours hours, final ZoneWindow window) {
            this.sample = sample;
            this.hours = hours;
            this.window = window;
            expected = new HoursByMinute(sample, window);
            capacity = SlotCapacity.parse(sample.capacity());
        }

        void compareState(final int minute) {
            final long timeMs = window.timeMs(minute);
            check("open", timeMs, expected.isOpen(minute), hours.isOpen(timeMs));
        }

        /** Something changes at the minute before, there, or at the one after. */
        boolean isRemarkable(final int minute) {
            return expected.isOpen(minute - 2) != expected.isOpen(minute + 1)
                    || window.localMinute(minute + 1) - window.localMinute(minute - 2) != 3;
        }

        void compareLookUps(final int minute) {
            for (final int aheadMs : new int[] {0, 1, 59_999}) {
                final long timeMs = window.timeMs(minute) + aheadMs;
                check("open", timeMs, expected.isOpen(minute), hours.isOpen(timeMs));
                checkMinute("next opening", timeMs, expected.nextOpen(minute), hours.nextOpenMs(timeMs));
                checkMinute("next closing", timeMs, expected.nextClose(minute), hours.nextCloseMs(timeMs));
                checkMinute("end of day", timeMs, expected.endOfDay(minute), hours.endOfDayMs(timeMs));
            }
            check(
                    "capacity",
                    window.timeMs(minute),
                    sample.capacityAt(window.localMinute(minute)),
                    capacity.at(hours, window.timeMs(minute)));
        }

        /** An answer from the last days of the window may still change after it. */
        private void checkMinute(final String what, final long timeMs, final int minute, final long answerMs) {
            if (minute <= ZoneWindow.KNOWN_TO) {
                check(what, timeMs, Instant.ofEpochMilli(window.timeMs(minute)), Instant.ofEpochMilli(answerMs));
            } else {
                check(what, timeMs, true, answerMs > window.timeMs(ZoneWindow.KNOWN_TO));
            }
        }

        void compareSlots(final int length) {
            final SlotGrid grid = new SlotGrid(hours, length);
            final List<Integer> slots = expected.slots(length);
            int next = 0;
            for (int minute = ZoneWindow.ASKED_FROM; minute < ZoneWindow.ASKED_TO; minute++) {
                final long timeMs = window.timeMs(minute);
                final long fromMs = window.timeMs(ZoneWindow.ASKED_FROM);
                final long untilMs = window.timeMs(ZoneWindow.ASKED_TO) - 1;
                while (next < slots.size() && slots.get(next) < minute) {
                    next++;
                }
                final boolean starts = next < slots.size() && slots.get(next) == minute;
                if (starts || isRemarkable(minute)) {
                    final int last = starts ? next : next - 1;
                    check("first slot from", timeMs, startMs(slots, next), grid.firstMs(timeMs, untilMs));
                    check("last slot until", timeMs, startMs(slots, last), grid.lastMs(timeMs, fromMs));
                    check("last slot before", timeMs, startMs(slots, next - 1), grid.lastMs(timeMs - 1, fromMs));
                    check("all open from", timeMs, expected.openThroughout(minute, length), grid.open(timeMs));
                }
            }
        }

        private long startMs(final List<Integer> slots, final int place) {
            return place < 0 || place >= slots.size() ? OpenHours.NEVER : window.timeMs(slots.get(place));
        }

        private void check(final String what, final long timeMs, final Object expectedAnswer, final Object answer) {
            compared++;
            if (!answer.equals(expectedAnswer)) {
                fail(what + " " + Instant.ofEpochMilli(timeMs) + " is " + answer + " instead of " + expectedAnswer
                        + " in\ncalendar " + sample);
            }
        }
    }
}
