package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SkillSyntaxTest {
    private SkillNames skills;

    @BeforeEach
    void setUp() {
        skills = new SkillNames();
        for (final String name : new String[] {"a", "b", "c", "d", "english", "gold customers", "3rd-line"}) {
            skills.define(name);
        }
    }

    private SkillSyntaxException error(final String text) {
        final SkillSyntaxException error =
                catchThrowableOfType(SkillSyntaxException.class, () -> SkillExpression.parse(text, skills));
        assertThat(error).as(text).isNotNull();
        return error;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''             ; 1  ; empty                    ; a skill",
                "'  '           ; 3  ; empty                    ; a skill",
                "a &            ; 4  ; ends early               ; a skill",
                "a & & b        ; 5  ; unexpected &             ; a skill",
                "a && b         ; 4  ; unexpected &             ; a skill",
                "| a            ; 1  ; unexpected |             ; a skill",
                "!              ; 2  ; ends early               ; a skill",
                "()             ; 2  ; unexpected )             ; a skill",
                "(a             ; 3  ; '(\" at column 1 is not' ; \")\"",
                "b & ((a) & b   ; 13 ; '(\" at column 5 is not' ; \")\"",
                "a)             ; 2  ; unexpected )             ; the end",
                "(a))           ; 4  ; unexpected )             ; the end",
                "a b            ; 3  ; unexpected b             ; a comparison, \"&\", \"|\" or the end",
                "a and b        ; 3  ; unexpected and           ; \"&\", \"|\" or the end",
                "a = 1 b        ; 7  ; unexpected b             ; \"&\", \"|\" or the end",
                "a & b c        ; 7  ; unexpected c             ; a comparison, \"&\" or the end",
                "(a) b          ; 5  ; unexpected b             ; \"&\", \"|\" or the end",
                "(a b)          ; 4  ; unexpected b             ; or \")\"",
                "a !b           ; 3  ; unexpected !             ; \"&\"",
                "a (b)          ; 3  ; unexpected (             ; \"&\"",
                "a + b          ; 3  ; unexpected +             ; \"&\"",
                "+              ; 1  ; unexpected +             ; a skill",
                "a 5            ; 3  ; unexpected 5             ; a comparison",
                "5 > a          ; 1  ; unexpected 5             ; a skill",
                "3rd-line       ; 1  ; unexpected 3rd-line      ; quote names",
                "a >            ; 4  ; ends early               ; a level from 0 to 1000",
                "a > b          ; 5  ; unexpected b             ; a level from 0 to 1000",
                "a == 3         ; 4  ; unexpected =             ; a level",
                "a => 3         ; 4  ; unexpected >             ; a level",
                "a <> 3         ; 4  ; unexpected >             ; a level",
                "a > -1         ; 5  ; unexpected -             ; a level",
                "a > 1.5        ; 6  ; unexpected .             ; \"&\"",
                "a > 1001       ; 5  ; out of range             ; a level from 0 to 1000",
                "a > 99999999999; 5  ; out of range             ; a level",
                "a > 5x         ; 5  ; not a level              ; a level",
                "a > ٣          ; 5  ; not a level              ; a level",
                "a > 3 > 2      ; 7  ; unexpected >             ; \"&\"",
                "a = 1 = 1      ; 7  ; unexpected =             ; \"&\"",
                "= 3            ; 1  ; unexpected =             ; a skill",
                "\"a            ; 1  ; quote is not closed      ; double quote",
                "a & \"b &      ; 5  ; quote is not closed      ; double quote",
                "a \"b          ; 3  ; unexpected quote         ; \"&\"",
                "\"\"           ; 1  ; unknown skill \"\"       ; a defined skill",
            })
    void shouldNameColumnAndExpectationWhenMalformed(
            final String text, final int column, final String what, final String expected) {
        final SkillSyntaxException error = error(text);
        assertThat(error.column()).as(error.getMessage()).isEqualTo(column);
        assertThat(error.expected()).contains(expected);
        assertThat(error).hasMessageContaining(what).hasMessageContaining(error.expected());
        assertThat(error.nearest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "engilsh,               1,  english",
        "a & English > 3,       5,  english",
        "a & (b | \"goldcustomers\"), 10, gold customers",
        "klingon,               1,",
    })
    void shouldNameNearestWhenSkillIsUnknown(final String text, final int column, final String nearest) {
        final SkillSyntaxException error = error(text);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.nearest()).isEqualTo(nearest);
        assertThat(error.expected()).isEqualTo("a defined skill");
        assertThat(error.getMessage().contains("did you mean \"" + nearest + "\"?"))
                .isEqualTo(nearest != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a & b | c              ; 7  ; (a & b) | c             ; a & (b | c)",
                "a | b & c              ; 7  ; a | (b & c)             ; (a | b) & c",
                "a&b|c                  ; 4  ; (a & b) | c             ; a & (b | c)",
                "a & b & c | d          ; 11 ; (a & b & c) | d         ; a & b & (c | d)",
                "a & b | c & d          ; 7  ; (a & b) | (c & d)       ; ((a & b) | c) & d",
                "a | b & c | d          ; 7  ; a | (b & c) | d         ; ((a | b) & c) | d",
                "(a | b & c)            ; 8  ; a | (b & c)             ; (a | b) & c",
                "a & (b | c & d) & a    ; 12 ; b | (c & d)             ; (b | c) & d",
                "!a > 3 & (b | c) | \"d\" ; 18 ; (!a > 3 & (b | c)) | \"d\" ; !a > 3 & ((b | c) | \"d\")",
                "a & b | nobody         ; 7  ; (a & b) | nobody        ; a & (b | nobody)",
            })
    void shouldShowBothReadingsWhenOperatorsAreMixed(
            final String text, final int column, final String first, final String second) {
        final SkillSyntaxException error = error(text);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.expected()).isEqualTo("parentheses, either " + first + " or " + second);
        assertThat(error).hasMessageContaining("are mixed");
    }

    @Test
    void shouldShowReadingsAroundColumnWhenMixtureIsLong() {
        final SkillSyntaxException error = error("a & ".repeat(30) + "(b | c | b | c | b | c | b | c | b | c) | d");
        assertThat(error.expected()).isEqualTo("parentheses, either (a & ...) | d or a & (... | d)");
    }

    @Test
    void shouldReportFirstErrorWhenThereAreSeveral() {
        assertThat(error("nobody & b | c").column()).isEqualTo(1);
        assertThat(error("a & b | nobody").column()).isEqualTo(7);
        assertThat(error("a ? nobody \"").column()).isEqualTo(3);
    }

    @Test
    void shouldPointCaretAtColumnWhenTextIsShort() {
        assertThat(error("a &\tenglsh > 3"))
                .hasMessage("column 5: unknown skill \"englsh\", expected a defined skill; did you mean \"english\"?\n"
                        + "  a & englsh > 3\n"
                        + "      ^");
    }

    @Test
    void shouldShowTextAroundColumnWhenTextIsLong() {
        final String[] lines =
                error("a | ".repeat(50) + "?" + " | a".repeat(50)).getMessage().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[1]).startsWith("  ...").endsWith("...").hasSizeLessThan(90);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('?');
        final String[] atEnd = error("a | ".repeat(50)).getMessage().split("\n");
        assertThat(atEnd[1]).startsWith("  ...").endsWith(" | ");
        assertThat(atEnd[2]).hasSize(atEnd[1].length() + 1);
    }

    @Test
    void shouldRefuseWhenTextIsTooLong() {
        SkillExpression.parse(" ".repeat(999) + "a", skills);
        final SkillSyntaxException error = error(" ".repeat(1_000) + "a");
        assertThat(error.column()).isEqualTo(1_001);
        assertThat(error.expected()).isEqualTo("at most 1000");
    }

    @Test
    void shouldRefuseWhenParenthesesNestTooDeep() {
        SkillExpression.parse("(".repeat(32) + "a" + ")".repeat(32) + " & (a)", skills);
        final SkillSyntaxException error = error("(".repeat(33) + "a" + ")".repeat(33));
        assertThat(error.column()).isEqualTo(33);
        assertThat(error).hasMessageContaining("too deep");
    }

    @Test
    void shouldAllowChainOfNegationsWhenLong() {
        assertThat(SkillExpression.parse("!".repeat(999) + "a", skills)).hasToString("a = 0");
    }

    @Test
    void shouldRefuseWhenThereAreTooManyConditions() {
        SkillExpression.parse("a" + "|a".repeat(63), skills);
        final SkillSyntaxException error = error("a" + "|a".repeat(64));
        assertThat(error.column()).isEqualTo(129);
        assertThat(error).hasMessageContaining("too many conditions");
    }
}
