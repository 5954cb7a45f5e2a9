package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerTest {
    private static List<Token> tokens(final String line) {
        return Tokenizer.tokens(new SourceLine("a.scenario", 1, line));
    }

    @Test
    void shouldCutAtBlanksWhenOutsideQuotes() {
        assertThat(tokens("  call\tc1  support # the first"))
                .extracting(Token::text, Token::column)
                .containsExactly(tuple("call", 3), tuple("c1", 8), tuple("support", 12));
    }

    @Test
    void shouldKeepBlanksAndHashesAndEqualSignsWhenInsideQuotes() {
        assertThat(tokens("queue q skills=\"a >= 5 # b\"").get(2))
                .isEqualTo(new Token("skills", "a >= 5 # b", 9, 19, 16, true));
    }

    @Test
    void shouldSplitAtFirstEqualsSignWhenThereAreMore() {
        assertThat(tokens("skills=a>=5").get(0)).isEqualTo(new Token("skills", "a>=5", 1, 11, 8, false));
    }

    @Test
    void shouldReadQuotedQuoteWhenEscaped() {
        assertThat(tokens("skills=\"\\\"big skill\\\" > 3\"").get(0).text()).isEqualTo("\"big skill\" > 3");
    }

    @Test
    void shouldJoinPartsWhenQuotesBeginInTheMiddle() {
        final Token token = tokens("then=60s:\"english > 0\"").get(0);

        assertThat(token.key()).isEqualTo("then");
        assertThat(token.text()).isEqualTo("60s:english > 0");
    }

    @Test
    void shouldFindNothingWhenLineIsBlankOrComment() {
        assertThat(tokens("   ")).isEmpty();
        assertThat(tokens("")).isEmpty();
        assertThat(tokens("  # ready ann")).isEmpty();
    }

    @Test
    void shouldEndTokenWhenCommentFollowsWithoutBlank() {
        assertThat(tokens("ready ann#now")).extracting(Token::text).containsExactly("ready", "ann");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "queue q skills=\"a > 5 | 16 | not closed",
                "queue q =5 | 9 | key is missing",
                "queue q wrap-up= 5s | 9 | value is missing after wrap-up="
            })
    void shouldShowColumnWhenMalformed(final String line, final int column, final String problem) {
        assertThatThrownBy(() -> tokens(line)).isInstanceOfSatisfying(ScenarioSyntaxException.class, wrong -> {
            assertThat(wrong.column()).isEqualTo(column);
            assertThat(wrong.problem()).contains(problem);
        });
    }
}
