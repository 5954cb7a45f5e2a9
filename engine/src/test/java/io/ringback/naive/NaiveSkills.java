package io.ringback.naive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The skills that are known, and the expressions over them, each parsed once. */
final class NaiveSkills {
    private static final int LEVEL_MAX = 1000;

    /** A question about an agent's levels. */
    interface Expression {
        boolean satisfiedBy(Map<String, Integer> levels);
    }

    private final Set<String> known = new HashSet<>();
    private final Map<String, Expression> parsed = new HashMap<>();

    void define(final String skill) {
        known.add(skill);
    }

    /** The expression, or null (any agent) for no text. */
    Expression expression(final String text) {
        if (text == null) {
            return null;
        }
        final Expression before = parsed.get(text);
        if (before != null) {
            return before;
        }
        final Expression expression = new Parser(text).whole();
        parsed.put(text, expression);
        return expression;
    }

    int level(final String skill, final String text) {
        checkKnown(skill);
        final int level = Integer.parseInt(text);
        if (level < 0 || level > LEVEL_MAX) {
            throw new IllegalArgumentException(skill + ": level " + text + " is not in 0..1000");
        }
        return level;
    }

    private void checkKnown(final String skill) {
        if (!known.contains(skill)) {
            throw new IllegalArgumentException("unknown skill " + skill);
        }
    }

    /** Recursive descent over one text. */
    private final class Parser {
        private final String text;
        private int at;

        Parser(final String text) {
            this.text = text;
        }

        Expression whole() {
            final Expression expression = expression();
            if (peek() != 0) {
                throw error();
            }
            return expression;
        }

        private Expression expression() {
            final Expression first = unary();
            if (peek() == '&') {
                return chain(first, '&');
            }
            return peek() == '|' ? chain(first, '|') : first;
        }

        private Expression chain(final Expression first, final char operator) {
            Expression all = first;
            while (peek() == operator) {
                at++;
                final Expression left = all;
                final Expression right = unary();
                all = operator == '&'
                        ? levels -> left.satisfiedBy(levels) && right.satisfiedBy(levels)
                        : levels -> left.satisfiedBy(levels) || right.satisfiedBy(levels);
            }
            return all;
        }

        private Expression unary() {
            if (peek() == '!') {
                at++;
                final Expression inner = unary();
                return levels -> !inner.satisfiedBy(levels);
            }
            if (peek() == '(') {
                at++;
                final Expression inner = expression();
                if (peek() != ')') {
                    throw error();
                }
                at++;
                return inner;
            }
            return condition();
        }

        private Expression condition() {
            final String skill = skill();
            final String operator = operator();
            final int level = operator.isEmpty() ? 0 : level();
            return switch (operator) {
                case "=" -> levels -> levels.getOrDefault(skill, 0) == level;
                case "!=" -> levels -> levels.getOrDefault(skill, 0) != level;
                case "<" -> levels -> levels.getOrDefault(skill, 0) < level;
                case "<=" -> levels -> levels.getOrDefault(skill, 0) <= level;
                case ">=" -> levels -> levels.getOrDefault(skill, 0) >= level;
                default -> levels -> levels.getOrDefault(skill, 0) > level;
            };
        }

        private String skill() {
            final char first = peek();
            final int start = at;
            if (first == '"') {
                at = text.indexOf('"', start + 1) + 1;
                if (at == 0) {
                    throw error();
                }
                checkKnown(text.substring(start + 1, at - 1));
                return text.substring(start + 1, at - 1);
            }
            if (!Character.isLetter(first) && first != '_') {
                throw error();
            }
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
            checkKnown(text.substring(start, at));
            return text.substring(start, at);
        }

        private String operator() {
            final char first = peek();
            if (first != '=' && first != '!' && first != '<' && first != '>') {
                return "";
            }
            at++;
            if (first != '=' && at < text.length() && text.charAt(at) == '=') {
                at++;
                return first + "=";
            }
            if (first == '!') {
                throw error();
            }
            return String.valueOf(first);
        }

        private int level() {
            peek();
            final int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (start == at || at - start > 4 || Integer.parseInt(text.substring(start, at)) > LEVEL_MAX) {
                throw error();
            }
            return Integer.parseInt(text.substring(start, at));
        }

        /** The next character that is not blank, 0 at the end. */
        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean isNamePart(final char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-';
        }

        private IllegalArgumentException error() {
            return new IllegalArgumentException("column " + (at + 1) + " of skill expression " + text);
        }
    }
}
