package io.ringback.skill;

/**
 * A piece of an expression's text.
 *
 * @param start place of its first character, from 0
 * @param end place after its last character
 * @param text the characters; of a skill the name without quotes
 */
record Token(Kind kind, int start, int end, String text) {
    enum Kind {
        SKILL,
        /** A quote that is not closed, to the end of the text. */
        OPEN_QUOTE,
        /** Whatever begins with a digit. */
        NUMBER,
        COMPARISON,
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE,
        OTHER,
        END
    }

    boolean is(final Kind wanted) {
        return kind == wanted;
    }

    boolean isOperator() {
        return kind == Kind.AND || kind == Kind.OR;
    }
}
