package io.ringback.skill;

/** How a condition compares a skill's level with the one that it names. */
enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String symbol;

    Comparison(final String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** The comparison with the longest symbol that stands in the text at this place, or null. */
    static Comparison at(final String text, final int place) {
        Comparison longest = null;
        for (final Comparison comparison : values()) {
            final boolean longer = longest == null || comparison.symbol.length() > longest.symbol.length();
            if (longer && text.startsWith(comparison.symbol, place)) {
                longest = comparison;
            }
        }
        return longest;
    }
}
