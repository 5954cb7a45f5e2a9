package io.ringback.naive;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.EventKind;
import io.ringback.scenario.Verb;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The commands about interactions. */
final class NaiveRequests {
    private static final int NUMBER_DIGITS_MAX = 15;

    private final NaiveState state;
    private final NaiveMatching matching;
    private final NaiveFlows flows;
    private final RuleSwitches rules;
    private final NaiveBookings bookings;
    private final EngineLimits limits;

    NaiveRequests(
            final NaiveState state,
            final NaiveMatching matching,
            final NaiveFlows flows,
            final NaiveBookings bookings,
            final EngineLimits limits) {
        this.state = state;
        this.matching = matching;
        this.flows = flows;
        this.rules = state.rules;
        this.bookings = bookings;
        this.limits = limits;
    }

    Outcome enter(final Command command, final NaiveSkills.Expression ownTarget) {
        final NaiveQueue queue = state.queues.get(command.name(1));
        if (queue == null) {
            return new NaiveRefusals(rules)
                    .when(true, Outcome.UNKNOWN_QUEUE)
                    .when(state.interactions.containsKey(command.name(0)), Outcome.DUPLICATE_ID)
                    .outcome();
        }
        return switch (command.verb()) {
            case CALL -> call(draft(command, queue, false, ownTarget));
            case CALLBACK -> callback(draft(command, queue, true, ownTarget));
            case SCHEDULE -> schedule(draft(command, queue, true, ownTarget), NaiveBookings.Wish.of(command));
            default -> throw new AssertionError(command);
        };
    }

    Outcome carryOut(final Command command) {
        final NaiveInteraction interaction = state.interactions.get(command.name(0));
        if (command.verb() == Verb.MOVE) {
            return move(interaction, state.queues.get(command.name(1)));
        }
        if (interaction == null) {
            return Outcome.UNKNOWN_INTERACTION;
        }
        return switch (command.verb()) {
            case ABANDON -> abandon(interaction);
            case CANCEL -> cancel(interaction);
            case RESCHEDULE -> bookings.reschedule(interaction, NaiveBookings.Wish.of(command));
            case ACCEPT_OFFER -> acceptOffer(interaction, command);
            case DIAL_ANSWERED -> dialAnswered(interaction, attempt(interaction, command));
            case DIAL_FAILED -> dialFailed(interaction, attempt(interaction, command), command.value("reason"));
            default -> throw new AssertionError(command);
        };
    }

    private NaiveInteraction draft(
            final Command command,
            final NaiveQueue queue,
            final boolean callback,
            final NaiveSkills.Expression ownTarget) {
        final NaiveInteraction draft = new NaiveInteraction(command.name(0), callback, queue);
        final String priority = command.value("priority");
        final String headStart = command.value("head-start");
        draft.number = number(command, callback);
        draft.priorityOverridden = priority != null;
        draft.priority = priority == null ? queue.settings.priority : Integer.parseInt(priority);
        draft.queuedMs = state.nowMs;
        draft.headStartMs = headStart == null ? 0 : NaiveSettings.durationMs(headStart);
        draft.effectiveMs = state.nowMs - draft.headStartMs;
        draft.ownTarget = ownTarget;
        draft.target = flows.targetNow(draft);
        draft.arrival = state.next();
        return draft;
    }

    private String number(final Command command, final boolean callback) {
        final String text = command.value("number");
        if (text == null || !isE164(text)) {
            return callback && rules.off(Rule.C2) ? String.valueOf(text) : null;
        }
        return text;
    }

    private static boolean isE164(final String text) {
        return text.length() >= 2
                && text.length() <= 1 + NUMBER_DIGITS_MAX
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private boolean full() {
        return state.waitingOrServed() >= limits.interactions() && rules.on(Rule.X3);
    }

    private Outcome call(final NaiveInteraction call) {
        final NaiveQueue queue = call.queue;
        final NaiveInteraction owed = owed(call);
        final boolean links = owed != null && queue.settings.linkIncoming;
        final boolean routedAtOnce = !matching.takers(call).isEmpty();
        final Outcome outcome = new NaiveRefusals(rules)
                .when(state.interactions.containsKey(call.id), Outcome.DUPLICATE_ID)
                .when(call.number == null && rules.off(Rule.L1), Outcome.BAD_NUMBER)
                .when(!queue.open && rules.on(Rule.L5), Outcome.CLOSED)
                .when(state.full(queue) && !routedAtOnce && !links, Outcome.QUEUE_FULL)
                .when(full() && !links, Outcome.CAPACITY_EXCEEDED)
                .outcome();
        if (outcome != Outcome.OK) {
            return outcome;
        }
        if (links) {
            takeOver(call, owed);
        }
        flows.enter(call);
        if (rules.on(Rule.L1) || !routedAtOnce) {
            report(call, links, owed != null && !links ? owed : null);
        }
        matching.arose(call);
        return Outcome.OK;
    }

    private void report(final NaiveInteraction call, final boolean linked, final NaiveInteraction pending) {
        final List<String> names = List.of(call.id, call.queue.name);
        final long ewtMs = ewtMs(call, linked);
        state.emit(
                EventKind.QUEUED,
                names,
                pending == null ? Map.of("ewt", ewtMs) : Map.of("ewt", ewtMs, "pending", pending.id));
        final long offerAboveMs = call.queue.settings.offerAboveMs;
        if (offerAboveMs == NaiveSettings.OFF) {
            return;
        }
        final boolean tooLong = ewtMs > offerAboveMs || ewtMs == Engine.EWT_NO_AGENTS;
        final boolean admitted = callbackLimits(new NaiveRefusals(rules), call.queue, call.number, false)
                        .when(tooLate(call.queue, ewtMs), Outcome.TOO_LATE_TODAY)
                        .outcome()
                == Outcome.OK;
        if ((tooLong && admitted) == rules.on(Rule.L3)) {
            state.emit(EventKind.OFFERED, names, Map.of("ewt", ewtMs));
        }
    }

    private long ewtMs(final NaiveInteraction newcomer, final boolean linked) {
        state.estimates.arrived();
        return state.estimates.medianMs(newcomer, linked || newcomer.effectiveMs < newcomer.queuedMs);
    }

    /** The best ranked callback of the call's queue that waits for the call's number, or null. */
    private NaiveInteraction owed(final NaiveInteraction call) {
        if (call.number == null || rules.off(Rule.L4)) {
            return null;
        }
        final List<NaiveInteraction> owed =
                state.ranked(other -> other.owed() && other.queue == call.queue && call.number.equals(other.number));
        return owed.isEmpty() ? null : owed.get(0);
    }

    private void takeOver(final NaiveInteraction call, final NaiveInteraction callback) {
        call.priority = callback.priority;
        call.priorityOverridden = callback.priorityOverridden;
        call.effectiveMs = callback.effectiveMs;
        call.arrival = callback.arrival;
        state.emit(EventKind.LINKED, List.of(call.id, callback.id), Map.of());
        flows.endUnanswered(callback, "SUPERSEDED");
    }

    private Outcome callback(final NaiveInteraction callback) {
        final long ewtMs = ewtMs(callback, false);
        final Outcome outcome = callbackLimits(
                        new NaiveRefusals(rules)
                                .when(state.interactions.containsKey(callback.id), Outcome.DUPLICATE_ID),
                        callback.queue,
                        callback.number,
                        false)
                .when(state.full(callback.queue), Outcome.QUEUE_FULL)
                .when(tooLate(callback.queue, ewtMs), Outcome.TOO_LATE_TODAY)
                .when(full(), Outcome.CAPACITY_EXCEEDED)
                .outcome();
        if (outcome != Outcome.OK) {
            return outcome;
        }
        flows.enter(callback);
        if (rules.on(Rule.C1)) {
            state.emit(EventKind.QUEUED, List.of(callback.id, callback.queue.name), Map.of("ewt", ewtMs));
        }
        matching.arose(callback);
        return Outcome.OK;
    }

    private Outcome schedule(final NaiveInteraction callback, final NaiveBookings.Wish wish) {
        final NaiveQueue queue = callback.queue;
        final NaiveRefusals refusals =
                new NaiveRefusals(rules).when(state.interactions.containsKey(callback.id), Outcome.DUPLICATE_ID);
        final Outcome outcome = bookings.refusals(
                        callbackLimits(refusals, queue, callback.number, true), queue, wish, null)
                .when(bookings.full(false), Outcome.CAPACITY_EXCEEDED)
                .outcome();
        if (outcome != Outcome.OK) {
            return bookings.refused(outcome, callback.id, queue, wish, null);
        }
        state.interactions.put(callback.id, callback);
        state.accepted++;
        bookings.book(callback, wish);
        return Outcome.OK;
    }

    /** Whether the customer's turn is not expected before the end of the business day. */
    private boolean tooLate(final NaiveQueue queue, final long ewtMs) {
        final boolean known = ewtMs != Engine.EWT_UNKNOWN && ewtMs != Engine.EWT_NO_AGENTS;
        return known
                && queue.settings.closeForecast
                && state.nowMs + ewtMs >= state.calendar(queue).endOfDayMs(state.nowMs)
                && rules.on(Rule.H6)
                && rules.on(Rule.C2);
    }

    private NaiveRefusals callbackLimits(
            final NaiveRefusals refusals, final NaiveQueue queue, final String number, final boolean booked) {
        if (rules.off(Rule.C2)) {
            return refusals;
        }
        final NaiveSettings settings = queue.settings;
        final long ofNumber = state.callbacks(
                queue, other -> Objects.equals(other.number, number) && booked == (other.bookedIn != null));
        return refusals.when(number == null, Outcome.BAD_NUMBER)
                .when(!queue.open && (!booked || rules.off(Rule.K2)), Outcome.CLOSED)
                .when(ofNumber >= settings.maxPerNumber, Outcome.DUPLICATE_NUMBER)
                .when(state.callbacks(queue, other -> true) >= settings.maxCallbacks, Outcome.LIMIT_REACHED);
    }

    private Outcome acceptOffer(final NaiveInteraction call, final Command command) {
        final String as = command.value("as");
        final String number = number(command, true);
        final NaiveQueue queue = call.queue;
        final boolean waitingCall = !call.callback && call.waiting();
        final NaiveBookings.Wish wish = rules.on(Rule.L3) ? NaiveBookings.Wish.of(command) : null;
        final NaiveRefusals refusals = callbackLimits(
                new NaiveRefusals(rules)
                        .when(state.interactions.containsKey(as), Outcome.DUPLICATE_ID)
                        .when(!waitingCall, Outcome.WRONG_STATE),
                queue,
                number,
                wish != null);
        final Outcome outcome = (wish == null
                        ? refusals.when(state.full(queue) && rules.off(Rule.L3), Outcome.QUEUE_FULL)
                                .when(tooLate(queue, state.estimates.medianMs(call, true)), Outcome.TOO_LATE_TODAY)
                        : bookings.refusals(refusals, queue, wish, null)
                                .when(bookings.full(true), Outcome.CAPACITY_EXCEEDED))
                .outcome();
        if (outcome != Outcome.OK) {
            return wish == null ? outcome : bookings.refused(outcome, as, queue, wish, null);
        }
        becomeCallback(call, as, number);
        if (wish == null) {
            queueInPlace(call);
        } else {
            state.cancelAll(call);
            call.headStartMs = call.queuedMs - call.effectiveMs;
            bookings.book(call, wish);
        }
        return Outcome.OK;
    }

    private void becomeCallback(final NaiveInteraction call, final String as, final String number) {
        state.interactions.remove(call.id);
        flows.report(call.id, "CONVERTED");
        call.id = as;
        call.callback = true;
        call.number = number;
        state.interactions.put(as, call);
        state.accepted++;
    }

    private void queueInPlace(final NaiveInteraction call) {
        flows.armPurge(call, rules.on(Rule.L3) ? state.nowMs : call.queuedMs);
        flows.loseRank(call);
        if (rules.off(Rule.L3)) {
            state.emit(EventKind.QUEUED, List.of(call.id, call.queue.name), Map.of());
        }
        matching.arose(call);
    }

    private Outcome move(final NaiveInteraction interaction, final NaiveQueue queue) {
        final Outcome outcome = new NaiveRefusals(rules)
                .when(queue == null, Outcome.UNKNOWN_QUEUE)
                .when(interaction == null, Outcome.UNKNOWN_INTERACTION)
                .when(interaction != null && !interaction.waiting(), Outcome.WRONG_STATE)
                .outcome();
        if (outcome != Outcome.OK) {
            return outcome;
        }
        interaction.queue = queue;
        if (!interaction.priorityOverridden) {
            interaction.priority = queue.settings.priority;
        }
        if (rules.off(Rule.Q7)) {
            interaction.queuedMs = state.nowMs;
            interaction.effectiveMs = state.nowMs;
            interaction.arrival = state.next();
            state.emit(EventKind.QUEUED, List.of(interaction.id, queue.name), Map.of());
        }
        flows.takeTarget(interaction);
        matching.aroseAgain(interaction);
        return Outcome.OK;
    }

    private Outcome abandon(final NaiveInteraction interaction) {
        final boolean onLine = interaction.routable() || interaction.ringing();
        if (!onLine && rules.on(Rule.L2)) {
            return Outcome.WRONG_STATE;
        }
        if (interaction.routable()) {
            interaction.queue.history.hungUp();
        }
        flows.endUnanswered(interaction, "ABANDONED");
        return Outcome.OK;
    }

    private Outcome cancel(final NaiveInteraction interaction) {
        final boolean cancellable = rules.on(Rule.C7)
                ? interaction.callback && !interaction.answered
                : interaction.state == NaiveInteraction.State.QUEUED;
        if (!cancellable) {
            return Outcome.WRONG_STATE;
        }
        flows.endUnanswered(interaction, "CANCELLED");
        return Outcome.OK;
    }

    private static int attempt(final NaiveInteraction interaction, final Command command) {
        final String attempt = command.value("attempt");
        return attempt == null ? interaction.dials : Integer.parseInt(attempt);
    }

    private Outcome dialAnswered(final NaiveInteraction callback, final int attempt) {
        final boolean current = callback.state == NaiveInteraction.State.INVITED && attempt == callback.dials;
        final boolean dialed = attempt >= 1 && attempt <= callback.dials;
        if (!callback.owed() || !dialed || (!current && rules.off(Rule.C4))) {
            return Outcome.WRONG_STATE;
        }
        if (!current) {
            flows.callOff(callback);
        }
        flows.onLine(callback);
        return Outcome.OK;
    }

    private Outcome dialFailed(final NaiveInteraction callback, final int attempt, final String reason) {
        if (callback.state != NaiveInteraction.State.INVITED || attempt != callback.dials) {
            return Outcome.WRONG_STATE;
        }
        flows.dialFailed(callback, reason);
        return Outcome.OK;
    }
}
