package io.ringback.scenario;

import io.ringback.AgentState;
import io.ringback.InteractionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a scenario may ask of the engine: {@code expect WORD NAME ANSWER}. */
enum Question {
    POSITION("position", NameRole.INTERACTION, ValueTypes.count(0, Integer.MAX_VALUE)) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return (long) engine.position(name);
        }
    },
    STATE("state", NameRole.INTERACTION, ValueTypes.oneOf("state", interactionStates())) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            final String state = engine.interactionState(name);
            return state == null ? ENDED : state;
        }
    },
    AGENT("agent", NameRole.AGENT, ValueTypes.oneOf("state", Words.names(AgentState.values()))) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            final String state = engine.agentState(name);
            return state == null ? "not defined (removed?)" : state;
        }
    },
    WAITING("waiting", NameRole.QUEUE, ValueTypes.count(0, Integer.MAX_VALUE)) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return (long) engine.waiting(name);
        }
    },
    OPEN("open", NameRole.QUEUE, ValueTypes.YES_NO) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return engine.open(name) ? "yes" : "no";
        }
    },
    NEXT_OPEN("next-open", NameRole.QUEUE, ValueTypes.timeOrNone()) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return engine.nextOpenMs(name);
        }
    },
    NEXT_CLOSE("next-close", NameRole.QUEUE, ValueTypes.timeOrNone()) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return engine.nextCloseMs(name);
        }
    },
    END_OF_DAY("end-of-day", NameRole.QUEUE, ValueTypes.timeOrNone()) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return engine.endOfDayMs(name);
        }
    },
    EWT("ewt", NameRole.QUEUE, new ExpectedWait()) {
        @Override
        Object answer(final EngineUnderTest engine, final String name) {
            return engine.ewtMs(name);
        }
    };

    private static final String ENDED = "ENDED";

    private final String word;
    private final NameRole role;
    private final ValueType type;

    Question(final String word, final NameRole role, final ValueType type) {
        this.word = word;
        this.role = role;
        this.type = type;
    }

    /** What the engine says now: a {@link Long} or a {@link String}, as the type has it. */
    abstract Object answer(EngineUnderTest engine, String name);

    String word() {
        return word;
    }

    /** Who is asked about. */
    NameRole role() {
        return role;
    }

    /** What may be answered. */
    ValueType type() {
        return type;
    }

    /** The question of a word, or null. */
    static Question of(final String word) {
        for (final Question question : values()) {
            if (question.word.equals(word)) {
                return question;
            }
        }
        return null;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Question::word).toList();
    }

    private static List<String> interactionStates() {
        final List<String> states = new ArrayList<>(Words.names(InteractionState.values()));
        states.add("ENDED");
        return states;
    }
}
