package io.ringback.guarantees;

import io.ringback.EngineListener;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What an engine told its listener, as text. Listens through a proxy, so that a new callback is heard as well. */
final class Transcript {
    private final StringBuilder text = new StringBuilder();
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private final Consumer<String> afterwards;

    Transcript() {
        this(callback -> {});
    }

    /** {@code afterwards} is called inside each callback, with its name, once the event is on record. */
    Transcript(final Consumer<String> afterwards) {
        this.afterwards = afterwards;
    }

    EngineListener listener() {
        return (EngineListener) Proxy.newProxyInstance(
                EngineListener.class.getClassLoader(),
                new Class<?>[] {EngineListener.class},
                (proxy, method, values) -> {
                    final String callback = method.getName();
                    text.append(callback).append(Arrays.toString(values)).append('\n');
                    counts.merge(callback, 1, Integer::sum);
                    afterwards.accept(callback);
                    return null;
                });
    }

    String text() {
        return text.toString();
    }

    /** Forgets the text so far. */
    void clear() {
        text.setLength(0);
        counts.clear();
    }

    /** How often each callback was called. */
    SortedMap<String, Integer> counts() {
        return counts;
    }

    int count(final String callback) {
        return counts.getOrDefault(callback, 0);
    }
}
