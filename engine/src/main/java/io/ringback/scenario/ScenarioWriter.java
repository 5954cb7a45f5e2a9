package io.ringback.scenario;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes commands and expectations as lines that read back as the same. It remembers the {@code queue} lines that it
 * wrote, for a later one must name the settings that are back at their default: one writer writes one scenario.
 */
public final class ScenarioWriter {
    private final ScenarioClock clock;
    private final Map<String, Map<String, List<String>>> queues = new LinkedHashMap<>();

    /**
     * Begins a scenario.
     *
     * @param zone in which times are written; the scenario's clock has it too
     */
    public ScenarioWriter(final ZoneId zone) {
        // A clock at the end of time: no event is of its date, so all times are written with theirs.
        clock = new ScenarioClock(zone, Engine.TIME_MAX_MS);
    }

    /**
     * The line that sets the clock.
     *
     * @param startMs its first reading, epoch milliseconds
     * @return a {@code clock} line
     */
    public String clock(final long startMs) {
        final String zone = clock.zone().getId();
        return "clock " + clock.fullText(startMs) + " zone=" + (zone.equals("Z") ? "UTC" : zone);
    }

    /**
     * The line that sets the limits.
     *
     * @param limits all of them
     * @return a {@code limits} line
     */
    public String limits(final EngineLimits limits) {
        return "limits agents=" + limits.agents() + " interactions=" + limits.interactions()
                + (limits.bookings() == EngineLimits.DEFAULT.bookings() ? "" : " bookings=" + limits.bookings())
                + " max-clock-step=" + Quantities.duration(limits.maxClockStepMs())
                + (limits.statisticsWindowMs() == EngineLimits.DEFAULT.statisticsWindowMs()
                        ? ""
                        : " statistics-window=" + Quantities.duration(limits.statisticsWindowMs()));
    }

    /**
     * The line that moves the clock.
     *
     * @param timeMs epoch milliseconds
     * @return an {@code at} line
     */
    public String at(final long timeMs) {
        return "at " + clock.fullText(timeMs);
    }

    /**
     * A command at the clock's time.
     *
     * @param command what to do
     * @return a line
     */
    public String line(final Command command) {
        final String line = text(command);
        if (command.verb() == Verb.QUEUE) {
            queues.put(command.name(0), command.values());
        }
        return line;
    }

    /**
     * A command with a stamp and an outcome.
     *
     * @param clockMs the clock's time
     * @param stampMs the command's
     * @param outcome what must become of it
     * @param command what to do
     * @return a line, with {@code refuse} and {@code stamped} as needed
     */
    public String line(final long clockMs, final long stampMs, final Outcome outcome, final Command command) {
        // What is refused sets nothing.
        return (outcome == Outcome.OK ? "" : "refuse " + outcome + " ")
                + (stampMs == clockMs ? "" : "stamped " + clock.fullText(stampMs) + " ")
                + (outcome == Outcome.OK ? line(command) : text(command));
    }

    /**
     * An event that must come next, with all that is known of it.
     *
     * @param event the event
     * @return an {@code expect} line
     */
    public String expect(final Event event) {
        return "expect " + text(event) + " " + EventKind.TIME.word() + "=" + clock.fullText(event.timeMs());
    }

    /**
     * What a call must expect to wait that would join a queue now.
     *
     * @param queue the queue's name
     * @param ewtMs as {@link EngineUnderTest#ewtMs} tells it
     * @return an {@code expect ewt} line
     */
    public String expectEwt(final String queue, final long ewtMs) {
        return "expect ewt " + queue + " " + ExpectedWait.text(ewtMs);
    }

    /**
     * An event in the language's words, without its time.
     *
     * @param event the event
     * @return its word, names and values
     */
    public String text(final Event event) {
        return EventText.of(event, clock);
    }

    private String text(final Command command) {
        final StringBuilder line = new StringBuilder(command.verb().word());
        command.names().forEach(name -> line.append(' ').append(Names.text(name)));
        final Map<String, List<String>> before =
                command.verb() == Verb.QUEUE ? queues.getOrDefault(command.name(0), Map.of()) : Map.of();
        for (final String key : keys(command)) {
            final List<String> values = command.values().getOrDefault(key, List.of());
            if (values.isEmpty() && before.containsKey(key)) {
                line.append(' ').append(key).append('=').append("none");
            } else if (!values.equals(before.get(key))) {
                values.forEach(value -> line.append(' ').append(text(command.verb(), key, value)));
            }
        }
        return line.toString();
    }

    private String text(final Verb verb, final String key, final String value) {
        return switch (verb) {
            case AGENT -> Names.text(key) + "=" + value;
            case CALENDAR -> key + "=" + quoted(value);
            default -> key + "=" + quoted(verb.grammar().key(key).type().written(value, clock));
        };
    }

    /** In the order of the grammar, skills by name: a line does not depend on how its command was put together. */
    private static List<String> keys(final Command command) {
        if (command.values().isEmpty() && command.verb() != Verb.QUEUE) {
            return List.of();
        }
        return switch (command.verb()) {
            case AGENT -> command.values().keySet().stream().sorted().toList();
            // Days come in too many forms to list.
            case CALENDAR -> List.copyOf(command.values().keySet());
            default -> command.verb().grammar().keyWords();
        };
    }

    private static String quoted(final String value) {
        return isPlain(value) && !value.equals("none") && !value.equals("off") ? value : Tokenizer.quoted(value);
    }

    private static boolean isPlain(final String value) {
        for (int place = 0; place < value.length(); place++) {
            final char letter = value.charAt(place);
            if (Character.isWhitespace(letter) || letter == '"' || letter == '#') {
                return false;
            }
        }
        return !value.isEmpty();
    }
}
