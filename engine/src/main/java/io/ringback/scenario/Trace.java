package io.ringback.scenario;

import java.io.PrintStream;

/** Prints a run as it goes: statements at the left margin, events indented below. */
final class Trace implements RunObserver {
    private final PrintStream out;
    private int line;

    Trace(final PrintStream out) {
        this.out = out;
    }

    @Override
    public void onStatement(final Statement statement, final ScenarioClock clock) {
        // A line of several skills is several statements.
        if (statement.source().number() != line) {
            line = statement.source().number();
            out.println(
                    clock.text(clock.nowMs()) + "  " + statement.source().text().strip());
        }
    }

    @Override
    public void onEvent(final Event event, final ScenarioClock clock) {
        out.println("    " + clock.text(event.timeMs()) + "  -> " + EventText.of(event, clock));
    }
}
