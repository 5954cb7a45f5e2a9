package io.ringback.examples.host;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.InteractionView;
import io.ringback.QueueSettings;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import io.ringback.host.EngineHost;
import io.ringback.host.HostConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A shift: opens the queues, lets people call and work, closes so that nobody is forgotten, and counts. */
final class Demonstration {
    private static final Duration CLOSING_MAX = Duration.ofSeconds(5);
    private static final long START_MS = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
    private static final long NANOS_PER_MS = 1_000_000;
    private static final String LEGEND = "> what the host reports, < what the engine decides; Ctrl-C closes";

    private static final EngineConfig.Builder CONFIG =
            EngineConfig.builder().skills("english", "billing").interactions(20_000);
    private static final QueueSettings SUPPORT = QueueSettings.builder()
            .skills("english")
            .answerTimeout(Duration.ofSeconds(8))
            .wrapUp(Duration.ofSeconds(3))
            .attemptTimeout(Duration.ofSeconds(20))
            .retryDelay(Duration.ofSeconds(15))
            .offerAbove(Duration.ofSeconds(20))
            .build();
    private static final QueueSettings BILLING =
            SUPPORT.toBuilder().skills("english & billing").priority(1).build();

    private final Plan plan;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final Reports reports;
    private final SplittableRandom random;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Decisions decisions;
    private final Engine engine;
    private final List<VirtualQueue> queues;

    Demonstration(final Plan plan, final PrintStream out) {
        this.plan = plan;
        this.out = out;
        final Conversation conversation = new Conversation(out);
        reports = new Reports(conversation, tally);
        random = new SplittableRandom(plan.seed());
        decisions = new Decisions(conversation, tally, reports, random.split());
        engine = Engine.create(CONFIG.errorHandler(failures::add).build(), decisions);
        queues = List.of(engine.queue(START_MS, "support", SUPPORT), engine.queue(START_MS, "billing", BILLING));
        for (int agent = 1; agent <= plan.agents(); agent++) {
            engine.defineAgent(START_MS, agent, SkillLevels.of("english", 5, "billing", agent % 2));
        }
    }

    /**
     * Plays the plan to its end, or until {@link #stop}.
     *
     * @throws IllegalStateException when something got lost, or threw
     * @throws InterruptedException when interrupted; all threads are ended then
     */
    void play() throws InterruptedException {
        out.println(LEGEND);
        final EngineHost host = EngineHost.start(
                engine,
                HostConfig.builder()
                        .wallClock(clock())
                        .errorHandler(failures::add)
                        .build());
        final Telephony telephony = new Telephony(host, plan.speed());
        decisions.connect(telephony);
        try {
            agentsBegin(telephony);
            new Customers(plan, telephony, reports, queues, random).arrive();
            over.await(plan.seconds() * 1_000L / plan.speed(), TimeUnit.MILLISECONDS);
        } finally {
            telephony.close();
            host.submit(this::endAll, CLOSING_MAX);
            host.close();
        }
        count(telephony.turnedAway());
    }

    /** Ends the play before its time; from any thread, at any time. */
    void stop() {
        over.countDown();
    }

    Tally tally() {
        return tally;
    }

    private void agentsBegin(final Telephony telephony) {
        for (int agent = 1; agent <= plan.agents(); agent++) {
            final long who = agent;
            telephony.agents().after(agent * 500L, (host, nowMs) -> reports.ready(host, nowMs, who));
        }
    }

    /** Real time, so many times as fast. The host sleeps by the real clock, which a sped-up timer may feel. */
    private LongSupplier clock() {
        final long startNs = System.nanoTime();
        return () -> START_MS + (System.nanoTime() - startNs) * plan.speed() / NANOS_PER_MS;
    }

    /**
     * On the engine's thread, as its last command: first those who wait, so that nobody is routed to an agent any more.
     */
    private void endAll(final Engine its, final long nowMs) {
        final InteractionView view = new InteractionView();
        for (long id = 1; id <= reports.latestId(); id++) {
            if (its.read(id, view) && view.state() != InteractionState.WITH_AGENT) {
                end(its, nowMs, view);
            }
        }
        for (long id = 1; id <= reports.latestId(); id++) {
            if (its.read(id, view)) {
                end(its, nowMs, view);
            }
        }
    }

    /** A conversation is completed; who has none leaves, or is not called back. */
    private void end(final Engine its, final long nowMs, final InteractionView view) {
        if (view.state() == InteractionState.WITH_AGENT) {
            reports.completed(its, nowMs, view.agentId(), view.id());
        } else if (view.kind() == InteractionKind.LIVE_CALL) {
            reports.turnedOut(its, nowMs, view.id());
        } else {
            reports.cancel(its, nowMs, view.id());
        }
    }

    /** The host's thread has ended, so that this one may use the engine. */
    private void count(final int turnedAway) {
        final int present = engine.interactions();
        out.println();
        out.print(tally.summary(present, turnedAway));
        engine.validate();
        if (tally.accepted() != tally.ended() + present) {
            throw new IllegalStateException("an interaction got lost");
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a command or a callback threw", failures.peek());
        }
    }
}
