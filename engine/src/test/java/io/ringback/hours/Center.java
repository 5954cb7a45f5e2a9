package io.ringback.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.RequeueReason;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A center for tests of business hours: commands at times of UTC, {@code 2026-03-02T17:00} or {@code 17:00} of the same
 * day, and events as text with their time. Every command is followed by a validation.
 */
final class Center {
    static final long NUMBER = 442_071_838_750L;

    private final Engine engine;
    private final Request request = new Request();
    private final QueueView view = new QueueView();
    private final Map<String, VirtualQueue> queues = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private String date = "2026-03-02";

    Center() {
        engine = Engine.create(EngineConfig.builder().skills("en", "de").build(), new Journal());
        at("2026-03-02T08:00");
    }

    Engine engine() {
        return engine;
    }

    VirtualQueue queue(final String name) {
        return queues.get(name);
    }

    static long ms(final String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** The time of an instant, {@code never} for none. */
    static String text(final long atMs) {
        return atMs == Engine.NO_TIME
                ? "never"
                : Instant.ofEpochMilli(atMs).toString().replaceFirst("(:00)?Z$", "");
    }

    /** Time moves on. */
    void at(final String time) {
        if (time.contains("T")) {
            date = time.substring(0, 10);
            engine.advanceTo(ms(time));
        } else {
            engine.advanceTo(ms(date + "T" + time));
        }
        engine.validate();
    }

    void calendar(final String name, final String zone, final String days, final String hours) {
        calendar(name, BusinessCalendar.in(zone).weekly(days, hours).build());
    }

    void calendar(final String name, final BusinessCalendar hours) {
        engine.calendar(engine.nowMs(), name, hours);
        engine.validate();
    }

    void queue(final String name, final UnaryOperator<QueueSettingsBuilder> settings) {
        final QueueSettings all = settings.apply(QueueSettings.builder()).build();
        queues.put(name, engine.queue(engine.nowMs(), name, all));
        engine.validate();
    }

    /** Other settings, as to the rest those that it has. */
    void change(final String name, final UnaryOperator<QueueSettingsBuilder> change) {
        final QueueSettingsBuilder settings = engine.settings(queue(name)).toBuilder();
        engine.queue(engine.nowMs(), name, change.apply(settings).build());
        engine.validate();
    }

    /** A new agent who is Ready. */
    void agent(final long id) {
        agent(id, "en");
    }

    void agent(final long id, final String skill) {
        done(engine.defineAgent(engine.nowMs(), id, SkillLevels.of(skill, 1)));
        done(engine.agentReady(engine.nowMs(), id));
    }

    Outcome call(final long id, final String queue) {
        return call(id, queue, NUMBER + id);
    }

    Outcome call(final long id, final String queue, final long number) {
        return checked(engine.callArrived(engine.nowMs(), request(id, queue).number(number)));
    }

    Outcome callback(final long id, final String queue) {
        return callback(request(id, queue).number(NUMBER + id));
    }

    Outcome callback(final Request callback) {
        return checked(engine.requestCallback(engine.nowMs(), callback));
    }

    Outcome acceptOffer(final long call, final long callback) {
        final Request accepted = request.of(callback, null).number(NUMBER + callback);
        return checked(engine.acceptOffer(engine.nowMs(), call, accepted));
    }

    /** A request that may be told more. */
    Request request(final long id, final String queue) {
        return request.of(id, queue(queue));
    }

    void answered(final long callback, final int attempt) {
        done(engine.dialAnswered(engine.nowMs(), callback, attempt));
    }

    void failed(final long callback, final int attempt, final DialFailure reason) {
        done(engine.dialFailed(engine.nowMs(), callback, attempt, reason));
    }

    QueueView read(final String queue) {
        engine.read(queue(queue), view);
        return view;
    }

    /** The events since the last call. */
    List<String> take() {
        final List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    void done(final Outcome outcome) {
        assertThat(outcome).isEqualTo(Outcome.OK);
        engine.validate();
    }

    private Outcome checked(final Outcome outcome) {
        engine.validate();
        return outcome;
    }

    /** Leaves out what is queued, and agents who are not Ready. */
    private final class Journal implements EngineListener {
        @Override
        public void onOffered(final long nowMs, final long id, final VirtualQueue queue, final long ewtMs) {
            add(nowMs, "offered " + id);
        }

        @Override
        public void onRouted(
                final long nowMs, final long id, final long agentId, final VirtualQueue queue, final long waitedMs) {
            add(nowMs, "routed " + id + " " + agentId);
        }

        @Override
        public void onRequeued(final long nowMs, final long id, final RequeueReason reason) {
            add(nowMs, "requeued " + id);
        }

        @Override
        public void onDial(final long nowMs, final long id, final long number, final int attempt) {
            add(nowMs, "dial " + id + " " + attempt);
        }

        @Override
        public void onDialCancelled(final long nowMs, final long id, final int attempt) {
            add(nowMs, "dial-cancelled " + id + " " + attempt);
        }

        @Override
        public void onOnLine(final long nowMs, final long id) {
            add(nowMs, "on-line " + id);
        }

        @Override
        public void onRetryAt(final long nowMs, final long id, final long atMs, final DialFailure reason) {
            add(nowMs, "retry " + id + " at " + text(atMs));
        }

        @Override
        public void onLinked(final long nowMs, final long callId, final long callbackId) {
            add(nowMs, "linked " + callId + " " + callbackId);
        }

        @Override
        public void onEnded(final long nowMs, final long id, final EndReason reason) {
            add(nowMs, "ended " + id + " " + reason);
        }

        @Override
        public void onAgentState(final long nowMs, final long agentId, final AgentState state) {
            if (state == AgentState.READY) {
                add(nowMs, "ready " + agentId);
            }
        }

        private void add(final long nowMs, final String event) {
            final String time = text(nowMs);
            events.add((time.startsWith(date) ? time.substring(date.length() + 1) : time) + " " + event);
        }
    }
}
