package io.ringback.scenario;

import io.ringback.EndReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the words of the Java API are written in the language. */
final class Words {
    private static final String PURGED = "PURGED";
    private static final String PURGED_FOR = PURGED + "_";

    private Words() {}

    /** Reasons and choices: small letters and hyphens. */
    static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words(final Enum<?>... constants) {
        return Arrays.stream(constants).map(Words::word).toList();
    }

    /** States and outcomes: as in Java. */
    static List<String> names(final Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    static <E extends Enum<E>> E constant(final Class<E> type, final String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** How an interaction ended, without the detail. */
    static String reason(final EndReason reason) {
        return reason.name().startsWith(PURGED_FOR) ? PURGED : reason.name();
    }

    /** The detail of an ending, or null. */
    static String detail(final EndReason reason) {
        return reason.name().startsWith(PURGED_FOR) ? reason.name().substring(PURGED_FOR.length()) : null;
    }

    static List<String> reasons() {
        return Arrays.stream(EndReason.values()).map(Words::reason).distinct().toList();
    }

    static List<String> details() {
        return Arrays.stream(EndReason.values())
                .map(Words::detail)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
