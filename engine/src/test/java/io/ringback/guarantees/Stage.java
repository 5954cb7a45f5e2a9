package io.ringback.guarantees;

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

    final Engine engine;
    final VirtualQueue queue;
    final VirtualQueue narrow;
    final VirtualQueue offering;
    final VirtualQueue foreign;
    final Request request = new Request();
    final InteractionView interactionView = new InteractionView();
    final AgentView agentView = new AgentView();
    final QueueView queueView = new QueueView();
    final WaitEstimate waitEstimate = new WaitEstimate();

    Stage(final EngineListener listener) {
        this(listener, Engine::create);
    }

    Stage(final EngineListener listener, final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        final EngineConfig config = EngineConfig.builder()
                .agents(AGENTS)
                .interactions(INTERACTIONS)
                .skills("en", "de")
                .build();
        engine = maker.apply(config, listener);
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
        engine.defineAgent(START_MS, ANN, SkillLevels.of("en", 8));
        engine.defineAgent(START_MS, BOB, SkillLevels.of("en", 6, "de", 1));
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

    static void done(final Outcome outcome) {
        if (outcome != Outcome.OK) {
            throw new AssertionError("the stage could not be set: " + outcome);
        }
    }
}
