package io.ringback.scenario;

/** One line of a scenario file: where errors point to. */
record SourceLine(String file, int number, String text) {
    ScenarioSyntaxException error(final Token token, final String problem) {
        return new ScenarioSyntaxException(this, token.column(), token.length(), problem);
    }

    /** An error in the part of a token that follows {@code key=}. */
    ScenarioSyntaxException errorInValue(final Token token, final String problem) {
        final int offset = token.valueColumn() - token.column();
        return new ScenarioSyntaxException(this, token.valueColumn(), token.length() - offset, problem);
    }

    /** Something is missing after this token. */
    ScenarioSyntaxException errorAfter(final Token token, final String problem) {
        return new ScenarioSyntaxException(this, token.column() + token.length() + 1, 1, problem);
    }
}
