package io.ringback.naive;

import io.ringback.scenario.EventKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to interactions and agents, whoever asked for it: a command or a timer. */
final class NaiveFlows {
    private static final String PURGED = "PURGED";

    private final NaiveState state;
    private final NaiveMatching matching;
    private final NaiveSlots slots;
    private final RuleSwitches rules;

    NaiveFlows(final NaiveState state, final NaiveMatching matching, final NaiveSlots slots) {
        this.state = state;
        this.matching = matching;
        this.slots = slots;
        this.rules = state.rules;
    }

    void enter(final NaiveInteraction interaction) {
        state.interactions.put(interaction.id, interaction);
        state.accepted++;
        armTimers(interaction);
    }

    private void armTimers(final NaiveInteraction interaction) {
        if (rules.off(Rule.T5)) {
            takeTarget(interaction);
        }
        armPurge(interaction, interaction.queuedMs);
        if (rules.on(Rule.T5)) {
            takeTarget(interaction);
        }
    }

    void armPurge(final NaiveInteraction interaction, final long fromMs) {
        if (interaction.callback && rules.on(Rule.C6)) {
            state.arm(NaiveTimer.Kind.PURGE, interaction, fromMs + interaction.queue.settings.purgeAfterMs());
        }
    }

    /** The target that counts now, and a timer for the next. */
    void takeTarget(final NaiveInteraction interaction) {
        state.cancel(NaiveTimer.Kind.STEP, interaction);
        interaction.target = targetNow(interaction);
        if (interaction.ownTarget != null || rules.off(Rule.Q4)) {
            return;
        }
        interaction.queue.settings.steps.stream()
                .mapToLong(step -> interaction.queuedMs + step.afterMs())
                .filter(dueMs -> dueMs > state.nowMs)
                .min()
                .ifPresent(dueMs -> state.arm(NaiveTimer.Kind.STEP, interaction, dueMs));
    }

    NaiveSkills.Expression targetNow(final NaiveInteraction interaction) {
        if (interaction.ownTarget != null) {
            return interaction.ownTarget;
        }
        final NaiveSettings settings = interaction.queue.settings;
        NaiveSkills.Expression target = settings.skills;
        for (final NaiveSettings.Step step : settings.steps) {
            if (interaction.queuedMs + step.afterMs() <= state.nowMs && rules.on(Rule.Q4)) {
                target = step.target();
            }
        }
        return target;
    }

    void changeSettings(final NaiveQueue queue, final NaiveSettings settings) {
        final boolean retargets = !queue.settings.hasTargetsOf(settings);
        queue.settings = settings;
        if (retargets) {
            state.interactions.values().stream()
                    .filter(interaction -> interaction.queue == queue && !interaction.scheduled())
                    .sorted(Comparator.comparingLong(interaction -> interaction.arrival))
                    .forEach(this::takeTarget);
        }
    }

    void end(final NaiveInteraction interaction, final String reason) {
        state.interactions.remove(interaction.id, interaction);
        state.cancelAll(interaction);
        if (rules.on(Rule.G7)) {
            slots.release(interaction);
        }
        state.estimates.noteBacklogs();
        report(interaction.id, reason);
        if (rules.off(Rule.G6)) {
            report(interaction.id, reason);
        }
        matching.settle(interaction);
    }

    void report(final String id, final String reason) {
        state.ended++;
        final Map<String, Object> values = new LinkedHashMap<>();
        final boolean purged = reason.startsWith(PURGED + '_');
        values.put("reason", rules.off(Rule.X1) ? "COMPLETED" : purged ? PURGED : reason);
        if (purged) {
            values.put("detail", reason.substring(PURGED.length() + 1));
        }
        state.emit(EventKind.ENDED, List.of(id), values);
    }

    /** Ends a callback or call that no agent has answered; an agent at which it rings is Ready as before. */
    void endUnanswered(final NaiveInteraction interaction, final String reason) {
        final NaiveAgent agent = interaction.agent;
        callOff(interaction);
        end(interaction, reason);
        if (agent != null) {
            agent.interaction = null;
            final boolean ready = !agent.notReadyRemembered && rules.on(Rule.L2);
            agent.notReadyRemembered = false;
            state.setAgent(agent, ready ? NaiveAgent.State.READY : NaiveAgent.State.NOT_READY);
            matching.arose(agent);
        }
    }

    /** Calls off an outstanding dial, if any. */
    void callOff(final NaiveInteraction callback) {
        if (callback.state == NaiveInteraction.State.INVITED) {
            reportCancelled(callback);
            state.cancel(NaiveTimer.Kind.ATTEMPT, callback);
            callback.state = NaiveInteraction.State.QUEUED;
            matching.settle(callback);
        }
    }

    private void reportCancelled(final NaiveInteraction callback) {
        state.emit(EventKind.DIAL_CANCELLED, List.of(callback.id), Map.of("attempt", (long) callback.dials));
    }

    void purgeAtEndOfDay(final NaiveInteraction callback) {
        endUnanswered(callback, "PURGED_END_OF_DAY");
    }

    /** The slot of a booking has come: from now on it waits like any other. */
    private void due(final NaiveInteraction callback) {
        final long placeMs = rules.on(Rule.K5) ? callback.slotMs : callback.queuedMs;
        callback.state = NaiveInteraction.State.QUEUED;
        callback.queuedMs = callback.slotMs;
        callback.effectiveMs = placeMs - callback.headStartMs;
        callback.arrival = state.next();
        if (rules.off(Rule.K4)) {
            slots.release(callback);
        }
        state.emit(EventKind.DUE, List.of(callback.id, callback.queue.name), Map.of());
        armTimers(callback);
        matching.arose(callback);
    }

    void onLine(final NaiveInteraction callback) {
        state.cancel(NaiveTimer.Kind.ATTEMPT, callback);
        state.cancel(NaiveTimer.Kind.RETRY, callback);
        callback.waitsForRetry = false;
        callback.state = NaiveInteraction.State.ON_LINE;
        state.emit(EventKind.ON_LINE, List.of(callback.id), Map.of());
        matching.arose(callback);
    }

    void dialFailed(final NaiveInteraction callback, final String reason) {
        final NaiveSettings settings = callback.queue.settings;
        final boolean error = reason.equals("error");
        state.cancel(NaiveTimer.Kind.ATTEMPT, callback);
        callback.state = NaiveInteraction.State.QUEUED;
        callback.attemptsUsed += error ? 0 : 1;
        if (!error && callback.attemptsUsed >= settings.attempts && rules.on(Rule.C5)) {
            end(callback, "UNREACHABLE");
            return;
        }
        if (turnedAway(callback, "UNREACHABLE")) {
            return;
        }
        loseRank(callback);
        final long delayMs = error ? settings.errorPauseMs : settings.retryDelayMs;
        final long atMs = rules.on(Rule.C5) ? state.nowMs + delayMs : state.nowMs;
        state.emit(EventKind.RETRY, List.of(callback.id), Map.of("at", atMs, "reason", reason));
        matching.settle(callback);
        if (rules.off(Rule.C5)) {
            matching.arose(callback);
            return;
        }
        callback.waitsForRetry = true;
        state.arm(NaiveTimer.Kind.RETRY, callback, atMs);
        if (error) {
            pause(callback.queue, atMs);
        }
    }

    private void pause(final NaiveQueue queue, final long endMs) {
        if (!queue.paused || endMs >= queue.pauseEndMs) {
            queue.paused = true;
            queue.pauseEndMs = endMs;
            state.arm(NaiveTimer.Kind.PAUSE, queue, endMs);
        }
    }

    /** Back from an agent that did not answer. */
    void requeue(final NaiveInteraction interaction, final String reason, final NaiveAgent.State agentState) {
        final NaiveAgent agent = interaction.agent;
        state.cancel(NaiveTimer.Kind.ANSWER, interaction);
        state.estimates.cameBack(interaction);
        interaction.agent = null;
        interaction.answered = false;
        interaction.state = interaction.callback ? NaiveInteraction.State.ON_LINE : NaiveInteraction.State.QUEUED;
        state.emit(EventKind.REQUEUED, List.of(interaction.id), Map.of("reason", reason));
        loseRank(interaction);
        agent.interaction = null;
        agent.notReadyRemembered = false;
        state.setAgent(agent, agentState);
        matching.arose(agent);
        if (!turnedAway(interaction, "ABANDONED")) {
            matching.aroseAgain(interaction);
        }
    }

    private boolean turnedAway(final NaiveInteraction interaction, final String reason) {
        final boolean away =
                rules.off(Rule.Q6) && state.waiting(interaction.queue) > interaction.queue.settings.maxWaiting;
        if (away) {
            end(interaction, reason);
        }
        return away;
    }

    void loseRank(final NaiveInteraction interaction) {
        if (rules.off(Rule.Q3)) {
            interaction.effectiveMs = state.nowMs;
            interaction.arrival = state.next();
        }
    }

    void becomeReady(final NaiveAgent agent) {
        state.cancel(NaiveTimer.Kind.WRAP_UP, agent);
        agent.readyOrder = state.next();
        state.setAgent(agent, NaiveAgent.State.READY);
        matching.arose(agent);
    }

    void complete(final NaiveAgent agent) {
        final NaiveInteraction interaction = agent.interaction;
        final long wrapUpMs = interaction.queue.settings.wrapUpMs;
        agent.interaction = null;
        agent.toBeHandled = interaction;
        end(interaction, "COMPLETED");
        if (agent.notReadyRemembered) {
            agent.notReadyRemembered = false;
            state.setAgent(agent, NaiveAgent.State.NOT_READY);
            return;
        }
        if (rules.off(Rule.A5)) {
            becomeReady(agent);
            return;
        }
        state.setAgent(agent, NaiveAgent.State.AFTER_CALL_WORK);
        if (wrapUpMs == 0) {
            becomeReady(agent);
        } else if (wrapUpMs != NaiveSettings.OFF) {
            state.arm(NaiveTimer.Kind.WRAP_UP, agent, state.nowMs + wrapUpMs);
        }
    }

    void fire(final NaiveTimer timer) {
        state.timers.remove(timer);
        switch (timer.kind()) {
            case WRAP_UP -> becomeReady((NaiveAgent) timer.owner());
            case PAUSE -> endPause((NaiveQueue) timer.owner());
            default -> fire(timer.kind(), (NaiveInteraction) timer.owner());
        }
    }

    private void endPause(final NaiveQueue queue) {
        queue.paused = false;
        state.ranked(waiting -> waiting.queue == queue && waiting.invitable()).forEach(matching::arose);
    }

    private void fire(final NaiveTimer.Kind kind, final NaiveInteraction interaction) {
        switch (kind) {
            case SLOT -> due(interaction);
            case PURGE -> {
                if (interaction.owed()) {
                    endUnanswered(interaction, "PURGED_AGE");
                }
            }
            case STEP -> {
                takeTarget(interaction);
                matching.aroseAgain(interaction);
            }
            case ATTEMPT -> {
                reportCancelled(interaction);
                dialFailed(interaction, "no-answer");
            }
            case RETRY -> {
                interaction.waitsForRetry = false;
                matching.arose(interaction);
            }
            case ANSWER -> requeue(interaction, "answer-timeout", NaiveAgent.State.NOT_READY);
            default -> throw new AssertionError(kind);
        }
    }
}
