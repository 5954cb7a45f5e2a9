package io.ringback.scenario;

import io.ringback.Engine;
import java.util.ArrayList;
import java.util.List;

/** The kinds of values that the keys of the language take. */
final class ValueTypes {
    /** Yes or no. */
    static final ValueType YES_NO = oneOf("answer", List.of("yes", "no"));

    private static final String NONE = "none";

    private ValueTypes() {}

    /** Any text, for the engine to judge: a skill expression, or a number, which may be withheld or malformed. */
    static ValueType text() {
        return (value, scope) -> value.text();
    }

    static ValueType oneOf(final String what, final List<String> words) {
        return (value, scope) -> {
            if (!words.contains(value.text())) {
                throw scope.source().errorInValue(value, Names.unknown(what, value.text(), words));
            }
            return value.text();
        };
    }

    static ValueType name(final NameRole role, final boolean defines) {
        return new ValueType() {
            @Override
            public Object read(final Token value, final Scope scope) {
                return scope.name(role, defines, value);
            }

            @Override
            public String text(final Object meaning, final ScenarioClock clock) {
                return Names.text((String) meaning);
            }
        };
    }

    static ValueType count(final long min, final long max) {
        return (value, scope) -> {
            final String expected = "a whole number in " + min + ".." + max;
            if (!value.text().matches("[+-]?\\d+")) {
                throw scope.source().errorInValue(value, value.text() + " is not a number; expected " + expected);
            }
            final boolean fits = value.text().length() <= 18;
            final long number = fits ? Long.parseLong(value.text()) : Long.MAX_VALUE;
            if (!fits || number < min || number > max) {
                throw scope.source().errorInValue(value, value.text() + " is out of range; expected " + expected);
            }
            return number;
        };
    }

    static ValueType duration(final long minMs, final long maxMs) {
        return new ValueType() {
            @Override
            public Object read(final Token value, final Scope scope) {
                return durationMs(value, value.text(), scope, minMs, maxMs);
            }

            @Override
            public String text(final Object meaning, final ScenarioClock clock) {
                return Quantities.duration((Long) meaning);
            }
        };
    }

    static long durationMs(
            final Token token, final String text, final Scope scope, final long minMs, final long maxMs) {
        final long ms;
        try {
            ms = Quantities.durationMs(text);
        } catch (final IllegalArgumentException wrong) {
            throw scope.source()
                    .errorInValue(token, wrong.getMessage() + "; expected one such as 500ms, 30s, 5m or 1h30m");
        }
        if (ms < minMs || ms > maxMs) {
            final String expected = Quantities.duration(minMs) + " to " + Quantities.duration(maxMs);
            throw scope.source().errorInValue(token, text + " is out of range; expected " + expected);
        }
        return ms;
    }

    static ValueType time() {
        return new ValueType() {
            @Override
            public Object read(final Token value, final Scope scope) {
                return timeMs(value, value.text(), scope);
            }

            @Override
            public String given(final Token value, final Scope scope) {
                return Quantities.time(timeMs(value, value.text(), scope));
            }

            @Override
            public String written(final String given, final ScenarioClock clock) {
                return clock.fullText(Quantities.timeMs(given));
            }

            @Override
            public String text(final Object meaning, final ScenarioClock clock) {
                return clock.text((Long) meaning);
            }
        };
    }

    /** A time, or the word for none, which is {@link Engine#NO_TIME}. */
    static ValueType timeOrNone() {
        return new ValueType() {
            @Override
            public Object read(final Token value, final Scope scope) {
                return value.text().equals(NONE) ? Engine.NO_TIME : timeMs(value, value.text(), scope);
            }

            @Override
            public String text(final Object meaning, final ScenarioClock clock) {
                return (Long) meaning == Engine.NO_TIME ? NONE : clock.text((Long) meaning);
            }
        };
    }

    /** Times with commas between them, as a list of {@link Long}; the empty list is the word for none. */
    static ValueType times() {
        return new ValueType() {
            @Override
            public Object read(final Token value, final Scope scope) {
                final List<Long> times = new ArrayList<>();
                if (!value.text().equals(NONE)) {
                    for (final String time : value.text().split(",", -1)) {
                        times.add(timeMs(value, time, scope));
                    }
                }
                return times;
            }

            @Override
            public String text(final Object meaning, final ScenarioClock clock) {
                final List<String> times = ((List<?>) meaning)
                        .stream().map(time -> clock.text((Long) time)).toList();
                return times.isEmpty() ? NONE : String.join(",", times);
            }
        };
    }

    private static long timeMs(final Token token, final String text, final Scope scope) {
        try {
            return scope.clock().time(text);
        } catch (final IllegalArgumentException wrong) {
            throw scope.source().errorInValue(token, wrong.getMessage());
        }
    }

    /** A target step: a duration, a colon, a skill expression. */
    static ValueType step(final long minMs, final long maxMs) {
        return (value, scope) -> {
            final int colon = value.text().indexOf(':');
            if (colon <= 0 || colon == value.text().length() - 1) {
                throw scope.source()
                        .errorInValue(
                                value,
                                value.text() + " is not a target step; expected one such as 60s:\"english > 0\"");
            }
            durationMs(value, value.text().substring(0, colon), scope, minMs, maxMs);
            return value.text();
        };
    }
}
