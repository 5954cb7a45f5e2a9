package io.ringback.guarantees;

import static io.ringback.guarantees.Stage.ANN;
import static io.ringback.guarantees.Stage.BOB;
import static io.ringback.guarantees.Stage.CALL;
import static io.ringback.guarantees.Stage.CALLBACK;
import static io.ringback.guarantees.Stage.FAR_MS;
import static io.ringback.guarantees.Stage.NEW;
import static io.ringback.guarantees.Stage.NOBODY;
import static io.ringback.guarantees.Stage.NOTHING;
import static io.ringback.guarantees.Stage.NUMBER;
import static io.ringback.guarantees.Stage.START_MS;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A row for every kind of command with every outcome that it can have, and for every query. */
final class AllocationTable {
    private final List<AllocationRow> rows = new ArrayList<>();
    private String method;

    private AllocationTable() {}

    static List<AllocationRow> rows() {
        final AllocationTable table = new AllocationTable();
        table.time();
        table.presence();
        table.answers();
        table.ends();
        table.calls();
        table.dials();
        table.callbacks();
        table.moves();
        table.queries();
        BookingRows.addTo(table);
        return table.rows;
    }

    void of(final String signature) {
        method = signature;
    }

    void row(
            final Object expected,
            final String situation,
            final Consumer<Stage> before,
            final Function<Stage, Object> act) {
        rows.add(new AllocationRow(method, expected, situation, before, act));
    }

    private static void nothing(final Stage stage) {
        stage.engine.advanceTo(START_MS);
    }

    private void time() {
        of("advanceTo(long)");
        row(
                Outcome.OK,
                "with nothing but openings and closings",
                AllocationTable::nothing,
                s -> s.engine.advanceTo(FAR_MS));
        row(Outcome.OK, "into the past", AllocationTable::nothing, s -> s.engine.advanceTo(0));
        row(Outcome.OK, "past every timer of a dial", Stage::dialing, s -> s.engine.advanceTo(FAR_MS));
        row(Outcome.OK, "past an answer timeout", Stage::ringing, s -> s.engine.advanceTo(FAR_MS));
    }

    private void presence() {
        of("removeAgent(long,long)");
        row(Outcome.OK, "logged out", AllocationTable::nothing, s -> s.engine.removeAgent(START_MS, ANN));
        row(Outcome.WRONG_STATE, "ready", s -> s.ready(ANN), s -> s.engine.removeAgent(START_MS, ANN));
        row(Outcome.UNKNOWN_AGENT, "", AllocationTable::nothing, s -> s.engine.removeAgent(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> s.engine.removeAgent(FAR_MS, ANN));
        of("agentReady(long,long)");
        row(Outcome.OK, "with nothing to do", AllocationTable::nothing, s -> s.engine.agentReady(START_MS, ANN));
        row(Outcome.OK, "already", s -> s.ready(ANN), s -> s.engine.agentReady(START_MS, ANN));
        row(Outcome.OK, "with a call waiting", s -> s.call(CALL), s -> s.engine.agentReady(START_MS, ANN));
        row(Outcome.OK, "with a callback", s -> s.callback(CALLBACK, NUMBER), s -> s.engine.agentReady(START_MS, ANN));
        row(Outcome.AGENT_BUSY, "", Stage::ringing, s -> s.engine.agentReady(START_MS, ANN));
        row(Outcome.UNKNOWN_AGENT, "", AllocationTable::nothing, s -> s.engine.agentReady(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> s.engine.agentReady(FAR_MS, ANN));
        of("agentNotReady(long,long)");
        row(Outcome.OK, "logged out", AllocationTable::nothing, s -> s.engine.agentNotReady(START_MS, ANN));
        row(Outcome.OK, "ready", s -> s.ready(ANN), s -> s.engine.agentNotReady(START_MS, ANN));
        row(Outcome.OK, "busy", Stage::talking, s -> s.engine.agentNotReady(START_MS, ANN));
        row(Outcome.UNKNOWN_AGENT, "", AllocationTable::nothing, s -> s.engine.agentNotReady(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> s.engine.agentNotReady(FAR_MS, ANN));
        of("agentLoggedOut(long,long)");
        row(Outcome.OK, "ready", s -> s.ready(ANN), s -> s.engine.agentLoggedOut(START_MS, ANN));
        row(Outcome.OK, "ringing", Stage::ringing, s -> s.engine.agentLoggedOut(START_MS, ANN));
        row(Outcome.OK, "talking", Stage::talking, s -> s.engine.agentLoggedOut(START_MS, ANN));
        row(Outcome.UNKNOWN_AGENT, "", AllocationTable::nothing, s -> s.engine.agentLoggedOut(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> s.engine.agentLoggedOut(FAR_MS, ANN));
    }

    private void answers() {
        of("agentAnswered(long,long)");
        row(Outcome.OK, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, ANN));
        row(Outcome.WRONG_STATE, "twice", Stage::talking, s -> s.engine.agentAnswered(START_MS, ANN));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, BOB));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentAnswered(FAR_MS, ANN));
        of("agentAnswered(long,long,long)");
        row(Outcome.OK, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, ANN, CALL));
        row(Outcome.WRONG_STATE, "twice", Stage::talking, s -> s.engine.agentAnswered(START_MS, ANN, CALL));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, ANN, NOTHING));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentAnswered(START_MS, NOBODY, CALL));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentAnswered(FAR_MS, ANN, CALL));
        of("agentDeclined(long,long)");
        row(Outcome.OK, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, ANN));
        row(Outcome.WRONG_STATE, "answered", Stage::talking, s -> s.engine.agentDeclined(START_MS, ANN));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, BOB));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentDeclined(FAR_MS, ANN));
        of("agentDeclined(long,long,long)");
        row(Outcome.OK, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, ANN, CALL));
        row(Outcome.WRONG_STATE, "answered", Stage::talking, s -> s.engine.agentDeclined(START_MS, ANN, CALL));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, ANN, NOTHING));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentDeclined(START_MS, NOBODY, CALL));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentDeclined(FAR_MS, ANN, CALL));
    }

    private void ends() {
        of("agentCompleted(long,long)");
        row(Outcome.OK, "", Stage::talking, s -> s.engine.agentCompleted(START_MS, ANN));
        row(Outcome.OK, "unanswered", Stage::ringing, s -> s.engine.agentCompleted(START_MS, ANN));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentCompleted(START_MS, BOB));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentCompleted(START_MS, NOBODY));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentCompleted(FAR_MS, ANN));
        of("agentCompleted(long,long,long)");
        row(Outcome.OK, "", Stage::talking, s -> s.engine.agentCompleted(START_MS, ANN, CALL));
        row(Outcome.NOT_WITH_AGENT, "", Stage::ringing, s -> s.engine.agentCompleted(START_MS, ANN, NOTHING));
        row(Outcome.UNKNOWN_AGENT, "", Stage::ringing, s -> s.engine.agentCompleted(START_MS, NOBODY, CALL));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.agentCompleted(FAR_MS, ANN, CALL));
        of("customerLeft(long,long)");
        row(Outcome.OK, "waiting", s -> s.call(CALL), s -> s.engine.customerLeft(START_MS, CALL));
        row(Outcome.OK, "ringing", Stage::ringing, s -> s.engine.customerLeft(START_MS, CALL));
        row(Outcome.WRONG_STATE, "answered", Stage::talking, s -> s.engine.customerLeft(START_MS, CALL));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::ringing, s -> s.engine.customerLeft(START_MS, NOTHING));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.customerLeft(FAR_MS, CALL));
    }

    private void calls() {
        of("callArrived(long,Request)");
        row(Outcome.OK, "waiting", AllocationTable::nothing, s -> call(s, START_MS));
        row(Outcome.OK, "routed", s -> s.ready(ANN), s -> call(s, START_MS));
        row(
                Outcome.OK,
                "offered",
                Stage::offering,
                s -> s.engine.callArrived(
                        START_MS + 60_000, s.request.of(NEW, s.offering).number(NUMBER)));
        row(
                Outcome.OK,
                "with a head start",
                Stage::offering,
                s -> s.engine.callArrived(
                        START_MS + 60_000, s.request.of(NEW, s.offering).headStart(1)));
        row(
                Outcome.OK,
                "linked",
                Stage::dialing,
                s -> s.engine.callArrived(START_MS, s.request.of(NEW, s.queue).number(NUMBER)));
        row(
                Outcome.OK,
                "linked in a full store",
                Stage::fullButOne,
                s -> s.engine.callArrived(START_MS, s.request.of(NEW, s.queue).number(NUMBER)));
        row(
                Outcome.UNKNOWN_QUEUE,
                "",
                AllocationTable::nothing,
                s -> s.engine.callArrived(START_MS, s.request.of(NEW, s.foreign)));
        row(Outcome.DUPLICATE_ID, "", Stage::ringing, s -> s.engine.callArrived(START_MS, s.request.of(CALL, s.queue)));
        row(
                Outcome.QUEUE_FULL,
                "",
                Stage::narrowFull,
                s -> s.engine.callArrived(START_MS, s.request.of(NEW, s.narrow)));
        row(Outcome.CAPACITY_EXCEEDED, "", Stage::full, s -> call(s, START_MS));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> call(s, FAR_MS));
        of("acceptOffer(long,long,Request)");
        row(Outcome.OK, "waiting", s -> s.call(CALL), s -> offer(s, START_MS, CALL, NEW, NUMBER));
        row(Outcome.OK, "in a full store", Stage::full, s -> offer(s, START_MS, CALL, NEW, NUMBER));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::ringing, s -> offer(s, START_MS, NOTHING, NEW, NUMBER));
        row(Outcome.DUPLICATE_ID, "", Stage::ringing, s -> offer(s, START_MS, CALL, CALL, NUMBER));
        row(Outcome.WRONG_STATE, "ringing", Stage::ringing, s -> offer(s, START_MS, CALL, NEW, NUMBER));
        row(Outcome.BAD_NUMBER, "", s -> s.call(CALL), s -> offer(s, START_MS, CALL, NEW, 0));
        row(Outcome.DUPLICATE_NUMBER, "", Stage::owedTwice, s -> offer(s, START_MS, CALL, NEW, NUMBER));
        row(Outcome.LIMIT_REACHED, "", Stage::narrowFull, s -> offer(s, START_MS, CALL, NEW, NUMBER));
        row(Outcome.CLOCK_JUMP, "", s -> s.call(CALL), s -> offer(s, FAR_MS, CALL, NEW, NUMBER));
    }

    private void dials() {
        of("dialAnswered(long,long,int)");
        row(Outcome.OK, "routed", Stage::dialing, s -> s.engine.dialAnswered(START_MS, CALLBACK, 1));
        row(Outcome.OK, "late", Stage::dialingAgain, s -> s.engine.dialAnswered(START_MS, CALLBACK, 1));
        row(Outcome.WRONG_STATE, "", Stage::dialing, s -> s.engine.dialAnswered(START_MS, CALLBACK, 2));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::dialing, s -> s.engine.dialAnswered(START_MS, NOTHING, 1));
        row(Outcome.CLOCK_JUMP, "", Stage::dialing, s -> s.engine.dialAnswered(FAR_MS, CALLBACK, 1));
        of("dialFailed(long,long,int,DialFailure)");
        row(Outcome.OK, "busy", Stage::dialing, s -> failed(s, START_MS, CALLBACK, 1, DialFailure.BUSY));
        row(Outcome.OK, "machine", Stage::dialing, s -> failed(s, START_MS, CALLBACK, 1, DialFailure.MACHINE));
        row(Outcome.OK, "no answer", Stage::dialing, s -> failed(s, START_MS, CALLBACK, 1, DialFailure.NO_ANSWER));
        row(Outcome.OK, "error", Stage::dialing, s -> failed(s, START_MS, CALLBACK, 1, DialFailure.ERROR));
        row(Outcome.OK, "unreachable", Stage::dialingAgain, s -> failed(s, START_MS, CALLBACK, 2, DialFailure.BUSY));
        row(Outcome.WRONG_STATE, "", Stage::dialing, s -> failed(s, START_MS, CALLBACK, 2, DialFailure.BUSY));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::dialing, s -> failed(s, START_MS, NOTHING, 1, DialFailure.BUSY));
        row(Outcome.CLOCK_JUMP, "", Stage::dialing, s -> failed(s, FAR_MS, CALLBACK, 1, DialFailure.BUSY));
    }

    private void callbacks() {
        of("requestCallback(long,Request)");
        row(Outcome.OK, "waiting", AllocationTable::nothing, s -> callback(s, START_MS, NEW, NUMBER));
        row(Outcome.OK, "dialed", s -> s.ready(ANN), s -> callback(s, START_MS, NEW, NUMBER));
        row(
                Outcome.UNKNOWN_QUEUE,
                "",
                AllocationTable::nothing,
                s -> s.engine.requestCallback(
                        START_MS, s.request.of(NEW, s.foreign).number(NUMBER)));
        row(Outcome.DUPLICATE_ID, "", Stage::dialing, s -> callback(s, START_MS, CALLBACK, NUMBER));
        row(Outcome.BAD_NUMBER, "", AllocationTable::nothing, s -> callback(s, START_MS, NEW, 0));
        row(Outcome.DUPLICATE_NUMBER, "", Stage::owedTwice, s -> callback(s, START_MS, NEW, NUMBER));
        row(
                Outcome.LIMIT_REACHED,
                "",
                Stage::narrowFull,
                s -> s.engine.requestCallback(
                        START_MS, s.request.of(NEW, s.narrow).number(NUMBER)));
        row(
                Outcome.QUEUE_FULL,
                "",
                Stage::narrowFullOfCalls,
                s -> s.engine.requestCallback(
                        START_MS, s.request.of(NEW, s.narrow).number(NUMBER)));
        row(Outcome.CAPACITY_EXCEEDED, "", Stage::full, s -> callback(s, START_MS, NEW, NUMBER));
        row(Outcome.CLOCK_JUMP, "", AllocationTable::nothing, s -> callback(s, FAR_MS, NEW, NUMBER));
    }

    private void moves() {
        of("move(long,long,VirtualQueue)");
        row(Outcome.OK, "a call", s -> s.call(CALL), s -> s.engine.move(START_MS, CALL, s.narrow));
        row(Outcome.OK, "a dialed callback", Stage::dialing, s -> s.engine.move(START_MS, CALLBACK, s.narrow));
        row(Outcome.OK, "to a Ready agent", Stage::bobReadyForNarrow, s -> s.engine.move(START_MS, CALL, s.narrow));
        row(Outcome.UNKNOWN_QUEUE, "", Stage::ringing, s -> s.engine.move(START_MS, CALL, s.foreign));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::ringing, s -> s.engine.move(START_MS, NOTHING, s.narrow));
        row(Outcome.WRONG_STATE, "ringing", Stage::ringing, s -> s.engine.move(START_MS, CALL, s.narrow));
        row(Outcome.CLOCK_JUMP, "", Stage::ringing, s -> s.engine.move(FAR_MS, CALL, s.narrow));
        of("cancel(long,long)");
        row(Outcome.OK, "waiting", s -> s.callback(CALLBACK, NUMBER), s -> s.engine.cancel(START_MS, CALLBACK));
        row(Outcome.OK, "dialed", Stage::dialing, s -> s.engine.cancel(START_MS, CALLBACK));
        row(Outcome.WRONG_STATE, "a call", Stage::ringing, s -> s.engine.cancel(START_MS, CALL));
        row(Outcome.UNKNOWN_INTERACTION, "", Stage::ringing, s -> s.engine.cancel(START_MS, NOTHING));
        row(Outcome.CLOCK_JUMP, "", Stage::dialing, s -> s.engine.cancel(FAR_MS, CALLBACK));
    }

    private void queries() {
        of("nowMs()");
        row(true, "", Stage::full, s -> s.engine.nowMs() == START_MS);
        of("nextDeadlineMs()");
        row(true, "", Stage::full, s -> s.engine.nextDeadlineMs() == START_MS + 60_000);
        of("clockRegressions()");
        row(true, "", Stage::full, s -> s.engine.clockRegressions() == 0);
        of("settings(VirtualQueue)");
        row(true, "", Stage::full, s -> s.engine.settings(s.queue).attempts() == 2);
        of("read(long,InteractionView)");
        row(true, "present", Stage::full, s -> s.engine.read(CALL, s.interactionView));
        row(false, "absent", Stage::full, s -> s.engine.read(NOTHING, s.interactionView));
        of("position(long)");
        row(true, "last of all", Stage::full, s -> s.engine.position(CALL + 5) == Stage.INTERACTIONS);
        of("readAgent(long,AgentView)");
        row(true, "defined", Stage::talking, s -> s.engine.readAgent(ANN, s.agentView));
        row(false, "not defined", Stage::talking, s -> s.engine.readAgent(NOBODY, s.agentView));
        of("read(VirtualQueue,QueueView)");
        row(true, "", Stage::full, s -> {
            s.engine.read(s.queue, s.queueView);
            return s.queueView.waiting() == Stage.INTERACTIONS;
        });
        row(true, "with counts", Stage::oneServedOneGone, s -> {
            s.engine.read(s.queue, s.queueView);
            return s.queueView.recent().servedInTime() == 1
                    && s.queueView.recent().abandoned() == 1
                    && s.queueView.agents(AgentState.BUSY) == 1;
        });
        row(true, "after the window", AllocationTable::daysLater, s -> {
            s.engine.read(s.queue, s.queueView);
            return s.queueView.recent().abandoned() == 0
                    && s.queueView.sinceStart().abandoned() == 1;
        });
        of("estimate(VirtualQueue,WaitEstimate)");
        row(true, "with an agent Ready", s -> s.ready(ANN), s -> {
            s.engine.estimate(s.queue, s.waitEstimate);
            return s.waitEstimate.medianMs() == 0;
        });
        row(true, "with figures", Stage::offering, s -> {
            s.engine.estimate(s.offering, s.waitEstimate);
            return s.waitEstimate.medianMs() > 1_000;
        });
        of("estimate(long,WaitEstimate)");
        row(true, "with figures", Stage::offering, s -> s.engine.estimate(NEW + 1, s.waitEstimate));
        row(false, "absent", Stage::full, s -> s.engine.estimate(NOTHING, s.waitEstimate));
        of("readyAgents()");
        row(true, "", s -> s.ready(ANN), s -> s.engine.readyAgents() == 1);
        of("interactions()");
        row(true, "", Stage::full, s -> s.engine.interactions() == Stage.INTERACTIONS);
    }

    private static void daysLater(final Stage stage) {
        stage.oneServedOneGone();
        stage.engine.advanceTo(FAR_MS);
    }

    private static Outcome call(final Stage stage, final long nowMs) {
        return stage.engine.callArrived(nowMs, stage.request.of(NEW, stage.queue));
    }

    private static Outcome callback(final Stage stage, final long nowMs, final long id, final long number) {
        return stage.engine.requestCallback(
                nowMs, stage.request.of(id, stage.queue).number(number));
    }

    private static Outcome offer(
            final Stage stage, final long nowMs, final long call, final long as, final long number) {
        return stage.engine.acceptOffer(nowMs, call, stage.request.of(as, null).number(number));
    }

    private static Outcome failed(
            final Stage stage, final long nowMs, final long id, final int attempt, final DialFailure reason) {
        return stage.engine.dialFailed(nowMs, id, attempt, reason);
    }
}
