package io.ringback.scenario;

/**
 * What the words of a line are read against.
 *
 * @param source the line, for errors
 * @param clock for times
 * @param names what is defined so far
 * @param anyName whether names may be undefined, because the statement is to be refused
 */
record Scope(SourceLine source, ScenarioClock clock, Names names, boolean anyName) {
    Scope allowingAnyName() {
        return new Scope(source, clock, names, true);
    }

    /** Checks a name's form and, unless this statement makes it known or may use any, that it is defined. */
    String name(final NameRole role, final boolean defines, final Token token) {
        if (token.text().isEmpty() || !(token.quoted() || Names.isName(token.text()))) {
            throw source.errorInValue(
                    token,
                    token.text() + " is not the name of " + Grammar.article(role.word())
                            + "; names are letters, digits, _ and -, or in quotes");
        }
        if (!defines && !anyName && !names.has(role, token.text())) {
            throw source.errorInValue(token, names.undefined(role, token.text()));
        }
        return token.text();
    }
}
