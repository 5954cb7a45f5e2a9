package io.ringback.guarantees;

import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.agrona.ErrorHandler;

/** A short day in which every callback of the listener is called, some by commands and some by timers. */
final class Day {
    static final long START_MS = 1_772_442_000_000L;
    static final long ANN = 1;
    static final long BOB = 2;
    static final long CALL = 100;
    static final long CALLBACK = 200;
    static final long BOOKING = 250;

    final Engine engine;
    final VirtualQueue queue;
    final Request request = new Request();
    final AtomicLong nowMs = new AtomicLong(START_MS);

    Day(final EngineListener listener, final ErrorHandler errorHandler) {
        this(listener, errorHandler, Engine::create);
    }

    Day(
            final EngineListener listener,
            final ErrorHandler errorHandler,
            final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        engine = maker.apply(
                EngineConfig.builder()
                        .agents(10)
                        .interactions(50)
                        .skills("en")
                        .errorHandler(errorHandler)
                        .build(),
                listener);
        engine.calendar(START_MS, "office", hours("08:00-12:00,13:00-18:00"));
        queue = engine.queue(
                START_MS,
                "support",
                QueueSettings.builder()
                        .skills("en")
                        .answerTimeout(Duration.ofSeconds(10))
                        .wrapUp(Duration.ofSeconds(5))
                        .attempts(2)
                        .attemptTimeout(Duration.ofSeconds(20))
                        .retryDelay(Duration.ofSeconds(30))
                        .purgeAfter(Duration.ofHours(1))
                        .offerAbove(Duration.ofSeconds(1))
                        .calendar("office")
                        .build());
        engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 5));
        engine.defineAgent(START_MS, BOB, SkillLevels.of("en", 5));
    }

    /** Of a week from Monday to Friday. */
    static BusinessCalendar hours(final String hours) {
        return BusinessCalendar.in("Europe/London").weekly("mon-fri", hours).build();
    }

    /** Lives through the day; it ends with calls and callbacks of all states present. */
    void live() {
        callThatIsDeclinedTwice();
        callbackThatIsDialedThrice();
        callFromSomebodyWhoIsOwedACallback();
        bookings();
        wait(3_600);
        leaveSomethingBehind();
    }

    private void callThatIsDeclinedTwice() {
        accepted(engine.callArrived(now(), request.of(CALL, queue)));
        accepted(engine.agentReady(now(), ANN));
        accepted(engine.agentDeclined(after(2), ANN));
        accepted(engine.agentReady(after(1), BOB));
        wait(10);
        accepted(engine.agentReady(now(), ANN));
        accepted(engine.agentAnswered(after(3), ANN));
        accepted(engine.agentCompleted(after(60), ANN));
        wait(5);
    }

    private void callbackThatIsDialedThrice() {
        accepted(engine.requestCallback(now(), request.of(CALLBACK, queue).number(15550001)));
        wait(20);
        wait(30);
        accepted(engine.dialFailed(after(4), CALLBACK, 2, DialFailure.ERROR));
        wait(10);
        accepted(engine.dialAnswered(after(4), CALLBACK, 3));
        accepted(engine.agentAnswered(after(4), ANN, CALLBACK));
        accepted(engine.agentCompleted(after(60), ANN));
        wait(5);
    }

    private void callFromSomebodyWhoIsOwedACallback() {
        accepted(engine.requestCallback(now(), request.of(CALLBACK + 1, queue).number(15550002)));
        accepted(engine.callArrived(after(3), request.of(CALL + 1, queue).number(15550002)));
        accepted(engine.agentLoggedOut(after(3), ANN));
        accepted(engine.customerLeft(after(3), CALL + 1));
        accepted(engine.requestCallback(now(), request.of(CALLBACK + 2, queue).number(15550003)));
    }

    /** One for this hour, one that finds the same slot full, and one for the afternoon, which is then taken off. */
    private void bookings() {
        accepted(engine.requestCallback(
                now(), request.of(BOOKING, queue).number(15550006).at(now() + 900_000)));
        accepted(engine.reschedule(now(), BOOKING, now() + 1_800_000));
        final Outcome full = engine.requestCallback(
                now(), request.of(BOOKING + 1, queue).number(15550007).exactlyAt(now() + 1_800_000));
        if (full != Outcome.SLOT_FULL) {
            throw new AssertionError("a slot of one place was booked twice: " + full);
        }
        accepted(engine.requestCallback(
                now(), request.of(BOOKING + 1, queue).number(15550007).at(now() + 7 * 3_600_000)));
        engine.calendar(now(), "office", hours("08:00-15:00"));
    }

    private void leaveSomethingBehind() {
        accepted(engine.agentReady(now(), ANN));
        accepted(engine.callArrived(now(), request.of(CALL + 2, queue)));
        accepted(engine.callArrived(now(), request.of(CALL + 3, queue).number(15550005)));
        accepted(engine.requestCallback(now(), request.of(CALLBACK + 3, queue).number(15550004)));
        accepted(engine.requestCallback(
                now(), request.of(BOOKING + 2, queue).number(15550008).at(now() + 3_600_000)));
        accepted(engine.agentReady(after(1), BOB));
    }

    private void wait(final int seconds) {
        accepted(engine.advanceTo(after(seconds)));
    }

    private long now() {
        return nowMs.get();
    }

    private long after(final int seconds) {
        return nowMs.addAndGet(seconds * 1_000L);
    }

    private static void accepted(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new AssertionError("the day does not go as planned: " + outcome);
        }
    }
}
