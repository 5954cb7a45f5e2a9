package io.ringback.examples.replay;

import io.ringback.examples.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Call logs for tests, written a row at a time. Rows have blanks for tabs, and - for an empty column. */
final class Logs {
    static final String HEADER = "vru+line call_id customer_id priority type date vru_entry vru_exit vru_time q_start"
            + " q_exit q_time outcome ser_start ser_exit ser_time server";

    private Logs() {}

    static CallLog of(final String... rows) {
        try {
            return CallLogReader.read("test", reader(HEADER + "\n" + String.join("\n", rows)));
        } catch (UsageException wrong) {
            throw new IllegalArgumentException(wrong);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static BufferedReader reader(final String text) {
        return new BufferedReader(new StringReader(text.replace(' ', '\t').replaceAll("(?m)\t-(?=\t|$)", "\t")));
    }

    /** An answered call that came at a time and waited some seconds, of a customer with this precedence (0, 1, 2). */
    static String answered(
            final String type,
            final int priority,
            final int at,
            final int wait,
            final int seconds,
            final String agent) {
        final int start = at + wait;
        return row(type, priority, at, wait) + " AGENT " + time(start) + " " + time(start + seconds) + " " + seconds
                + " " + agent;
    }

    /** A call that hung up after a time in the queue. */
    static String hungUp(final String type, final int at, final int wait) {
        return row(type, 0, at, wait) + " HANG 0:00:00 0:00:00 0 -";
    }

    static String time(final int second) {
        return String.format("%d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    }

    private static String row(final String type, final int priority, final int at, final int wait) {
        final String queued = wait > 0 ? time(at) + " " + time(at + wait) + " " + wait : "0:00:00 0:00:00 0";
        return "AA0101 1 0 " + priority + " " + type + " 990201 " + time(at) + " " + time(at) + " 0 " + queued;
    }
}
