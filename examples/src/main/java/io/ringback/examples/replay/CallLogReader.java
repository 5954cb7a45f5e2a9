package io.ringback.examples.replay;

import io.ringback.examples.UsageException;
import io.ringback.examples.replay.CallLog.BadLine;
import io.ringback.examples.replay.CallRecord.Service;
import io.ringback.examples.replay.CallRecord.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads call logs in the format of the Anonymous Bank data: a header, then one call a line in tab-separated columns.
 *
 * <p>The columns in seconds count, not the differences of times of day. A call that runs past midnight keeps the date
 * on which it began, so a time of day that lies more than twelve hours before the call's first one belongs to the next
 * day. 0:00:00 as the start of the queue with no time in it means that the call did not queue.
 */
final class CallLogReader {
    private static final String HEADER = "vru+line call_id customer_id priority type date vru_entry vru_exit vru_time"
            + " q_start q_exit q_time outcome ser_start ser_exit ser_time server";
    private static final List<String> COLUMNS = List.of(HEADER.split(" "));
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2}):(\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{6}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final int DAY_SECONDS = 24 * 60 * 60;

    /** Two-digit years from here on belong to the twentieth century. */
    private static final int FIRST_YEAR = 70;

    private final List<CallRecord> calls = new ArrayList<>();
    private final List<BadLine> malformed = new ArrayList<>();
    private int phantoms;
    private int neverQueued;

    private CallLogReader() {}

    /**
     * Reads a whole log.
     *
     * @param name of the log, for messages
     * @param lines its text
     * @return the calls
     * @throws UsageException when it is no call log, or has no call in it
     */
    static CallLog read(final String name, final BufferedReader lines) throws IOException, UsageException {
        final String header = lines.readLine();
        if (header == null || !List.of(header.split("\t", -1)).equals(COLUMNS)) {
            throw new UsageException(name + " is not a call log: its first line must be the " + COLUMNS.size()
                    + " column names \"" + HEADER + "\", separated by tabs");
        }
        final CallLogReader reader = new CallLogReader();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                reader.take(number, line);
            }
        }
        if (reader.calls.isEmpty()) {
            throw new UsageException(name + " has no call that reached a queue or an agent (" + (number - 1)
                    + " lines, " + reader.malformed.size() + " malformed)");
        }
        reader.calls.sort(Comparator.comparingLong(CallRecord::arrivalMs).thenComparingInt(CallRecord::line));
        return new CallLog(name, reader.calls, reader.phantoms, reader.neverQueued, reader.malformed);
    }

    private void take(final int number, final String line) {
        try {
            final Row row = new Row(line);
            switch (row.text("outcome")) {
                case "AGENT" -> calls.add(call(number, row, true));
                case "HANG" -> takeHangUp(number, row);
                case "PHANTOM" -> phantoms++;
                default ->
                    throw new MalformedLineException(
                            "outcome " + row.text("outcome") + " is not AGENT, HANG or PHANTOM");
            }
        } catch (MalformedLineException wrong) {
            malformed.add(new BadLine(number, wrong.getMessage()));
        }
    }

    private void takeHangUp(final int number, final Row row) throws MalformedLineException {
        if (row.queued()) {
            calls.add(call(number, row, false));
        } else {
            neverQueued++;
        }
    }

    private static CallRecord call(final int number, final Row row, final boolean answered)
            throws MalformedLineException {
        final String type = row.text("type");
        if (!NAME.matcher(type).matches()) {
            throw new MalformedLineException("type " + type + " is no name");
        }
        final boolean priority = switch (row.text("priority")) {
            case "0", "1" -> false;
            case "2" -> true;
            default -> throw new MalformedLineException("priority " + row.text("priority") + " is not 0, 1 or 2");
        };
        final Waiting waiting = new Waiting(row.arrivalMs(), row.seconds("q_time"), answered);
        return new CallRecord(number, row.date(), type, priority, waiting, service(row));
    }

    /** A service that has neither length nor start began when the wait ended. */
    private static Service service(final Row row) throws MalformedLineException {
        final int seconds = row.seconds("ser_time");
        final boolean timed = seconds > 0 || row.secondOfDay("ser_start") > 0;
        final long startMs = timed ? row.ms("ser_start") : row.arrivalMs() + row.seconds("q_time") * 1_000L;
        return new Service(row.text("server"), startMs, seconds);
    }

    /** One line, by column name. */
    private static final class Row {
        private final String[] fields;

        Row(final String line) throws MalformedLineException {
            fields = line.split("\t", -1);
            if (fields.length != COLUMNS.size()) {
                throw new MalformedLineException(fields.length + " columns instead of " + COLUMNS.size());
            }
        }

        String text(final String column) {
            return fields[COLUMNS.indexOf(column)].strip();
        }

        int seconds(final String column) throws MalformedLineException {
            final String text = text(column);
            try {
                final int seconds = Integer.parseInt(text);
                if (seconds >= 0 && seconds <= DAY_SECONDS) {
                    return seconds;
                }
            } catch (NumberFormatException noNumber) {
                // Reported with the numbers that are out of range.
            }
            throw new MalformedLineException(column + " " + text + " is not a number of seconds in 0.." + DAY_SECONDS);
        }

        int secondOfDay(final String column) throws MalformedLineException {
            final Matcher time = TIME.matcher(text(column));
            if (time.matches()) {
                final int hour = Integer.parseInt(time.group(1));
                final int minute = Integer.parseInt(time.group(2));
                final int second = Integer.parseInt(time.group(3));
                if (hour < 24 && minute < 60 && second < 60) {
                    return (hour * 60 + minute) * 60 + second;
                }
            }
            throw new MalformedLineException(column + " " + text(column) + " is not a time of day h:mm:ss");
        }

        LocalDate date() throws MalformedLineException {
            final String text = text("date");
            try {
                if (DATE.matcher(text).matches()) {
                    final int year = Integer.parseInt(text.substring(0, 2));
                    final int century = year >= FIRST_YEAR ? 1900 : 2000;
                    return LocalDate.of(
                            century + year,
                            Integer.parseInt(text.substring(2, 4)),
                            Integer.parseInt(text.substring(4)));
                }
            } catch (DateTimeException noDate) {
                // Reported below.
            }
            throw new MalformedLineException("date " + text + " is not a date yymmdd");
        }

        boolean queued() throws MalformedLineException {
            return secondOfDay("q_start") > 0 || seconds("q_time") > 0;
        }

        long arrivalMs() throws MalformedLineException {
            return ms(queued() ? "q_start" : "vru_exit");
        }

        long ms(final String column) throws MalformedLineException {
            final int second = secondOfDay(column);
            final boolean nextDay = second < secondOfDay("vru_entry") - DAY_SECONDS / 2;
            final long day = date().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            return (day + second + (nextDay ? DAY_SECONDS : 0)) * 1_000L;
        }
    }

    private static final class MalformedLineException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedLineException(final String message) {
            super(message);
        }
    }
}
