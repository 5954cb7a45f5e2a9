package io.ringback.streams;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Verb;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what streams did. One per thread, added up at the end, so that the order of streams does not matter. */
final class Coverage {
    private final Pairs<Verb, Outcome> commands = new Pairs<>(Verb.class, Outcome.class);
    private final Pairs<InteractionUse, InteractionSituation> interactions =
            new Pairs<>(InteractionUse.class, InteractionSituation.class);
    private final Pairs<AgentUse, AgentSituation> agents = new Pairs<>(AgentUse.class, AgentSituation.class);
    private final Map<String, Long> events = new TreeMap<>();
    private long advances;

    /** Notes what a command is about to meet; to be called before it is carried out. */
    void before(final StreamStep step, final Ledger ledger, final EngineUnderTest engine) {
        // A command that makes timers fire meets another state than this one.
        if (step.isAdvance() || engine.nextDeadlineMs() <= step.atMs()) {
            return;
        }
        final Command command = step.command();
        final AgentUse agentUse = AgentUse.of(command, ledger);
        if (agentUse != null) {
            agents.count(agentUse, ledger.agent(command.name(0), engine));
        }
        final InteractionUse use = InteractionUse.of(command, ledger);
        if (use != null) {
            interactions.count(use, ledger.interaction(use.name(command), engine));
        }
        if (use == InteractionUse.ACCEPT_OFFER) {
            interactions.count(
                    InteractionUse.ACCEPT_OFFER_AS,
                    ledger.interaction(InteractionUse.ACCEPT_OFFER_AS.name(command), engine));
        }
    }

    /** Notes what became of a step. */
    void after(
            final StreamStep step,
            final Outcome outcome,
            final List<Event> happened,
            final Outcome notOffered,
            final EngineUnderTest engine) {
        if (step.isAdvance()) {
            advances++;
        } else if (outcome != null) {
            commands.count(step.command().verb(), outcome);
        }
        for (int n = 0; n < happened.size(); n++) {
            count(happened.get(n));
            countHours(happened.get(n), n + 1 < happened.size() ? happened.get(n + 1) : null, step.command(), engine);
        }
        if (notOffered != null) {
            countEvent("not offered " + notOffered);
        }
    }

    private void count(final Event event) {
        final String word = event.kind().word();
        countEvent(word);
        if (event.kind() == EventKind.QUEUED) {
            countEvent(word + " ewt " + ewt((Long) event.values().get("ewt")));
        }
        final Object detail = switch (event.kind()) {
            case REQUEUED, RETRY, ENDED -> event.values().get("reason");
            case AGENT -> event.values().get("state");
            case QUEUED -> event.values().containsKey("pending") ? "pending" : null;
            default -> null;
        };
        if (detail != null) {
            final Object more = event.values().get("detail");
            countEvent(word + ' ' + detail + (more == null ? "" : " " + more));
        }
    }

    /** What business hours and bookings add, partly told by what comes next. */
    private void countHours(final Event event, final Event next, final Command command, final EngineUnderTest engine) {
        final String word = event.kind().word();
        switch (event.kind()) {
            case SCHEDULED -> countEvent(word + " by " + command.verb().word());
            case SLOT_FULL ->
                countEvent(word + " near " + ((List<?>) event.values().get("near")).size());
            case DUE -> {
                if (event.timeMs() == engine.nowMs()) {
                    countEvent(word + (engine.open(event.names().get(1)) ? " while open" : " while closed"));
                }
            }
            case DIAL_CANCELLED -> {
                if (next == null || !next.names().contains(event.names().get(0))) {
                    countEvent(word + " and carried over");
                }
            }
            default -> {}
        }
    }

    private static String ewt(final long ewtMs) {
        if (ewtMs == Engine.EWT_UNKNOWN) {
            return "UNKNOWN";
        }
        return ewtMs == Engine.EWT_NO_AGENTS ? "NO_AGENTS" : ewtMs == 0 ? "0" : "above 0";
    }

    private void countEvent(final String what) {
        events.merge(what, 1L, Long::sum);
    }

    void add(final Coverage other) {
        commands.add(other.commands);
        interactions.add(other.interactions);
        agents.add(other.agents);
        other.events.forEach((event, count) -> events.merge(event, count, Long::sum));
        advances += other.advances;
    }

    Pairs<Verb, Outcome> commands() {
        return commands;
    }

    Pairs<InteractionUse, InteractionSituation> interactions() {
        return interactions;
    }

    Pairs<AgentUse, AgentSituation> agents() {
        return agents;
    }

    /**
     * By the event's word, and once more by word and reason, for events that have one, or kind of expected wait, or
     * what hours and bookings make of it; offers that were not made too, by the reason why.
     */
    Map<String, Long> events() {
        return events;
    }

    /** Steps that only let time pass. */
    long advances() {
        return advances;
    }
}
