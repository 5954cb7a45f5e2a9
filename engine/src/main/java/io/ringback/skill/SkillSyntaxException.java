package io.ringback.skill;

/**
 * A skill expression that does not compile. The message says what is wrong, where, what was expected and which known
 * name is near; below it stands the text, or for a long one the part around the error, with a caret under the column.
 */
public final class SkillSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int WINDOW = 72;
    private static final String CUT = "...";

    private final int column;
    private final String expected;
    private final String nearest;

    SkillSyntaxException(
            final String what, final String text, final int column, final String expected, final String nearest) {
        super(message(what, text, column, expected, nearest));
        this.column = column;
        this.expected = expected;
        this.nearest = nearest;
    }

    private static String message(
            final String what, final String text, final int column, final String expected, final String nearest) {
        final String hint = nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
        return "column " + column + ": " + what + ", expected " + expected + hint + excerpt(text, column);
    }

    private static String excerpt(final String text, final int column) {
        final int start = Math.max(0, Math.min(column - 1 - WINDOW / 2, text.length() - WINDOW));
        final int end = Math.min(text.length(), start + WINDOW);
        final String before = start > 0 ? CUT : "";
        final String after = end < text.length() ? CUT : "";
        final StringBuilder shown = new StringBuilder(text.substring(start, end));
        for (int i = 0; i < shown.length(); i++) {
            // A tab or line break would move the text away from its caret.
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, ' ');
            }
        }
        final int indent = before.length() + column - 1 - start;
        return "\n  " + before + shown + after + "\n  " + " ".repeat(indent) + "^";
    }

    /**
     * Where the text stops making sense.
     *
     * @return place of the character, from 1; one past the last when something is missing at the end
     */
    public int column() {
        return column;
    }

    /**
     * What would have been right at this column.
     *
     * @return words for people
     */
    public String expected() {
        return expected;
    }

    /**
     * The defined skill that may have been meant.
     *
     * @return its name, or null
     */
    public String nearest() {
        return nearest;
    }
}
