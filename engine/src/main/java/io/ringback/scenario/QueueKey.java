package io.ringback.scenario;

import static io.ringback.QueueSettings.DURATION_MAX_MS;
import static io.ringback.QueueSettings.DURATION_MIN_MS;
import static io.ringback.QueueSettings.UNLIMITED;
import static io.ringback.scenario.ValueTypes.YES_NO;
import static io.ringback.scenario.ValueTypes.count;

import io.ringback.AgentChoice;
import io.ringback.QueueSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The settings of a queue as keys of the {@code queue} statement. */
enum QueueKey {
    SKILLS("skills", ValueTypes.text(), QueueSettings.Builder::skills),
    THEN("then", ValueTypes.step(DURATION_MIN_MS, DURATION_MAX_MS), QueueKey::step),
    PRIORITY(
            "priority",
            count(QueueSettings.PRIORITY_MIN, QueueSettings.PRIORITY_MAX),
            (settings, value) -> settings.priority(Integer.parseInt(value))),
    AGENT_CHOICE(
            "agent-choice",
            ValueTypes.oneOf("agent choice", Words.words(AgentChoice.values())),
            (settings, value) -> settings.agentChoice(Words.constant(AgentChoice.class, value))),
    MAX_WAITING("max-waiting", count(0, UNLIMITED), (settings, value) -> settings.maxWaiting(Integer.parseInt(value))),
    ANSWER_TIMEOUT("answer-timeout", time(), (settings, value) -> settings.answerTimeout(duration(value))),
    WRAP_UP("wrap-up", timeOrZero(), (settings, value) -> settings.wrapUp(duration(value))),
    CALLBACK_YIELD("callback-yield", timeOrZero(), (settings, value) -> settings.callbackYield(duration(value))),
    INVITE("invite", YES_NO, (settings, value) -> settings.invite(isYes(value))),
    ATTEMPTS("attempts", count(1, UNLIMITED), (settings, value) -> settings.attempts(Integer.parseInt(value))),
    ATTEMPT_TIMEOUT("attempt-timeout", time(), (settings, value) -> settings.attemptTimeout(duration(value))),
    RETRY_DELAY("retry-delay", time(), (settings, value) -> settings.retryDelay(duration(value))),
    ERROR_PAUSE("error-pause", time(), (settings, value) -> settings.errorPause(duration(value))),
    PURGE_AFTER("purge-after", time(), (settings, value) -> settings.purgeAfter(duration(value))),
    MAX_CALLBACKS(
            "max-callbacks", count(0, UNLIMITED), (settings, value) -> settings.maxCallbacks(Integer.parseInt(value))),
    MAX_PER_NUMBER(
            "max-per-number", count(1, UNLIMITED), (settings, value) -> settings.maxPerNumber(Integer.parseInt(value))),
    LINK_INCOMING("link-incoming", YES_NO, (settings, value) -> settings.linkIncoming(isYes(value)));

    private final String word;
    private final ValueType type;
    private final BiConsumer<QueueSettings.Builder, String> setter;

    QueueKey(final String word, final ValueType type, final BiConsumer<QueueSettings.Builder, String> setter) {
        this.word = word;
        this.type = type;
        this.setter = setter;
    }

    /** The keys of the statement. */
    static List<Grammar.Key> keys() {
        return Arrays.stream(values()).map(QueueKey::key).toList();
    }

    /** The settings that a queue statement's values stand for; what is not named has its default. */
    static QueueSettings settings(final Map<String, List<String>> values) {
        final QueueSettings.Builder settings = QueueSettings.builder();
        for (final QueueKey key : values()) {
            for (final String value : values.getOrDefault(key.word, List.of())) {
                key.setter.accept(settings, value);
            }
        }
        return settings.build();
    }

    private Grammar.Key key() {
        return this == THEN ? Grammar.repeatable(word, type) : Grammar.optional(word, type);
    }

    private static ValueType time() {
        return ValueTypes.duration(DURATION_MIN_MS, DURATION_MAX_MS);
    }

    private static ValueType timeOrZero() {
        return ValueTypes.duration(0, DURATION_MAX_MS);
    }

    private static Duration duration(final String value) {
        return Duration.ofMillis(Quantities.durationMs(value));
    }

    private static boolean isYes(final String value) {
        return value.equals("yes");
    }

    private static void step(final QueueSettings.Builder settings, final String value) {
        final int colon = value.indexOf(':');
        settings.then(duration(value.substring(0, colon)), value.substring(colon + 1));
    }
}
