package io.ringback.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which names and keys a statement or an event takes.
 *
 * @param places of names, optional ones last
 * @param keys in the order in which they are printed
 */
record Grammar(List<Place> places, List<Key> keys) {
    /** A name by its place: its role, whether the statement makes it known, whether it may be left off. */
    record Place(NameRole role, boolean defines, boolean optional) {}

    /** A key with the kind of its values: whether it must be given, whether it may be given again. */
    record Key(String word, ValueType type, boolean required, boolean repeatable) {}

    static Grammar of(final Place... places) {
        return new Grammar(List.of(places), List.of());
    }

    Grammar with(final Key... more) {
        return with(Arrays.asList(more));
    }

    Grammar with(final List<Key> more) {
        final List<Key> all = new ArrayList<>(keys);
        all.addAll(more);
        return new Grammar(places, List.copyOf(all));
    }

    static Place uses(final NameRole role) {
        return new Place(role, false, false);
    }

    static Place mayUse(final NameRole role) {
        return new Place(role, false, true);
    }

    static Place defines(final NameRole role) {
        return new Place(role, true, false);
    }

    static Key optional(final String word, final ValueType type) {
        return new Key(word, type, false, false);
    }

    static Key required(final String word, final ValueType type) {
        return new Key(word, type, true, false);
    }

    static Key repeatable(final String word, final ValueType type) {
        return new Key(word, type, false, true);
    }

    /** The key of this word, or null. */
    Key key(final String word) {
        for (final Key key : keys) {
            if (key.word().equals(word)) {
                return key;
            }
        }
        return null;
    }

    List<String> keyWords() {
        return keys.stream().map(Key::word).toList();
    }

    /** The names in words, for errors: {@code an agent, then an interaction}. */
    String placesText() {
        return String.join(", then ", places.stream().map(Grammar::text).toList());
    }

    private static String text(final Place place) {
        return article(place.role().word()) + (place.optional() ? " if wanted" : "");
    }

    static String article(final String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
