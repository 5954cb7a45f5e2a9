package io.ringback.scenario;

import static io.ringback.scenario.Grammar.defines;
import static io.ringback.scenario.Grammar.mayUse;
import static io.ringback.scenario.Grammar.uses;

import io.ringback.DialFailure;
import io.ringback.QueueSettings;
import io.ringback.Request;
import java.util.ArrayList;
import java.util.List;

/** What a command of the scenario language does to an engine. */
public enum Verb {
    /** Makes a skill known: names {@code S}. */
    SKILL("skill", Grammar.of(defines(NameRole.SKILL))),
    /**
     * Defines business hours, or replaces them: names {@code B}; values as written: {@code zone}, {@code closed},
     * {@code open}, {@code special}, and days such as {@code mon-fri} to hours.
     */
    CALENDAR("calendar", Grammar.of(defines(NameRole.CALENDAR)).with(CalendarLine.keys())),
    /** Defines a queue, or replaces all its settings: names {@code Q}. */
    QUEUE("queue", Grammar.of(defines(NameRole.QUEUE)).with(QueueKey.keys())),
    /** Defines an agent, or replaces its skills: names {@code A}, values skill to level. */
    AGENT("agent", Grammar.of(defines(NameRole.AGENT))),
    /** Removes an agent: names {@code A}. */
    REMOVE("remove", Grammar.of(uses(NameRole.AGENT))),
    /** The agent wants interactions: names {@code A}. */
    READY("ready", Grammar.of(uses(NameRole.AGENT))),
    /** The agent wants none: names {@code A}. */
    NOT_READY("not-ready", Grammar.of(uses(NameRole.AGENT))),
    /** The agent picked up: names {@code A [X]}. */
    ANSWERED("answered", Grammar.of(uses(NameRole.AGENT), mayUse(NameRole.INTERACTION))),
    /** The agent did not pick up, or declined: names {@code A [X]}. */
    NO_ANSWER("no-answer", Grammar.of(uses(NameRole.AGENT), mayUse(NameRole.INTERACTION))),
    /** The agent finished its interaction: names {@code A [X]}. */
    COMPLETE("complete", Grammar.of(uses(NameRole.AGENT), mayUse(NameRole.INTERACTION))),
    /** The agent went home: names {@code A}. */
    LOGOUT("logout", Grammar.of(uses(NameRole.AGENT))),
    /** A live call arrived: names {@code C Q}. */
    CALL("call", Grammar.of(defines(NameRole.INTERACTION), uses(NameRole.QUEUE)).with(Requests.call())),
    /** The customer hung up: names {@code X}. */
    ABANDON("abandon", Grammar.of(uses(NameRole.INTERACTION))),
    /** To another queue: names {@code X Q}. */
    MOVE("move", Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.QUEUE))),
    /** Turns a call into a callback: names {@code C}, values {@code as}, {@code number}, {@code at}, {@code exact}. */
    ACCEPT_OFFER("accept-offer", Grammar.of(uses(NameRole.INTERACTION)).with(Requests.acceptOffer())),
    /** Requests a callback: names {@code K Q}. */
    CALLBACK(
            "callback",
            Grammar.of(defines(NameRole.INTERACTION), uses(NameRole.QUEUE)).with(Requests.callback())),
    /** Books a callback: names {@code K Q}, values {@code at}, {@code exact} and those of a callback. */
    SCHEDULE(
            "schedule",
            Grammar.of(defines(NameRole.INTERACTION), uses(NameRole.QUEUE)).with(Requests.schedule())),
    /** Books a callback anew: names {@code K}, values {@code at}, {@code exact}. */
    RESCHEDULE("reschedule", Grammar.of(uses(NameRole.INTERACTION)).with(Requests.slot())),
    /** Ends a callback: names {@code X}. */
    CANCEL("cancel", Grammar.of(uses(NameRole.INTERACTION))),
    /** The dialed customer answered: names {@code K}, values {@code attempt}. */
    DIAL_ANSWERED("dial-answered", Grammar.of(uses(NameRole.INTERACTION)).with(Requests.dialAnswered())),
    /** The dial failed: names {@code K}, values {@code reason}, {@code attempt}. */
    DIAL_FAILED("dial-failed", Grammar.of(uses(NameRole.INTERACTION)).with(Requests.dialFailed()));

    private final String word;
    private final Grammar grammar;

    Verb(final String word, final Grammar grammar) {
        this.word = word;
        this.grammar = grammar;
    }

    /**
     * The verb in the scenario language.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    /**
     * Which names and keys the verb takes. The skills of {@link #AGENT}, and several days of {@link #CALENDAR}, are
     * keys that it does not list.
     */
    Grammar grammar() {
        return grammar;
    }

    /** The verb of a word, or null. */
    static Verb of(final String word) {
        for (final Verb verb : values()) {
            if (verb.word.equals(word)) {
                return verb;
            }
        }
        return null;
    }

    /** Keys of the statements that ask for something. */
    private static final class Requests {
        private static final Grammar.Key NUMBER = Grammar.required("number", ValueTypes.text());
        private static final Grammar.Key EXACT = Grammar.optional("exact", ValueTypes.YES_NO);
        private static final ValueType ATTEMPT = ValueTypes.count(0, Integer.MAX_VALUE);

        static List<Grammar.Key> call() {
            return List.of(
                    Grammar.optional("number", ValueTypes.text()),
                    Grammar.optional(
                            "priority", ValueTypes.count(QueueSettings.PRIORITY_MIN, QueueSettings.PRIORITY_MAX)),
                    Grammar.optional("head-start", ValueTypes.duration(0, Request.HEAD_START_MAX_MS)),
                    Grammar.optional("skills", ValueTypes.text()));
        }

        static List<Grammar.Key> callback() {
            final List<Grammar.Key> keys = new ArrayList<>(call());
            keys.set(0, NUMBER);
            return keys;
        }

        static List<Grammar.Key> slot() {
            return List.of(Grammar.required("at", ValueTypes.time()), EXACT);
        }

        static List<Grammar.Key> schedule() {
            final List<Grammar.Key> keys = new ArrayList<>(callback());
            keys.addAll(slot());
            return keys;
        }

        static List<Grammar.Key> acceptOffer() {
            return List.of(
                    Grammar.required("as", ValueTypes.name(NameRole.INTERACTION, true)),
                    NUMBER,
                    Grammar.optional("at", ValueTypes.time()),
                    EXACT);
        }

        static List<Grammar.Key> dialAnswered() {
            return List.of(Grammar.optional("attempt", ATTEMPT));
        }

        static List<Grammar.Key> dialFailed() {
            final ValueType reason = ValueTypes.oneOf("reason", Words.words(DialFailure.values()));
            return List.of(Grammar.required("reason", reason), Grammar.optional("attempt", ATTEMPT));
        }
    }
}
