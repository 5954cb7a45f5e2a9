package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Compares compiled expressions with what their syntax says, level by level. */
final class RandomExpressionTest {
    private static final int EXPRESSIONS = 4_000;
    private static final SkillNames SKILLS = new SkillNames();
    private static final int[] INDEXES = {0, 1, 2, 3, 4};
    /** Each stretch between the levels that samples use, and those levels. */
    private static final int[] ALL_LEVELS = {0, 1, 2, 3, 4, 5, 6, 7, 500, 501, 998, 999, 1000};

    @BeforeAll
    static void defineSkills() {
        for (final String name : Sample.NAMES) {
            SKILLS.define(name);
        }
    }

    private static SkillExpression parse(final Sample sample) {
        return SkillExpression.parse(sample.text(), SKILLS);
    }

    private static int[] randomLevels(final Random random) {
        final int[] levels = new int[INDEXES.length];
        Arrays.setAll(levels, i -> ALL_LEVELS[random.nextInt(ALL_LEVELS.length)] * random.nextInt(2));
        return levels;
    }

    @Test
    void shouldMatchAsWrittenWhenLevelsAreRandom() {
        final Random random = new Random(1);
        int matches = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            final Sample sample = Sample.random(random, INDEXES.length, 3);
            final SkillExpression expression = parse(sample);
            for (int j = 0; j < 50; j++) {
                final int[] levels = randomLevels(random);
                final boolean matched = expression.matches(SkillProfile.of(INDEXES, levels));
                assertThat(matched)
                        .as("%s at %s", sample.text(), Arrays.toString(levels))
                        .isEqualTo(sample.holds(levels));
                matches += matched ? 1 : 0;
            }
        }
        assertThat(matches).isBetween(EXPRESSIONS * 10, EXPRESSIONS * 40);
    }

    @Test
    void shouldStayTheSameWhenRewritten() {
        final Random random = new Random(2);
        for (int i = 0; i < EXPRESSIONS; i++) {
            final Sample sample = Sample.random(random, INDEXES.length, 3);
            final Sample other = Sample.rewritten(sample, random);
            final SkillExpression rewritten = SkillExpression.parse(other.text(), SKILLS);
            assertThat(rewritten)
                    .as("%s and %s", sample.text(), other.text())
                    .isEqualTo(parse(sample))
                    .hasSameHashCodeAs(parse(sample))
                    .hasToString(parse(sample).toString());
        }
    }

    @Test
    void shouldParseBackWhenPrinted() {
        final Random random = new Random(3);
        for (int i = 0; i < EXPRESSIONS; i++) {
            final SkillExpression expression = parse(Sample.random(random, INDEXES.length, 3));
            final SkillExpression again = SkillExpression.parse(expression.toString(), SKILLS);
            assertThat(again).isEqualTo(expression).hasToString(expression.toString());
            assertThat(again.warnings()).isEqualTo(expression.warnings());
        }
    }

    @Test
    void shouldWarnAsEveryCombinationSaysWhenFewSkills() {
        final Random random = new Random(4);
        final int[] seen = new int[4];
        for (int i = 0; i < EXPRESSIONS; i++) {
            final Sample sample = Sample.random(random, 3, 3);
            final int truth = truth(sample);
            seen[truth]++;
            final List<String> warnings = parse(sample).warnings();
            assertThat(warnings).as(sample.text()).hasSize(truth == 0 ? 0 : 1);
            if (truth != 0) {
                final String expected = List.of("", "no agent", "every agent", "without any skill")
                        .get(truth);
                assertThat(warnings.get(0)).as(sample.text()).contains(expected);
            }
        }
        assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(EXPRESSIONS / 50);
    }

    /** 0: needs a skill, 1: never holds, 2: always holds, 3: needs no skill. */
    private static int truth(final Sample sample) {
        boolean some = false;
        boolean every = true;
        final int[] levels = new int[INDEXES.length];
        for (final int first : ALL_LEVELS) {
            for (final int second : ALL_LEVELS) {
                for (final int third : ALL_LEVELS) {
                    levels[0] = first;
                    levels[1] = second;
                    levels[2] = third;
                    final boolean holds = sample.holds(levels);
                    some |= holds;
                    every &= holds;
                }
            }
        }
        if (!some) {
            return 1;
        }
        if (every) {
            return 2;
        }
        return sample.holds(new int[INDEXES.length]) ? 3 : 0;
    }

    @Test
    void shouldHoldSomeAnchorOfEachSetWhenMatching() {
        final Random random = new Random(5);
        int checked = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            final Sample sample = Sample.random(random, INDEXES.length, 3);
            final int[][] anchors = parse(sample).anchors();
            for (int j = 0; j < 50; j++) {
                final int[] levels = randomLevels(random);
                if (!sample.holds(levels)) {
                    continue;
                }
                for (final int[] set : anchors) {
                    assertThat(Arrays.stream(set).anyMatch(skill -> levels[skill] > 0))
                            .as("%s at %s", sample.text(), Arrays.toString(levels))
                            .isTrue();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(EXPRESSIONS);
    }
}
