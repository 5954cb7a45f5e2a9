package io.ringback.streams;

import java.util.List;

/** The small world of all streams. Small, so that ids are used again and commands meet. */
final class Names {
    /** When engines of streams begin; some streams at once go on to a later beginning. */
    static final long START_MS = Calendars.STARTS_MS.get(0);

    static final List<String> SKILLS = List.of("en", "de", "vip", "tech");

    static final List<String> CALENDARS = List.of("b1", "b2", "b3");

    /** Never defined. */
    static final String UNKNOWN_QUEUE = "q9";

    static final List<String> QUEUES = List.of("q1", "q2", "q3", UNKNOWN_QUEUE);

    /** The last is never defined. */
    static final List<String> AGENTS = List.of("a1", "a2", "a3", "a4", "a5", "a9");

    /** For calls and callbacks alike. */
    static final List<String> INTERACTIONS =
            List.of("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12");

    static final List<String> NUMBERS = List.of("+15550001", "+15550002", "+442071838750", "+999999999999999");

    /** No E.164 numbers, each for another reason. */
    static final List<String> BAD_NUMBERS = List.of("withheld", "+0123", "+1000000000000000", "15550001", "+");

    static final List<String> EXPRESSIONS = List.of(
            "en",
            "de",
            "en >= 5",
            "de < 5",
            "en & de",
            "en | vip",
            "!vip",
            "en = 5 | tech > 9",
            "(en & !de) | tech",
            "vip != 0 & tech <= 10",
            "en >= 0");

    static final List<String> LEVELS = List.of("0", "1", "4", "5", "6", "9", "10", "1000");

    private Names() {}
}
