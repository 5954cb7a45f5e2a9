package io.ringback.examples.replay;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import io.ringback.calendar.SlotGrid;
import io.ringback.examples.Arguments;
import io.ringback.examples.UsageException;
import io.ringback.examples.replay.Terms.Offers;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * The options of {@code replay} that say on which terms callers are served. A log is replayed as it is unless some are
 * given; the bundled day has terms of its own, which options replace one by one.
 */
final class TermsOptions {
    static final String HOURS = "--hours";
    static final String OFFER_ABOVE = "--offer-above";
    static final String ACCEPT_SHARE = "--accept-share";
    static final String SLOT = "--slot";
    static final String SLOT_CAPACITY = "--slot-capacity";
    static final String SEED = "--seed";

    private static final String NONE = "none";

    /** What options leave open. With this seed the bundled day has some of nearly every result of an offer. */
    private static final Offers OFFERS =
            new Offers(Duration.ofMinutes(1), 0.5, Duration.ofMinutes(10), SlotCapacity.of(1), 14);

    private static final String BUNDLED_HOURS = "mon-fri=08:00-22:00 sat=09:00-14:00";

    private TermsOptions() {}

    /** The terms of the bundled day, when no option says otherwise. */
    static Terms bundled() {
        try {
            return new Terms(hours(BUNDLED_HOURS), OFFERS);
        } catch (UsageException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /**
     * Reads the options.
     *
     * @param arguments the words of the command
     * @param otherwise what holds without options
     * @return the terms
     * @throws UsageException naming the option and what is wrong with it
     */
    static Terms read(final Arguments arguments, final Terms otherwise) throws UsageException {
        final String hours = arguments.option(HOURS).orElse(null);
        return new Terms(
                hours == null ? otherwise.hours() : hours.equals(NONE) ? null : hours(hours),
                offers(arguments, otherwise.offers()));
    }

    private static BusinessCalendar hours(final String text) throws UsageException {
        final BusinessCalendar.Builder calendar = BusinessCalendar.in(Terms.ZONE);
        try {
            for (final String word : text.strip().split(" +", -1)) {
                final int sign = word.indexOf('=');
                if (sign < 1) {
                    throw new UsageException(
                            HOURS + ": \"" + word + "\" has no days; hours are given as mon-fri=09:00-17:30, or none");
                }
                add(calendar, word.substring(0, sign), word.substring(sign + 1));
            }
            return calendar.build();
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(HOURS + ": " + wrong.getMessage());
        }
    }

    private static void add(final BusinessCalendar.Builder calendar, final String key, final String hours) {
        switch (key) {
            case "closed" -> calendar.closed(hours);
            case "open" -> calendar.open(hours);
            case "special" -> calendar.special(hours);
            default -> calendar.weekly(key, hours);
        }
    }

    private static Offers offers(final Arguments arguments, final Offers otherwise) throws UsageException {
        final String above = arguments.option(OFFER_ABOVE).orElse(otherwise == null ? NONE : null);
        if (NONE.equals(above)) {
            for (final String option : new String[] {ACCEPT_SHARE, SLOT, SLOT_CAPACITY, SEED}) {
                if (arguments.option(option).isPresent()) {
                    throw new UsageException(option + " says how callbacks are offered, and needs " + OFFER_ABOVE);
                }
            }
            return null;
        }
        final Offers defaults = otherwise == null ? OFFERS : otherwise;
        final String share = arguments.option(ACCEPT_SHARE).orElse(null);
        final String slot = arguments.option(SLOT).orElse(null);
        final String capacity = arguments.option(SLOT_CAPACITY).orElse(null);
        return new Offers(
                above == null ? defaults.above() : above(above),
                share == null ? defaults.acceptShare() : share(share),
                slot == null ? defaults.slot() : slot(slot),
                capacity == null ? defaults.capacity() : capacity(capacity),
                arguments.number(SEED, defaults.seed()));
    }

    private static Duration above(final String text) throws UsageException {
        final Duration above = duration(OFFER_ABOVE, text);
        if (above.compareTo(Duration.ofSeconds(1)) < 0 || above.compareTo(Duration.ofDays(1)) > 0) {
            throw new UsageException(OFFER_ABOVE + " " + text + " is not in 1s..24h");
        }
        return above;
    }

    /** The engine's messages begin with the name of the setting: the option has the same. */
    private static Duration slot(final String text) throws UsageException {
        final Duration slot = duration(SLOT, text);
        try {
            return Duration.ofMinutes(SlotGrid.checkedMinutes(slot));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--" + wrong.getMessage());
        }
    }

    private static Duration duration(final String option, final String text) throws UsageException {
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException wrong) {
            throw new UsageException(option + " " + text + " is not a duration such as 90s, 2m or 1h30m");
        }
    }

    private static SlotCapacity capacity(final String text) throws UsageException {
        try {
            return SlotCapacity.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("--" + wrong.getMessage());
        }
    }

    private static double share(final String text) throws UsageException {
        try {
            final double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException noNumber) {
            // Reported with the numbers that are out of range.
        }
        throw new UsageException(ACCEPT_SHARE + " " + text + " is not a number in 0..1");
    }
}
