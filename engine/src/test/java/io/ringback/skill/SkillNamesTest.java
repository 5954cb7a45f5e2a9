package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SkillNamesTest {
    private SkillNames names;

    @BeforeEach
    void setUp() {
        names = new SkillNames();
        names.define("english");
        names.define("gold customers");
    }

    @Test
    void shouldNumberNamesWhenDefinedInOrder() {
        assertThat(names.define("billing")).isEqualTo(2);
        assertThat(names.size()).isEqualTo(3);
        assertThat(names.indexOf("gold customers")).isEqualTo(1);
        assertThat(names.name(1)).isEqualTo("gold customers");
    }

    @Test
    void shouldKeepIndexWhenDefinedAgain() {
        assertThat(names.define("english")).isZero();
        assertThat(names.size()).isEqualTo(2);
    }

    @Test
    void shouldTellCaseApartWhenDefined() {
        assertThat(names.define("English")).isEqualTo(2);
    }

    @Test
    void shouldAnswerMinusOneWhenUnknown() {
        assertThat(names.indexOf("french")).isEqualTo(-1);
    }

    @Test
    void shouldNameNearestWhenMisspelt() {
        assertThat(names.nearest("engish")).isEqualTo("english");
        assertThat(names.nearest("french")).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000", "a\"b", "a\tb", "line\nbreak", "\u007f", "a\u0085"})
    void shouldRefuseWhenNameIsMalformed(final String name) {
        assertThatThrownBy(() -> names.define(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(names.size()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhenNameIsTooLong() {
        assertThat(names.define("x".repeat(SkillNames.LENGTH_MAX))).isEqualTo(2);
        assertThatThrownBy(() -> names.define("x".repeat(SkillNames.LENGTH_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101");
    }
}
