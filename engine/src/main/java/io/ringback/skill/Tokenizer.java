package io.ringback.skill;

/**
 * Cuts an expression into tokens. It never fails: what makes no sense is a token too, so that errors come out in the
 * order of the text. Letters and digits are those of Unicode; blanks separate and are skipped.
 */
final class Tokenizer {
    private final String text;
    private int place;

    Tokenizer(final String text, final int place) {
        this.text = text;
        this.place = place;
    }

    /** Whether a name needs no quotes. */
    static boolean isPlain(final String name) {
        return startsName(name.codePointAt(0)) && name.codePoints().allMatch(Tokenizer::continuesName);
    }

    private static boolean startsName(final int letter) {
        return Character.isLetter(letter) || letter == '_';
    }

    private static boolean continuesName(final int letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }

    /** The next token; at the end of the text always {@code END}. */
    Token next() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        if (place == text.length()) {
            return new Token(Token.Kind.END, place, place, "");
        }
        final Comparison comparison = Comparison.at(text, place);
        if (comparison != null) {
            return token(Token.Kind.COMPARISON, place + comparison.symbol().length());
        }
        final int first = text.codePointAt(place);
        return switch (first) {
            case '&' -> token(Token.Kind.AND, place + 1);
            case '|' -> token(Token.Kind.OR, place + 1);
            case '!' -> token(Token.Kind.NOT, place + 1);
            case '(' -> token(Token.Kind.OPEN, place + 1);
            case ')' -> token(Token.Kind.CLOSE, place + 1);
            case '"' -> quoted();
            default -> word(first);
        };
    }

    private Token quoted() {
        final int start = place;
        final int close = text.indexOf('"', start + 1);
        if (close < 0) {
            return token(Token.Kind.OPEN_QUOTE, text.length());
        }
        place = close + 1;
        return new Token(Token.Kind.SKILL, start, place, text.substring(start + 1, close));
    }

    private Token word(final int first) {
        int end = place + Character.charCount(first);
        if (!startsName(first) && !Character.isDigit(first)) {
            return token(Token.Kind.OTHER, end);
        }
        while (end < text.length() && continuesName(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return token(startsName(first) ? Token.Kind.SKILL : Token.Kind.NUMBER, end);
    }

    private Token token(final Token.Kind kind, final int end) {
        final int start = place;
        place = end;
        return new Token(kind, start, end, text.substring(start, end));
    }
}
