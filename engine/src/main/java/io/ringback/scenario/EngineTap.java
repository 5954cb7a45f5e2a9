package io.ringback.scenario;

import io.ringback.AgentView;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.SlotVisitor;
import io.ringback.Target;
import io.ringback.VirtualQueue;
import io.ringback.WaitEstimate;
import io.ringback.calendar.BusinessCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes each command down once the engine has carried it out or refused it. What throws has changed nothing, and is not
 * taken down; so a command from inside a callback leaves no trace in the record of the command around it.
 */
final class EngineTap implements Engine {
    /** A queue's settings as they were given, with its handle. */
    record QueueDefined(VirtualQueue queue, Command command) {}

    /** A compiled target, with the text that it was first compiled from. */
    record TargetDefined(Target target, String text) {}

    private final Engine engine;
    private final Tape tape;

    EngineTap(final Engine engine, final Tape tape) {
        this.engine = engine;
        this.tape = tape;
    }

    // ---- time ----

    @Override
    public Outcome advanceTo(final long nowMs) {
        final long beforeMs = engine.nowMs();
        final Outcome outcome = engine.advanceTo(nowMs);
        if (engine.nowMs() != beforeMs || tape.open()) {
            tape.add(TapeCommand.head(TapeCommand.ADVANCE, outcome, nowMs));
            tape.publish();
        }
        return outcome;
    }

    // ---- definitions ----

    @Override
    public void defineSkill(final String name) {
        engine.defineSkill(name);
        define(Verb.SKILL, Outcome.OK, 0, new Command(Verb.SKILL, List.of(name), Map.of()));
    }

    @Override
    public Target target(final String skillExpression) {
        final Target target = engine.target(skillExpression);
        tape.attach(new TargetDefined(target, QueueKey.oneLine(skillExpression)));
        tape.add(TapeCommand.head(TapeCommand.TARGET, Outcome.OK, 0));
        tape.publish();
        return target;
    }

    @Override
    public VirtualQueue queue(final long nowMs, final String name, final QueueSettings settings) {
        final VirtualQueue queue = engine.queue(nowMs, name, settings);
        final Command command = new Command(Verb.QUEUE, List.of(name), QueueKey.values(settings));
        define(Verb.QUEUE, Outcome.OK, nowMs, new QueueDefined(queue, command));
        return queue;
    }

    @Override
    public void calendar(final long nowMs, final String name, final BusinessCalendar hours) {
        engine.calendar(nowMs, name, hours);
        final Command command = new Command(Verb.CALENDAR, List.of(name), hours.values());
        define(Verb.CALENDAR, Outcome.OK, nowMs, command);
    }

    @Override
    public Outcome defineAgent(final long nowMs, final long agentId, final SkillLevels levels) {
        final Outcome outcome = engine.defineAgent(nowMs, agentId, levels);
        final Map<String, List<String>> values = new LinkedHashMap<>();
        levels.levels().forEach((skill, level) -> values.put(skill, List.of(level.toString())));
        define(Verb.AGENT, outcome, nowMs, new Command(Verb.AGENT, List.of(Long.toString(agentId)), values));
        return outcome;
    }

    private void define(final Verb verb, final Outcome outcome, final long nowMs, final Object definition) {
        tape.attach(definition);
        tape.add(TapeCommand.head(verb, outcome, nowMs));
        tape.publish();
    }

    // ---- facts and wishes ----

    private Outcome done(final Verb verb, final long nowMs, final Outcome outcome, final long subject) {
        tape.add(TapeCommand.head(verb, outcome, nowMs), subject);
        tape.publish();
        return outcome;
    }

    private Outcome requested(final Verb verb, final long nowMs, final Request request) {
        // The host may fill its request again in a callback: what was asked is read before.
        final long id = request.id();
        final long number = request.number();
        final long place = TapeCommand.place(request);
        final long rank = TapeCommand.rank(request);
        final long atMs = request.atMs();
        final boolean exactly = request.exactly();
        final Outcome outcome =
                verb == Verb.CALL ? engine.callArrived(nowMs, request) : engine.requestCallback(nowMs, request);
        if (verb == Verb.SCHEDULE) {
            tape.add(TapeCommand.at(atMs, exactly));
        }
        tape.add(TapeCommand.head(verb, outcome, nowMs), id, number, place, rank);
        tape.publish();
        return outcome;
    }

    private Outcome done(
            final Verb verb, final long nowMs, final Outcome outcome, final long subject, final long object) {
        tape.add(TapeCommand.head(verb, outcome, nowMs), subject, object);
        tape.publish();
        return outcome;
    }

    @Override
    public Outcome removeAgent(final long nowMs, final long agentId) {
        return done(Verb.REMOVE, nowMs, engine.removeAgent(nowMs, agentId), agentId);
    }

    @Override
    public Outcome agentReady(final long nowMs, final long agentId) {
        return done(Verb.READY, nowMs, engine.agentReady(nowMs, agentId), agentId);
    }

    @Override
    public Outcome agentNotReady(final long nowMs, final long agentId) {
        return done(Verb.NOT_READY, nowMs, engine.agentNotReady(nowMs, agentId), agentId);
    }

    @Override
    public Outcome agentAnswered(final long nowMs, final long agentId, final long id) {
        return done(Verb.ANSWERED, nowMs, engine.agentAnswered(nowMs, agentId, id), agentId, id);
    }

    @Override
    public Outcome agentDeclined(final long nowMs, final long agentId, final long id) {
        return done(Verb.NO_ANSWER, nowMs, engine.agentDeclined(nowMs, agentId, id), agentId, id);
    }

    @Override
    public Outcome agentCompleted(final long nowMs, final long agentId, final long id) {
        return done(Verb.COMPLETE, nowMs, engine.agentCompleted(nowMs, agentId, id), agentId, id);
    }

    @Override
    public Outcome agentLoggedOut(final long nowMs, final long agentId) {
        return done(Verb.LOGOUT, nowMs, engine.agentLoggedOut(nowMs, agentId), agentId);
    }

    @Override
    public Outcome callArrived(final long nowMs, final Request call) {
        return requested(Verb.CALL, nowMs, call);
    }

    @Override
    public Outcome requestCallback(final long nowMs, final Request callback) {
        return requested(callback.atMs() == NO_TIME ? Verb.CALLBACK : Verb.SCHEDULE, nowMs, callback);
    }

    @Override
    public Outcome acceptOffer(final long nowMs, final long callId, final Request callback) {
        final long id = callback.id();
        final long number = callback.number();
        final long atMs = callback.atMs();
        final boolean exactly = callback.exactly();
        final Outcome outcome = engine.acceptOffer(nowMs, callId, callback);
        if (atMs != NO_TIME) {
            tape.add(TapeCommand.at(atMs, exactly));
        }
        tape.add(TapeCommand.head(Verb.ACCEPT_OFFER, outcome, nowMs), id, number, callId);
        tape.publish();
        return outcome;
    }

    @Override
    public Outcome reschedule(final long nowMs, final long id, final long atMs) {
        return rescheduled(nowMs, engine.reschedule(nowMs, id, atMs), id, TapeCommand.at(atMs, false));
    }

    @Override
    public Outcome rescheduleExactly(final long nowMs, final long id, final long atMs) {
        return rescheduled(nowMs, engine.rescheduleExactly(nowMs, id, atMs), id, TapeCommand.at(atMs, true));
    }

    private Outcome rescheduled(final long nowMs, final Outcome outcome, final long id, final long at) {
        tape.add(at);
        return done(Verb.RESCHEDULE, nowMs, outcome, id);
    }

    @Override
    public Outcome customerLeft(final long nowMs, final long id) {
        return done(Verb.ABANDON, nowMs, engine.customerLeft(nowMs, id), id);
    }

    @Override
    public Outcome dialAnswered(final long nowMs, final long id, final int attempt) {
        return done(Verb.DIAL_ANSWERED, nowMs, engine.dialAnswered(nowMs, id, attempt), id, attempt);
    }

    @Override
    public Outcome dialFailed(final long nowMs, final long id, final int attempt, final DialFailure reason) {
        final Outcome outcome = engine.dialFailed(nowMs, id, attempt, reason);
        tape.add(TapeCommand.head(Verb.DIAL_FAILED, outcome, nowMs), id, attempt, reason.ordinal());
        tape.publish();
        return outcome;
    }

    @Override
    public Outcome move(final long nowMs, final long id, final VirtualQueue to) {
        return done(Verb.MOVE, nowMs, engine.move(nowMs, id, to), id, TapeCommand.index(to));
    }

    @Override
    public Outcome cancel(final long nowMs, final long id) {
        return done(Verb.CANCEL, nowMs, engine.cancel(nowMs, id), id);
    }

    // ---- questions ----

    @Override
    public long nowMs() {
        return engine.nowMs();
    }

    @Override
    public long nextDeadlineMs() {
        return engine.nextDeadlineMs();
    }

    @Override
    public long clockRegressions() {
        return engine.clockRegressions();
    }

    @Override
    public QueueSettings settings(final VirtualQueue queue) {
        return engine.settings(queue);
    }

    @Override
    public boolean read(final long id, final InteractionView into) {
        return engine.read(id, into);
    }

    @Override
    public int position(final long id) {
        return engine.position(id);
    }

    @Override
    public void estimate(final VirtualQueue queue, final WaitEstimate into) {
        engine.estimate(queue, into);
    }

    @Override
    public boolean estimate(final long id, final WaitEstimate into) {
        return engine.estimate(id, into);
    }

    @Override
    public boolean readAgent(final long agentId, final AgentView into) {
        return engine.readAgent(agentId, into);
    }

    @Override
    public void read(final VirtualQueue queue, final QueueView into) {
        engine.read(queue, into);
    }

    @Override
    public int slots(final VirtualQueue queue, final long fromMs, final long toMs, final SlotVisitor visitor) {
        return engine.slots(queue, fromMs, toMs, visitor);
    }

    @Override
    public int readyAgents() {
        return engine.readyAgents();
    }

    @Override
    public int interactions() {
        return engine.interactions();
    }

    @Override
    public void validate() {
        engine.validate();
    }

    @Override
    public long stateHash() {
        return engine.stateHash();
    }
}
