package io.ringback.skill;

import java.util.ArrayList;
import java.util.List;

/**
 * The two meanings that a chain such as {@code a & b | c} may have: what the author sees when asked for parentheses.
 *
 * @param first "and" before "or", as programming languages have it
 * @param second from left to right; where that is the same, "or" before "and"
 */
record MixedOperators(String first, String second) {
    private static final int READING_MAX = 120;
    private static final int OPERAND_MAX = 30;

    /** Reads the chain that starts at this place. */
    static MixedOperators of(final String text, final int start) {
        final List<String> operands = new ArrayList<>();
        final List<String> operators = new ArrayList<>();
        split(text, start, operands, operators);
        final MixedOperators whole = of(operands, operators);
        if (Math.max(whole.first.length(), whole.second.length()) <= READING_MAX) {
            return whole;
        }
        // Too long to read: only the three operands around the change of operator.
        int change = 1;
        while (operators.get(change).equals(operators.get(0))) {
            change++;
        }
        final List<String> around = operands.subList(change - 1, change + 2).stream()
                .map(MixedOperators::shortened)
                .toList();
        return of(around, operators.subList(change - 1, change + 1));
    }

    private static MixedOperators of(final List<String> operands, final List<String> operators) {
        final String precedence = binding("&", operands, operators);
        final String leftToRight = leftToRight(operands, operators);
        return new MixedOperators(
                precedence, leftToRight.equals(precedence) ? binding("|", operands, operators) : leftToRight);
    }

    private static String shortened(final String operand) {
        return operand.length() <= OPERAND_MAX ? operand : "...";
    }

    /** Cuts at the operators outside of parentheses, up to the parenthesis that closes around the chain. */
    private static void split(
            final String text, final int start, final List<String> operands, final List<String> operators) {
        final Tokenizer tokenizer = new Tokenizer(text, start);
        int depth = 0;
        int operandStart = start;
        for (Token token = tokenizer.next(); ; token = tokenizer.next()) {
            final boolean ends = token.is(Token.Kind.END) || (depth == 0 && token.is(Token.Kind.CLOSE));
            if (ends || (depth == 0 && token.isOperator())) {
                operands.add(text.substring(operandStart, token.start()).strip());
                operandStart = token.end();
                if (ends) {
                    return;
                }
                operators.add(token.text());
            } else if (token.is(Token.Kind.OPEN)) {
                depth++;
            } else if (token.is(Token.Kind.CLOSE)) {
                depth--;
            }
        }
    }

    private static String binding(final String tight, final List<String> operands, final List<String> operators) {
        final StringBuilder reading = new StringBuilder();
        int from = 0;
        for (int i = 0; i <= operators.size(); i++) {
            if (i < operators.size() && operators.get(i).equals(tight)) {
                continue;
            }
            final String run = String.join(" " + tight + " ", operands.subList(from, i + 1));
            reading.append(from == i ? run : "(" + run + ")");
            if (i < operators.size()) {
                reading.append(' ').append(operators.get(i)).append(' ');
            }
            from = i + 1;
        }
        return reading.toString();
    }

    private static String leftToRight(final List<String> operands, final List<String> operators) {
        final StringBuilder reading = new StringBuilder(operands.get(0));
        for (int i = 0; i < operators.size(); i++) {
            if (i > 0 && !operators.get(i).equals(operators.get(i - 1))) {
                reading.insert(0, '(').append(')');
            }
            reading.append(' ').append(operators.get(i)).append(' ').append(operands.get(i + 1));
        }
        return reading.toString();
    }
}
