package io.ringback.guarantees;

import io.ringback.AgentChoice;
import io.ringback.AtClose;
import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionState;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.Target;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plays recorded commands on an engine of its own. */
final class Player {
    static final int HASH_EVERY = 100;

    /** Open for twenty minutes of each half hour, for much of some days, and never. */
    static final List<BusinessCalendar> CALENDARS = List.of(
            BusinessCalendar.in("Europe/London")
                    .weekly("mon-sun", twentyMinutesOfEachHalfHour())
                    .build(),
            BusinessCalendar.in("Europe/London")
                    .weekly("mon-fri", "08:00-12:00,13:00-17:30")
                    .weekly("sat,sun", "20:00-04:00")
                    .closed("2026-03-30T09:00-11:00")
                    .open("2026-03-30T18:00-20:00")
                    .special("2026-03-31T09:30-23:45")
                    .build(),
            BusinessCalendar.in("Australia/Lord_Howe").build());

    private static final List<QueueSettings> SETTINGS = List.of(
            settings().calendar("hours").build(),
            settings()
                    .then(Duration.ofSeconds(20), "en")
                    .callbackYield(Duration.ofMinutes(1))
                    .calendar("hours")
                    .closeForecast(false)
                    .atClose(AtClose.CARRY_OVER)
                    .slotCapacity(SlotCapacity.of(2))
                    .build(),
            settings()
                    .agentChoice(AgentChoice.LEAST_SKILLED)
                    .maxPerNumber(3)
                    .slotCapacity(SlotCapacity.parse("1; sun 01:00-14:00 3"))
                    .build(),
            settings()
                    .skills("de")
                    .calendar("hours")
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
                        .bookings(interactions)
                        .skills("en", "de")
                        .build(),
                transcript.listener());
        engine.calendar(Recording.START_MS, "hours", CALENDARS.get(0));
        queues = new VirtualQueue[] {
            engine.queue(Recording.START_MS, "sales", SETTINGS.get(0)),
            engine.queue(Recording.START_MS, "support", SETTINGS.get(1))
        };
        targets = new Target[] {null, null, engine.target("en >= 5"), engine.target("de")};
    }

    private static String twentyMinutesOfEachHalfHour() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> String.format(Locale.ROOT, "%1$02d:00-%1$02d:20,%1$02d:30-%1$02d:50", hour))
                .collect(Collectors.joining(","));
    }

    private static QueueSettingsBuilder settings() {
        return QueueSettings.builder()
                .answerTimeout(Duration.ofSeconds(15))
                .wrapUp(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(20))
                .retryDelay(Duration.ofSeconds(30))
                .attempts(2)
                .purgeAfter(Duration.ofMinutes(5))
                .offerAbove(Duration.ofSeconds(1))
                .slot(Duration.ofMinutes(5))
                .horizon(Duration.ofHours(1));
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
                text.append(engine.stateHash()).append(slots()).append('\n');
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
            case DIAL_ANSWERED -> {
                final long dialed = nearest(id, InteractionState.INVITED);
                yield engine.dialAnswered(nowMs, dialed, attempt(dialed, detail));
            }
            case DIAL_FAILED -> {
                final long dialed = nearest(id, InteractionState.INVITED);
                yield engine.dialFailed(nowMs, dialed, attempt(dialed, detail), DialFailure.values()[detail % 4]);
            }
            case CALLBACK -> engine.requestCallback(nowMs, request(id, detail));
            case ACCEPT_OFFER -> engine.acceptOffer(nowMs, id, acceptance(nowMs, detail));
            case SCHEDULE -> engine.requestCallback(nowMs, timed(request(id, detail), nowMs, detail));
            case RESCHEDULE -> {
                final long booked = nearest(id, InteractionState.SCHEDULED);
                yield detail % 3 == 0
                        ? engine.rescheduleExactly(nowMs, booked, wishedMs(nowMs, detail))
                        : engine.reschedule(nowMs, booked, wishedMs(nowMs, detail));
            }
            case MOVE -> engine.move(nowMs, id, queues[detail % 2]);
            case CANCEL -> engine.cancel(nowMs, id);
            case ADVANCE -> engine.advanceTo(nowMs + detail * 100L);
            case SETTINGS -> {
                engine.queue(nowMs, queues[detail % 2].name(), SETTINGS.get(detail / 2 % SETTINGS.size()));
                yield Outcome.OK;
            }
            case CALENDAR -> {
                engine.calendar(nowMs, "hours", CALENDARS.get(detail % CALENDARS.size()));
                yield Outcome.OK;
            }
        };
    }

    /** The slots of both queues, as text. */
    String slots() {
        final StringBuilder text = new StringBuilder();
        for (final VirtualQueue queue : queues) {
            engine.slots(
                    queue,
                    0,
                    Engine.TIME_MAX_MS,
                    (startMs, free, capacity) -> text.append(startMs)
                            .append('=')
                            .append(free)
                            .append('/')
                            .append(capacity)
                            .append(' '));
        }
        return text.toString();
    }

    /** The first interaction from an id on that is in a state; the id itself when there is none. */
    private long nearest(final long id, final InteractionState state) {
        for (long place = 0; place < Recording.INTERACTIONS; place++) {
            final long candidate = 1 + (id - 1 + place) % Recording.INTERACTIONS;
            if (engine.read(candidate, view) && view.state() == state) {
                return candidate;
            }
        }
        return id;
    }

    /** Mostly the current attempt; now and then the one before. */
    private int attempt(final long id, final int detail) {
        return engine.read(id, view) ? view.attempt() - (detail % 10 == 9 ? 1 : 0) : 1;
    }

    /** Of an offer, for now or for a time. */
    private Request acceptance(final long nowMs, final int detail) {
        final Request acceptance = request(1 + detail % Recording.INTERACTIONS, detail);
        return detail % 4 == 0 ? timed(acceptance, nowMs, detail) : acceptance;
    }

    private static Request timed(final Request request, final long nowMs, final int detail) {
        final long wishedMs = wishedMs(nowMs, detail);
        return detail % 3 == 0 ? request.exactlyAt(wishedMs) : request.at(wishedMs);
    }

    /** Now and then a little before now, or a little beyond the horizon. */
    private static long wishedMs(final long nowMs, final int detail) {
        return nowMs + (detail - 20) * 4_000L;
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
