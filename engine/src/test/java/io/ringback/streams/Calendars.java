package io.ringback.streams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The business hours that streams use, and when streams begin: few texts, because the naive engine looks at each minute
 * of each, and all with something to happen near those beginnings.
 */
final class Calendars {
    /** The first is that of all engines; most others are shortly before the clocks of some zone change. */
    static final List<Long> STARTS_MS = startsMs(
            "2026-03-02T09:00:00Z",
            "2026-03-02T11:58:30Z",
            "2026-03-08T05:45:00Z",
            "2026-03-28T23:50:00Z",
            "2026-04-04T14:20:00Z",
            "2026-10-03T15:10:00Z",
            "2026-10-25T00:40:00Z",
            "2026-11-01T04:30:00Z",
            "2026-12-24T16:55:00Z");

    static final List<Map<String, List<String>>> ALL = parsed(
            "zone=Europe/London mon-fri=09:00-12:00,13:00-17:30 sat=10:00-14:00 closed=2026-12-25",
            "zone=Europe/London mon-fri=08:00-18:00 closed=2026-03-02T09:30-10:30 special=2026-12-24T09:00-17:00",
            "zone=Europe/London mon-sun=09:00-09:10,09:15-09:30,11:00-12:00,12:05-12:30,12:40-13:00",
            "zone=Europe/London mon-sun=09:00-09:01,09:02-09:03,09:05-09:30,11:50-12:00",
            "zone=Europe/London mon-sun=00:30-01:15,01:45-02:30 open=2026-03-02T09:00-09:20",
            "zone=Europe/Paris mon-sun=22:00-06:00 closed=2026-12-25 closed=2026-03-03T01:00-02:00",
            "zone=Europe/Paris mon-sun=02:00-03:00 open=2026-03-02T10:00-10:20 open=2026-12-24T17:55-18:30",
            "zone=Europe/Paris mon-fri=09:00-12:15,13:00-17:00 special=2026-03-02T10:05-10:25 closed=2026-03-03",
            "zone=Europe/Paris mon-sun=00:00-24:00 closed=2026-10-25T02:00-02:30 closed=2026-12-25",
            "zone=America/New_York mon-fri=09:00-17:00 sun=00:30-03:30",
            "zone=America/New_York mon-sun=22:00-06:00 closed=2026-11-01T01:30-02:00",
            "zone=America/New_York mon-sun=01:30-02:30,04:00-04:10,04:15-07:00",
            "zone=America/New_York sat=20:00-04:00 sun=04:00-05:00,23:00-01:30 mon=04:00-04:15,07:00-07:10",
            "zone=America/St_Johns mon-fri=05:30-09:00 sun=00:00-03:00",
            "zone=America/St_Johns mon-sun=05:30-05:45,05:50-06:10,08:25-08:35 sun=00:15-02:15",
            "zone=Australia/Lord_Howe mon-sun=20:00-20:15,20:30-21:00,22:45-23:15 sun=01:15-02:45",
            "zone=Australia/Lord_Howe mon-sun=22:00-06:00 closed=2026-04-05T01:30-01:45",
            "zone=Australia/Lord_Howe sat-sun=00:00-24:00 mon-fri=19:50-20:10,22:50-23:10",
            "zone=Asia/Kathmandu mon-sun=14:45-15:00,15:05-15:20,17:30-18:00 sat=00:00-24:00",
            "zone=Asia/Kathmandu mon-fri=09:00-17:00 sun=05:35-06:00 closed=2026-03-02T14:50-15:10",
            "zone=UTC mon-sun=00:00-24:00",
            "zone=UTC",
            "zone=UTC mon-sun=00:00-24:00 closed=2026-03-02T09:05-09:06 closed=2026-03-02T12:00-12:01",
            "zone=UTC mon-sun=22:00-06:00,09:00-09:30 mon-sun=09:20-10:00",
            "zone=UTC mon-sun=09:00-09:05,09:10-09:20,09:25-09:26,12:00-12:30",
            "zone=UTC mon-sun=12:00-00:00,00:00-09:20 closed=2026-03-02T23:00-24:00",
            "zone=UTC special=2026-03-02T08:00-09:10 special=2026-03-02T09:15-09:40 open=2026-03-02T09:45-10:00",
            "zone=UTC mon=08:59-09:01,23:59-00:01 tue=00:01-00:02 sun=05:00-06:00 fri=16:00-17:00",
            "zone=UTC mon-sun=08:00-09:02 sat-sun=12:00-24:00 closed=2026-12-24T17:05-17:10",
            "zone=Europe/London mon-sun=22:00-09:01 sun=11:00-12:00,18:00-00:42",
            "zone=Europe/London mon-fri=06:00-09:03,10:00-11:59 thu=16:00-16:57 sat-sun=22:00-05:46",
            "zone=America/New_York mon-sun=03:00-04:02,06:30-07:00 sun=00:00-00:32",
            "zone=UTC mon-sun=04:30-06:00,14:20-16:00,00:00-01:00,09:00-09:30,23:30-24:00");

    static final List<String> CAPACITIES =
            List.of("1", "1", "2", "0", "2; mon-fri 12:00-14:00 1; sat 0", "1; mon-sun 09:00-09:30 2; sun 1");

    private Calendars() {}

    private static List<Long> startsMs(final String... texts) {
        final List<Long> starts = new ArrayList<>();
        for (final String text : texts) {
            starts.add(Instant.parse(text).toEpochMilli());
        }
        return starts;
    }

    private static List<Map<String, List<String>>> parsed(final String... texts) {
        final List<Map<String, List<String>>> all = new ArrayList<>();
        for (final String text : texts) {
            final Map<String, List<String>> values = new LinkedHashMap<>();
            for (final String word : text.split(" ", -1)) {
                final int equals = word.indexOf('=');
                values.computeIfAbsent(word.substring(0, equals), key -> new ArrayList<>())
                        .add(word.substring(equals + 1));
            }
            all.add(values);
        }
        return all;
    }
}
