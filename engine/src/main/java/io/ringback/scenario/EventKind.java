package io.ringback.scenario;

import static io.ringback.scenario.Grammar.defines;
import static io.ringback.scenario.Grammar.optional;
import static io.ringback.scenario.Grammar.uses;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.RequeueReason;
import java.util.Arrays;
import java.util.List;

/** The events of the scenario language. Each also has {@code time=}, the instant it is stamped with. */
public enum EventKind {
    /** Names {@code X Q}; {@code ewt= pending=K}. */
    QUEUED(
            "queued",
            Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.QUEUE))
                    .with(ewt(), optional("pending", ValueTypes.name(NameRole.INTERACTION, false)))),
    /** Names {@code C Q}; {@code ewt=}. */
    OFFERED(
            "offered",
            Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.QUEUE)).with(ewt())),
    /** Names {@code X A}; {@code queue= waited=}. */
    ROUTED(
            "routed",
            Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.AGENT))
                    .with(
                            optional("queue", ValueTypes.name(NameRole.QUEUE, false)),
                            optional("waited", ValueTypes.duration(0, Long.MAX_VALUE)))),
    /** Names {@code X}; {@code reason=}. */
    REQUEUED("requeued", interaction().with(optional("reason", reason(RequeueReason.values())))),
    /** Names {@code K Q}; {@code at=}. */
    SCHEDULED(
            "scheduled",
            Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.QUEUE)).with(optional("at", ValueTypes.time()))),
    /** Names {@code K}, which a refusal need not have defined; {@code near=T1,T2,T3}, or {@code near=none}. */
    SLOT_FULL("slot-full", Grammar.of(defines(NameRole.INTERACTION)).with(optional("near", ValueTypes.times()))),
    /** Names {@code K Q}. */
    DUE("due", Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.QUEUE))),
    /** Names {@code K}; {@code at=}. */
    SLOT_ORPHANED("slot-orphaned", interaction().with(optional("at", ValueTypes.time()))),
    /** Names {@code K}; {@code number= attempt=}. */
    DIAL("dial", interaction().with(optional("number", ValueTypes.text()), attempt())),
    /** Names {@code K}; {@code attempt=}. */
    DIAL_CANCELLED("dial-cancelled", interaction().with(attempt())),
    /** Names {@code K}. */
    ON_LINE("on-line", interaction()),
    /** Names {@code K}; {@code at= reason=}. */
    RETRY(
            "retry",
            interaction().with(optional("at", ValueTypes.time()), optional("reason", reason(DialFailure.values())))),
    /** Names {@code C K}. */
    LINKED("linked", Grammar.of(uses(NameRole.INTERACTION), uses(NameRole.INTERACTION))),
    /** Names {@code X}; {@code reason= detail=}. */
    ENDED(
            "ended",
            interaction()
                    .with(
                            optional("reason", ValueTypes.oneOf("reason", Words.reasons())),
                            optional("detail", ValueTypes.oneOf("detail", Words.details())))),
    /** Names {@code A}; {@code state=}. */
    AGENT(
            "agent",
            Grammar.of(uses(NameRole.AGENT))
                    .with(optional("state", ValueTypes.oneOf("state", Words.names(AgentState.values())))));

    /** The key that every event has. */
    static final Grammar.Key TIME = optional("time", ValueTypes.time());

    private final String word;
    private final Grammar grammar;

    EventKind(final String word, final Grammar grammar) {
        this.word = word;
        this.grammar = grammar;
    }

    /**
     * The event in the scenario language.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    /** Which names and keys the event has, {@link #TIME} not listed. */
    Grammar grammar() {
        return grammar;
    }

    /** The event of a word, or null. */
    static EventKind of(final String word) {
        for (final EventKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EventKind::word).toList();
    }

    private static Grammar interaction() {
        return Grammar.of(uses(NameRole.INTERACTION));
    }

    private static Grammar.Key ewt() {
        return optional("ewt", new ExpectedWait());
    }

    private static Grammar.Key attempt() {
        return optional("attempt", ValueTypes.count(0, Integer.MAX_VALUE));
    }

    private static ValueType reason(final Enum<?>... reasons) {
        return ValueTypes.oneOf("reason", Words.words(reasons));
    }
}
