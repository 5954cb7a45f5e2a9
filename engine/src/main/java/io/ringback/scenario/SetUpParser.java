package io.ringback.scenario;

import io.ringback.EngineConfig;
import io.ringback.QueueSettings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Reads the lines that come before everything else: {@code clock} and {@code limits}. */
final class SetUpParser {
    /** Monday 2026-01-05 at 09:00 UTC. */
    private static final long DEFAULT_START_MS = 1_767_603_600_000L;

    private static final Grammar CLOCK = Grammar.of().with(Grammar.optional("zone", ValueTypes.text()));
    private static final Grammar LIMITS = Grammar.of()
            .with(
                    Grammar.optional("agents", ValueTypes.count(1, EngineConfig.CAPACITY_MAX)),
                    Grammar.optional("interactions", ValueTypes.count(1, EngineConfig.CAPACITY_MAX)),
                    Grammar.optional("bookings", ValueTypes.count(0, EngineConfig.CAPACITY_MAX)),
                    Grammar.optional(
                            "max-clock-step",
                            ValueTypes.duration(QueueSettings.DURATION_MIN_MS, QueueSettings.DURATION_MAX_MS)),
                    Grammar.optional(
                            "statistics-window",
                            ValueTypes.duration(
                                    EngineConfig.STATISTICS_WINDOW_MIN.toMillis(),
                                    EngineConfig.STATISTICS_WINDOW_MAX.toMillis())));

    private ScenarioClock clock = new ScenarioClock(ZoneOffset.UTC, DEFAULT_START_MS);
    private EngineLimits limits = EngineLimits.DEFAULT;
    private boolean clockGiven;
    private boolean limitsGiven;

    ScenarioClock clock() {
        return clock;
    }

    EngineLimits limits() {
        return limits;
    }

    /** {@code clock TIME [zone=]}. */
    void clock(final Line line) {
        checkOnce(line, clockGiven);
        clockGiven = true;
        final Token time = line.name(0, "a date and time such as 2026-03-02T09:00");
        line.checkNames(1, "a date and time");
        final Map<String, List<Token>> values = line.values(CLOCK);
        final ZoneId zone =
                values.containsKey("zone") ? zone(line, values.get("zone").get(0)) : ZoneOffset.UTC;
        if (!time.text().contains("T")) {
            throw line.source()
                    .error(time, time.text() + " has no date; expected a date and time such as 2026-03-02T09:00");
        }
        final Scope scope = new Scope(line.source(), new ScenarioClock(zone, 0), new Names(), false);
        clock = new ScenarioClock(zone, (Long) ValueTypes.time().read(time, scope));
    }

    private static ZoneId zone(final Line line, final Token zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone.text())) {
            final List<String> zones =
                    ZoneId.getAvailableZoneIds().stream().sorted().toList();
            throw line.source().errorInValue(zone, Names.unknown("time zone", zone.text(), zones));
        }
        return ZoneId.of(zone.text());
    }

    /** {@code limits [agents=] [interactions=] [max-clock-step=] [statistics-window=]}. */
    void limits(final Line line) {
        checkOnce(line, limitsGiven);
        limitsGiven = true;
        line.checkNames(0, "keys only");
        final Map<String, List<Token>> values = line.values(LIMITS);
        limits = new EngineLimits(
                (int) limit(line, values, "agents", limits.agents()),
                (int) limit(line, values, "interactions", limits.interactions()),
                (int) limit(line, values, "bookings", limits.bookings()),
                limit(line, values, "max-clock-step", limits.maxClockStepMs()),
                limit(line, values, "statistics-window", limits.statisticsWindowMs()));
    }

    private long limit(final Line line, final Map<String, List<Token>> values, final String key, final long otherwise) {
        final Scope scope = new Scope(line.source(), clock, new Names(), false);
        return values.containsKey(key)
                ? (Long) LIMITS.key(key).type().read(values.get(key).get(0), scope)
                : otherwise;
    }

    private static void checkOnce(final Line line, final boolean given) {
        if (given) {
            throw line.source().error(line.verb(), line.verb().text() + " is given twice");
        }
    }
}
