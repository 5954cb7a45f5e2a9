package io.ringback.examples.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines up rows of text under two lines of headings: a title that may span several columns, and a title for each. The
 * first columns are names, to the left; the others are figures, to the right.
 */
final class TextTable {
    private static final String GAP = "  ";
    private static final String WIDE_GAP = "   ";

    private final int names;
    private final List<String> spanTitles = new ArrayList<>();
    private final List<Integer> spanStarts = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A table whose first columns, so many, are names. */
    TextTable(final int names) {
        this.names = names;
    }

    /** Adds columns under one title. */
    TextTable columns(final String spanTitle, final String... columnTitles) {
        spanStarts.add(titles.size());
        spanTitles.add(spanTitle);
        titles.addAll(List.of(columnTitles));
        return this;
    }

    /** Adds a row; an empty one is a blank line. */
    void row(final List<String> cells) {
        if (!cells.isEmpty() && cells.size() != titles.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + titles.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /** The table as text; each line ends with a line feed and has no trailing blanks. */
    String render() {
        final int[] widths = widths();
        final StringBuilder text = new StringBuilder();
        for (int span = 0; span < spanTitles.size(); span++) {
            text.append(gap(spanStarts.get(span)));
            pad(text, spanTitles.get(span), spanWidth(span, widths), spanStarts.get(span) < names);
        }
        endLine(text);
        line(text, titles, widths);
        for (final List<String> row : rows) {
            line(text, row, widths);
        }
        return text.toString();
    }

    private void line(final StringBuilder text, final List<String> cells, final int[] widths) {
        for (int column = 0; column < cells.size(); column++) {
            text.append(gap(column));
            pad(text, cells.get(column), widths[column], column < names);
        }
        endLine(text);
    }

    /** The columns of a span stand closer together than spans do. */
    private String gap(final int column) {
        if (column == 0) {
            return "";
        }
        return spanStarts.contains(column) ? WIDE_GAP : GAP;
    }

    private int[] widths() {
        final int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = titles.get(column).length();
            for (final List<String> row : rows) {
                widths[column] = Math.max(
                        widths[column], row.isEmpty() ? 0 : row.get(column).length());
            }
        }
        for (int span = 0; span < spanTitles.size(); span++) {
            final int missing = spanTitles.get(span).length() - spanWidth(span, widths);
            widths[spanStarts.get(span)] += Math.max(0, missing);
        }
        return widths;
    }

    private int spanWidth(final int span, final int[] widths) {
        final int start = spanStarts.get(span);
        final int end = span + 1 < spanStarts.size() ? spanStarts.get(span + 1) : widths.length;
        int width = (end - start - 1) * GAP.length();
        for (int column = start; column < end; column++) {
            width += widths[column];
        }
        return width;
    }

    private static void pad(final StringBuilder text, final String cell, final int width, final boolean left) {
        final String blanks = " ".repeat(width - cell.length());
        text.append(left ? cell : blanks).append(left ? blanks : cell);
    }

    private static void endLine(final StringBuilder text) {
        while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        text.append('\n');
    }
}
