package io.ringback.streams;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Outcome;
import io.ringback.RequeueReason;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What streams must have done at least. A harness that stops meeting a case has to say so. */
final class CoverageFloors {
    /** How often each command must have been accepted in a run of the default length. */
    static final long ACCEPTED = 1_000;

    /** How often everything else must have been seen in a run of the default length. */
    static final long SEEN = 80;

    private static final List<Outcome> NOT_OFFERED =
            List.of(Outcome.BAD_NUMBER, Outcome.DUPLICATE_NUMBER, Outcome.LIMIT_REACHED, Outcome.TOO_LATE_TODAY);

    private final Coverage coverage;
    private final double share;
    private final List<String> below = new ArrayList<>();

    private CoverageFloors(final Coverage coverage, final double share) {
        this.coverage = coverage;
        this.share = share;
    }

    /** What is below its floor, given the run's share of a default run; longer runs have the default's floors. */
    static List<String> below(final Coverage coverage, final double share) {
        final CoverageFloors floors = new CoverageFloors(coverage, Math.min(1, share));
        floors.commands();
        floors.events();
        floors.interactionPairs();
        floors.agentPairs();
        return floors.below;
    }

    private void check(final String what, final long count, final long floor) {
        final long scaled = (long) (floor * share);
        if (count < scaled) {
            below.add(what + ": " + count + " < " + scaled);
        }
    }

    private void commands() {
        for (final Verb verb : Verb.values()) {
            check(verb.word() + " accepted", coverage.commands().of(verb, Outcome.OK), ACCEPTED);
        }
        check("at accepted", coverage.advances(), ACCEPTED);
        for (final Outcome outcome : Outcome.values()) {
            check(outcome.name(), coverage.commands().ofColumn(outcome), SEEN);
        }
    }

    private void events() {
        for (final EventKind kind : EventKind.values()) {
            check(kind.word(), coverage.events().getOrDefault(kind.word(), 0L), SEEN);
        }
        for (final String detail : expectedDetails()) {
            check(detail, coverage.events().getOrDefault(detail, 0L), SEEN);
        }
    }

    private static List<String> expectedDetails() {
        final List<String> all = new ArrayList<>(
                List.of("queued pending", "due while open", "due while closed", "dial-cancelled and carried over"));
        for (final String ewt : List.of("0", "above 0", "UNKNOWN", "NO_AGENTS")) {
            all.add("queued ewt " + ewt);
        }
        for (final Outcome reason : NOT_OFFERED) {
            all.add("not offered " + reason);
        }
        for (final Verb verb : List.of(Verb.SCHEDULE, Verb.RESCHEDULE, Verb.ACCEPT_OFFER)) {
            all.add("scheduled by " + verb.word());
        }
        for (int near = 0; near <= 3; near++) {
            all.add("slot-full near " + near);
        }
        for (final RequeueReason reason : RequeueReason.values()) {
            all.add("requeued " + word(reason));
        }
        for (final DialFailure reason : DialFailure.values()) {
            all.add("retry " + word(reason));
        }
        for (final EndReason reason : EndReason.values()) {
            all.add("ended " + reason.name().replace("PURGED_", "PURGED "));
        }
        for (final AgentState state : AgentState.values()) {
            all.add("agent " + state.name());
        }
        return all;
    }

    private static String word(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void interactionPairs() {
        for (final InteractionUse use : InteractionUse.values()) {
            for (final InteractionSituation situation : InteractionSituation.values()) {
                final long count = coverage.interactions().of(use, situation);
                checkPair(use + " x " + situation.title(), count, use.impossible(situation));
            }
        }
    }

    private void agentPairs() {
        for (final AgentUse use : AgentUse.values()) {
            for (final AgentSituation situation : AgentSituation.values()) {
                final long count = coverage.agents().of(use, situation);
                checkPair(use + " x " + situation.title(), count, use.impossible(situation));
            }
        }
    }

    private void checkPair(final String what, final long count, final String impossible) {
        if (impossible == null) {
            check(what, count, SEEN);
        } else if (count > 0) {
            below.add(what + " was seen, but " + impossible);
        }
    }
}
