package io.ringback.scenario;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line into tokens: blanks separate, quotes hold together, {@code #} outside quotes ends the line. */
final class Tokenizer {
    private final SourceLine source;
    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Tokenizer(final SourceLine source) {
        this.source = source;
        this.line = source.text();
    }

    static List<Token> tokens(final SourceLine source) {
        final Tokenizer tokenizer = new Tokenizer(source);
        tokenizer.run();
        return tokenizer.tokens;
    }

    /** Text in quotes, to be read back as it is. */
    static String quoted(final String text) {
        // A backslash before the closing quote would make it a part of the text: it follows outside.
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        return '"' + text.substring(0, end).replace("\"", "\\\"") + '"' + text.substring(end);
    }

    private void run() {
        while (true) {
            while (position < line.length() && isBlank(line.charAt(position))) {
                position++;
            }
            if (atEnd()) {
                return;
            }
            tokens.add(token());
        }
    }

    private boolean atEnd() {
        return position == line.length() || line.charAt(position) == '#';
    }

    private static boolean isBlank(final char c) {
        return c == ' ' || c == '\t';
    }

    private Token token() {
        final int start = position;
        final StringBuilder text = new StringBuilder();
        String key = null;
        int valueStart = start;
        boolean quoted = false;
        while (!atEnd() && !isBlank(line.charAt(position))) {
            final char c = line.charAt(position);
            if (c == '"') {
                quoted = true;
                quotation(text);
            } else if (c == '=' && key == null) {
                key = text.toString();
                text.setLength(0);
                valueStart = ++position;
            } else {
                text.append(c);
                position++;
            }
        }
        final Token token = new Token(key, text.toString(), start + 1, position - start, valueStart + 1, quoted);
        checkKey(token);
        return token;
    }

    private void quotation(final StringBuilder text) {
        final int start = position++;
        while (position < line.length()) {
            final char c = line.charAt(position++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && position < line.length() && line.charAt(position) == '"') {
                position++;
                text.append('"');
            } else {
                text.append(c);
            }
        }
        throw new ScenarioSyntaxException(
                source, start + 1, line.length() - start, "this quote is not closed; \\\" is a quote inside quotes");
    }

    private void checkKey(final Token token) {
        if (!token.hasKey()) {
            return;
        }
        if (token.key().isEmpty()) {
            throw source.error(token, "a key is missing before the equals sign; expected key=value, without blanks");
        }
        if (token.text().isEmpty() && !token.quoted()) {
            throw source.error(token, "a value is missing after " + token.key() + "=, without a blank between");
        }
    }
}
