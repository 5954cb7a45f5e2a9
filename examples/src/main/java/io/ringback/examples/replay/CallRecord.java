package io.ringback.examples.replay;

import java.time.LocalDate;

/**
 * One call of a log: when it came, how long it waited and what became of it.
 *
 * @param line of the file, from 1
 * @param day the log's date of the call, also when the call ran past midnight
 * @param type what the call is about: names its queue and the skill that it needs
 * @param priority whether the customer has precedence
 * @param waiting the recorded time in the queue
 * @param service the recorded service, without length for most callers who hung up
 */
record CallRecord(int line, LocalDate day, String type, boolean priority, Waiting waiting, Service service) {
    /** Type of calls by which the bank returned a customer's call. */
    static final String RETURNED_CALLBACK = "TT";

    /** The agent of a service that names none. */
    static final String UNKNOWN_AGENT = "";

    /**
     * Time in the queue, as recorded.
     *
     * @param startMs when the call entered the queue, or would have: epoch milliseconds, the log's clock taken as UTC
     * @param seconds until it was answered or hung up; 0 for a call that did not queue
     * @param answered whether an agent took it; otherwise the caller hung up
     */
    record Waiting(long startMs, int seconds, boolean answered) {}

    /**
     * Time with an agent, as recorded.
     *
     * @param agent the agent's code, or {@link #UNKNOWN_AGENT}
     * @param startMs when it began, epoch milliseconds
     * @param seconds how long it took
     */
    record Service(String agent, long startMs, int seconds) {
        long endMs() {
            return startMs + seconds * 1_000L;
        }
    }

    long arrivalMs() {
        return waiting.startMs();
    }

    boolean answered() {
        return waiting.answered();
    }

    /** Whether an agent took it whom the log names: only these services tell who was at work. */
    boolean answeredByKnownAgent() {
        return answered() && !service.agent().equals(UNKNOWN_AGENT);
    }

    boolean returnedCallback() {
        return type.equals(RETURNED_CALLBACK);
    }

    long handleMs() {
        return service.seconds() * 1_000L;
    }
}
