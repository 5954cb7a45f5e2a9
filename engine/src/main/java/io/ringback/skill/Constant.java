package io.ringback.skill;

/** Holds for every agent, or for none. Never part of a {@link Group}. */
record Constant(boolean value) implements Node {
    static final Constant ALWAYS = new Constant(true);
    static final Constant NEVER = new Constant(false);

    static Constant of(final boolean value) {
        return value ? ALWAYS : NEVER;
    }

    @Override
    public boolean matches(final SkillProfile profile) {
        return value;
    }

    @Override
    public Node negated() {
        return of(!value);
    }

    @Override
    public Node assume(final int skill, final int level) {
        return this;
    }
}
