package io.ringback.examples.host;

import io.ringback.examples.Arguments;
import io.ringback.examples.UsageException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command {@code host}: plays a short shift in a small contact center, and can be interrupted at any time. */
public final class HostCommand {
    private static final String SECONDS = "--seconds";
    private static final String SPEED = "--speed";
    private static final String CALLERS = "--callers";
    private static final String AGENTS = "--agents";
    private static final String SEED = "--seed";
    private static final int FAREWELL_MAX_SECONDS = 10;

    private HostCommand() {}

    /**
     * Runs the command.
     *
     * @param words options that each have a whole number, all optional
     * @param out gets the conversation, and a summary at its end
     * @param err not used
     * @return the exit status, 0
     * @throws UsageException when the words are not right
     * @throws IllegalStateException when something got lost
     */
    public static int run(final List<String> words, final PrintStream out, final PrintStream err)
            throws UsageException {
        final Arguments arguments = Arguments.of(words, 0, SECONDS, SPEED, CALLERS, AGENTS, SEED);
        final Plan plan = new Plan(
                (int) number(arguments, SECONDS, Plan.DEFAULT.seconds(), 1, 86_400),
                (int) number(arguments, SPEED, Plan.DEFAULT.speed(), 1, 1_000),
                (int) number(arguments, CALLERS, Plan.DEFAULT.callers(), 0, 10_000),
                (int) number(arguments, AGENTS, Plan.DEFAULT.agents(), 0, 1_000),
                number(arguments, SEED, Plan.DEFAULT.seed(), Long.MIN_VALUE, Long.MAX_VALUE));
        play(new Demonstration(plan, out));
        return 0;
    }

    /** The JVM ends when its hooks have ended: so the hook waits until the demonstration has said its last word. */
    private static void play(final Demonstration demonstration) {
        final CountDownLatch said = new CountDownLatch(1);
        final Thread hook = new Thread(
                () -> {
                    demonstration.stop();
                    await(said);
                },
                "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            demonstration.play();
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            said.countDown();
            remove(hook);
        }
    }

    private static void remove(final Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException shuttingDown) {
            // The hook runs at this moment, and ends by itself.
            assert shuttingDown != null;
        }
    }

    private static void await(final CountDownLatch said) {
        try {
            if (!said.await(FAREWELL_MAX_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("ringback: the demonstration did not end in time");
            }
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static long number(
            final Arguments arguments, final String option, final long otherwise, final long min, final long max)
            throws UsageException {
        final long value = arguments.number(option, otherwise);
        if (value < min || value > max) {
            throw new UsageException(option + " " + value + " is not in " + min + ".." + max);
        }
        return value;
    }
}
