package io.ringback.scenario;

import io.ringback.Engine;
import java.util.HashMap;
import java.util.Map;

/**
 * Names and the ids that stand for them. A decimal number is the name of exactly that id, so that a recording is about
 * the ids of the host that was recorded. Other names have the lowest ids, in the order in which they are first met.
 */
final class Ids {
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private long lowest = Engine.NO_ID;

    long id(final String name) {
        final Long known = ids.get(name);
        if (known != null) {
            return known;
        }
        final Long number = number(name);
        if (number != null && names.containsKey(number)) {
            throw new IllegalArgumentException(name + " is the id of " + names.get(number) + "; give one another name");
        }
        final long id = number == null ? free() : number;
        ids.put(name, id);
        names.put(id, name);
        return id;
    }

    private long free() {
        do {
            lowest++;
        } while (names.containsKey(lowest));
        return lowest;
    }

    String name(final long id) {
        final String name = names.get(id);
        return name == null ? Long.toString(id) : name;
    }

    /** The number that a name is, as Java writes it; null when it is none: 007 is not 7. */
    private static Long number(final String name) {
        try {
            final Long number = Long.valueOf(name);
            return number.toString().equals(name) ? number : null;
        } catch (final NumberFormatException none) {
            return null;
        }
    }
}
