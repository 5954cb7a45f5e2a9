package io.ringback.examples.replay;

import io.ringback.examples.replay.Comparison.Group;

/** The figures of a replay as JSON. Waits are in seconds, shares between 0 and 1; what cannot be told is null. */
final class JsonReport {
    private final JsonWriter json = new JsonWriter();
    private final boolean offers;

    private JsonReport(final boolean offers) {
        this.offers = offers;
    }

    static String text(final Outcomes outcomes) {
        final JsonReport report = new JsonReport(outcomes.callbacks().terms().offers() != null);
        report.write(outcomes, Comparison.of(outcomes));
        return report.json.toString();
    }

    private void write(final Outcomes outcomes, final Comparison comparison) {
        final CallLog log = outcomes.log();
        json.open('{').member("log", log.name());
        json.open("leftOut", '{')
                .member("phantoms", log.phantoms())
                .member("neverQueued", log.neverQueued())
                .member("malformedLines", log.malformed().size())
                .close('}');
        json.member("answeredByUnknownAgents", log.unknownAgents());
        json.member("turnedAway", outcomes.count(Ending.TURNED_AWAY));
        json.open("days", '[');
        for (final Group day : comparison.days()) {
            json.open('{').member("day", day.name());
            group(day);
            json.close('}');
        }
        json.close(']');
        json.open("all", '{');
        group(comparison.all());
        json.close('}');
        if (outcomes.callbacks().terms().any()) {
            CallbackJson.write(json, outcomes);
        }
        json.member("decisions", outcomes.decisions());
        json.member("decisionsPerSecond", outcomes.decisions() * 1e9 / outcomes.elapsedNanos());
        json.close('}');
    }

    private void group(final Group group) {
        json.member("calls", group.calls());
        if (offers) {
            json.member("calledBack", group.converted());
        }
        figures("simulated", group.simulated());
        figures("recorded", group.recorded());
        if (!group.queues().isEmpty()) {
            json.open("queues", '[');
            for (final Group queue : group.queues()) {
                json.open('{').member("queue", queue.name());
                group(queue);
                json.close('}');
            }
            json.close(']');
        }
    }

    private void figures(final String name, final Figures figures) {
        json.open(name, '{')
                .member("answered", figures.answered())
                .member("abandoned", figures.abandoned())
                .member("abandonedShare", figures.abandonedShare())
                .member("meanWaitSeconds", figures.meanWaitSeconds())
                .member("p90WaitSeconds", figures.p90WaitSeconds())
                .member("within20Seconds", figures.withinLimit())
                .member("occupancy", figures.occupancy())
                .close('}');
    }
}
