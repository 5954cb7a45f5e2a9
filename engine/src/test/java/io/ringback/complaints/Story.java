package io.ringback.complaints;

import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.Scenario;
import io.ringback.scenario.ScenarioFailure;

/** Runs a story that is told in the scenario language. */
final class Story {
    private Story() {}

    static void tell(final String text) {
        final ScenarioFailure failure =
                Scenario.parse("story", text).run(EngineOnNames::new).orElse(null);
        if (failure != null) {
            throw new AssertionError(failure.text());
        }
    }
}
