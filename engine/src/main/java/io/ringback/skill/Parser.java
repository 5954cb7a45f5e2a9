package io.ringback.skill;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads an expression by recursive descent, one method per rule of the grammar, straight into the normal form. The
 * first error in the order of the text is reported.
 */
final class Parser {
    static final int CHARACTERS_MAX = 1_000;
    static final int DEPTH_MAX = 32;
    static final int CONDITIONS_MAX = 64;

    private static final String OPERAND = "a skill, \"!\" or \"(\"";
    private static final String LEVEL = "a level from 0 to " + Condition.LEVEL_MAX;

    private final String text;
    private final SkillNames skills;
    private final Tokenizer tokenizer;
    private Token token;
    private int depth;
    private int conditions;
    /** The last condition was a skill without a comparison, so one may still follow. */
    private boolean comparable;

    private Parser(final String text, final SkillNames skills) {
        this.text = text;
        this.skills = skills;
        this.tokenizer = new Tokenizer(text, 0);
        this.token = tokenizer.next();
    }

    static Node parse(final String text, final SkillNames skills) {
        if (text.length() > CHARACTERS_MAX) {
            throw new SkillSyntaxException(
                    "the expression has " + text.length() + " characters",
                    text,
                    CHARACTERS_MAX + 1,
                    "at most " + CHARACTERS_MAX,
                    null);
        }
        final Parser parser = new Parser(text, skills);
        if (parser.token.is(Token.Kind.END)) {
            throw parser.error("the expression is empty", OPERAND);
        }
        final Node node = parser.expression("the end");
        if (!parser.token.is(Token.Kind.END)) {
            throw parser.unexpected("the end");
        }
        return node;
    }

    /** Operands joined by one kind of operator; the caller checks that the closing token follows. */
    private Node expression(final String closing) {
        final int start = token.start();
        final List<Node> operands = new ArrayList<>();
        operands.add(unary());
        final Token.Kind operator = token.kind();
        while (token.isOperator()) {
            if (!token.is(operator)) {
                throw mixed(start);
            }
            advance();
            operands.add(unary());
        }
        if (!token.is(Token.Kind.END) && !token.is(Token.Kind.CLOSE)) {
            throw unexpected(operatorsAfter(operands.size(), operator) + " or " + closing);
        }
        return Group.of(operator != Token.Kind.OR, operands);
    }

    private String operatorsAfter(final int operands, final Token.Kind operator) {
        final String comparison = comparable ? "a comparison, " : "";
        if (operands == 1) {
            return comparison + "\"&\", \"|\"";
        }
        return comparison + (operator == Token.Kind.AND ? "\"&\"" : "\"|\"");
    }

    private Node unary() {
        boolean negated = false;
        while (token.is(Token.Kind.NOT)) {
            negated = !negated;
            advance();
        }
        final Node node = token.is(Token.Kind.OPEN) ? parenthesized() : condition();
        return negated ? node.negated() : node;
    }

    private Node parenthesized() {
        final Token open = token;
        if (depth == DEPTH_MAX) {
            throw error("parentheses nest too deep", "at most " + DEPTH_MAX + " levels");
        }
        depth++;
        advance();
        final Node node = expression("\")\"");
        if (!token.is(Token.Kind.CLOSE)) {
            throw error("the \"(\" at column " + (open.start() + 1) + " is not closed", "\")\"");
        }
        advance();
        depth--;
        comparable = false;
        return node;
    }

    private Node condition() {
        if (token.is(Token.Kind.OPEN_QUOTE)) {
            throw error("the quote is not closed", "a second double quote");
        }
        if (!token.is(Token.Kind.SKILL)) {
            throw unexpected(token.is(Token.Kind.NUMBER) ? OPERAND + "; quote names that start with a digit" : OPERAND);
        }
        if (conditions == CONDITIONS_MAX) {
            throw error("too many conditions", "at most " + CONDITIONS_MAX);
        }
        conditions++;
        final int skill = skills.indexOf(token.text());
        if (skill < 0) {
            throw new SkillSyntaxException(
                    "unknown skill \"" + token.text() + "\"",
                    text,
                    token.start() + 1,
                    "a defined skill",
                    skills.nearest(token.text()));
        }
        advance();
        comparable = !token.is(Token.Kind.COMPARISON);
        if (comparable) {
            return Condition.compare(skill, Comparison.GREATER, 0);
        }
        final Comparison comparison = Comparison.at(token.text(), 0);
        advance();
        return Condition.compare(skill, comparison, level());
    }

    private int level() {
        if (!token.is(Token.Kind.NUMBER)) {
            throw unexpected(LEVEL);
        }
        int level = 0;
        for (final char digit : token.text().toCharArray()) {
            if (digit < '0' || digit > '9') {
                throw error("\"" + token.text() + "\" is not a level", LEVEL);
            }
            level = level * 10 + digit - '0';
            if (level > Condition.LEVEL_MAX) {
                throw error("level " + token.text() + " is out of range", LEVEL);
            }
        }
        advance();
        return level;
    }

    private void advance() {
        token = tokenizer.next();
    }

    private SkillSyntaxException mixed(final int start) {
        final MixedOperators mixed = MixedOperators.of(text, start);
        return error("\"&\" and \"|\" are mixed", "parentheses, either " + mixed.first() + " or " + mixed.second());
    }

    private SkillSyntaxException unexpected(final String expected) {
        final String what = token.is(Token.Kind.END) ? "the expression ends early" : "unexpected " + shown();
        return error(what, expected);
    }

    private String shown() {
        return token.is(Token.Kind.OPEN_QUOTE) ? "quote" : text.substring(token.start(), token.end());
    }

    private SkillSyntaxException error(final String what, final String expected) {
        return new SkillSyntaxException(what, text, token.start() + 1, expected, null);
    }
}
