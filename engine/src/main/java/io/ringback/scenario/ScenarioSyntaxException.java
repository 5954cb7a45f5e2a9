package io.ringback.scenario;

/** A scenario text that makes no sense. The message shows the place, the line with a mark under it, and what to do. */
public final class ScenarioSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String statement;
    private final String problem;

    /**
     * Shows a place in a line.
     *
     * @param source the line
     * @param column first marked character, from 1
     * @param length how many characters to mark
     * @param problem what is wrong, what was expected, and the nearest word
     */
    ScenarioSyntaxException(final SourceLine source, final int column, final int length, final String problem) {
        super(source.file() + ":" + source.number() + ":" + column + ": " + problem + "\n"
                + excerpt(source, column, length));
        this.file = source.file();
        this.line = source.number();
        this.column = column;
        this.statement = source.text().strip();
        this.problem = problem;
    }

    private static String excerpt(final SourceLine source, final int column, final int length) {
        final StringBuilder text =
                new StringBuilder("    ").append(source.text()).append("\n    ");
        for (int i = 0; i < column - 1; i++) {
            // A tab under a tab keeps the mark below its word at any tab width.
            text.append(i < source.text().length() && source.text().charAt(i) == '\t' ? '\t' : ' ');
        }
        return text.append("^".repeat(Math.max(1, length))).toString();
    }

    /**
     * The file.
     *
     * @return as the caller named it
     */
    public String file() {
        return file;
    }

    /**
     * The line.
     *
     * @return from 1
     */
    public int line() {
        return line;
    }

    /**
     * The first marked character.
     *
     * @return from 1
     */
    public int column() {
        return column;
    }

    /**
     * The line's text.
     *
     * @return without blanks around it
     */
    public String statement() {
        return statement;
    }

    /**
     * What is wrong, without place and text.
     *
     * @return one line
     */
    public String problem() {
        return problem;
    }
}
