package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.Engine;
import org.junit.jupiter.api.Test;

final class IdsTest {
    private final Ids ids = new Ids();

    @Test
    void shouldBeTheIdWhenTheNameIsADecimalNumber() {
        assertThat(ids.id("17")).isEqualTo(17);
        assertThat(ids.id("-3")).isEqualTo(-3);
        assertThat(ids.id("0")).isZero();
        assertThat(ids.id(Long.toString(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(ids.name(17)).isEqualTo("17");
        assertThat(ids.name(4711)).isEqualTo("4711");
    }

    @Test
    void shouldCountUpFromTheLowestWhenTheNameIsNoNumberAsJavaWritesIt() {
        assertThat(ids.id("ann")).isEqualTo(Engine.NO_ID + 1);
        assertThat(ids.id("007")).isEqualTo(Engine.NO_ID + 2);
        assertThat(ids.id("-0")).isEqualTo(Engine.NO_ID + 3);
        assertThat(ids.id("9223372036854775808")).isEqualTo(Engine.NO_ID + 4);
        assertThat(ids.id("ann")).isEqualTo(Engine.NO_ID + 1);
        assertThat(ids.name(Engine.NO_ID + 2)).isEqualTo("007");
    }

    @Test
    void shouldNeverGiveOneIdToTwoNames() {
        final String second = Long.toString(Engine.NO_ID + 2);

        assertThat(ids.id(second)).isEqualTo(Engine.NO_ID + 2);
        assertThat(ids.id("ann")).isEqualTo(Engine.NO_ID + 1);
        assertThat(ids.id("bob")).isEqualTo(Engine.NO_ID + 3);
        assertThatThrownBy(() -> ids.id(Long.toString(Engine.NO_ID + 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is the id of bob");
    }
}
