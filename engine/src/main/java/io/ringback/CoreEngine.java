package io.ringback;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.internal.event.EventBuffer;
import io.ringback.internal.flow.Core;
import io.ringback.internal.flow.Flows;
import io.ringback.internal.flow.Timekeeper;
import io.ringback.internal.image.StateHash;
import io.ringback.internal.image.Validator;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.store.QueueStore;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillProfile;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine: opens a command, hands it to the flow of its subject, and closes it. */
final class CoreEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final long maxClockStepMs;
    private final Core core;
    private final Definitions definitions;
    private final Flows flows;
    private final Timekeeper time;

    CoreEngine(final EngineConfig config, final EngineListener listener) {
        maxClockStepMs = config.maxClockStepMs();
        final EventBuffer events = new EventBuffer(listener, config.errorHandler());
        core = Core.of(config.agents(), config.interactions(), config.bookings(), config.statisticsWindowMs(), events);
        definitions = new Definitions(core.dispatcher(), core.estimates(), core.calendars());
        flows = new Flows(core);
        time = new Timekeeper(core.timers(), flows, maxClockStepMs);
        config.skills().forEach(this::defineSkill);
        LOG.info(
                "Engine for {} agents, {} interactions and {} bookings: {}",
                config.agents(),
                config.interactions(),
                config.bookings(),
                MemoryBill.of(config).line());
    }

    // ---- time ----

    @Override
    public Outcome advanceTo(final long nowMs) {
        refuseInsideCallback();
        time.advance(nowMs);
        return Outcome.OK;
    }

    @Override
    public long nowMs() {
        return time.nowMs();
    }

    @Override
    public long nextDeadlineMs() {
        final long deadlineMs = core.timers().nextDeadlineMs();
        return deadlineMs <= TIME_MAX_MS ? deadlineMs : NO_TIME;
    }

    @Override
    public long clockRegressions() {
        return time.regressions();
    }

    // ---- definitions: cold, may allocate ----

    @Override
    public void defineSkill(final String name) {
        refuseInsideCallback();
        definitions.skill(name);
    }

    @Override
    public Target target(final String skillExpression) {
        refuseInsideCallback();
        return definitions.target(definitions.expression(skillExpression));
    }

    @Override
    public VirtualQueue queue(final long nowMs, final String name, final QueueSettings settings) {
        refuseInsideCallback();
        requireName("queue", name);
        final List<SkillExpression> expressions = definitions.expressions(settings);
        definitions.requireCalendar(name, settings.calendar());
        openDefinition(nowMs, "queue " + name);
        final int known = core.queues().entryOf(name);
        if (known != QueueStore.NONE) {
            flows.queues().checkSlots(known, settings);
        }
        expressions.forEach(expression ->
                expression.warnings().forEach(warning -> LOG.warn("Queue {}: {}: {}", name, expression, warning)));
        final int[] targets = definitions.targets(expressions);
        if (known == QueueStore.NONE) {
            final VirtualQueue handle = new VirtualQueue(core.queues().size(), name);
            flows.queues().define(time.nowMs(), handle, settings, targets);
            LOG.info("Queue {} defined", name);
            return handle;
        }
        flows.queues().redefine(time.nowMs(), known, settings, targets);
        flows.matcher().settle(time.nowMs());
        LOG.info("Queue {} has new settings", name);
        return core.queues().record(known).handle();
    }

    @Override
    public void calendar(final long nowMs, final String name, final BusinessCalendar hours) {
        refuseInsideCallback();
        requireName("calendar", name);
        Objects.requireNonNull(hours, "hours");
        openDefinition(nowMs, "calendar " + name);
        flows.calendars().define(time.nowMs(), name, hours);
        LOG.info("Calendar {} defined", name);
    }

    @Override
    public QueueSettings settings(final VirtualQueue queue) {
        return record(queue).settings();
    }

    @Override
    public Outcome defineAgent(final long nowMs, final long agentId, final SkillLevels levels) {
        refuseInsideCallback();
        if (agentId == NO_ID) {
            throw new IllegalArgumentException("agentId: Engine.NO_ID names no agent");
        }
        final SkillProfile profile = definitions.profile(levels);
        return open(nowMs) ? close(flows.agents().define(time.nowMs(), agentId, profile)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome removeAgent(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().remove(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    // ---- facts about agents ----

    @Override
    public Outcome agentReady(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().ready(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome agentNotReady(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().notReady(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome agentAnswered(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().answered(time.nowMs(), agentId, id)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome agentDeclined(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().declined(time.nowMs(), agentId, id)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome agentCompleted(final long nowMs, final long agentId, final long id) {
        return open(nowMs) ? close(flows.agents().completed(time.nowMs(), agentId, id)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome agentLoggedOut(final long nowMs, final long agentId) {
        return open(nowMs) ? close(flows.agents().loggedOut(time.nowMs(), agentId)) : Outcome.CLOCK_JUMP;
    }

    // ---- facts about customers ----

    @Override
    public Outcome callArrived(final long nowMs, final Request call) {
        return open(nowMs, call) ? close(flows.calls().arrived(time.nowMs(), call)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome customerLeft(final long nowMs, final long id) {
        return open(nowMs) ? close(flows.calls().customerLeft(time.nowMs(), id)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome dialAnswered(final long nowMs, final long id, final int attempt) {
        return open(nowMs) ? close(flows.invitations().answered(time.nowMs(), id, attempt)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome dialFailed(final long nowMs, final long id, final int attempt, final DialFailure reason) {
        refuseInsideCallback();
        Objects.requireNonNull(reason, "reason");
        return open(nowMs) ? close(flows.invitations().failed(time.nowMs(), id, attempt, reason)) : Outcome.CLOCK_JUMP;
    }

    // ---- wishes ----

    @Override
    public Outcome requestCallback(final long nowMs, final Request callback) {
        return open(nowMs, callback) ? close(flows.callbacks().requested(time.nowMs(), callback)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome acceptOffer(final long nowMs, final long callId, final Request callback) {
        return open(nowMs, callback)
                ? close(flows.callbacks().offerAccepted(time.nowMs(), callId, callback))
                : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome reschedule(final long nowMs, final long id, final long atMs) {
        return open(nowMs) ? close(flows.bookings().rescheduled(time.nowMs(), id, atMs, false)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome rescheduleExactly(final long nowMs, final long id, final long atMs) {
        return open(nowMs) ? close(flows.bookings().rescheduled(time.nowMs(), id, atMs, true)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome move(final long nowMs, final long id, final VirtualQueue to) {
        return open(nowMs) ? close(flows.queues().move(time.nowMs(), id, to)) : Outcome.CLOCK_JUMP;
    }

    @Override
    public Outcome cancel(final long nowMs, final long id) {
        return open(nowMs) ? close(flows.callbacks().cancel(time.nowMs(), id)) : Outcome.CLOCK_JUMP;
    }

    // ---- questions: none allocates or changes anything ----

    @Override
    public boolean read(final long id, final InteractionView into) {
        final int entry = core.interactions().entryOf(id);
        if (entry == InteractionStore.NONE) {
            return false;
        }
        into.fill(core, definitions, entry);
        return true;
    }

    @Override
    public int position(final long id) {
        final int entry = core.interactions().entryOf(id);
        return entry == InteractionStore.NONE || !core.interactions().waits(entry)
                ? 0
                : core.dispatcher().position(entry);
    }

    @Override
    public void estimate(final VirtualQueue queue, final WaitEstimate into) {
        into.fill(
                core.estimates().ofJoining(time.nowMs(), record(queue).handle().index()));
    }

    @Override
    public boolean estimate(final long id, final WaitEstimate into) {
        final int entry = core.interactions().entryOf(id);
        if (entry == InteractionStore.NONE || !core.interactions().waits(entry)) {
            return false;
        }
        into.fill(core.estimates().ofWaiting(time.nowMs(), entry));
        return true;
    }

    @Override
    public boolean readAgent(final long agentId, final AgentView into) {
        final int entry = core.agents().entryOf(agentId);
        if (entry == AgentStore.NONE) {
            return false;
        }
        into.fill(core, entry);
        return true;
    }

    @Override
    public void read(final VirtualQueue queue, final QueueView into) {
        into.fill(core, record(queue), time.nowMs());
        estimate(queue, into.estimate());
    }

    @Override
    public int slots(final VirtualQueue queue, final long fromMs, final long toMs, final SlotVisitor visitor) {
        final QueueRecord record = record(queue);
        return nowMs() == NO_TIME ? 0 : record.slots().tell(nowMs(), fromMs, toMs, visitor);
    }

    @Override
    public int readyAgents() {
        return core.agents().ready();
    }

    @Override
    public int interactions() {
        return core.interactions().size();
    }

    // ---- the whole state ----

    @Override
    public void validate() {
        refuseInsideCallback();
        new Validator(core, time.nowMs()).validate();
    }

    @Override
    public long stateHash() {
        return new StateHash(core).of(time.nowMs());
    }

    private boolean open(final long nowMs) {
        refuseInsideCallback();
        if (time.jumps(nowMs)) {
            return false;
        }
        time.advance(nowMs);
        return true;
    }

    private boolean open(final long nowMs, final Request request) {
        refuseInsideCallback();
        if (request.id() == NO_ID) {
            throw new IllegalArgumentException("request: Request.of was not called");
        }
        definitions.requireOwn(request.target());
        return open(nowMs);
    }

    private static void requireName(final String what, final String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException(what + " name: \"" + name + "\" is not 1 to 100 characters");
        }
    }

    private void openDefinition(final long nowMs, final String what) {
        if (!open(nowMs)) {
            throw new IllegalArgumentException(what + ": nowMs " + nowMs + " is more than max-clock-step "
                    + maxClockStepMs + " ms after " + time.nowMs());
        }
    }

    private Outcome close(final Outcome outcome) {
        flows.matcher().settle(time.nowMs());
        return outcome;
    }

    private void refuseInsideCallback() {
        if (core.events().delivering()) {
            throw new IllegalStateException("a command from inside a listener's callback; give it afterwards");
        }
    }

    private QueueRecord record(final VirtualQueue queue) {
        final int entry = core.queues().entryOf(queue);
        if (entry == QueueStore.NONE) {
            throw new IllegalArgumentException("queue: " + queue + " belongs to another engine");
        }
        return core.queues().record(entry);
    }
}
