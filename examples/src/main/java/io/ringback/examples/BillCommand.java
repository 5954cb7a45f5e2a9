package io.ringback.examples;

import io.ringback.EngineConfig;
import io.ringback.MemoryBill;
import io.ringback.MemoryBill.Part;
import io.ringback.MemoryBill.Plan;
import io.ringback.examples.replay.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command {@code bill}: what an engine for a center of some size takes on the heap. */
final class BillCommand {
    private static final String JSON = "--json";
    private static final String AGENTS = "agents";
    private static final String INTERACTIONS = "interactions";
    private static final String BOOKINGS = "bookings";
    private static final String DEFINED_AGENTS = "defined-agents";
    private static final Map<String, Figure> FIGURES = figures();

    private BillCommand() {}

    /**
     * Runs the command.
     *
     * @param words figures such as {@code agents=5000}, and {@code --json} with a file or - for the standard output
     * @param out gets the table, or the JSON
     * @param err not used
     * @return the exit status, 0
     * @throws UsageException when the words are not right
     * @throws IOException when the file cannot be written
     */
    static int run(final List<String> words, final PrintStream out, final PrintStream err)
            throws UsageException, IOException {
        final Arguments arguments = Arguments.of(words, Integer.MAX_VALUE, JSON);
        final MemoryBill bill = bill(parse(arguments.files()));
        final String json = arguments.option(JSON).orElse("");
        if (json.equals("-")) {
            out.print(json(bill));
            return 0;
        }
        out.print(bill);
        if (!json.isEmpty()) {
            Files.writeString(Path.of(json), json(bill));
        }
        return 0;
    }

    private static Map<String, Double> parse(final List<String> words) throws UsageException {
        final Map<String, Double> values = new TreeMap<>();
        for (final String word : words) {
            final int sign = word.indexOf('=');
            if (sign < 0) {
                throw new UsageException("unexpected word " + word + "; figures are given as agents=5000");
            }
            final String name = word.substring(0, sign);
            final Figure figure = FIGURES.get(name);
            if (figure == null) {
                throw UsageException.unknown("figure", name, FIGURES.keySet());
            }
            if (values.put(name, value(word, word.substring(sign + 1), figure.whole)) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
        return values;
    }

    private static double value(final String word, final String text, final boolean whole) throws UsageException {
        try {
            return whole ? Integer.parseInt(text) : Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new UsageException(word + " is not a " + (whole ? "whole number" : "number"));
        }
    }

    private static MemoryBill bill(final Map<String, Double> values) throws UsageException {
        try {
            final EngineConfig.Builder config = EngineConfig.builder();
            final Double agents = values.get(AGENTS);
            final Double interactions = values.get(INTERACTIONS);
            final Double bookings = values.get(BOOKINGS);
            if (agents != null) {
                config.agents(agents.intValue());
            }
            if (interactions != null) {
                config.interactions(interactions.intValue());
            }
            if (bookings != null) {
                config.bookings(bookings.intValue());
            }
            final Plan plan = MemoryBill.plan(config.build());
            values.forEach((name, value) -> FIGURES.get(name).step.apply(plan, value));
            return plan.bill();
        } catch (IllegalArgumentException outOfRange) {
            throw new UsageException(outOfRange.getMessage());
        }
    }

    private static String json(final MemoryBill bill) {
        final JsonWriter json = new JsonWriter().open('{').member("bytes", bill.totalBytes());
        json.open("parts", '[');
        for (final Part part : bill.parts()) {
            json.open('{')
                    .member("name", part.name())
                    .member("room", part.room())
                    .member("defined", part.defined())
                    .member("bytesEach", part.bytesEach())
                    .member("createdBytes", part.createdBytes())
                    .member("definedBytes", part.definedBytes())
                    .member("bytes", part.bytes())
                    .close('}');
        }
        return json.close(']').close('}').toString();
    }

    /** The figures that may be given; the first three go into the configuration. */
    private static Map<String, Figure> figures() {
        final Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(AGENTS, new Figure(true, (plan, value) -> plan));
        figures.put(INTERACTIONS, new Figure(true, (plan, value) -> plan));
        figures.put(BOOKINGS, new Figure(true, (plan, value) -> plan));
        figures.put(DEFINED_AGENTS, new Figure(true, (plan, value) -> plan.agents((int) value)));
        figures.put("profiles", new Figure(true, (plan, value) -> plan.profiles((int) value)));
        figures.put("queues", new Figure(true, (plan, value) -> plan.queues((int) value)));
        figures.put("targets", new Figure(true, (plan, value) -> plan.targets((int) value)));
        figures.put("skills", new Figure(true, (plan, value) -> plan.skills((int) value)));
        figures.put("skills-per-agent", new Figure(false, Plan::skillsPerAgent));
        figures.put("targets-per-agent", new Figure(false, Plan::targetsPerAgent));
        figures.put("conditions-per-target", new Figure(true, (plan, value) -> plan.conditionsPerTarget((int) value)));
        figures.put("agent-choices", new Figure(true, (plan, value) -> plan.agentChoices((int) value)));
        return figures;
    }

    private record Figure(boolean whole, Step step) {}

    @FunctionalInterface
    private interface Step {
        Plan apply(Plan plan, double value);
    }
}
