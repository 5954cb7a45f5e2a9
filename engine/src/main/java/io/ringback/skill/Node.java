package io.ringback.skill;

/**
 * A skill expression in normal form. There is no other form: {@link Condition#compare} and {@link Group#of} simplify as
 * they build, and negation is pushed down to the conditions at once, so that equal trees are equal targets.
 *
 * <p>As no node negates, a tree is monotone in its conditions: one more condition that holds never makes it fail. The
 * search and the anchors rest on that.
 */
sealed interface Node permits Condition, Group, Constant {
    /** Allocates nothing. */
    boolean matches(SkillProfile profile);

    /** The expression that holds where this one does not. */
    Node negated();

    /** What is left of the expression once the level of a skill is known. */
    Node assume(int skill, int level);
}
