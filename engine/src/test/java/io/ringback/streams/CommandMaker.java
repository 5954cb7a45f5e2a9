package io.ringback.streams;

import io.ringback.scenario.Command;
import io.ringback.scenario.EngineUnderTest;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one command of a given verb: a sensible one, that fits the state of what it names, or an arbitrary one. A
 * sensible one may not exist at the moment.
 */
final class CommandMaker {
    private static final Map<String, List<String>> NOTHING = Map.of();
    private static final List<String> FAILURES = List.of("busy", "no-answer", "machine", "error");
    private static final List<String> HEAD_STARTS = List.of("0s", "1s", "5s", "10s", "90s", "1d");
    private static final Set<AgentSituation> DEFINED = EnumSet.complementOf(EnumSet.of(AgentSituation.UNDEFINED));
    private static final Set<AgentSituation> UNANSWERED =
            EnumSet.of(AgentSituation.RINGING, AgentSituation.RINGING_THEN_OFF);
    private static final Set<AgentSituation> BUSY = EnumSet.of(
            AgentSituation.RINGING,
            AgentSituation.RINGING_THEN_OFF,
            AgentSituation.TALKING,
            AgentSituation.TALKING_THEN_OFF);
    private static final Set<AgentSituation> GOING_OFF =
            EnumSet.of(AgentSituation.RINGING_THEN_OFF, AgentSituation.TALKING_THEN_OFF);
    private static final Set<AgentSituation> OFF = EnumSet.of(
            AgentSituation.LOGGED_OUT,
            AgentSituation.NOT_READY,
            AgentSituation.WRAPPING_UP,
            AgentSituation.RINGING_THEN_OFF,
            AgentSituation.TALKING_THEN_OFF);
    private static final Set<InteractionSituation> PRESENT =
            EnumSet.complementOf(EnumSet.of(InteractionSituation.ABSENT));
    private static final Set<InteractionSituation> WAITING = EnumSet.of(
            InteractionSituation.CALL_QUEUED,
            InteractionSituation.CALLBACK_QUEUED,
            InteractionSituation.CALLBACK_RETRY,
            InteractionSituation.CALLBACK_INVITED,
            InteractionSituation.CALLBACK_ON_LINE);
    private static final Set<InteractionSituation> HANGS_UP = EnumSet.of(
            InteractionSituation.CALL_QUEUED,
            InteractionSituation.CALLBACK_ON_LINE,
            InteractionSituation.CALL_RINGING,
            InteractionSituation.CALLBACK_RINGING);
    private static final Set<InteractionSituation> CANCELLABLE = EnumSet.of(
            InteractionSituation.CALLBACK_SCHEDULED,
            InteractionSituation.CALLBACK_QUEUED,
            InteractionSituation.CALLBACK_RETRY,
            InteractionSituation.CALLBACK_INVITED,
            InteractionSituation.CALLBACK_ON_LINE,
            InteractionSituation.CALLBACK_RINGING);
    private final Dice dice;
    private final SwarmProfile profile;
    private final Ledger ledger;
    private final EngineUnderTest engine;
    private final SlotWishes slots;

    CommandMaker(final Dice dice, final SwarmProfile profile, final Ledger ledger, final EngineUnderTest engine) {
        this.dice = dice;
        this.profile = profile;
        this.ledger = ledger;
        this.engine = engine;
        this.slots = new SlotWishes(dice, ledger, engine);
    }

    /** A command that makes sense now, or null. */
    Command sensible(final Verb verb) {
        return switch (verb) {
            case SKILL, CALENDAR, QUEUE -> arbitrary(verb);
            case AGENT -> defineAgent(agentName());
            case REMOVE -> agentFact(verb, agent(EnumSet.of(AgentSituation.LOGGED_OUT)));
            case READY -> agentFact(verb, agent(OFF));
            case NOT_READY -> agentFact(verb, agent(dice.percent(55) ? BUSY : DEFINED));
            case LOGOUT -> agentFact(verb, agent(DEFINED));
            case ANSWERED, NO_ANSWER -> agentFact(verb, agent(UNANSWERED));
            case COMPLETE -> agentFact(verb, agent(BUSY));
            case CALL, CALLBACK, SCHEDULE -> request(verb, absent(), queueName());
            case RESCHEDULE -> reschedule(interaction(EnumSet.of(InteractionSituation.CALLBACK_SCHEDULED)));
            case ABANDON -> about(verb, interaction(HANGS_UP));
            case MOVE -> move(interaction(WAITING), queueName());
            case ACCEPT_OFFER ->
                convert(interaction(EnumSet.of(InteractionSituation.CALL_QUEUED)), absent(), goodNumber());
            case CANCEL -> about(verb, interaction(CANCELLABLE));
            case DIAL_ANSWERED, DIAL_FAILED -> sensibleDialResult(verb);
        };
    }

    /** Any command of this verb, whatever it names. */
    Command arbitrary(final Verb verb) {
        return switch (verb) {
            case SKILL -> new Command(verb, List.of(dice.oneOf(Names.SKILLS)), NOTHING);
            case CALENDAR -> calendar(dice, dice.oneOf(Names.CALENDARS));
            case QUEUE -> queue(queueName());
            case AGENT -> defineAgent(dice.oneOf(Names.AGENTS.subList(0, Names.AGENTS.size() - 1)));
            case REMOVE, READY, NOT_READY, LOGOUT -> agentFact(verb, anyAgent());
            case ANSWERED, NO_ANSWER, COMPLETE -> misnamedFact(verb);
            case CALL, CALLBACK, SCHEDULE -> request(verb, anyInteraction(), anyQueue());
            case RESCHEDULE -> reschedule(anyInteraction());
            case ABANDON, CANCEL -> about(verb, anyInteraction());
            case MOVE -> move(anyInteraction(), anyQueue());
            case ACCEPT_OFFER -> convert(anyInteraction(), anyInteraction(), number());
            case DIAL_ANSWERED, DIAL_FAILED -> dialResult(verb);
        };
    }

    static Command calendar(final Dice dice, final String name) {
        return new Command(Verb.CALENDAR, List.of(name), dice.oneOf(Calendars.ALL));
    }

    /** Other settings; while there are bookings slots keep their length. */
    private Command queue(final String name) {
        final Map<String, List<String>> settings = SettingKeys.draw(dice, profile);
        if (ledger.bookedSlotMs(name) != null) {
            settings.remove("slot");
            if (ledger.slot(name) != null) {
                settings.put("slot", List.of(ledger.slot(name)));
            }
        }
        return new Command(Verb.QUEUE, List.of(name), settings);
    }

    private Command defineAgent(final String name) {
        final Map<String, List<String>> levels = new LinkedHashMap<>();
        for (final String skill : Names.SKILLS) {
            if (dice.percent(60)) {
                levels.put(skill, List.of(dice.oneOf(Names.LEVELS)));
            }
        }
        return new Command(Verb.AGENT, List.of(name), levels);
    }

    /** An opening, a closing or the start of a slot of some queue that is next, or NO_TIME. */
    long edgeMs() {
        return slots.edgeMs(queueName());
    }

    private Command agentFact(final Verb verb, final String agent) {
        if (agent == null) {
            return null;
        }
        final String own = ledger.interactionOf(agent);
        final boolean takesName = verb == Verb.ANSWERED || verb == Verb.NO_ANSWER || verb == Verb.COMPLETE;
        final boolean named = takesName && own != null && dice.percent(50);
        return new Command(verb, named ? List.of(agent, own) : List.of(agent), NOTHING);
    }

    private Command misnamedFact(final Verb verb) {
        final String busy = dice.percent(60) ? agent(dice.percent(70) ? GOING_OFF : BUSY) : null;
        final String agent = busy == null ? anyAgent() : busy;
        return dice.percent(45) ? agentFact(verb, agent) : new Command(verb, List.of(agent, anyInteraction()), NOTHING);
    }

    private Command request(final Verb verb, final String name, final String queue) {
        if (name == null) {
            return null;
        }
        final Map<String, List<String>> values = new LinkedHashMap<>();
        if (verb != Verb.CALL || dice.percent(60)) {
            values.put("number", List.of(number()));
        }
        if (dice.percent(20)) {
            values.put("priority", List.of(SettingKeys.priority(dice)));
        }
        if (dice.percent(15)) {
            values.put("head-start", List.of(dice.oneOf(HEAD_STARTS)));
        }
        if (dice.percent(20)) {
            values.put("skills", List.of(dice.oneOf(Names.EXPRESSIONS)));
        }
        if (verb == Verb.SCHEDULE) {
            slots.wish(values, queue);
        }
        return new Command(verb, List.of(name, queue), values);
    }

    private Command reschedule(final String name) {
        if (name == null) {
            return null;
        }
        final Map<String, List<String>> values = new LinkedHashMap<>();
        slots.wish(values, queueName());
        return new Command(Verb.RESCHEDULE, List.of(name), values);
    }

    private static Command about(final Verb verb, final String name) {
        return name == null ? null : new Command(verb, List.of(name), NOTHING);
    }

    private static Command move(final String name, final String queue) {
        return name == null ? null : new Command(Verb.MOVE, List.of(name, queue), NOTHING);
    }

    private Command convert(final String call, final String as, final String number) {
        if (call == null || as == null) {
            return null;
        }
        final Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("as", List.of(as));
        values.put("number", List.of(number));
        if (dice.percent(30)) {
            slots.wish(values, queueName());
        }
        return new Command(Verb.ACCEPT_OFFER, List.of(call), values);
    }

    /** A result of the dial that is under way; now and then a late one. */
    private Command sensibleDialResult(final Verb verb) {
        final boolean late = dice.percent(25);
        final String gone = late ? queuedAgain() : null;
        final String name = gone != null ? gone : interaction(EnumSet.of(InteractionSituation.CALLBACK_INVITED));
        if (name == null) {
            return null;
        }
        final int latest = ledger.attempt(name);
        return dialResult(verb, name, late ? dice.between(1, Math.max(1, latest - 1)) : latest);
    }

    private Command dialResult(final Verb verb) {
        final String dialed = dialed(dice.between(0, 4));
        final String name = dialed == null ? anyInteraction() : dialed;
        final int latest = ledger.attempt(name);
        final int attempt = dice.percent(20) ? latest + 1 : dice.between(dice.percent(90) ? 1 : 0, Math.max(1, latest));
        return dialResult(verb, name, attempt);
    }

    /** One with at least so many dials, or null. */
    private String dialed(final int dials) {
        return switch (dials) {
            case 0 -> null;
            case 1, 2 -> among(Names.INTERACTIONS, name -> ledger.attempt(name) >= dials);
            default -> queuedAgain();
        };
    }

    /** A callback that was dialed more than once and waits for the next, or null. */
    private String queuedAgain() {
        return among(
                Names.INTERACTIONS,
                name -> ledger.attempt(name) > 1
                        && ledger.interaction(name, engine) == InteractionSituation.CALLBACK_QUEUED);
    }

    private Command dialResult(final Verb verb, final String name, final int attempt) {
        final Map<String, List<String>> values = new LinkedHashMap<>();
        if (verb == Verb.DIAL_FAILED) {
            values.put("reason", List.of(dice.oneOf(FAILURES)));
        }
        values.put("attempt", List.of(Integer.toString(attempt)));
        return new Command(verb, List.of(name), values);
    }

    private String agent(final Set<AgentSituation> wanted) {
        return among(Names.AGENTS, name -> wanted.contains(ledger.agent(name, engine)));
    }

    private String interaction(final Set<InteractionSituation> wanted) {
        return among(Names.INTERACTIONS, name -> wanted.contains(ledger.interaction(name, engine)));
    }

    private String among(final List<String> names, final Predicate<String> wanted) {
        final List<String> fitting = new ArrayList<>();
        for (final String name : names) {
            if (wanted.test(name)) {
                fitting.add(name);
            }
        }
        return fitting.isEmpty() ? null : dice.oneOf(fitting);
    }

    private String absent() {
        final String name = interactionName();
        return ledger.interaction(name, engine) == InteractionSituation.ABSENT ? name : null;
    }

    private String anyAgent() {
        final String goingOff = dice.percent(25) ? agent(GOING_OFF) : null;
        if (goingOff != null) {
            return goingOff;
        }
        return dice.percent(10) ? dice.oneOf(Names.AGENTS) : agentName();
    }

    private String anyQueue() {
        return dice.percent(10) ? Names.UNKNOWN_QUEUE : queueName();
    }

    /** Rather one that is there than none: it is more likely to do harm. */
    private String anyInteraction() {
        final String present = dice.percent(50) ? interaction(PRESENT) : null;
        return present == null ? interactionName() : present;
    }

    private String agentName() {
        return Names.AGENTS.get(dice.below(profile.agents));
    }

    private String interactionName() {
        return Names.INTERACTIONS.get(dice.below(profile.interactions));
    }

    private String queueName() {
        return Names.QUEUES.get(dice.below(profile.queues));
    }

    private String number() {
        return dice.percent(10) ? dice.oneOf(Names.BAD_NUMBERS) : goodNumber();
    }

    private String goodNumber() {
        return Names.NUMBERS.get(dice.below(profile.numbers));
    }
}
