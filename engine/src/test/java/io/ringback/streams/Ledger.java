package io.ringback.streams;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Event;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Quantities;
import io.ringback.scenario.Verb;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a host would know from outcomes and events alone. It tells the generator and the coverage what is going on, and
 * it checks the guarantees that can be seen from outside: one interaction per agent and the reverse, one dial per
 * callback, every accepted interaction ends exactly once, event times never run back.
 */
final class Ledger {
    private static final class Life {
        final boolean callback;
        final boolean booked;
        String queue;
        /** To which a callback is owed. */
        String number;

        String agent;
        boolean answered;
        boolean dialing;
        int attempt;
        long notBeforeMs;
        /** Of a booking whose slot has not come. */
        boolean scheduled;

        long slotMs;

        Life(final boolean callback, final boolean booked, final String queue, final String number) {
            this.callback = callback;
            this.booked = booked;
            this.queue = queue;
            this.number = number;
        }
    }

    private final Map<String, Life> present = new HashMap<>();
    private final Map<String, String> interactionOfAgent = new HashMap<>();
    private final Set<String> notReadyRemembered = new HashSet<>();
    private final Map<String, Command> queues = new HashMap<>();
    private long lastEventMs = Long.MIN_VALUE;
    private long accepted;
    private long ended;
    private String violation;
    private Outcome notOffered;

    /** Takes in one step; returns the first guarantee that it broke, or null. */
    String record(
            final StreamStep step, final Outcome outcome, final List<Event> events, final EngineUnderTest engine) {
        notOffered = null;
        Event before = null;
        for (final Event event : events) {
            require(event.timeMs() >= lastEventMs, "time runs back at " + event);
            lastEventMs = event.timeMs();
            checkOffer(before, event.kind() == EventKind.OFFERED ? event : null, step.command(), engine);
            take(event, step.command(), outcome);
            before = event;
        }
        checkOffer(before, null, step.command(), engine);
        if (outcome == Outcome.OK && !step.isAdvance()) {
            takeCommand(step.command());
        }
        compareWith(engine);
        return violation;
    }

    private void takeCommand(final Command command) {
        final String agent = command.name(0);
        if (command.verb() == Verb.NOT_READY && interactionOfAgent.containsKey(agent)) {
            notReadyRemembered.add(agent);
        } else if (command.verb() == Verb.QUEUE) {
            queues.put(command.name(0), command);
        } else if (command.verb() == Verb.MOVE) {
            known(command.name(0)).queue = command.name(1);
        } else if (command.verb() == Verb.READY) {
            notReadyRemembered.remove(agent);
        } else if (command.verb() == Verb.ANSWERED && interactionOfAgent.containsKey(agent)) {
            present.get(interactionOfAgent.get(agent)).answered = true;
        }
    }

    private void take(final Event event, final Command command, final Outcome outcome) {
        final String name = event.names().get(0);
        switch (event.kind()) {
            case QUEUED -> {
                final boolean callback = command != null && command.verb() == Verb.CALLBACK;
                enter(name, new Life(callback, false, name(event, 1), callback ? command.value("number") : null));
            }
            case OFFERED -> known(name);
            case ROUTED -> route(name, event.names().get(1));
            case REQUEUED -> release(known(name));
            case DIAL -> dial(name, event);
            case DIAL_CANCELLED, ON_LINE -> settleDial(name);
            case RETRY -> {
                final Life life = known(name);
                life.dialing = false;
                life.notBeforeMs = (Long) event.values().get("at");
            }
            case LINKED -> known(name(event, 1));
            case SCHEDULED -> book(name, event, command);
            case SLOT_FULL -> require(outcome == Outcome.SLOT_FULL, "K3: " + event + " though " + outcome);
            case DUE -> due(known(name), event);
            case SLOT_ORPHANED -> {
                final Life life = known(name);
                require(life.scheduled, "K6: " + event + ", which is not booked");
                require(((Long) life.slotMs).equals(event.values().get("at")), "K6: another slot in " + event);
            }
            case ENDED -> end(name, event, command);
            case AGENT -> {
                if (!"BUSY".equals(event.values().get("state"))) {
                    notReadyRemembered.remove(name);
                }
            }
        }
    }

    private void book(final String name, final Event event, final Command command) {
        if (command.verb() == Verb.SCHEDULE) {
            enter(name, new Life(true, true, name(event, 1), command.value("number")));
        }
        final Life life = known(name);
        require(command.verb() != Verb.RESCHEDULE || life.scheduled, "K4: booked anew too late at " + event);
        life.scheduled = true;
        life.slotMs = (Long) event.values().get("at");
        require(life.slotMs >= event.timeMs(), "K3: booked for the past at " + event);
    }

    private void due(final Life life, final Event event) {
        require(life.scheduled && life.slotMs == event.timeMs(), "K5: not the time of its slot at " + event);
        life.scheduled = false;
    }

    private static String name(final Event event, final int place) {
        return event.names().get(place);
    }

    private void enter(final String name, final Life life) {
        require(present.put(name, life) == null, name + " entered twice");
        accepted++;
    }

    /** After a call was queued: it is offered a callback when it waits too long and a callback would be admitted. */
    private void checkOffer(
            final Event queued, final Event offered, final Command command, final EngineUnderTest engine) {
        if (queued == null || queued.kind() != EventKind.QUEUED || command.verb() != Verb.CALL) {
            require(offered == null, "L3: an offer after no call at " + offered);
            return;
        }
        final Command queue = queues.get(name(queued, 1));
        final String offerAbove = queue.value("offer-above");
        final long ewtMs = (Long) queued.values().get("ewt");
        final boolean tooLong =
                offerAbove != null && (ewtMs == Engine.EWT_NO_AGENTS || ewtMs > Quantities.durationMs(offerAbove));
        final Outcome limit = tooLong ? refusalOfCallback(queue, command.value("number")) : null;
        final boolean tooLate = ewtMs >= 0
                && !"no".equals(queue.value("close-forecast"))
                && queued.timeMs() + ewtMs >= engine.endOfDayMs(queue.name(0));
        final Outcome refusal = limit == Outcome.OK && tooLate ? Outcome.TOO_LATE_TODAY : limit;
        require((offered != null) == (refusal == Outcome.OK), "L3: " + queued + " was followed by " + offered);
        require(offered == null || offered.names().equals(queued.names()), "L3: " + offered + " is not for " + queued);
        notOffered = refusal == Outcome.OK ? null : refusal;
    }

    /** What a request for a callback would be told because of its number and the limits of the queue, or OK. */
    private Outcome refusalOfCallback(final Command queue, final String number) {
        if (number == null || !Names.NUMBERS.contains(number)) {
            return Outcome.BAD_NUMBER;
        }
        long ofQueue = 0;
        long ofNumber = 0;
        for (final Life life : present.values()) {
            if (life.callback && life.queue.equals(queue.name(0))) {
                ofQueue++;
                ofNumber += life.number.equals(number) && !life.booked ? 1 : 0;
            }
        }
        if (ofNumber >= limit(queue, "max-per-number", 1)) {
            return Outcome.DUPLICATE_NUMBER;
        }
        return ofQueue >= limit(queue, "max-callbacks", Long.MAX_VALUE) ? Outcome.LIMIT_REACHED : Outcome.OK;
    }

    private static long limit(final Command queue, final String key, final long otherwise) {
        return queue.value(key) == null ? otherwise : Long.parseLong(queue.value(key));
    }

    private void route(final String name, final String agent) {
        final Life life = known(name);
        require(life.agent == null, "G1: " + name + " routed to " + agent + ", but it is with " + life.agent);
        require(!life.callback || !life.dialing, "G5: " + name + " routed while it is dialed");
        final String other = interactionOfAgent.put(agent, name);
        require(other == null, "G1: " + name + " routed to " + agent + ", which has " + other);
        life.agent = agent;
    }

    private void release(final Life life) {
        require(life.agent != null, "requeued without an agent");
        interactionOfAgent.remove(life.agent);
        life.agent = null;
        life.answered = false;
    }

    private void dial(final String name, final Event event) {
        final Life life = known(name);
        require(!life.dialing, "G5: second dial of " + name);
        require(life.callback && life.agent == null, "G5: dial of " + name + ", which is not to be dialed");
        require(!life.scheduled, "K5: dial of " + name + " before its slot");
        require(life.notBeforeMs <= event.timeMs(), "C5: dial of " + name + " before its time");
        life.attempt++;
        require(
                Integer.toString(life.attempt)
                        .equals(String.valueOf(event.values().get("attempt"))),
                "C3: dials of " + name + " are not numbered in turn");
        life.dialing = true;
    }

    private void settleDial(final String name) {
        known(name).dialing = false;
    }

    private void end(final String name, final Event event, final Command command) {
        final Life life = known(name);
        if (life.agent != null) {
            release(life);
        }
        present.remove(name);
        ended++;
        if ("CONVERTED".equals(event.values().get("reason"))) {
            require(command != null && command.verb() == Verb.ACCEPT_OFFER, name + " converted by no command");
            final boolean booked = command.value("at") != null;
            enter(command.value("as"), new Life(true, booked, life.queue, command.value("number")));
        }
    }

    private Life known(final String name) {
        final Life life = present.get(name);
        require(life != null, "G6: event about " + name + ", which is not present");
        return life == null ? new Life(true, false, "", "") : life;
    }

    private void compareWith(final EngineUnderTest engine) {
        int seen = 0;
        for (final String name : Names.INTERACTIONS) {
            final String state = engine.interactionState(name);
            final Life life = present.get(name);
            require((state == null) == (life == null), "G6: state of " + name + " is " + state + " against its events");
            if (state != null && life != null) {
                seen++;
                require("SCHEDULED".equals(state) == life.scheduled, "K5: " + name + " is " + state + " at its slot");
                require("INVITED".equals(state) == life.dialing, "G5: " + name + " is " + state + " against its dials");
                require(
                        "WITH_AGENT".equals(state) == (life.agent != null),
                        "G1: " + name + " is " + state + " against its agent " + life.agent);
            }
        }
        for (final String agent : Names.AGENTS) {
            require(
                    "BUSY".equals(engine.agentState(agent)) == interactionOfAgent.containsKey(agent),
                    "G1: " + agent + " is " + engine.agentState(agent) + " against its interaction");
        }
        require(accepted == ended + seen, "G6: accepted " + accepted + ", ended " + ended + ", present " + seen);
    }

    private void require(final boolean holds, final String message) {
        if (!holds && violation == null) {
            violation = message;
        }
    }

    InteractionSituation interaction(final String name, final EngineUnderTest engine) {
        final Life life = present.get(name);
        if (life == null) {
            return InteractionSituation.ABSENT;
        }
        if (life.agent != null) {
            if (life.callback) {
                return life.answered ? InteractionSituation.CALLBACK_TALKING : InteractionSituation.CALLBACK_RINGING;
            }
            return life.answered ? InteractionSituation.CALL_TALKING : InteractionSituation.CALL_RINGING;
        }
        if (!life.callback) {
            return InteractionSituation.CALL_QUEUED;
        }
        if (life.scheduled) {
            return InteractionSituation.CALLBACK_SCHEDULED;
        }
        if (life.dialing) {
            return InteractionSituation.CALLBACK_INVITED;
        }
        if ("ON_LINE".equals(engine.interactionState(name))) {
            return InteractionSituation.CALLBACK_ON_LINE;
        }
        return engine.nowMs() < life.notBeforeMs
                ? InteractionSituation.CALLBACK_RETRY
                : InteractionSituation.CALLBACK_QUEUED;
    }

    AgentSituation agent(final String name, final EngineUnderTest engine) {
        final String interaction = interactionOfAgent.get(name);
        if (interaction != null) {
            final boolean off = notReadyRemembered.contains(name);
            if (present.get(interaction).answered) {
                return off ? AgentSituation.TALKING_THEN_OFF : AgentSituation.TALKING;
            }
            return off ? AgentSituation.RINGING_THEN_OFF : AgentSituation.RINGING;
        }
        final String state = engine.agentState(name);
        if (state == null) {
            return AgentSituation.UNDEFINED;
        }
        return state.equals("AFTER_CALL_WORK") ? AgentSituation.WRAPPING_UP : AgentSituation.valueOf(state);
    }

    /** Why the call of the last step, which waits too long, was not offered a callback; null when there is none. */
    Outcome notOffered() {
        return notOffered;
    }

    /** When a slot starts that somebody has booked in a queue and that has not come, or null. */
    Long bookedSlotMs(final String queue) {
        for (final String name : Names.INTERACTIONS) {
            final Life life = present.get(name);
            if (life != null && life.scheduled && life.queue.equals(queue)) {
                return life.slotMs;
            }
        }
        return null;
    }

    /** The length of a queue's slots as it was set, or null. */
    String slot(final String queue) {
        return queues.containsKey(queue) ? queues.get(queue).value("slot") : null;
    }

    /** The interaction that an agent has, or null. */
    String interactionOf(final String agent) {
        return interactionOfAgent.get(agent);
    }

    /** How many dials of a callback have started. */
    int attempt(final String name) {
        final Life life = present.get(name);
        return life == null ? 0 : life.attempt;
    }
}
