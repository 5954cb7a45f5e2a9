package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that a text is JSON, by folding its innermost values until one is left. */
final class JsonSyntax {
    private static final String VALUE = "(?:\"(?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*\""
            + "|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null)";
    private static final String MEMBER = "\"[^\"\\\\\\p{Cntrl}]*\"\\s*:\\s*" + VALUE;
    private static final Pattern INNERMOST = Pattern.compile("\\{\\s*(?:" + MEMBER + "(?:\\s*,\\s*" + MEMBER
            + ")*)?\\s*\\}" + "|\\[\\s*(?:" + VALUE + "(?:\\s*,\\s*" + VALUE + ")*)?\\s*\\]");

    private JsonSyntax() {}

    static void check(final String text) {
        String left = text;
        for (Matcher inner = INNERMOST.matcher(left); inner.find(); inner = INNERMOST.matcher(left)) {
            left = inner.replaceAll("null");
        }
        assertThat(left.strip()).isEqualTo("null");
    }
}
