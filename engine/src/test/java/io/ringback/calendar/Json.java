package io.ringback.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON value: objects, arrays, strings without escapes, whole numbers, booleans and null. */
final class Json {
    private final String text;
    private int place;

    private Json(final String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(final String text) {
        return (Map<String, Object>) new Json(text).value();
    }

    private Object value() {
        final char first = next();
        return switch (first) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> members() {
        final Map<String, Object> members = new LinkedHashMap<>();
        place++;
        while (next() != '}') {
            final String key = string();
            expect(':');
            members.put(key, value());
            skip(',');
        }
        expect('}');
        return members;
    }

    private List<Object> elements() {
        final List<Object> elements = new ArrayList<>();
        place++;
        while (next() != ']') {
            elements.add(value());
            skip(',');
        }
        expect(']');
        return elements;
    }

    private String string() {
        expect('"');
        final int end = text.indexOf('"', place);
        final String string = text.substring(place, end);
        place = end + 1;
        return string;
    }

    private Object word() {
        final int start = place;
        while (place < text.length() && ",]} ".indexOf(text.charAt(place)) < 0) {
            place++;
        }
        final String word = text.substring(start, place);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Long.valueOf(word);
        };
    }

    private char next() {
        while (text.charAt(place) == ' ') {
            place++;
        }
        return text.charAt(place);
    }

    private void skip(final char mark) {
        if (next() == mark) {
            place++;
        }
    }

    private void expect(final char mark) {
        if (next() != mark) {
            throw new IllegalArgumentException("expected " + mark + " at " + place + " of " + text);
        }
        place++;
    }
}
