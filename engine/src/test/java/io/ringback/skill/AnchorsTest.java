package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnchorsTest {
    private static int[][] anchors(final String text) {
        final SkillNames skills = new SkillNames();
        for (char name = 'a'; name <= 'r'; name++) {
            skills.define(String.valueOf(name));
        }
        return SkillExpression.parse(text, skills).anchors();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "b                           ; [[1]]",
                "b = 3                       ; [[1]]",
                "b != 0                      ; [[1]]",
                "b <= 8                      ; []",
                "b != 8                      ; []",
                "!b                          ; []",
                "b >= 0                      ; []",
                "b < 0                       ; []",
                "c & a                       ; [[0], [2]]",
                "c & !a                      ; [[2]]",
                "!c & !a                     ; []",
                "c | a                       ; [[0, 2]]",
                "c | !a                      ; []",
                "a > 3 & a < 7               ; [[0]]",
                "a = 3 | a = 7               ; [[0]]",
                "a & (b | c)                 ; [[0], [1, 2]]",
                "a | (b & c)                 ; [[0, 1], [0, 2]]",
                "(a & b) | (b & c & d)       ; [[0, 1], [1, 2], [1, 3]]",
                "(a & b) | (b & a = 5)       ; [[0], [1]]",
                "a & (b | !c)                ; [[0]]",
                "a | (b & !c)                ; [[0, 1]]",
            })
    void shouldNameSetsWhenSkillIsNeeded(final String text, final String sets) {
        assertThat(Arrays.deepToString(anchors(text))).isEqualTo(sets);
    }

    @Test
    void shouldKeepSixteenSetsWhenThereAreMore() {
        final int[][] sets = anchors("a & b & c & d & e & f & g & h & i & j & k & l & m & n & o & p & q & r");
        assertThat(sets).hasDimensions(16, 1);
    }
}
