package io.ringback.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One command of the scenario language, checked for form but not for sense: what an engine under test carries out.
 *
 * @param verb what to do
 * @param names of skills, queues, agents and interactions, in the verb's order
 * @param values by key, as written, without quotes; times as {@link Quantities#time} writes them; a key that may be
 *     repeated keeps all its values in order
 */
public record Command(Verb verb, List<String> names, Map<String, List<String>> values) {
    /**
     * Copies what it is given.
     *
     * @param verb what to do
     * @param names in the verb's order
     * @param values by key
     */
    public Command {
        names = List.copyOf(names);
        values = new LinkedHashMap<>(values);
    }

    /**
     * A name by its place.
     *
     * @param place from 0
     * @return the name, or null when the command has fewer
     */
    public String name(final int place) {
        return place < names.size() ? names.get(place) : null;
    }

    /**
     * The value of a key that is given at most once.
     *
     * @param key the key
     * @return the value as written, or null
     */
    public String value(final String key) {
        final List<String> all = values.get(key);
        return all == null ? null : all.get(all.size() - 1);
    }
}
