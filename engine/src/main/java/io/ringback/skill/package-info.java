/**
 * Skill expressions: which agents may have an interaction. A text such as {@code english >= 5 & (billing | vip)} is
 * parsed straight into its normal form, a tree of conditions on skill levels; the tree is tested against an agent's
 * levels, compared with other trees, printed, and examined once for what its author may not have meant. Skills are
 * numbers here, given out by {@link io.ringback.skill.SkillNames} in definition order. The package knows nothing of
 * the engine; all its types are immutable but {@code SkillNames}, which only grows.
 */
package io.ringback.skill;
