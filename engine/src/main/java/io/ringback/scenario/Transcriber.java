package io.ringback.scenario;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.RequeueReason;
import io.ringback.VirtualQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tape and writes the recording: each command first, then the events that stand before it on the tape. */
final class Transcriber {
    private static final TapeEvent[] EVENTS = TapeEvent.values();
    private static final Verb[] VERBS = Verb.values();
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final AgentState[] AGENT_STATES = AgentState.values();
    private static final EndReason[] END_REASONS = EndReason.values();
    private static final DialFailure[] DIAL_FAILURES = DialFailure.values();
    private static final RequeueReason[] REQUEUE_REASONS = RequeueReason.values();

    /** What stands for a number that is none. */
    private static final String UNKNOWN = "unknown";

    private final Tape tape;
    private final RecordingText text;
    private final Ids decimals = new Ids();
    private final EventCollector events = new EventCollector(decimals, decimals);
    private final NumberMasks masks = new NumberMasks();
    private final List<VirtualQueue> queues = new ArrayList<>();
    private final Map<Integer, String> targets = new HashMap<>();
    private long place;

    Transcriber(final Tape tape, final RecordingText text) {
        this.tape = tape;
        this.text = text;
    }

    /** Writes all that is on the tape. */
    void run() throws IOException {
        final long end = tape.end();
        place = tape.begin();
        while (place < end) {
            final long first = place;
            while (Tape.kind(tape.word(place)) < TapeCommand.FIRST) {
                place += 1 + EVENTS[Tape.kind(tape.word(place))].words();
            }
            record(first, place);
            tape.consume(place);
        }
    }

    /** Forgets the numbers. */
    void clear() {
        masks.clear();
    }

    private long next() {
        return tape.word(place++);
    }

    private long nextNumber() {
        return masks.mask(tape.takeWord(place++));
    }

    private void event(final long head) {
        final long nowMs = Tape.timeMs(head);
        final int detail = Tape.detail(head);
        switch (EVENTS[Tape.kind(head)]) {
            case QUEUED -> events.onQueued(nowMs, next(), queue(next()), next(), next());
            case OFFERED -> events.onOffered(nowMs, next(), queue(next()), next());
            case ROUTED -> events.onRouted(nowMs, next(), next(), queue(next()), next());
            case REQUEUED -> events.onRequeued(nowMs, next(), REQUEUE_REASONS[detail]);
            case SCHEDULED -> events.onScheduled(nowMs, next(), queue(next()), next());
            case SLOT_FULL -> events.onSlotFull(nowMs, next(), next(), next(), next());
            case DUE -> events.onDue(nowMs, next(), queue(next()));
            case SLOT_ORPHANED -> events.onSlotOrphaned(nowMs, next(), next());
            case DIAL -> events.onDial(nowMs, next(), nextNumber(), (int) next());
            case DIAL_CANCELLED -> events.onDialCancelled(nowMs, next(), (int) next());
            case ON_LINE -> events.onOnLine(nowMs, next());
            case RETRY -> events.onRetryAt(nowMs, next(), next(), DIAL_FAILURES[detail]);
            case LINKED -> events.onLinked(nowMs, next(), next());
            case ENDED -> events.onEnded(nowMs, next(), END_REASONS[detail]);
            case AGENT_STATE -> events.onAgentState(nowMs, next(), AGENT_STATES[detail]);
        }
    }

    private VirtualQueue queue(final long index) {
        return queues.get((int) index);
    }

    /** A command and, from some place on up to it, its events. */
    private void record(final long first, final long last) throws IOException {
        final Map<String, List<String>> booked = booked();
        final long head = next();
        final int kind = Tape.kind(head);
        if (kind == TapeCommand.TARGET) {
            final EngineTap.TargetDefined defined = (EngineTap.TargetDefined) tape.takeObject();
            targets.putIfAbsent(defined.target().index(), defined.text());
        } else if (kind == TapeCommand.ADVANCE) {
            text.advance(Tape.timeMs(head), events(first, last));
        } else {
            final Verb verb = VERBS[TapeCommand.verb(kind)];
            final Outcome outcome = OUTCOMES[Tape.detail(head)];
            final Command command = with(booked, command(verb, outcome));
            if (verb == Verb.SKILL) {
                text.skill(command);
            } else {
                text.command(Tape.timeMs(head), outcome, command, events(first, last));
            }
        }
    }

    /** When the next command books, and whether exactly then; nothing when it does not. */
    private Map<String, List<String>> booked() {
        if (Tape.kind(tape.word(place)) != TapeCommand.AT) {
            return Map.of();
        }
        final long at = next();
        final List<String> time = List.of(Quantities.time(Tape.timeMs(at)));
        return TapeCommand.exactly(at) ? Map.of("at", time, "exact", List.of("yes")) : Map.of("at", time);
    }

    private static Command with(final Map<String, List<String>> booked, final Command command) {
        if (booked.isEmpty()) {
            return command;
        }
        final Map<String, List<String>> values = new LinkedHashMap<>(command.values());
        values.putAll(booked);
        return new Command(command.verb(), command.names(), values);
    }

    private List<Event> events(final long first, final long last) {
        final long after = place;
        place = first;
        while (place < last) {
            event(next());
        }
        place = after;
        return events.take();
    }

    private Command command(final Verb verb, final Outcome outcome) throws IOException {
        return switch (verb) {
            case SKILL, AGENT -> (Command) tape.takeObject();
            case CALENDAR -> calendarDefined();
            case QUEUE -> queueDefined();
            case ANSWERED, NO_ANSWER, COMPLETE -> agentAndInteraction(verb);
            case CALL, CALLBACK, SCHEDULE -> request(verb, outcome);
            case ACCEPT_OFFER -> offerAccepted();
            case MOVE -> new Command(verb, List.of(nextName(), queueName(next(), outcome)), Map.of());
            case DIAL_ANSWERED -> new Command(verb, List.of(nextName()), Map.of("attempt", List.of(nextAttempt())));
            case DIAL_FAILED -> dialFailed();
            default -> new Command(verb, List.of(nextName()), Map.of());
        };
    }

    private Command queueDefined() throws IOException {
        final EngineTap.QueueDefined defined = (EngineTap.QueueDefined) tape.takeObject();
        checkOneLine("queue", defined.command().name(0));
        if (defined.queue().index() == queues.size()) {
            queues.add(defined.queue());
        }
        return defined.command();
    }

    private Command calendarDefined() throws IOException {
        final Command command = (Command) tape.takeObject();
        checkOneLine("calendar", command.name(0));
        return command;
    }

    private static void checkOneLine(final String what, final String name) throws IOException {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IOException(
                    "the name of a " + what + " has a line break, and a scenario is made of lines: " + name);
        }
    }

    private Command agentAndInteraction(final Verb verb) {
        final String agent = nextName();
        final long id = next();
        final List<String> names = id == Engine.NO_ID ? List.of(agent) : List.of(agent, decimals.name(id));
        return new Command(verb, names, Map.of());
    }

    private Command request(final Verb verb, final Outcome outcome) {
        final String name = nextName();
        final long number = nextNumber();
        final long where = next();
        final long rank = next();
        final Map<String, List<String>> values = new LinkedHashMap<>();
        if (verb != Verb.CALL || number != Engine.UNKNOWN_NUMBER) {
            values.put("number", List.of(number(number)));
        }
        if (TapeCommand.prioritized(rank)) {
            values.put("priority", List.of(Integer.toString(TapeCommand.priority(rank))));
        }
        if (TapeCommand.headStartMs(rank) > 0) {
            values.put("head-start", List.of(Quantities.duration(TapeCommand.headStartMs(rank))));
        }
        if (TapeCommand.target(where) != TapeCommand.NONE) {
            values.put("skills", List.of(targets.get(TapeCommand.target(where))));
        }
        return new Command(verb, List.of(name, queueName(TapeCommand.queue(where), outcome)), values);
    }

    private Command offerAccepted() {
        final String callback = nextName();
        final String number = number(nextNumber());
        return new Command(
                Verb.ACCEPT_OFFER, List.of(nextName()), Map.of("as", List.of(callback), "number", List.of(number)));
    }

    private Command dialFailed() {
        final String callback = nextName();
        final String attempt = nextAttempt();
        final String reason = Words.word(DIAL_FAILURES[(int) next()]);
        final Map<String, List<String>> values = Map.of("reason", List.of(reason), "attempt", List.of(attempt));
        return new Command(Verb.DIAL_FAILED, List.of(callback), values);
    }

    private String nextName() {
        return decimals.name(next());
    }

    /** Dials are numbered from 1: anything below is as wrong as 0, which the language can write. */
    private String nextAttempt() {
        return Long.toString(Math.max(0, next()));
    }

    private static String number(final long number) {
        return number == Engine.UNKNOWN_NUMBER ? UNKNOWN : "+" + number;
    }

    /** The queue's name; for one that is not of this engine a name that no queue has. */
    private String queueName(final long index, final Outcome outcome) {
        if (outcome != Outcome.UNKNOWN_QUEUE && index >= 0 && index < queues.size()) {
            return queue(index).name();
        }
        String nowhere = "nowhere";
        while (isQueue(nowhere)) {
            nowhere += "-";
        }
        return nowhere;
    }

    private boolean isQueue(final String name) {
        return queues.stream().anyMatch(queue -> queue.name().equals(name));
    }
}
