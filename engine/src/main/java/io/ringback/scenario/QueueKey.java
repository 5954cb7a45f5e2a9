package io.ringback.scenario;

import static io.ringback.QueueSettings.DURATION_MAX_MS;
import static io.ringback.QueueSettings.DURATION_MIN_MS;
import static io.ringback.QueueSettings.UNLIMITED;
import static io.ringback.scenario.ValueTypes.YES_NO;
import static io.ringback.scenario.ValueTypes.count;

import io.ringback.AgentChoice;
import io.ringback.AtClose;
import io.ringback.QueueSettings;
import io.ringback.QueueSettingsBuilder;
import io.ringback.calendar.SlotCapacity;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The settings of a queue as keys of the {@code queue} statement. */
enum QueueKey {
    SKILLS("skills", ValueTypes.text(), QueueSettingsBuilder::skills, QueueSettings::skills),
    THEN("then", ValueTypes.step(DURATION_MIN_MS, DURATION_MAX_MS), QueueKey::step, QueueSettings::steps),
    PRIORITY(
            "priority",
            count(QueueSettings.PRIORITY_MIN, QueueSettings.PRIORITY_MAX),
            (settings, value) -> settings.priority(Integer.parseInt(value)),
            QueueSettings::priority),
    AGENT_CHOICE(
            "agent-choice",
            ValueTypes.oneOf("agent choice", Words.words(AgentChoice.values())),
            (settings, value) -> settings.agentChoice(Words.constant(AgentChoice.class, value)),
            settings -> Words.word(settings.agentChoice())),
    MAX_WAITING(
            "max-waiting",
            count(0, UNLIMITED),
            (settings, value) -> settings.maxWaiting(Integer.parseInt(value)),
            QueueSettings::maxWaiting),
    ANSWER_TIMEOUT(
            "answer-timeout",
            time(),
            (settings, value) -> settings.answerTimeout(duration(value)),
            settings -> text(settings.answerTimeoutMs())),
    WRAP_UP(
            "wrap-up",
            timeOrZero(),
            (settings, value) -> settings.wrapUp(duration(value)),
            settings -> text(settings.wrapUpMs())),
    CALLBACK_YIELD(
            "callback-yield",
            timeOrZero(),
            (settings, value) -> settings.callbackYield(duration(value)),
            settings -> text(settings.callbackYieldMs())),
    INVITE("invite", YES_NO, (settings, value) -> settings.invite(isYes(value)), settings -> yesNo(settings.invite())),
    ATTEMPTS(
            "attempts",
            count(1, UNLIMITED),
            (settings, value) -> settings.attempts(Integer.parseInt(value)),
            QueueSettings::attempts),
    ATTEMPT_TIMEOUT(
            "attempt-timeout",
            time(),
            (settings, value) -> settings.attemptTimeout(duration(value)),
            settings -> text(settings.attemptTimeoutMs())),
    RETRY_DELAY(
            "retry-delay",
            time(),
            (settings, value) -> settings.retryDelay(duration(value)),
            settings -> text(settings.retryDelayMs())),
    ERROR_PAUSE(
            "error-pause",
            time(),
            (settings, value) -> settings.errorPause(duration(value)),
            settings -> text(settings.errorPauseMs())),
    PURGE_AFTER(
            "purge-after",
            time(),
            (settings, value) -> settings.purgeAfter(duration(value)),
            settings -> text(purgeAfterMs(settings))),
    MAX_CALLBACKS(
            "max-callbacks",
            count(0, UNLIMITED),
            (settings, value) -> settings.maxCallbacks(Integer.parseInt(value)),
            QueueSettings::maxCallbacks),
    MAX_PER_NUMBER(
            "max-per-number",
            count(1, UNLIMITED),
            (settings, value) -> settings.maxPerNumber(Integer.parseInt(value)),
            QueueSettings::maxPerNumber),
    LINK_INCOMING(
            "link-incoming",
            YES_NO,
            (settings, value) -> settings.linkIncoming(isYes(value)),
            settings -> yesNo(settings.linkIncoming())),
    OFFER_ABOVE(
            "offer-above",
            time(),
            (settings, value) -> settings.offerAbove(duration(value)),
            settings -> text(settings.offerAboveMs())),
    SERVICE_LEVEL(
            "service-level",
            time(),
            (settings, value) -> settings.serviceLevel(duration(value)),
            settings -> text(settings.serviceLevelMs())),
    CALENDAR(
            "calendar",
            ValueTypes.name(NameRole.CALENDAR, false),
            QueueSettingsBuilder::calendar,
            QueueSettings::calendar),
    CLOSE_FORECAST(
            "close-forecast",
            YES_NO,
            (settings, value) -> settings.closeForecast(isYes(value)),
            settings -> yesNo(settings.closeForecast())),
    AT_CLOSE(
            "at-close",
            ValueTypes.oneOf("rule", Words.words(AtClose.values())),
            (settings, value) -> settings.atClose(Words.constant(AtClose.class, value)),
            settings -> Words.word(settings.atClose())),
    SLOT(
            "slot",
            time(),
            (settings, value) -> settings.slot(duration(value)),
            settings -> Quantities.duration(
                    Duration.ofMinutes(settings.slotMinutes()).toMillis())),
    SLOT_CAPACITY(
            "slot-capacity",
            ValueTypes.text(),
            (settings, value) -> settings.slotCapacity(SlotCapacity.parse(value)),
            settings -> settings.slotCapacity().toString()),
    HORIZON(
            "horizon",
            time(),
            (settings, value) -> settings.horizon(duration(value)),
            settings -> text(settings.horizonMs()));

    private static final QueueSettings DEFAULTS = QueueSettings.builder().build();

    private final String word;
    private final ValueType type;
    private final BiConsumer<QueueSettingsBuilder, String> setter;
    private final Function<QueueSettings, Object> getter;

    /** The getter gives the value as it is written, or the steps; what equals the default's need not be text. */
    QueueKey(
            final String word,
            final ValueType type,
            final BiConsumer<QueueSettingsBuilder, String> setter,
            final Function<QueueSettings, Object> getter) {
        this.word = word;
        this.type = type;
        this.setter = setter;
        this.getter = getter;
    }

    /** The keys of the statement. */
    static List<Grammar.Key> keys() {
        return Arrays.stream(values()).map(QueueKey::key).toList();
    }

    /** The setting of a key of the statement. */
    static QueueKey of(final String word) {
        return Arrays.stream(values())
                .filter(key -> key.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    ValueType type() {
        return type;
    }

    /** Sets a value; throws {@link IllegalArgumentException} when the settings do not take it. */
    void set(final QueueSettingsBuilder settings, final String value) {
        setter.accept(settings, value);
    }

    /** The settings that a queue statement's values stand for; what is not named has its default. */
    static QueueSettings settings(final Map<String, List<String>> values) {
        final QueueSettingsBuilder settings = QueueSettings.builder();
        for (final QueueKey key : values()) {
            for (final String value : values.getOrDefault(key.word, List.of())) {
                key.set(settings, value);
            }
        }
        return settings.build();
    }

    /** The values that stand for these settings, each in one line: those that differ from the default. */
    static Map<String, List<String>> values(final QueueSettings settings) {
        final Map<String, List<String>> values = new LinkedHashMap<>();
        for (final QueueKey key : values()) {
            final Object value = key.getter.apply(settings);
            if (!Objects.equals(value, key.getter.apply(DEFAULTS))) {
                values.put(key.word, key == THEN ? texts(settings.steps()) : List.of(oneLine(value.toString())));
            }
        }
        return values;
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

    static boolean isYes(final String value) {
        return "yes".equals(value);
    }

    /** To a skill expression a line break is a blank; inside a skill's name it cannot be. */
    static String oneLine(final String expression) {
        return expression.replace('\n', ' ').replace('\r', ' ');
    }

    private static String yesNo(final boolean value) {
        return value ? "yes" : "no";
    }

    private static String text(final long durationMs) {
        return durationMs == QueueSettings.OFF ? "off" : Quantities.duration(durationMs);
    }

    /** Its default depends on what the end of the day means. */
    private static long purgeAfterMs(final QueueSettings settings) {
        final QueueSettings defaults =
                QueueSettings.builder().atClose(settings.atClose()).build();
        return settings.purgeAfterMs() == defaults.purgeAfterMs() ? QueueSettings.OFF : settings.purgeAfterMs();
    }

    private static List<String> texts(final List<QueueSettings.Step> steps) {
        return steps.stream()
                .map(step -> Quantities.duration(step.afterMs()) + ":" + oneLine(step.skills()))
                .toList();
    }

    private static void step(final QueueSettingsBuilder settings, final String value) {
        final int colon = value.indexOf(':');
        settings.then(duration(value.substring(0, colon)), value.substring(colon + 1));
    }
}
