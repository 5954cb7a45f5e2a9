package io.ringback.skill;

import io.ringback.internal.memory.HeapBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which agents may have an interaction: conditions on skill levels, joined by {@code &}, {@code |}, {@code !} and
 * parentheses. Immutable.
 *
 * <pre>
 * english &gt;= 5 &amp; (billing | "gold customers" &gt; 2) &amp; !trainee
 * </pre>
 *
 * <p>A skill alone means a level above 0; levels run from 0, which is also that of a skill the agent lacks, to 1000.
 * {@code !} applies to the condition or parenthesis that follows. {@code &} and {@code |} in one chain need
 * parentheses, because products disagree on what such a chain means. A name starts with a letter (of any script) or
 * {@code _} and goes on with letters, digits, {@code _} and {@code -}; in double quotes it may be anything.
 *
 * <p>Expressions are equal when their normal forms are: the order of operands, repeated operands, parentheses and
 * negations that change nothing, and the way of writing a condition ({@code x > 3}, {@code x >= 4}) do not count;
 * conditions that always or never hold are folded away. Compare only expressions made with the same names.
 */
public final class SkillExpression {
    private static final SkillExpression ANY = new SkillExpression(Constant.ALWAYS, "any agent", List.of());

    private final Node node;
    private final String text;
    private final List<String> warnings;

    private SkillExpression(final Node node, final String text, final List<String> warnings) {
        this.node = node;
        this.text = text;
        this.warnings = warnings;
    }

    /**
     * Compiles an expression.
     *
     * @param text at most 1,000 characters, 64 conditions and parentheses 32 deep
     * @param skills the skills that may occur
     * @return the expression
     * @throws SkillSyntaxException if the text breaks the grammar or a limit, or names a skill that is not defined; of
     *     several errors it reports the first
     */
    public static SkillExpression parse(final String text, final SkillNames skills) {
        final Node node = Parser.parse(text, Objects.requireNonNull(skills, "skills"));
        final String normal = NormalText.of(node, skills);
        // What "toString" returns must parse, so it must not outgrow the limit by being written out.
        final String kept = normal.length() <= Parser.CHARACTERS_MAX ? normal : text.strip();
        return new SkillExpression(node, kept, warnings(node));
    }

    /**
     * What every agent satisfies, without a warning: nobody wrote it by mistake. Equal to any text that is folded to
     * the same, such as {@code x >= 0}.
     *
     * @return the expression; its text {@code any agent} is for people and does not parse
     */
    public static SkillExpression any() {
        return ANY;
    }

    /**
     * What an expression takes, for a memory bill, when its conditions are joined by one operator, as in {@code english
     * >= 5 & billing > 2}.
     *
     * @param conditions how many it has
     * @param length of its text
     * @return bytes
     */
    public static long bytes(final int conditions, final int length) {
        final long group = conditions == 1 ? 0 : Group.bytes(conditions);
        return HeapBytes.object(SkillExpression.class)
                + HeapBytes.text(length)
                + conditions * HeapBytes.object(Condition.class)
                + group;
    }

    private static List<String> warnings(final Node node) {
        final List<String> warnings = new ArrayList<>();
        if (!Satisfiability.satisfiable(node)) {
            warnings.add("no agent can satisfy it, whatever the skill levels");
        } else if (!Satisfiability.satisfiable(node.negated())) {
            warnings.add("every agent satisfies it, whatever the skill levels");
        } else if (node.matches(SkillProfile.of(new int[0], new int[0]))) {
            warnings.add("an agent without any skill satisfies it");
        }
        return List.copyOf(warnings);
    }

    /**
     * Whether an agent satisfies this. Allocates nothing.
     *
     * @param profile the agent's levels
     * @return true if it does
     */
    public boolean matches(final SkillProfile profile) {
        return node.matches(profile);
    }

    /**
     * What the author may not have meant: that every combination of levels satisfies the expression, that none does,
     * or else that an agent without any skill does. Exact: the combinations are examined when the text is compiled.
     *
     * @return at most one warning, for people
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Where to look for agents that satisfy this. Each set holds skills of which such an agent has at least one at a
     * level above 0; the sets are alternatives, one of them is enough to look at.
     *
     * @return at most 16 sets of skill indices, ascending; none if agents may satisfy this without a certain skill, or
     *     if nobody can. The caller may keep it
     */
    public int[][] anchors() {
        return Anchors.of(node);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof SkillExpression that && node.equals(that.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /**
     * The normal form as text. It parses back to an equal expression, with the exception of {@link #any()}. Equal
     * expressions have the same text, unless the normal form is longer than a text may be: then it is the author's.
     */
    @Override
    public String toString() {
        return text;
    }
}
