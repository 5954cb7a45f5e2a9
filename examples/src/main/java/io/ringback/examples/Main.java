package io.ringback.examples;

import io.ringback.examples.generate.GenerateCommand;
import io.ringback.examples.host.HostCommand;
import io.ringback.examples.replay.ReplayCommand;
import io.ringback.scenario.EngineOnNames;
import io.ringback.scenario.ScenarioCommands;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line. Without arguments it replays the bundled day. */
public final class Main {
    private static final String USAGE = """
            Ringback: an embeddable queueing engine for contact centers.

              replay [FILE] [--json OUT] [--record OUT]
                                               replay a call log (the bundled day when no FILE is given) and compare what
                                               the engine did with what was recorded; --json writes the figures to OUT,
                                               or with - to the standard output in place of the report; --record writes
                                               all that the engine was told and did as a scenario
                [--hours HOURS]                business hours, by the log's clock, outside which calls are refused, such
                                               as "mon-fri=08:00-20:00 sat=09:00-13:00 closed=2026-12-25"; none: no hours
                [--offer-above TIME]           offer a callback to callers who are to expect a longer wait, such as 2m,
                                               now or at a time of their choice; none: to nobody
                [--accept-share S] [--seed N]  the share, 0 to 1, of those offered one that accepts; the seed from which
                                               is drawn who does, for when, and who picks up
                [--slot TIME]                  length of the slots that they are booked in: 5m 10m 15m 20m 30m 1h 2h
                [--slot-capacity N]            how many a slot of each queue takes, such as "2; mon-fri 12:00-14:00 1"
                                               A FILE has no hours and no offers unless they are asked for; the bundled
                                               day has both unless they are none.
              run FILE-or-FOLDER...            run scenarios and print which passed
              trace FILE                       run one scenario and print what happens
              generate [--seed N] [--out FILE] make up a day of calls in the same format
              bill [FIGURE=N...] [--json OUT]  what an engine takes on the heap; figures: agents, interactions, bookings,
                                               queues, targets, skills, profiles, skills-per-agent, targets-per-agent,
                                               conditions-per-target, agent-choices, defined-agents; --json as above
              host [--seconds N] [--speed N]   play a short shift with threads of callers, agents and a dialer around
                   [--callers N] [--agents N]  the engine; seconds are simulated ones, speed times as fast as real ones;
                   [--seed N]                  Ctrl-C closes it early
              help                             this text

            Call logs have 17 tab-separated columns with a header, in the format of the Anonymous Bank data.
            """;

    private Main() {}

    /**
     * Runs one command. Leaves the JVM alone when all went well, so that a build that runs it goes on.
     *
     * @param args the command and its words
     */
    public static void main(final String[] args) {
        final int status = run(Arrays.asList(args), System.out, System.err);
        System.out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    /** The exit status: 0, or 1 when a check failed, or 2 for wrong input. */
    static int run(final List<String> args, final PrintStream out, final PrintStream err) {
        final Map<String, Command> commands = commands();
        final String name = args.isEmpty() ? "replay" : args.get(0);
        try {
            final Command command = commands.get(name);
            if (command == null) {
                throw UsageException.unknown("command", name, commands.keySet());
            }
            return command.run(args.isEmpty() ? List.of() : args.subList(1, args.size()), out, err);
        } catch (UsageException wrong) {
            err.println("ringback: " + wrong.getMessage());
            return 2;
        } catch (IOException | InvalidPathException failed) {
            err.println("ringback: " + failed);
            return 2;
        } catch (IllegalStateException defect) {
            defect.printStackTrace(err);
            err.println("ringback: a check failed: " + defect.getMessage());
            return 1;
        }
    }

    private static Map<String, Command> commands() {
        final Map<String, Command> commands = new LinkedHashMap<>();
        commands.put("replay", ReplayCommand::run);
        commands.put("run", (words, out, err) -> ScenarioCommands.run(words, EngineOnNames::new, out));
        commands.put("trace", (words, out, err) -> ScenarioCommands.trace(words, EngineOnNames::new, out));
        commands.put("generate", GenerateCommand::run);
        commands.put("bill", BillCommand::run);
        commands.put("host", HostCommand::run);
        commands.put("help", Main::help);
        commands.put("--help", Main::help);
        commands.put("-h", Main::help);
        return commands;
    }

    private static int help(final List<String> words, final PrintStream out, final PrintStream err) {
        out.print(USAGE);
        return 0;
    }

    @FunctionalInterface
    private interface Command {
        int run(List<String> words, PrintStream out, PrintStream err) throws UsageException, IOException;
    }
}
