package io.ringback;

import io.ringback.skill.SkillExpression;
import java.util.List;

/**
 * Handle of a compiled skill expression: made by {@link Engine#target}, valid for that engine only. Expressions that
 * are equal after normalising are one target.
 */
public final class Target {
    private final Object owner;
    private final int index;
    private final SkillExpression expression;

    Target(final Object owner, final int index, final SkillExpression expression) {
        this.owner = owner;
        this.index = index;
        this.expression = expression;
    }

    /** The definitions that it is one of: those of one engine. */
    Object owner() {
        return owner;
    }

    /**
     * The target's place in definition order, from 0.
     *
     * @return the index
     */
    public int index() {
        return index;
    }

    /**
     * What the expression may do against the author's intent: satisfied by every agent, by none, or by one without any
     * skill.
     *
     * @return warnings for people, empty when there is nothing to say
     */
    public List<String> warnings() {
        return expression.warnings();
    }

    /**
     * The expression in normal form.
     *
     * @return text that compiles to this target
     */
    @Override
    public String toString() {
        return expression.toString();
    }
}
