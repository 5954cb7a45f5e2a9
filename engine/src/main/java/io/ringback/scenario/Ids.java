package io.ringback.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and the ids that stand for them: 1, 2, ... in the order in which the names are first met. */
final class Ids {
    private final Map<String, Long> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    long id(final String name) {
        final Long known = ids.get(name);
        if (known != null) {
            return known;
        }
        names.add(name);
        ids.put(name, (long) names.size());
        return names.size();
    }

    String name(final long id) {
        return names.get(Math.toIntExact(id - 1));
    }
}
