package io.ringback.scenario;

import io.ringback.skill.NearestName;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The names that a scenario has defined so far, and how to say that a word is none of those expected. */
final class Names {
    private static final int LISTED_MAX = 24;

    private final Map<NameRole, Set<String>> defined = new EnumMap<>(NameRole.class);

    Names() {
        for (final NameRole role : NameRole.values()) {
            defined.put(role, new LinkedHashSet<>());
        }
    }

    void define(final NameRole role, final String name) {
        defined.get(role).add(name);
    }

    boolean has(final NameRole role, final String name) {
        return defined.get(role).contains(name);
    }

    static boolean isName(final String text) {
        for (int place = 0; place < text.length(); place += Character.charCount(text.codePointAt(place))) {
            if (!isPlain(text.codePointAt(place))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isPlain(final int letter) {
        return Character.isLetter(letter) || Character.isDigit(letter) || letter == '_' || letter == '-';
    }

    /** A name as a line has it: in quotes unless it is of the plain form. */
    static String text(final String name) {
        return isName(name) ? name : Tokenizer.quoted(name);
    }

    /** The error for a name that nothing has. */
    String undefined(final NameRole role, final String name) {
        final Set<String> names = defined.get(role);
        final String problem = "no " + role.word() + " " + name + " is defined above";
        return names.isEmpty() ? problem + ", nor any other" : problem + suggestion(name, names, "; defined: ");
    }

    /** The error for a word that is not one of a fixed list. */
    static String unknown(final String what, final String word, final Collection<String> words) {
        return "unknown " + what + " " + word + suggestion(word, words, "; expected ");
    }

    private static String suggestion(final String word, final Collection<String> words, final String lead) {
        final String nearest = NearestName.of(word, words);
        if (nearest != null) {
            return "; did you mean " + nearest + "?";
        }
        final boolean all = words.size() <= LISTED_MAX;
        final String list = String.join(", ", words.stream().limit(LISTED_MAX).toList());
        return lead + list + (all ? "" : ", ...");
    }
}
