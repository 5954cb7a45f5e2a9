package io.ringback.scenario;

import java.util.List;
import java.util.Map;

/**
 * What {@code expect EVENT} asks for.
 *
 * @param kind the event
 * @param names the first of its names, perhaps none
 * @param values those of its values that matter, {@code time} included
 * @param text the expectation as it was written
 */
record ExpectedEvent(EventKind kind, List<String> names, Map<String, Object> values, String text) {
    /** What about an event is not as expected; null when it is the one. */
    String difference(final Event event, final ScenarioClock clock) {
        if (event.kind() != kind) {
            return "it is " + event.kind().word() + ", not " + kind.word();
        }
        for (int place = 0; place < names.size(); place++) {
            final String came = event.names().get(place);
            if (!came.equals(names.get(place))) {
                return "it is " + came + ", not " + names.get(place);
            }
        }
        for (final Map.Entry<String, Object> value : values.entrySet()) {
            final String difference = difference(event, value.getKey(), value.getValue(), clock);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private String difference(final Event event, final String key, final Object expected, final ScenarioClock clock) {
        final boolean isTime = key.equals(EventKind.TIME.word());
        final ValueType type =
                isTime ? EventKind.TIME.type() : kind.grammar().key(key).type();
        final Object came = isTime ? (Object) event.timeMs() : event.values().get(key);
        if (came == null) {
            return "it has no " + key;
        }
        return type.meets(came, expected)
                ? null
                : key + " is " + type.text(came, clock) + ", not " + type.text(expected, clock);
    }
}
