package io.ringback.examples;

import io.ringback.skill.NearestName;
import java.util.Collection;

/** Wrong input on the command line or in a file: one message for people, no stack trace. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Wrong input.
     *
     * @param message what is wrong, and what would be right
     */
    public UsageException(final String message) {
        super(message);
    }

    /** A word that is not one of those known; names the nearest, or all of them when none is near. */
    static UsageException unknown(final String what, final String word, final Collection<String> known) {
        final String nearest = NearestName.of(word, known);
        return new UsageException("unknown " + what + " " + word
                + (nearest == null ? "; known: " + String.join(", ", known) : "; did you mean " + nearest + "?"));
    }
}
