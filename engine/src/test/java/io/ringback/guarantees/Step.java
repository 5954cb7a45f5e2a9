package io.ringback.guarantees;

/**
 * One recorded command.
 *
 * @param kind which
 * @param atMs its stamp, epoch milliseconds
 * @param agent an agent, known or not
 * @param id an interaction, known or not
 * @param detail what else the kind needs: an attempt, a second id, a priority, other settings
 */
record Step(Kind kind, long atMs, long agent, long id, int detail) {
    /** What may be recorded, with how often it is drawn. */
    enum Kind {
        DEFINE(2),
        REMOVE(1),
        READY(24),
        NOT_READY(4),
        ANSWERED(12),
        DECLINED(4),
        COMPLETED(14),
        LOGGED_OUT(3),
        CALL(14),
        LEFT(5),
        DIAL_ANSWERED(16),
        DIAL_FAILED(10),
        CALLBACK(16),
        ACCEPT_OFFER(6),
        SCHEDULE(20),
        RESCHEDULE(6),
        MOVE(4),
        CANCEL(3),
        ADVANCE(10),
        SETTINGS(1),
        CALENDAR(2);

        final int weight;

        Kind(final int weight) {
            this.weight = weight;
        }
    }
}
