package io.ringback.guarantees;

import io.ringback.AgentChoice;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionState;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.Target;
import io.ringback.VirtualQueue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;

/** Plays recorded commands on an engine of its own. */
final class Player {
    static final int HASH_EVERY = 100;

    private static final List<QueueSettings> SETTINGS = List.of(
            settings().build(),
            settings()
                    .then(Duration.ofSeconds(20), "en")
                    .callbackYield(Duration.ofMinutes(1))
                    .build(),
            settings().agentChoice(AgentChoice.LEAST_SKILLED).maxPerNumber(3).build(),
            settings()
                    .skills("de")
                    .then(Duration.ofSeconds(9), "en | de")
                    .maxWaiting(9)
                    .linkIncoming(false)
                    .build());

    private final Transcript transcript = new Transcript();
    private final Engine engine;
    private final Request request = new Request();
    private final InteractionView view = new InteractionView();
    private final VirtualQueue[] queues;
    private final Target[] targets;

    /** An engine with room for so many agents and interactions. */
    Player(final int agents, final int interactions) {
        this(agents, interactions, Engine::create);
    }

    /** As well, made in another way. */
    Player(final int agents, final int interactions, final BiFunction<EngineConfig, EngineListener, Engine> maker) {
        engine = maker.apply(
                EngineConfig.builder()
                        .agents(agents)
                        .interactions(interactions)
                        .skills("en", "de")
                        .build(),
                transcript.listener());
        queues = new VirtualQueue[] {
            engine.queue(Recording.START_MS, "sales", SETTINGS.get(0)),
            engine.queue(Recording.START_MS, "support", SETTINGS.get(1))
        };
        targets = new Target[] {null, null, engine.target("en >= 5"), engine.target("de")};
    }

    private static QueueSettings.Builder settings() {
        return QueueSettings.builder()
                .answerTimeout(Duration.ofSeconds(15))
                .wrapUp(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(20))
                .retryDelay(Duration.ofSeconds(30))
                .attempts(2)
                .purgeAfter(Duration.ofMinutes(5))
                .offerAbove(Duration.ofSeconds(1));
    }

    Engine engine() {
        return engine;
    }

    Transcript transcript() {
        return transcript;
    }

    List<VirtualQueue> queues() {
        return List.of(queues);
    }

    VirtualQueue queue() {
        return queues[0];
    }

    /** All events and outcomes, and the state hash now and then, in one number. */
    String digest(final List<Step> steps) {
        final StringBuilder text = new StringBuilder();
        for (int n = 0; n < steps.size(); n++) {
            text.append(apply(steps.get(n))).append('\n');
            if (n % HASH_EVERY == 0) {
                text.append(engine.stateHash()).append('\n');
            }
        }
        text.append(transcript.text());
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (final NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    Outcome apply(final Step step) {
        final long nowMs = step.atMs();
        final long agent = step.agent();
        final long id = step.id();
        final int detail = step.detail();
        return switch (step.kind()) {
            case DEFINE -> engine.defineAgent(nowMs, agent, SkillLevels.of("en", detail % 10, "de", detail / 10 % 10));
            case REMOVE -> engine.removeAgent(nowMs, agent);
            case READY -> engine.agentReady(nowMs, agent);
            case NOT_READY -> engine.agentNotReady(nowMs, agent);
            case ANSWERED -> engine.agentAnswered(nowMs, agent);
            case DECLINED -> engine.agentDeclined(nowMs, agent);
            case COMPLETED -> engine.agentCompleted(nowMs, agent);
            case LOGGED_OUT -> engine.agentLoggedOut(nowMs, agent);
            case CALL -> engine.callArrived(nowMs, request(id, detail));
            case LEFT -> engine.customerLeft(nowMs, id);
            case DIAL_ANSWERED -> engine.dialAnswered(nowMs, dialed(id), attempt(dialed(id), detail));
            case DIAL_FAILED ->
                engine.dialFailed(nowMs, dialed(id), attempt(dialed(id), detail), DialFailure.values()[detail % 4]);
            case CALLBACK -> engine.requestCallback(nowMs, request(id, detail));
            case ACCEPT_OFFER -> engine.acceptOffer(nowMs, id, request(1 + detail % Recording.INTERACTIONS, detail));
            case MOVE -> engine.move(nowMs, id, queues[detail % 2]);
            case CANCEL -> engine.cancel(nowMs, id);
            case ADVANCE -> engine.advanceTo(nowMs + detail * 100L);
            case SETTINGS -> {
                engine.queue(nowMs, queues[detail % 2].name(), SETTINGS.get(detail / 2 % SETTINGS.size()));
                yield Outcome.OK;
            }
        };
    }

    /** The first interaction from an id on that is being dialed now; the id itself when there is none. */
    private long dialed(final long id) {
        for (long place = 0; place < Recording.INTERACTIONS; place++) {
            final long candidate = 1 + (id - 1 + place) % Recording.INTERACTIONS;
            if (engine.read(candidate, view) && view.state() == InteractionState.INVITED) {
                return candidate;
            }
        }
        return id;
    }

    /** Mostly the current attempt; now and then the one before. */
    private int attempt(final long id, final int detail) {
        return engine.read(id, view) ? view.attempt() - (detail % 10 == 9 ? 1 : 0) : 1;
    }

    private Request request(final long id, final int detail) {
        request.of(id, queues[detail % 2]).number(15_550_000 + detail % 7).target(targets[detail / 2 % targets.length]);
        if (detail % 5 == 0) {
            request.priority(detail % 11 - 5);
        }
        if (detail % 9 == 0) {
            request.headStart(detail * 100L);
        }
        return request;
    }
}
