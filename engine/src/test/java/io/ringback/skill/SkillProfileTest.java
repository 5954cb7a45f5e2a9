package io.ringback.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SkillProfileTest {
    @Test
    void shouldSortSkillsWhenGivenInAnyOrder() {
        final SkillProfile profile = SkillProfile.of(new int[] {7, 2, Integer.MAX_VALUE, 0}, new int[] {1, 1000, 5, 3});
        assertThat(profile.size()).isEqualTo(4);
        assertThat(new int[] {profile.skill(0), profile.skill(1), profile.skill(2), profile.skill(3)})
                .containsExactly(0, 2, 7, Integer.MAX_VALUE);
        assertThat(profile.level(7)).isEqualTo(1);
        assertThat(profile.level(2)).isEqualTo(1000);
        assertThat(profile.level(Integer.MAX_VALUE)).isEqualTo(5);
        assertThat(profile.level(1)).isZero();
        assertThat(profile).hasToString("{0=3, 2=1000, 7=1, 2147483647=5}");
    }

    @Test
    void shouldDropSkillsWhenLevelIsZero() {
        final SkillProfile profile = SkillProfile.of(new int[] {3, 1}, new int[] {0, 4});
        assertThat(profile.size()).isEqualTo(1);
        assertThat(profile.skill(0)).isEqualTo(1);
        assertThat(profile.level(3)).isZero();
    }

    @Test
    void shouldBeEqualWhenSkillsAndLevelsAre() {
        final SkillProfile profile = SkillProfile.of(new int[] {1, 2}, new int[] {5, 6});
        assertThat(profile)
                .isEqualTo(SkillProfile.of(new int[] {2, 1, 9}, new int[] {6, 5, 0}))
                .hasSameHashCodeAs(SkillProfile.of(new int[] {2, 1, 9}, new int[] {6, 5, 0}))
                .isNotEqualTo(SkillProfile.of(new int[] {1, 2}, new int[] {6, 5}))
                .isNotEqualTo(SkillProfile.of(new int[] {1, 3}, new int[] {5, 6}))
                .isNotEqualTo(SkillProfile.of(new int[] {1}, new int[] {5}));
    }

    @Test
    void shouldKeepItsLevelsWhenArraysChange() {
        final int[] skills = {1, 2};
        final int[] levels = {5, 6};
        final SkillProfile profile = SkillProfile.of(skills, levels);
        skills[0] = 8;
        levels[0] = 9;
        assertThat(profile.level(1)).isEqualTo(5);
        assertThat(profile.level(8)).isZero();
    }

    static List<int[][]> malformed() {
        return List.of(
                new int[][] {{1, 2}, {1}},
                new int[][] {{-1}, {1}},
                new int[][] {{1}, {-1}},
                new int[][] {{1}, {1001}},
                new int[][] {{4, 1, 4}, {1, 1, 1}},
                new int[][] {{4, 1, 4}, {0, 1, 1}});
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void shouldRefuseWhenMalformed(final int[][] skillsAndLevels) {
        assertThatThrownBy(() -> SkillProfile.of(skillsAndLevels[0], skillsAndLevels[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
