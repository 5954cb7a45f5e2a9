package io.ringback.scenario;

import java.util.List;
import java.util.Map;

/**
 * One event that an engine under test reported.
 *
 * @param timeMs the instant it is stamped with
 * @param kind what happened
 * @param names to whom, in the kind's order
 * @param values by key: {@link Long} for durations (milliseconds), times (epoch milliseconds) and counts, {@link
 *     String} for words, names and numbers (with their plus); {@code ewt} is a {@link Long} too, {@link
 *     io.ringback.Engine#EWT_UNKNOWN} and {@link io.ringback.Engine#EWT_NO_AGENTS} included; {@code near} is a list of
 *     times, perhaps empty
 */
public record Event(long timeMs, EventKind kind, List<String> names, Map<String, Object> values) {}
