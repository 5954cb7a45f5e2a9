package io.ringback.scenario;

import io.ringback.AgentView;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.WaitEstimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The {@link Engine} by names: gives each name of a scenario an id, and carries commands out through the public API. A
 * name that the engine does not know gets an id that it does not know.
 */
public final class EngineOnNames implements EngineUnderTest {
    private final long maxClockStepMs;
    private final Ids agents = new Ids();
    private final Ids interactions = new Ids();
    private final EventCollector events = new EventCollector(agents, interactions);
    private final Engine engine;
    private final Map<String, VirtualQueue> queues = new LinkedHashMap<>();
    private final Request request = new Request();
    private final InteractionView interactionView = new InteractionView();
    private final AgentView agentView = new AgentView();
    private final QueueView queueView = new QueueView();
    private final WaitEstimate estimate = new WaitEstimate();

    /**
     * Makes a new engine.
     *
     * @param limits its configuration
     */
    public EngineOnNames(final EngineLimits limits) {
        this(limits, Engine::create);
    }

    /**
     * Makes a new engine in another way, such as recorded: {@code new EngineOnNames(limits, recorder::record)}.
     *
     * @param limits its configuration
     * @param maker makes an engine of a configuration and a listener
     */
    public EngineOnNames(final EngineLimits limits, final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        maxClockStepMs = limits.maxClockStepMs();
        final EngineConfig config = EngineConfig.builder()
                .agents(limits.agents())
                .interactions(limits.interactions())
                .bookings(limits.bookings())
                .maxClockStep(Duration.ofMillis(maxClockStepMs))
                .statisticsWindow(Duration.ofMillis(limits.statisticsWindowMs()))
                .build();
        engine = maker.apply(config, events);
    }

    /**
     * The engine behind the names, for what the language does not ask.
     *
     * @return the engine
     */
    public Engine engine() {
        return engine;
    }

    @Override
    public Outcome apply(final long nowMs, final Command command) {
        return switch (command.verb()) {
            case SKILL -> {
                engine.defineSkill(command.name(0));
                yield Outcome.OK;
            }
            case QUEUE -> queue(nowMs, command);
            case CALENDAR -> calendar(nowMs, command);
            case AGENT, REMOVE, READY, NOT_READY, ANSWERED, NO_ANSWER, COMPLETE, LOGOUT -> agent(nowMs, command);
            case CALL, CALLBACK, SCHEDULE, ACCEPT_OFFER -> request(nowMs, command);
            case ABANDON, RESCHEDULE, MOVE, CANCEL, DIAL_ANSWERED, DIAL_FAILED -> interaction(nowMs, command);
        };
    }

    private Outcome queue(final long nowMs, final Command command) {
        if (jumps(nowMs)) {
            return Outcome.CLOCK_JUMP;
        }
        final QueueSettings settings = QueueKey.settings(command.values());
        queues.put(command.name(0), engine.queue(nowMs, command.name(0), settings));
        return Outcome.OK;
    }

    private Outcome calendar(final long nowMs, final Command command) {
        if (jumps(nowMs)) {
            return Outcome.CLOCK_JUMP;
        }
        engine.calendar(nowMs, command.name(0), CalendarLine.hours(command.values()));
        return Outcome.OK;
    }

    /** The engine has no outcome for a definition; in the language even one may be stamped out of bounds. */
    private boolean jumps(final long nowMs) {
        return engine.nowMs() != Engine.NO_TIME && nowMs - engine.nowMs() > maxClockStepMs;
    }

    private Outcome agent(final long nowMs, final Command command) {
        final long agent = agents.id(command.name(0));
        return switch (command.verb()) {
            case AGENT -> engine.defineAgent(nowMs, agent, levels(command));
            case REMOVE -> engine.removeAgent(nowMs, agent);
            case READY -> engine.agentReady(nowMs, agent);
            case NOT_READY -> engine.agentNotReady(nowMs, agent);
            case LOGOUT -> engine.agentLoggedOut(nowMs, agent);
            default ->
                command.name(1) == null
                        ? interactionOf(nowMs, agent, command.verb())
                        : interactionOf(nowMs, agent, command.verb(), interactions.id(command.name(1)));
        };
    }

    private static SkillLevels levels(final Command command) {
        final Map<String, Integer> levels = new TreeMap<>();
        command.values().forEach((skill, level) -> levels.put(skill, Integer.valueOf(level.get(0))));
        return SkillLevels.of(levels);
    }

    private Outcome interactionOf(final long nowMs, final long agent, final Verb verb) {
        return switch (verb) {
            case ANSWERED -> engine.agentAnswered(nowMs, agent);
            case NO_ANSWER -> engine.agentDeclined(nowMs, agent);
            default -> engine.agentCompleted(nowMs, agent);
        };
    }

    private Outcome interactionOf(final long nowMs, final long agent, final Verb verb, final long interaction) {
        return switch (verb) {
            case ANSWERED -> engine.agentAnswered(nowMs, agent, interaction);
            case NO_ANSWER -> engine.agentDeclined(nowMs, agent, interaction);
            default -> engine.agentCompleted(nowMs, agent, interaction);
        };
    }

    private Outcome request(final long nowMs, final Command command) {
        final boolean converts = command.verb() == Verb.ACCEPT_OFFER;
        final String name = converts ? command.value("as") : command.name(0);
        request.of(interactions.id(name), converts ? null : queues.get(command.name(1)));
        fill(command);
        return switch (command.verb()) {
            case CALL -> engine.callArrived(nowMs, request);
            case CALLBACK, SCHEDULE -> engine.requestCallback(nowMs, request);
            default -> engine.acceptOffer(nowMs, interactions.id(command.name(0)), request);
        };
    }

    private void fill(final Command command) {
        if (command.value("number") != null) {
            request.number(Quantities.number(command.value("number")));
        }
        if (command.value("priority") != null) {
            request.priority(Integer.parseInt(command.value("priority")));
        }
        if (command.value("head-start") != null) {
            request.headStart(Quantities.durationMs(command.value("head-start")));
        }
        if (command.value("skills") != null) {
            request.target(engine.target(command.value("skills")));
        }
        if (command.value("at") != null) {
            final long atMs = Quantities.timeMs(command.value("at"));
            if (isExact(command)) {
                request.exactlyAt(atMs);
            } else {
                request.at(atMs);
            }
        }
    }

    private static boolean isExact(final Command command) {
        return QueueKey.isYes(command.value("exact"));
    }

    private Outcome interaction(final long nowMs, final Command command) {
        final long id = interactions.id(command.name(0));
        return switch (command.verb()) {
            case ABANDON -> engine.customerLeft(nowMs, id);
            case MOVE -> engine.move(nowMs, id, queues.get(command.name(1)));
            case CANCEL -> engine.cancel(nowMs, id);
            case RESCHEDULE -> reschedule(nowMs, id, command);
            case DIAL_ANSWERED -> engine.dialAnswered(nowMs, id, attempt(command));
            default ->
                engine.dialFailed(
                        nowMs, id, attempt(command), Words.constant(DialFailure.class, command.value("reason")));
        };
    }

    private Outcome reschedule(final long nowMs, final long id, final Command command) {
        final long atMs = Quantities.timeMs(command.value("at"));
        return isExact(command) ? engine.rescheduleExactly(nowMs, id, atMs) : engine.reschedule(nowMs, id, atMs);
    }

    private int attempt(final Command command) {
        final String attempt = command.value("attempt");
        return attempt == null ? attempt(command.name(0)) : Integer.parseInt(attempt);
    }

    @Override
    public void advanceTo(final long nowMs) {
        engine.advanceTo(nowMs);
    }

    @Override
    public long nowMs() {
        return engine.nowMs();
    }

    @Override
    public long nextDeadlineMs() {
        return engine.nextDeadlineMs();
    }

    @Override
    public List<Event> takeEvents() {
        return events.take();
    }

    @Override
    public String interactionState(final String name) {
        return engine.read(interactions.id(name), interactionView)
                ? interactionView.state().name()
                : null;
    }

    @Override
    public String agentState(final String name) {
        return engine.readAgent(agents.id(name), agentView) ? agentView.state().name() : null;
    }

    @Override
    public int position(final String name) {
        return engine.position(interactions.id(name));
    }

    @Override
    public int attempt(final String name) {
        return engine.read(interactions.id(name), interactionView) ? interactionView.attempt() : 0;
    }

    @Override
    public int waiting(final String queue) {
        return queues.containsKey(queue) ? view(queue).waiting() : 0;
    }

    @Override
    public boolean open(final String queue) {
        return !queues.containsKey(queue) || view(queue).open();
    }

    @Override
    public long nextOpenMs(final String queue) {
        return queues.containsKey(queue) ? view(queue).nextOpenMs() : Engine.NO_TIME;
    }

    @Override
    public long nextCloseMs(final String queue) {
        return queues.containsKey(queue) ? view(queue).nextCloseMs() : Engine.NO_TIME;
    }

    @Override
    public long endOfDayMs(final String queue) {
        return queues.containsKey(queue) ? view(queue).endOfDayMs() : Engine.NO_TIME;
    }

    private QueueView view(final String queue) {
        engine.read(queues.get(queue), queueView);
        return queueView;
    }

    @Override
    public List<Slot> slots(final String queue, final long fromMs, final long toMs) {
        final List<Slot> slots = new ArrayList<>();
        if (queues.containsKey(queue)) {
            engine.slots(
                    queues.get(queue),
                    fromMs,
                    toMs,
                    (startMs, free, capacity) -> slots.add(new Slot(startMs, free, capacity)));
        }
        return slots;
    }

    @Override
    public long ewtMs(final String queue) {
        if (!queues.containsKey(queue)) {
            return Engine.EWT_UNKNOWN;
        }
        engine.estimate(queues.get(queue), estimate);
        return estimate.medianMs();
    }

    @Override
    public long remainingEwtMs(final String name) {
        return engine.estimate(interactions.id(name), estimate) ? estimate.medianMs() : Engine.EWT_UNKNOWN;
    }
}
