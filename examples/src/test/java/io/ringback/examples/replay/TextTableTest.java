package io.ringback.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {
    private final TextTable table =
            new TextTable(1).columns("", "day").columns("wait s", "sim", "log").columns("a long title", "n");

    @Test
    void shouldAlignNamesLeftAndFiguresRight() {
        table.row(List.of("Monday", "1", "1,234.5", "7"));
        table.row(List.of());
        table.row(List.of("all", "10.0", "-", "12"));
        assertThat(table.render()).isEqualTo("""
                                        wait s   a long title
                        day       sim      log              n
                        Monday      1  1,234.5              7

                        all      10.0        -             12
                        """);
    }

    @Test
    void shouldWidenTheColumnsWhenOnlyTheirTitleIsLong() {
        final TextTable wide = new TextTable(0).columns("wide title", "a", "b");
        wide.row(List.of("1", "2"));
        assertThat(wide.render()).isEqualTo("wide title\n      a  b\n      1  2\n");
    }

    @Test
    void shouldRefuseARowWhenItHasNotOneCellForEachColumn() {
        assertThatThrownBy(() -> table.row(List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 cells for 4 columns");
    }
}
