package io.ringback.skill;

import java.util.List;

/** Writes an expression in normal form as text that parses back to it. */
final class NormalText {
    private NormalText() {}

    static String of(final Node node, final SkillNames skills) {
        final StringBuilder text = new StringBuilder();
        append(text, node, skills);
        return text.toString();
    }

    private static void append(final StringBuilder text, final Node node, final SkillNames skills) {
        if (node instanceof Group group) {
            append(text, group, skills);
        } else if (node instanceof Condition condition) {
            appendName(text, skills.name(condition.skill()));
            text.append(levels(condition));
        } else {
            // The grammar has no constants: any skill will do, so it is the first.
            appendName(text, skills.name(0));
            text.append(node.equals(Constant.ALWAYS) ? " >= 0" : " < 0");
        }
    }

    private static void append(final StringBuilder text, final Group group, final SkillNames skills) {
        final List<Node> operands = group.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (i > 0) {
                text.append(group.all() ? " & " : " | ");
            }
            final boolean nested = operands.get(i) instanceof Group;
            text.append(nested ? "(" : "");
            append(text, operands.get(i), skills);
            text.append(nested ? ")" : "");
        }
    }

    private static void appendName(final StringBuilder text, final String name) {
        final String quote = Tokenizer.isPlain(name) ? "" : "\"";
        text.append(quote).append(name).append(quote);
    }

    private static String levels(final Condition condition) {
        if (condition.outside()) {
            return " != " + condition.min();
        }
        if (condition.min() == condition.max()) {
            return " = " + condition.min();
        }
        if (condition.min() == 0) {
            return " <= " + condition.max();
        }
        return condition.min() == 1 ? "" : " >= " + condition.min();
    }
}
