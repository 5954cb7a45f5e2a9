package io.ringback.streams;

import io.ringback.scenario.Command;

/**
 * One step of a stream: a command with its stamp, or, without a command, time that passes.
 *
 * @param atMs the stamp, epoch milliseconds
 * @param command what to do, or null: only advance
 */
record StreamStep(long atMs, Command command) {
    static StreamStep advance(final long toMs) {
        return new StreamStep(toMs, null);
    }

    boolean isAdvance() {
        return command == null;
    }

    StreamStep at(final long newMs) {
        return new StreamStep(newMs, command);
    }
}
