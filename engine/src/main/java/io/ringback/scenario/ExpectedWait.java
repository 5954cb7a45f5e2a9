package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.skill.NearestName;
import java.util.List;

/**
 * An expected wait: a duration, or the word for why there is none. The engine has one; what a scenario expects of it
 * may be a range of durations.
 */
final class ExpectedWait implements ValueType {
    private static final String UNKNOWN = "UNKNOWN";
    private static final String NO_AGENTS = "NO_AGENTS";
    private static final String TO = "..";

    /** What will do, from the shortest wait to the longest; a single value is both. */
    private record Range(long lowMs, long highMs) {}

    @Override
    public Object read(final Token value, final Scope scope) {
        final int to = value.text().indexOf(TO);
        if (to < 0) {
            final long ewtMs = single(value, scope);
            return new Range(ewtMs, ewtMs);
        }
        final Range range = new Range(
                durationMs(value, value.text().substring(0, to), scope),
                durationMs(value, value.text().substring(to + TO.length()), scope));
        if (range.lowMs > range.highMs) {
            throw scope.source().errorInValue(value, value.text() + " is no range; expected the shorter wait first");
        }
        return range;
    }

    private static long single(final Token value, final Scope scope) {
        return switch (value.text()) {
            case UNKNOWN -> Engine.EWT_UNKNOWN;
            case NO_AGENTS -> Engine.EWT_NO_AGENTS;
            default -> durationMs(value, value.text(), scope);
        };
    }

    private static long durationMs(final Token value, final String text, final Scope scope) {
        try {
            return Quantities.durationMs(text);
        } catch (final IllegalArgumentException wrong) {
            final String nearest = NearestName.of(text, List.of(UNKNOWN, NO_AGENTS));
            throw scope.source()
                    .errorInValue(
                            value,
                            value.text() + " is not an expected wait; "
                                    + (nearest == null
                                            ? "expected a duration such as 30s, a range such as 30s..45s, UNKNOWN or "
                                                    + "NO_AGENTS"
                                            : "did you mean " + nearest + "?"));
        }
    }

    @Override
    public boolean meets(final Object came, final Object expected) {
        final long ewtMs = (Long) came;
        final Range range = (Range) expected;
        return ewtMs >= range.lowMs && ewtMs <= range.highMs;
    }

    @Override
    public String text(final Object meaning, final ScenarioClock clock) {
        if (meaning instanceof final Range range) {
            return range.lowMs == range.highMs ? text(range.lowMs) : text(range.lowMs) + TO + text(range.highMs);
        }
        return text((long) meaning);
    }

    static String text(final long ewtMs) {
        if (ewtMs == Engine.EWT_UNKNOWN) {
            return UNKNOWN;
        }
        return ewtMs == Engine.EWT_NO_AGENTS ? NO_AGENTS : Quantities.duration(ewtMs);
    }
}
