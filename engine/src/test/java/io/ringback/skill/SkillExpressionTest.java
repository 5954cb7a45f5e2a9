package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SkillExpressionTest {
    private SkillNames skills;

    @BeforeEach
    void setUp() {
        skills = new SkillNames();
        for (final String name : new String[] {"a", "b", "c", "d", "gold customers", "größe-2", "3rd", "a & b"}) {
            skills.define(name);
        }
    }

    private SkillExpression parse(final String text) {
        return SkillExpression.parse(text, skills);
    }

    private boolean matches(final String text, final int... levels) {
        final int[] indexes = new int[levels.length];
        for (int i = 0; i < levels.length; i++) {
            indexes[i] = i;
        }
        return parse(text).matches(SkillProfile.of(indexes, levels));
    }

    @ParameterizedTest
    @CsvSource({
        "a,              0, 1",
        "a = 5,          4, 5",
        "a = 5,          6, 5",
        "a != 5,         5, 4",
        "a != 5,         5, 6",
        "a < 5,          5, 4",
        "a <= 5,         6, 5",
        "a > 5,          5, 6",
        "a >= 5,         4, 5",
        "a = 0,          1, 0",
        "a != 0,         0, 1000",
        "a = 1000,     999, 1000",
        "a != 1000,   1000, 999",
        "a < 1000,    1000, 999",
        "a > 999,      999, 1000",
        "!a,             1, 0",
        "!!a,            0, 1",
        "!a > 3,         4, 3",
        "!(a > 3),       4, 3",
        "a>007,          7, 8",
        "a>=2&a<=4&a!=3, 3, 4",
        "(((a))),        0, 7",
    })
    void shouldTellLevelsApartWhenComparing(final String text, final int misfit, final int fit) {
        assertThat(matches(text, misfit)).isFalse();
        assertThat(matches(text, fit)).isTrue();
    }

    @Test
    void shouldCombineConditionsWhenJoined() {
        assertThat(matches("a & b", 1, 0)).isFalse();
        assertThat(matches("a & b", 1, 1)).isTrue();
        assertThat(matches("a | b", 0, 0)).isFalse();
        assertThat(matches("a | b", 0, 1)).isTrue();
        assertThat(matches("a & (b | c)", 1, 0, 0)).isFalse();
        assertThat(matches("a & (b | c)", 1, 0, 1)).isTrue();
        assertThat(matches("!(a & b) & !(c | d)", 1, 0, 0, 0)).isTrue();
        assertThat(matches("!(a & b) & !(c | d)", 1, 0, 0, 1)).isFalse();
    }

    @Test
    void shouldReadNamesWhenQuotedOrForeign() {
        assertThat(matches("\"gold customers\">2 | größe-2", 0, 0, 0, 0, 3)).isTrue();
        assertThat(matches("\"gold customers\">2 | größe-2", 0, 0, 0, 0, 2, 1)).isTrue();
        assertThat(matches("\"3rd\"&\"a\"", 1, 0, 0, 0, 0, 0, 1)).isTrue();
        assertThat(matches("\"a & b\"", 1, 1)).isFalse();
        assertThat(matches("\t a\n&\u2003b ", 1, 1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a                          ; a",
                "a > 0                      ; a",
                "a >= 1                     ; a",
                "a != 0                     ; a",
                "!a                         ; a = 0",
                "a < 1                      ; a = 0",
                "a <= 0                     ; a = 0",
                "a > 3                      ; a >= 4",
                "!(a > 3)                   ; a <= 3",
                "a < 4                      ; a <= 3",
                "a > 999                    ; a = 1000",
                "a >= 1000                  ; a = 1000",
                "a != 1000                  ; a <= 999",
                "!(a = 5)                   ; a != 5",
                "!(a != 5)                  ; a = 5",
                "!!(!(a))                   ; a = 0",
                "b & a                      ; a & b",
                "a & a > 0 & b              ; a & b",
                "a & (b & (c & d))          ; a & b & c & d",
                "a | (b | a) | c            ; a | b | c",
                "!(a & b > 2)               ; a = 0 | b <= 2",
                "!(a | !(b & c))            ; a = 0 & b & c",
                "(c | b) & a                ; a & (b | c)",
                "(d & c) | (b & a)          ; (a & b) | (c & d)",
                "(c & b & a) | (d & b) | a  ; a | (b & d) | (a & b & c)",
                "(b|a) & (a|b)              ; a | b",
                "a >= 0                     ; a >= 0",
                "b <= 1000                  ; a >= 0",
                "!(b < 0)                   ; a >= 0",
                "b > 1000                   ; a < 0",
                "b < 0                      ; a < 0",
                "a & b >= 0                 ; a",
                "a & b < 0                  ; a < 0",
                "a | b >= 0                 ; a >= 0",
                "a | (b & c > 1000)         ; a",
                "a & (b | c >= 0) & d       ; a & d",
                "\"gold customers\"         ; \"gold customers\"",
                "\"3rd\" & \"a\"            ; a & \"3rd\"",
                "\"a & b\" > 1              ; \"a & b\" >= 2",
                "\"größe-2\" = 2            ; größe-2 = 2",
            })
    void shouldWriteNormalFormWhenPrinted(final String text, final String normal) {
        final SkillExpression expression = parse(text);
        assertThat(expression).hasToString(normal);
        assertThat(expression).isEqualTo(parse(normal)).hasSameHashCodeAs(parse(normal));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "a, a > 1", "a & b, a | b", "a & (b | c), (a & b) | c", "a = 5, a != 5", "a, !a", "a, a & b"})
    void shouldDifferWhenMeaningDiffers(final String left, final String right) {
        assertThat(parse(left)).isNotEqualTo(parse(right));
    }

    @ParameterizedTest
    @CsvSource({"a | b >= 0", "!(a > 1000)"})
    void shouldEqualAnyAgentWhenFoldedToAlways(final String text) {
        assertThat(parse(text)).isEqualTo(SkillExpression.any());
        assertThat(parse(text)).hasSameHashCodeAs(SkillExpression.any());
        assertThat(parse(text).warnings()).hasSize(1);
    }

    @Test
    void shouldAcceptEveryAgentWhenAny() {
        assertThat(SkillExpression.any().matches(SkillProfile.of(new int[0], new int[0])))
                .isTrue();
        assertThat(SkillExpression.any().matches(SkillProfile.of(new int[] {1}, new int[] {1000})))
                .isTrue();
        assertThat(SkillExpression.any().warnings()).isEmpty();
        assertThat(SkillExpression.any().anchors()).isEmpty();
        assertThat(SkillExpression.any()).hasToString("any agent").isNotEqualTo(parse("a"));
    }

    @Test
    void shouldKeepTextWhenNormalFormIsTooLong() {
        skills.define("abcdefghijkl");
        final String operands = "|(abcdefghijkl=9)".repeat(58).substring(1);
        final String text = " !(" + operands.replace("9)|(a", "8)|(a") + ")";
        final StringBuilder distinct = new StringBuilder("!(");
        for (int i = 0; i < 58; i++) {
            distinct.append(i == 0 ? "" : "|").append("abcdefghijkl=").append(100 + i);
        }
        distinct.append(')');
        assertThat(text.length()).isLessThanOrEqualTo(1_000);
        assertThat(parse(text)).hasToString("abcdefghijkl != 8 & abcdefghijkl != 9");
        final SkillExpression expression = parse(distinct.toString());
        assertThat(expression).hasToString(distinct.toString()).isEqualTo(parse(expression.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "a >= 0,                                       every",
        "a | !a,                                       every",
        "a > 3 | a < 10 | b,                           every",
        "(a & b) | !a | b = 0,                         every",
        "a = 7 | a < 7 | a > 7,                        every",
        "a != 3 | a != 4,                              every",
        "a > 1000,                                     no agent",
        "a & !a,                                       no agent",
        "a > 3 & a < 4,                                no agent",
        "a = 3 & a = 4,                                no agent",
        "(a | b) & !a & b = 0,                         no agent",
        "(a | b) & (a | !b) & (!a | b) & (!a | !b),    no agent",
        "a <= 8,                                       without any skill",
        "!a,                                           without any skill",
        "a | b = 0,                                    without any skill",
        "!(a & b),                                     without any skill",
        "a != 5,                                       without any skill",
    })
    void shouldWarnWhenMeantOtherwise(final String text, final String warning) {
        assertThat(parse(text).warnings()).singleElement().asString().contains(warning);
    }

    @ParameterizedTest
    @CsvSource({"a", "a > 3 & a <= 8", "a & !b", "(a & !b) | (b & !a)", "a >= 1000", "a & a != 1"})
    void shouldNotWarnWhenSomeSkillIsNeeded(final String text) {
        assertThat(parse(text).warnings()).isEmpty();
    }

    @Test
    void shouldAllocateNothingWhenMatching() {
        final SkillExpression expression = parse("(a > 3 & !(b | c = 5)) | (d & (a <= 3 | \"3rd\")) | (c & d)");
        final SkillProfile profile = SkillProfile.of(new int[] {0, 3, 6}, new int[] {3, 1, 9});
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        boolean matched = expression.matches(profile);
        final long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            matched &= expression.matches(profile);
        }
        final long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(matched).isTrue();
        assertThat(allocated).isZero();
    }
}
