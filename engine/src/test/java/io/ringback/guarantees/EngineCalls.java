package io.ringback.guarantees;

import io.ringback.AgentView;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.InteractionView;
import io.ringback.QueueSettings;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.WaitEstimate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One call of every method of the engine: commands and definitions, which change it, and queries. */
final class EngineCalls {
    private static final long NEW_ID = 900;
    private static final long NUMBER = 15_559_999;

    /** By signature. */
    static final Map<String, Consumer<Day>> COMMANDS = new TreeMap<>();

    /** By signature. */
    static final Map<String, Consumer<Day>> QUERIES = new TreeMap<>();

    static {
        definitions();
        agentFacts();
        customerFacts();
        wishes();
        queries();
    }

    private EngineCalls() {}

    private static void definitions() {
        COMMANDS.put("advanceTo(long)", day -> day.engine.advanceTo(day.nowMs.get() + 60_000));
        COMMANDS.put("defineSkill(String)", day -> day.engine.defineSkill("fr"));
        COMMANDS.put("target(String)", day -> day.engine.target("en > 7"));
        COMMANDS.put(
                "queue(long,String,QueueSettings)",
                day -> day.engine.queue(
                        day.nowMs.get(), "support", QueueSettings.builder().build()));
        COMMANDS.put(
                "calendar(long,String,BusinessCalendar)",
                day -> day.engine.calendar(day.nowMs.get(), "office", Day.hours("10:00-11:00")));
        COMMANDS.put(
                "defineAgent(long,long,SkillLevels)",
                day -> day.engine.defineAgent(day.nowMs.get(), Day.ANN, SkillLevels.none()));
        COMMANDS.put("removeAgent(long,long)", day -> day.engine.removeAgent(day.nowMs.get(), Day.BOB));
    }

    private static void agentFacts() {
        COMMANDS.put("agentReady(long,long)", day -> day.engine.agentReady(day.nowMs.get(), Day.BOB));
        COMMANDS.put("agentNotReady(long,long)", day -> day.engine.agentNotReady(day.nowMs.get(), Day.ANN));
        COMMANDS.put("agentAnswered(long,long)", day -> day.engine.agentAnswered(day.nowMs.get(), Day.ANN));
        COMMANDS.put(
                "agentAnswered(long,long,long)", day -> day.engine.agentAnswered(day.nowMs.get(), Day.ANN, Day.CALL));
        COMMANDS.put("agentDeclined(long,long)", day -> day.engine.agentDeclined(day.nowMs.get(), Day.ANN));
        COMMANDS.put(
                "agentDeclined(long,long,long)", day -> day.engine.agentDeclined(day.nowMs.get(), Day.ANN, Day.CALL));
        COMMANDS.put("agentCompleted(long,long)", day -> day.engine.agentCompleted(day.nowMs.get(), Day.ANN));
        COMMANDS.put(
                "agentCompleted(long,long,long)", day -> day.engine.agentCompleted(day.nowMs.get(), Day.ANN, Day.CALL));
        COMMANDS.put("agentLoggedOut(long,long)", day -> day.engine.agentLoggedOut(day.nowMs.get(), Day.ANN));
    }

    private static void customerFacts() {
        COMMANDS.put(
                "callArrived(long,Request)",
                day -> day.engine.callArrived(day.nowMs.get(), new Request().of(NEW_ID, day.queue)));
        COMMANDS.put("customerLeft(long,long)", day -> day.engine.customerLeft(day.nowMs.get(), Day.CALL));
        COMMANDS.put("dialAnswered(long,long,int)", day -> day.engine.dialAnswered(day.nowMs.get(), Day.CALLBACK, 1));
        COMMANDS.put(
                "dialFailed(long,long,int,DialFailure)",
                day -> day.engine.dialFailed(day.nowMs.get(), Day.CALLBACK, 1, DialFailure.BUSY));
    }

    private static void wishes() {
        COMMANDS.put(
                "requestCallback(long,Request)",
                day -> day.engine.requestCallback(
                        day.nowMs.get(), new Request().of(NEW_ID, day.queue).number(NUMBER)));
        COMMANDS.put(
                "acceptOffer(long,long,Request)",
                day -> day.engine.acceptOffer(
                        day.nowMs.get(),
                        Day.CALL,
                        new Request().of(NEW_ID, null).number(NUMBER)));
        COMMANDS.put(
                "reschedule(long,long,long)",
                day -> day.engine.reschedule(day.nowMs.get(), Day.BOOKING, day.nowMs.get() + 60_000));
        COMMANDS.put(
                "rescheduleExactly(long,long,long)",
                day -> day.engine.rescheduleExactly(day.nowMs.get(), Day.BOOKING, day.nowMs.get() + 60_000));
        COMMANDS.put("move(long,long,VirtualQueue)", day -> day.engine.move(day.nowMs.get(), Day.CALLBACK, day.queue));
        COMMANDS.put("cancel(long,long)", day -> day.engine.cancel(day.nowMs.get(), Day.CALLBACK));
    }

    private static void queries() {
        QUERIES.put("nowMs()", day -> day.engine.nowMs());
        QUERIES.put("nextDeadlineMs()", day -> day.engine.nextDeadlineMs());
        QUERIES.put("clockRegressions()", day -> day.engine.clockRegressions());
        QUERIES.put("settings(VirtualQueue)", day -> day.engine.settings(day.queue));
        QUERIES.put("read(long,InteractionView)", day -> day.engine.read(Day.CALL, new InteractionView()));
        QUERIES.put("position(long)", day -> day.engine.position(Day.CALL));
        QUERIES.put("readAgent(long,AgentView)", day -> day.engine.readAgent(Day.ANN, new AgentView()));
        QUERIES.put("read(VirtualQueue,QueueView)", day -> day.engine.read(day.queue, new QueueView()));
        QUERIES.put("estimate(VirtualQueue,WaitEstimate)", day -> day.engine.estimate(day.queue, new WaitEstimate()));
        QUERIES.put("estimate(long,WaitEstimate)", day -> day.engine.estimate(Day.CALL + 3, new WaitEstimate()));
        QUERIES.put(
                "slots(VirtualQueue,long,long,SlotVisitor)",
                day -> day.engine.slots(day.queue, Day.START_MS, Engine.TIME_MAX_MS, (startMs, free, capacity) -> {}));
        QUERIES.put("readyAgents()", day -> day.engine.readyAgents());
        QUERIES.put("interactions()", day -> day.engine.interactions());
        QUERIES.put("stateHash()", day -> day.engine.stateHash());
    }
}
