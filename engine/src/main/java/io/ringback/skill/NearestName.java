package io.ringback.skill;

import java.util.Collection;
import java.util.Locale;

/**
 * Finds the name that somebody probably meant. The measure is the number of slips that turn one word into the other: a
 * letter missing, added or wrong, or two neighbours swapped (Damerau's measure, optimal string alignment). Upper and
 * lower case count as the same letter; they only decide between names that are equally near.
 */
public final class NearestName {
    /**
     * One slip is forgiven for every so many letters of the longer word, so words of one or two letters need to fit.
     */
    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /**
     * The nearest of some names.
     *
     * @param word what was written
     * @param candidates the known names, in any order: it does not influence the result
     * @return the nearest candidate, of equally near ones the first by {@link String#compareTo}; null when none is
     *     near: more than a third of the letters of the longer word differ
     */
    public static String of(final String word, final Collection<String> candidates) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (final String candidate : candidates) {
            final int longer = Math.max(word.length(), candidate.length());
            final int slipsMax = longer / LETTERS_PER_SLIP;
            if (Math.abs(word.length() - candidate.length()) > slipsMax) {
                continue;
            }
            final int slips = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (slips > slipsMax) {
                continue;
            }
            // Slips come first, exact case second: no word has as many slips as this factor.
            final int weighted = slips * (2 * longer + 1) + distance(word, candidate);
            if (weighted < fewest || (weighted == fewest && candidate.compareTo(nearest) < 0)) {
                nearest = candidate;
                fewest = weighted;
            }
        }
        return nearest;
    }

    private static int distance(final String a, final String b) {
        final int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            slips[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            slips[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                final int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                final int oneMore = 1 + Math.min(slips[i - 1][j], slips[i][j - 1]);
                slips[i][j] = Math.min(oneMore, slips[i - 1][j - 1] + wrong);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
