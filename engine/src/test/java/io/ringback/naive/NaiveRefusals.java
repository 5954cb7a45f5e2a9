package io.ringback.naive;

import io.ringback.Outcome;

/** Collects the refusals that apply; they are tried in their documented order, and the first counts. */
final class NaiveRefusals {
    private final boolean firstCounts;
    private Outcome outcome = Outcome.OK;

    NaiveRefusals(final RuleSwitches rules) {
        firstCounts = rules.on(Rule.X2);
    }

    NaiveRefusals when(final boolean applies, final Outcome refusal) {
        if (applies && (outcome == Outcome.OK || !firstCounts)) {
            outcome = refusal;
        }
        return this;
    }

    /** The refusal, or OK. */
    Outcome outcome() {
        return outcome;
    }
}
