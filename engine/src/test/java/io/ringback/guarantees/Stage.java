package io.ringback.guarantees;

import io.ringback.AgentView;
import io.ringback.AtClose;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.QueueView;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.SlotVisitor;
import io.ringback.VirtualQueue;
import io.ringback.WaitEstimate;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.function.BiFunction;

/** A small engine brought into some situation, so that one more call can be measured. */
final class Stage {
    static final long START_MS = 1_772_442_000_000L;
    static final long FAR_MS = START_MS + Duration.ofDays(3).toMillis();
    static final long ANN = 1;
    static final long BOB = 2;
    static final long NOBODY = 99;
    static final long CALL = 100;
    static final long CALLBACK = 200;
    static final long NEW = 300;
    static final long NOTHING = 999;
    static final long NUMBER = 15_550_001;
    static final int AGENTS = 4;
    static final int INTERACTIONS = 6;
    static final int BOOKINGS = 3;
    static final long MINUTE_MS = 60_000;

    /** Of a slot, in whatever queue. */
    static final long SOON_MS = START_MS + 15 * MINUTE_MS;

    /** The end of the business day of {@link #office}, eight and a half hours from now. */
    static final long OFFICE_ENDS_MS = START_MS + 510 * MINUTE_MS;

    /** The end of the business day of {@link #brief}. */
    static final long BRIEF_ENDS_MS = START_MS + 2 * MINUTE_MS;

    final Engine engine;
    final VirtualQueue queue;
    final VirtualQueue narrow;
    final VirtualQueue offering;
    final VirtualQueue foreign;

    /** Open for a working day, with two places a quarter of an hour. */
    final VirtualQueue office;

    /** As the office, and carries callbacks over to the next day. */
    final VirtualQueue carrying;

    /** Closes in two minutes. */
    final VirtualQueue brief;

    /** Always open; three slots within its horizon, of one place each. */
    final VirtualQueue small;

    final Request request = new Request();
    final InteractionView interactionView = new InteractionView();
    final AgentView agentView = new AgentView();
    final QueueView queueView = new QueueView();
    final WaitEstimate waitEstimate = new WaitEstimate();
    int freePlaces;
    final SlotVisitor addFree = (startMs, free, capacity) -> freePlaces += free;

    Stage(final EngineListener listener) {
        this(listener, Engine::create);
    }

    Stage(final EngineListener listener, final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        final EngineConfig config = EngineConfig.builder()
                .agents(AGENTS)
                .interactions(INTERACTIONS)
                .bookings(BOOKINGS)
                .skills("en", "de")
                .build();
        engine = maker.apply(config, listener);
        engine.calendar(START_MS, "office", hours("08:00-12:00,13:00-17:30"));
        engine.calendar(START_MS, "brief", hours("08:00-09:02"));
        queue = engine.queue(
                START_MS,
                "support",
                QueueSettings.builder()
                        .skills("en > 5")
                        .then(Duration.ofSeconds(60), "en")
                        .answerTimeout(Duration.ofSeconds(10))
                        .wrapUp(Duration.ZERO)
                        .attempts(2)
                        .maxPerNumber(2)
                        .build());
        narrow = engine.queue(
                START_MS,
                "narrow",
                QueueSettings.builder()
                        .skills("de")
                        .maxWaiting(1)
                        .maxCallbacks(1)
                        .attempts(1)
                        .build());
        offering = engine.queue(
                START_MS,
                "offering",
                QueueSettings.builder()
                        .skills("de")
                        .priority(-1)
                        .callbackYield(Duration.ofSeconds(30))
                        .offerAbove(Duration.ofSeconds(1))
                        .build());
        foreign = Engine.create(config, listener)
                .queue(START_MS, "foreign", QueueSettings.builder().build());
        office = queue("office", office(2));
        carrying = queue("carrying", bookable().calendar("office").atClose(AtClose.CARRY_OVER));
        brief = queue("brief", bookable().skills("de").calendar("brief"));
        small = queue("small", bookable().horizon(Duration.ofMinutes(30)));
        engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 8));
        engine.defineAgent(START_MS, BOB, SkillLevels.of("en", 6, "de", 1));
    }

    static BusinessCalendar hours(final String hours) {
        return BusinessCalendar.in("Europe/London").weekly("mon-fri", hours).build();
    }

    private static QueueSettingsBuilder office(final int places) {
        return bookable()
                .calendar("office")
                .slotCapacity(SlotCapacity.of(places))
                .maxPerNumber(2)
                .maxCallbacks(2);
    }

    private static QueueSettingsBuilder bookable() {
        return QueueSettings.builder().skills("en");
    }

    private VirtualQueue queue(final String name, final QueueSettingsBuilder settings) {
        return engine.queue(START_MS, name, settings.build());
    }

    void ready(final long agent) {
        done(engine.agentReady(START_MS, agent));
    }

    void call(final long id) {
        done(engine.callArrived(START_MS, request.of(id, queue)));
    }

    void callback(final long id, final long number) {
        done(engine.requestCallback(START_MS, request.of(id, queue).number(number)));
    }

    /** Ann has a call that rings. */
    void ringing() {
        ready(ANN);
        call(CALL);
    }

    /** Ann has a call that she answered. */
    void talking() {
        ringing();
        done(engine.agentAnswered(START_MS, ANN));
    }

    /** Ann has answered a call; another customer has hung up. */
    void oneServedOneGone() {
        talking();
        call(NEW);
        done(engine.customerLeft(START_MS, NEW));
    }

    /** Ann's Ready has let a callback be dialed. */
    void dialing() {
        ready(ANN);
        callback(CALLBACK, NUMBER);
    }

    /** The first dial of the callback has failed; the second is out. */
    void dialingAgain() {
        dialing();
        done(engine.dialFailed(START_MS, CALLBACK, 1, DialFailure.BUSY));
        done(engine.advanceTo(START_MS + 300_000));
    }

    /** Waiting calls up to the capacity. */
    void full() {
        for (int n = 0; n < INTERACTIONS; n++) {
            call(CALL + n);
        }
    }

    /** All room is taken, by calls and one callback. */
    void fullButOne() {
        callback(CALLBACK, NUMBER);
        for (int n = 1; n < INTERACTIONS; n++) {
            call(CALL + n);
        }
    }

    /** The number has all the callbacks that it may have; a call waits. */
    void owedTwice() {
        callback(CALLBACK, NUMBER);
        callback(CALLBACK + 1, NUMBER);
        call(CALL);
    }

    /** A callback fills the narrow queue; a call has come there all the same, by a move. */
    void narrowFull() {
        done(engine.requestCallback(START_MS, request.of(CALLBACK, narrow).number(NUMBER + 1)));
        call(CALL);
        done(engine.move(START_MS, CALL, narrow));
    }

    void narrowFullOfCalls() {
        done(engine.callArrived(START_MS, request.of(CALL, narrow)));
    }

    /** Bob, who does not serve the call that waits, would in the narrow queue. */
    void bobReadyForNarrow() {
        done(engine.defineAgent(START_MS, BOB, SkillLevels.of("de", 5)));
        call(CALL);
        ready(BOB);
    }

    /** Bob has taken a minute for a call and has the next; another call and a callback wait there, one elsewhere. */
    void offering() {
        ready(BOB);
        done(engine.callArrived(START_MS, request.of(CALL, offering)));
        done(engine.agentCompleted(START_MS + 60_000, BOB));
        done(engine.agentReady(START_MS + 60_000, BOB));
        done(engine.callArrived(START_MS + 60_000, request.of(CALL + 1, offering)));
        done(engine.callArrived(START_MS + 60_000, request.of(NEW + 1, offering)));
        done(engine.requestCallback(
                START_MS + 60_000, request.of(CALLBACK, offering).number(NUMBER + 1)));
        done(engine.callArrived(START_MS + 60_000, request.of(CALL + 2, narrow)));
    }

    /** A callback is booked for a quarter past nine. */
    void booked() {
        booked(CALLBACK, office, SOON_MS);
    }

    /** A callback is booked for a time, or near it. */
    void booked(final long id, final VirtualQueue where, final long atMs) {
        done(engine.requestCallback(
                START_MS, request.of(id, where).number(NUMBER + id).at(atMs)));
    }

    void bookedBesideAnAgent() {
        ready(ANN);
        booked();
    }

    /** Nothing happens before the slot of a booking starts. */
    void bookedForTheNextDeadline() {
        booked();
        done(engine.advanceTo(BRIEF_ENDS_MS));
    }

    /** The office has as many callbacks as it may have, all of one number. */
    void bookedTwice() {
        for (int n = 0; n < 2; n++) {
            done(engine.requestCallback(
                    START_MS, request.of(CALLBACK + n, office).number(NUMBER).at(SOON_MS)));
        }
    }

    /** As many bookings as the engine holds. */
    void bookedUp() {
        booked(CALLBACK, office, SOON_MS);
        booked(CALLBACK + 1, office, SOON_MS);
        booked(CALLBACK + 2, carrying, SOON_MS);
    }

    void callWhenBookedUp() {
        bookedUp();
        done(engine.callArrived(START_MS, request.of(CALL, carrying)));
    }

    void callInTheOffice() {
        done(engine.callArrived(START_MS, request.of(CALL, office)));
    }

    /** Of the three slots of the small queue the last is free; the first starts now. */
    void smallNearlyFull() {
        booked(CALLBACK, small, START_MS);
        booked(CALLBACK + 1, small, SOON_MS);
    }

    void smallFull() {
        smallNearlyFull();
        booked(CALLBACK + 2, small, SOON_MS);
    }

    /** A callback is booked, and then no slot of its queue takes anybody; a call waits there. */
    void bookedWhereNothingIsFree() {
        booked();
        queue("office", office(0));
        callInTheOffice();
    }

    /** A booked callback's slot has started; it waits. */
    void due() {
        booked();
        done(engine.advanceTo(SOON_MS));
    }

    /** Two callbacks wait, in a queue that purges and in one that carries over; Ann has had one of them dialed. */
    void beforeTheEndOfTheDay() {
        done(engine.agentReady(START_MS, ANN));
        done(engine.advanceTo(OFFICE_ENDS_MS - 10_000));
        done(engine.requestCallback(
                engine.nowMs(), request.of(CALLBACK, carrying).number(NUMBER)));
        done(engine.requestCallback(
                engine.nowMs(), request.of(CALLBACK + 1, office).number(NUMBER)));
    }

    /** A callback was carried over, and Ann is Ready in the night. */
    void night() {
        beforeTheEndOfTheDay();
        done(engine.advanceTo(OFFICE_ENDS_MS + MINUTE_MS));
    }

    /** Bob has taken a minute for a call and has the next; three calls wait in the queue that closes in a minute. */
    void tooLate() {
        ready(BOB);
        for (int n = 0; n < 5; n++) {
            done(engine.callArrived(START_MS, request.of(CALL + n, brief)));
        }
        done(engine.agentCompleted(START_MS + MINUTE_MS, BOB));
        done(engine.agentReady(START_MS + MINUTE_MS, BOB));
    }

    /** A call waits in a queue that has closed. */
    void closed() {
        done(engine.callArrived(START_MS, request.of(CALL, brief)));
        done(engine.advanceTo(BRIEF_ENDS_MS));
    }

    static void done(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new AssertionError("the stage could not be set: " + outcome);
        }
    }
}
