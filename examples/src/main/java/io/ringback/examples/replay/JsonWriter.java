package io.ringback.examples.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes JSON, two blanks deeper for each level. Keeps track of commas; the caller opens and closes in pairs. */
public final class JsonWriter {
    private static final int DECIMALS = 4;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;

    /** Starts with an empty text. */
    public JsonWriter() {}

    /**
     * Opens an object or array, as a value of an array or of the whole text.
     *
     * @param bracket the one that opens it
     * @return this
     */
    public JsonWriter open(final char bracket) {
        next();
        return push(bracket);
    }

    /**
     * Opens an object or array as a member of an object.
     *
     * @param name the member's name
     * @param bracket the one that opens it
     * @return this
     */
    public JsonWriter open(final String name, final char bracket) {
        name(name);
        return push(bracket);
    }

    /**
     * Closes an object or array.
     *
     * @param bracket the one that closes it
     * @return this
     */
    public JsonWriter close(final char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        first = false;
        text.append(bracket);
        return this;
    }

    /**
     * Writes a text.
     *
     * @param name the member's name
     * @param value its value
     * @return this
     */
    public JsonWriter member(final String name, final String value) {
        name(name);
        quote(value);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param name the member's name
     * @param value its value
     * @return this
     */
    public JsonWriter member(final String name, final long value) {
        name(name);
        text.append(value);
        return this;
    }

    /**
     * Writes a number with four decimals at most, or null for what is not a finite number.
     *
     * @param name the member's name
     * @param value its value
     * @return this
     */
    public JsonWriter member(final String name, final double value) {
        name(name);
        text.append(
                Double.isFinite(value)
                        ? BigDecimal.valueOf(value)
                                .setScale(DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString()
                        : "null");
        return this;
    }

    /** The text, with a line feed at its end. */
    @Override
    public String toString() {
        return text + "\n";
    }

    private JsonWriter push(final char bracket) {
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private void name(final String name) {
        next();
        quote(name);
        text.append(": ");
    }

    private void next() {
        if (!first) {
            text.append(',');
        }
        first = false;
        if (depth > 0) {
            newLine();
        }
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(final String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            final char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
