package io.ringback.examples.replay;

import static io.ringback.examples.replay.Switchboard.accepted;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.examples.replay.LogEvent.Kind;
import io.ringback.examples.replay.Outcomes.Balance;
import io.ringback.examples.replay.Outcomes.Callbacks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Drives the engine with a call log in virtual time: a loop that takes the earliest of the log's events and the
 * engine's own deadline, tells the engine, and carries out what it decides.
 *
 * <p>Calls come with their recorded arrival, type, precedence and, for those who hung up, patience; an agent needs the
 * recorded service time for a call, whoever of the agents gets it. Who waits how long for whom is up to the engine. A
 * day ends when none of its events is left. Whoever still waits then is turned away: nobody of that day's agents is
 * left who could serve the caller.
 *
 * <p>{@link Terms} add what a log does not have: business hours, outside which calls are refused, and offers of
 * callbacks. Such a callback takes the service time of its call, on whatever day it is made.
 */
final class Replay implements Switchboard.Chores {
    /** Waiting time that a customer with precedence is credited with. */
    private static final long PRIORITY_HEAD_START_MS = Duration.ofSeconds(90).toMillis();

    private static final String HOURS = "hours";

    /** Country code 999 is assigned to nobody: every caller has a number of its own that cannot be dialed. */
    private static final long NUMBER_BASE = 999_000_000_001L;

    private final CallLog log;
    private final Terms terms;
    private final List<LocalDate> days;
    private final List<Shift> shifts;
    private final Progress progress;
    private final OfferDesk desk;
    private final Switchboard board;
    private final Engine engine;
    private final Map<String, VirtualQueue> queues = new HashMap<>();
    private final PriorityQueue<LogEvent> events = new PriorityQueue<>();
    private final List<Turn> turns = new ArrayList<>();
    private final int[] eventsLeft;
    private final int[] turnsOpen;
    private final int[] agentOf;
    private final Request request = new Request();
    private int sequence;

    /** One stretch of work of one agent. */
    private record Turn(int agent, SkillLevels skills, boolean last) {}

    private Replay(
            final CallLog log,
            final Terms terms,
            final Choices choices,
            final Progress progress,
            final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        this.log = log;
        this.terms = terms;
        this.progress = progress;
        days = log.days();
        shifts = Shift.of(log);
        desk = new OfferDesk(log.calls().size(), choices);
        board = new Switchboard(log, desk);
        final EngineConfig.Builder config = EngineConfig.builder()
                .agents(Math.max(1, log.agents().size()))
                .interactions(log.calls().size())
                .skills(log.types().toArray(String[]::new))
                .errorHandler(board::failed);
        if (terms.offers() != null) {
            config.bookings(log.calls().size());
        }
        engine = maker.apply(config.build(), board);
        eventsLeft = new int[days.size()];
        turnsOpen = new int[log.agents().size()];
        agentOf = new int[2 * log.calls().size()];
    }

    /**
     * Replays a whole log.
     *
     * @param log the calls
     * @param terms on which they are served
     * @param progress is told how it goes
     * @return what became of every call
     * @throws IllegalStateException when a call did not end exactly once
     */
    static Outcomes run(final CallLog log, final Terms terms, final Progress progress) {
        return run(log, terms, progress, Engine::create);
    }

    /** As well, on an engine that is made in another way, such as a recorded one. */
    static Outcomes run(
            final CallLog log,
            final Terms terms,
            final Progress progress,
            final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        final Terms.Offers offers = terms.offers();
        final Choices choices = offers == null ? null : new DrawnChoices(offers.seed(), offers.acceptShare());
        return run(log, terms, choices, progress, maker);
    }

    /** As well, with customers who choose in another way; without offers nobody is asked. */
    static Outcomes run(
            final CallLog log,
            final Terms terms,
            final Choices choices,
            final Progress progress,
            final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        final Replay replay = new Replay(log, terms, choices, progress, maker);
        replay.plan();
        final long startNanos = System.nanoTime();
        replay.loop();
        return replay.outcomes(System.nanoTime() - startNanos);
    }

    private void plan() {
        for (int call = 0; call < log.calls().size(); call++) {
            final CallRecord record = log.calls().get(call);
            add(record.arrivalMs(), Kind.CALL_ARRIVES, days.indexOf(record.day()), call);
        }
        final List<String> agents = log.agents();
        for (final Shift shift : shifts) {
            final Map<String, Integer> levels = new TreeMap<>();
            shift.skills().forEach(skill -> levels.put(skill, 1));
            final int day = days.indexOf(shift.day());
            for (final Shift.Stretch stretch : shift.stretches()) {
                final boolean last = stretch.endMs() == shift.endMs();
                add(stretch.startMs(), Kind.AGENT_COMES, day, turns.size());
                add(stretch.endMs(), Kind.AGENT_LEAVES, day, turns.size());
                turns.add(new Turn(agents.indexOf(shift.agent()), SkillLevels.of(levels), last));
            }
        }
    }

    private void add(final long atMs, final Kind kind, final int day, final int subject) {
        events.add(new LogEvent(atMs, kind, sequence, day, subject));
        sequence++;
        if (day != LogEvent.NO_DAY) {
            eventsLeft[day]++;
        }
    }

    private void loop() {
        define(events.element().atMs());
        while (!events.isEmpty()) {
            final long nowMs = Math.min(events.element().atMs(), engine.nextDeadlineMs());
            accepted(engine.advanceTo(nowMs), nowMs);
            settle(nowMs);
            if (events.element().atMs() == nowMs) {
                final LogEvent event = events.remove();
                apply(event);
                settle(nowMs);
                endDayWhenOver(event);
                progress.at(nowMs, board);
            }
        }
    }

    private void define(final long startMs) {
        final QueueSettingsBuilder settings = QueueSettings.builder().wrapUp(Duration.ZERO);
        if (terms.hours() != null) {
            engine.calendar(startMs, HOURS, terms.hours());
            settings.calendar(HOURS);
        }
        if (terms.offers() != null) {
            settings.offerAbove(terms.offers().above())
                    .slot(terms.offers().slot())
                    .slotCapacity(terms.offers().capacity());
        }
        for (final String type : log.types()) {
            queues.put(type, engine.queue(startMs, type, settings.skills(type).build()));
        }
    }

    private void settle(final long nowMs) {
        board.settle(engine, nowMs, this);
    }

    @Override
    public void pickedUp(final long nowMs, final int id, final int agent) {
        final CallRecord record = log.calls().get(desk.callOf(id));
        agentOf[id] = agent;
        final int day = desk.owns(id) ? board.day(agent) : days.indexOf(record.day());
        add(nowMs + record.handleMs(), Kind.SERVICE_ENDS, day, id);
    }

    @Override
    public void offered(final long nowMs, final int call) {
        final Wish wish = desk.ask(nowMs, call);
        if (wish.kind() != Wish.Kind.STAY) {
            add(
                    wish.saidMs(),
                    Kind.CALLER_CHOOSES,
                    days.indexOf(log.calls().get(call).day()),
                    call);
        }
    }

    /** Dials do not keep a day from ending: when all agents have gone, nobody could talk to the customer. */
    @Override
    public void dialed(final long nowMs, final int id, final int attempt) {
        final int dial = desk.dial(id, attempt);
        add(nowMs + desk.ring(dial).afterMs(), Kind.DIAL_ENDS, LogEvent.NO_DAY, dial);
    }

    private void apply(final LogEvent event) {
        final long nowMs = event.atMs();
        switch (event.kind()) {
            case AGENT_LEAVES -> leave(nowMs, turns.get(event.subject()));
            case SERVICE_ENDS ->
                accepted(engine.agentCompleted(nowMs, agentOf[event.subject()], event.subject()), nowMs);
            case AGENT_COMES -> come(nowMs, turns.get(event.subject()), event.day());
            case CALLER_HANGS_UP -> {
                if (board.waits(event.subject())) {
                    board.hangUp(engine, nowMs, event.subject());
                }
            }
            case CALLER_CHOOSES -> board.choose(engine, nowMs, event.subject());
            case DIAL_ENDS -> {
                if (desk.dialEnds(engine, nowMs, event.subject())) {
                    final long patienceMs = desk.ring(event.subject()).patienceMs();
                    add(nowMs + patienceMs, Kind.CUSTOMER_HANGS_UP, LogEvent.NO_DAY, event.subject());
                }
            }
            case CUSTOMER_HANGS_UP -> desk.losePatience(engine, nowMs, event.subject());
            case CALL_ARRIVES -> arrive(nowMs, event.subject(), event.day());
        }
    }

    /** Stretches of neighboring days may overlap by a service that ran past midnight: then the agent just stays. */
    private void come(final long nowMs, final Turn turn, final int day) {
        accepted(engine.defineAgent(nowMs, turn.agent(), turn.skills()), nowMs);
        turnsOpen[turn.agent()]++;
        if (turnsOpen[turn.agent()] == 1) {
            board.comes(turn.agent(), day);
            accepted(engine.agentReady(nowMs, turn.agent()), nowMs);
        }
    }

    /** A busy agent finishes the call first: the engine remembers. */
    private void leave(final long nowMs, final Turn turn) {
        turnsOpen[turn.agent()]--;
        if (turnsOpen[turn.agent()] == 0) {
            if (turn.last()) {
                board.goesHome(turn.agent());
            }
            accepted(engine.agentNotReady(nowMs, turn.agent()), nowMs);
        }
    }

    private void arrive(final long nowMs, final int call, final int day) {
        final CallRecord record = log.calls().get(call);
        request.of(call, queues.get(record.type()));
        if (record.priority()) {
            request.headStart(PRIORITY_HEAD_START_MS);
        }
        if (record.returnedCallback() || terms.offers() != null) {
            request.number(number(call));
        }
        final Outcome outcome =
                record.returnedCallback() ? engine.requestCallback(nowMs, request) : engine.callArrived(nowMs, request);
        if (board.entered(outcome, nowMs, call) && !record.answered()) {
            add(nowMs + record.waiting().seconds() * 1_000L, Kind.CALLER_HANGS_UP, day, call);
        }
    }

    /** The number of the caller of this call: a recording that masks numbers in their order has the same ones. */
    static long number(final int call) {
        return NUMBER_BASE + call;
    }

    private void endDayWhenOver(final LogEvent event) {
        if (event.day() == LogEvent.NO_DAY) {
            return;
        }
        eventsLeft[event.day()]--;
        if (eventsLeft[event.day()] > 0) {
            return;
        }
        final LocalDate day = days.get(event.day());
        for (int call = 0; call < log.calls().size(); call++) {
            if (log.calls().get(call).day().equals(day) && board.waits(call)) {
                board.turnAway(engine, event.atMs(), call);
            }
        }
        if (Arrays.stream(eventsLeft).allMatch(left -> left == 0)) {
            desk.close(engine, event.atMs());
        }
        settle(event.atMs());
        progress.dayEnded(day, board);
    }

    private Outcomes outcomes(final long elapsedNanos) {
        final List<Outcomes.Fate> fates =
                IntStream.range(0, log.calls().size()).mapToObj(board::fate).toList();
        Conservation.check(log.calls(), fates);
        final Balance balance = board.balance(engine.interactions());
        Conservation.check(balance, desk.booked());
        engine.validate();
        if (!board.empty()) {
            throw new IllegalStateException("an agent is still logged in after the last day");
        }
        final List<Long> staffedMs =
                IntStream.range(0, days.size()).mapToObj(board::staffedMs).toList();
        final Callbacks callbacks = new Callbacks(terms, desk.offers(), balance);
        return new Outcomes(log, shifts, fates, staffedMs, callbacks, board.decisions(), elapsedNanos);
    }
}
