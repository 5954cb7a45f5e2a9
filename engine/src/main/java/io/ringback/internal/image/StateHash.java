package io.ringback.internal.image;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.internal.flow.Core;
import io.ringback.internal.store.AgentStore;
import io.ringback.internal.store.CalendarRecord;
import io.ringback.internal.store.InteractionStore;
import io.ringback.internal.store.QueueCounts;
import io.ringback.internal.store.QueueCounts.Figure;
import io.ringback.internal.store.QueueRecord;
import io.ringback.internal.timer.TimerKind;
import io.ringback.internal.timer.Timers;
import io.ringback.skill.SkillExpression;
import io.ringback.skill.SkillProfile;

/**
 * A hash of all state that matters for the future. Each record is mixed by itself from ids and values, never from
 * entries, and the records are added up, so that neither their places nor the order of the walk matter.
 */
public final class StateHash {
    private static final int NONE = InteractionStore.NONE;
    private static final Figure[] FIGURES = Figure.values();

    private final Core core;
    private final InteractionStore interactions;
    private final AgentStore agents;
    private final Timers timers;

    public StateHash(final Core core) {
        this.core = core;
        interactions = core.interactions();
        agents = core.agents();
        timers = core.timers();
    }

    public long of(final long nowMs) {
        long sum = mix(nowMs, interactions.arrivals());
        for (int entry = 0; entry < interactions.capacity(); entry++) {
            if (interactions.present(entry)) {
                sum += interaction(nowMs, entry);
            }
        }
        for (int entry = 0; entry < agents.capacity(); entry++) {
            if (agents.present(entry)) {
                sum += agent(entry);
            }
        }
        for (int queue = 0; queue < core.queues().size(); queue++) {
            sum += queue(nowMs, queue);
        }
        for (int calendar = 0; calendar < core.calendars().size(); calendar++) {
            sum += calendar(calendar);
        }
        return mix(sum, 0);
    }

    private long interaction(final long nowMs, final int entry) {
        long hash = mix(1, interactions.id(entry));
        hash = mix(
                hash,
                interactions.kind(entry).ordinal() * 8L
                        + interactions.state(entry).ordinal());
        hash = mix(hash, interactions.number(entry));
        hash = mix(hash, interactions.queue(entry));
        hash = mix(hash, interactions.priority(entry) * 2L + (interactions.ownPriority(entry) ? 1 : 0));
        hash = mix(hash, target(interactions.target(entry)) * 2L + (interactions.ownTarget(entry) ? 1 : 0));
        hash = mix(hash, interactions.nextStep(entry));
        hash = mix(hash, interactions.queuedMs(entry));
        hash = mix(hash, interactions.placeMs(entry));
        hash = mix(hash, interactions.arrival(entry));
        hash = mix(hash, interactions.notBeforeMs(entry));
        hash = mix(hash, interactions.dials(entry));
        hash = mix(hash, interactions.attemptsUsed(entry));
        hash = mix(hash, interactions.countedStart(entry) ? 1 : 0);
        hash = mix(hash, interactions.holdsPlace(entry, nowMs) ? interactions.bookedIn(entry) : NONE);
        hash = mix(hash, agentId(interactions.agent(entry)));
        hash = mix(hash, agentId(interactions.trigger(entry)));
        hash = timer(hash, TimerKind.PURGE, entry);
        hash = timer(hash, TimerKind.STEP, entry);
        return timer(hash, TimerKind.INVITATION, entry);
    }

    private long agent(final int entry) {
        long hash = mix(2, agents.id(entry));
        hash = mix(hash, agents.state(entry).ordinal());
        hash = mix(hash, agents.sinceMs(entry));
        hash = mix(hash, agents.readySinceMs(entry));
        hash = mix(hash, agents.readyOrder(entry));
        hash = mix(hash, agents.handled(entry));
        hash = mix(hash, (agents.answered(entry) ? 1 : 0) + (agents.notReadyAfter(entry) ? 2 : 0));
        if (agents.in(entry, AgentState.BUSY) || agents.in(entry, AgentState.AFTER_CALL_WORK)) {
            hash = mix(mix(hash, agents.routedFrom(entry)), agents.routedMs(entry));
        }
        final SkillProfile levels = core.dispatcher().levels(entry);
        for (int place = 0; place < levels.size(); place++) {
            hash = mix(hash, levels.skill(place) * 1024L + levels.level(levels.skill(place)));
        }
        return timer(hash, TimerKind.AGENT, entry);
    }

    /** By its meaning: targets are numbered in the order in which a host happens to compile them. */
    private long target(final int target) {
        final SkillExpression expression = core.dispatcher().expression(target);
        return expression.equals(SkillExpression.any())
                ? 0
                : expression.toString().hashCode();
    }

    private long agentId(final int entry) {
        return entry == NONE ? Engine.NO_ID : agents.id(entry);
    }

    private long queue(final long nowMs, final int queue) {
        final QueueRecord record = core.queues().record(queue);
        long hash = mix(3, record.handle().name().hashCode());
        hash = mix(hash, record.settings().toString().hashCode());
        hash = mix(hash, record.open() ? 1 : 0);
        for (final Figure figure : FIGURES) {
            hash = mix(hash, record.counts().sinceStart(figure));
            for (int bucket = 0; bucket < QueueCounts.BUCKETS; bucket++) {
                hash = mix(hash, record.counts().recent(nowMs, bucket, figure));
            }
        }
        for (final long learned : core.estimates().image(nowMs, queue)) {
            hash = mix(hash, learned);
        }
        return timer(hash, TimerKind.PAUSE, queue);
    }

    private long calendar(final int calendar) {
        final CalendarRecord record = core.calendars().record(calendar);
        long hash = mix(4, record.name().hashCode());
        hash = mix(hash, record.calendar().toString().hashCode());
        hash = mix(hash, record.queues());
        return timer(hash, TimerKind.CALENDAR, calendar);
    }

    private long timer(final long hash, final TimerKind kind, final int owner) {
        return timers.pending(kind, owner)
                ? mix(mix(hash, timers.deadlineMs(kind, owner)), timers.order(kind, owner))
                : mix(hash, -1);
    }

    /** The finalizer of SplitMix64 over a running hash and a value. */
    private static long mix(final long hash, final long value) {
        long mixed = hash * 0x9E3779B97F4A7C15L + value + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
