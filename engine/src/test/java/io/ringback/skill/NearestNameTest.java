package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
    private static final List<String> NAMES = List.of("english", "Spanish", "billing", "vip", "x1", "gold customers");

    @ParameterizedTest
    @CsvSource({
        "englsh, english",
        "englissh, english",
        "emglish, english",
        "egnlish, english",
        "ENGLISH, english",
        "spanish, Spanish",
        "spansih, Spanish",
        "bilings, billing",
        "vpi, vip",
        "VIP, vip",
        "X1, x1",
        "gold-custmers, gold customers",
        "english, english"
    })
    void shouldFindNameWhenFewLettersDiffer(final String word, final String nearest) {
        assertThat(NearestName.of(word, NAMES)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"french", "x2", "v", "vigor", "bill", "''", "customers"})
    void shouldFindNothingWhenTooManyLettersDiffer(final String word) {
        assertThat(NearestName.of(word, NAMES)).isNull();
    }

    @Test
    void shouldCountSwappedNeighboursOnceWhenWordIsShort() {
        assertThat(NearestName.of("abdc", List.of("abcd"))).isEqualTo("abcd");
        assertThat(NearestName.of("abxy", List.of("abcd"))).isNull();
    }

    @Test
    void shouldPreferExactCaseWhenSlipsAreEqual() {
        assertThat(NearestName.of("Billin", List.of("billing", "Billing", "BILLING")))
                .isEqualTo("Billing");
    }

    @Test
    void shouldPreferOtherCaseOverSlipWhenBothAreNear() {
        assertThat(NearestName.of("BILLING", List.of("BILLINGS", "billing"))).isEqualTo("billing");
    }

    @Test
    void shouldTakeFirstInOrderOfTextWhenEquallyNear() {
        final List<String> names = new ArrayList<>(List.of("line3", "line1", "line2"));
        assertThat(NearestName.of("line", names)).isEqualTo("line1");
        Collections.reverse(names);
        assertThat(NearestName.of("line", names)).isEqualTo("line1");
    }

    @Test
    void shouldFindNothingWhenThereAreNoNames() {
        assertThat(NearestName.of("english", List.of())).isNull();
    }
}
