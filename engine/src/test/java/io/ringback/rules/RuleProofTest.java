package io.ringback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.naive.Rule;
import io.ringback.naive.RuleSwitches;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shows that the scenarios can fail: each is told to naive engines that lack one rule. For every rule there is a
 * scenario that names it and fails without it, and every scenario fails without some rule.
 *
 * <p>Not here, because scenarios can show little or nothing of them, and tested elsewhere: T1 (no clock, chance,
 * threads, input or output), S1-S6 (skill expressions), H3, H4 and H7 (look-ups in calendars), X4 and G8 (restart,
 * replay), G9 (no allocation), G10 (delivery of events).
 */
class RuleProofTest {
    /** For each scenario, the rules without which it fails. */
    private static final Map<RuleScenario, Set<Rule>> NOTICED = new LinkedHashMap<>();

    @BeforeAll
    static void runWithoutEachRule() {
        for (final RuleScenario scenario : RuleScenario.all()) {
            final Set<Rule> noticed = new LinkedHashSet<>();
            for (final Rule rule : Rule.values()) {
                if (!scenario.passes(RuleSwitches.without(rule))) {
                    noticed.add(rule);
                }
            }
            NOTICED.put(scenario, noticed);
        }
        System.out.println(RuleTable.of(NOTICED));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void shouldHaveScenarioThatFailsWhenRuleIsOff(final Rule rule) {
        final List<RuleScenario> naming = NOTICED.keySet().stream()
                .filter(scenario -> scenario.rules().contains(rule.name()))
                .toList();
        assertThat(naming).as("%s: no scenario's first line names it", rule).isNotEmpty();
        assertThat(naming)
                .as("%s: no scenario that names it passes with all rules and fails without it", rule)
                .anyMatch(scenario -> scenario.passes(RuleSwitches.allOn())
                        && NOTICED.get(scenario).contains(rule));
    }

    @Test
    void shouldFailInEveryScenarioWhenSomeRuleIsOff() {
        assertThat(NOTICED)
                .allSatisfy((scenario, rules) -> assertThat(rules)
                        .as("%s passes whichever rule is off", scenario.name())
                        .isNotEmpty());
    }
}
