package io.ringback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.naive.Rule;
import io.ringback.naive.RuleSwitches;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.ScenarioTests;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of behaviour as stories, each told to the engine and to the naive engine. */
class RuleScenariosTest {
    /**
     * Rules of which scenarios show something, and which cannot be switched off: those of skill expressions and of the
     * look-ups in a calendar. The tests of these packages show the rest.
     */
    private static final Set<String> OTHER_RULES = Set.of("S1", "S2", "S3", "S4", "S5", "S6", "H3", "H4");

    @TestFactory
    Stream<DynamicNode> shouldBehaveAsTheRulesSay() {
        return Stream.of(
                DynamicContainer.dynamicContainer("engine", ScenarioTests.in(RuleScenario.FOLDER, EngineOnNames::new)),
                DynamicContainer.dynamicContainer(
                        "naive engine",
                        ScenarioTests.in(RuleScenario.FOLDER, RuleScenario.naive(RuleSwitches.allOn()))));
    }

    @Test
    void shouldBeFoundUnderTheRuleThatItNamesFirst() {
        assertThat(RuleScenario.all())
                .allSatisfy(scenario ->
                        assertThat(scenario.name()).startsWith(scenario.rules().get(0) + "-"));
    }

    @Test
    void shouldNameOnlyRulesThatExist() {
        final Set<String> known = new TreeSet<>(OTHER_RULES);
        Arrays.stream(Rule.values()).map(Rule::name).forEach(known::add);
        assertThat(RuleScenario.all())
                .allSatisfy(scenario -> assertThat(known).as(scenario.name()).containsAll(scenario.rules()));
    }
}
