package io.ringback.streams;

import io.ringback.scenario.Command;

/** The ways in which commands name an interaction; dial results by the attempt that they name. */
enum InteractionUse {
    CALL,
    CALLBACK,
    SCHEDULE,
    RESCHEDULE,
    ABANDON,
    MOVE,
    ACCEPT_OFFER,
    ACCEPT_OFFER_AS,
    CANCEL,
    ANSWERED,
    NO_ANSWER,
    COMPLETE,
    DIAL_ANSWERED_LATEST,
    DIAL_ANSWERED_EARLIER,
    DIAL_ANSWERED_UNMADE,
    DIAL_FAILED_LATEST,
    DIAL_FAILED_EARLIER,
    DIAL_FAILED_UNMADE;

    /** The use of a command that names an interaction, or null. */
    static InteractionUse of(final Command command, final Ledger ledger) {
        return switch (command.verb()) {
            case CALL -> CALL;
            case CALLBACK -> CALLBACK;
            case SCHEDULE -> SCHEDULE;
            case RESCHEDULE -> RESCHEDULE;
            case ABANDON -> ABANDON;
            case MOVE -> MOVE;
            case ACCEPT_OFFER -> ACCEPT_OFFER;
            case CANCEL -> CANCEL;
            case ANSWERED -> command.name(1) == null ? null : ANSWERED;
            case NO_ANSWER -> command.name(1) == null ? null : NO_ANSWER;
            case COMPLETE -> command.name(1) == null ? null : COMPLETE;
            case DIAL_ANSWERED ->
                dial(command, ledger, DIAL_ANSWERED_LATEST, DIAL_ANSWERED_EARLIER, DIAL_ANSWERED_UNMADE);
            case DIAL_FAILED -> dial(command, ledger, DIAL_FAILED_LATEST, DIAL_FAILED_EARLIER, DIAL_FAILED_UNMADE);
            default -> null;
        };
    }

    /** The interaction that such a command names. */
    String name(final Command command) {
        return switch (this) {
            case ACCEPT_OFFER_AS -> command.value("as");
            case ANSWERED, NO_ANSWER, COMPLETE -> command.name(1);
            default -> command.name(0);
        };
    }

    private static InteractionUse dial(
            final Command command,
            final Ledger ledger,
            final InteractionUse latest,
            final InteractionUse earlier,
            final InteractionUse unmade) {
        final int attempt = Integer.parseInt(command.value("attempt"));
        final int made = ledger.attempt(command.name(0));
        if (attempt < 1 || attempt > made) {
            return unmade;
        }
        return attempt == made ? latest : earlier;
    }

    /** Why an interaction in this situation cannot be named so, or null when it can. */
    String impossible(final InteractionSituation situation) {
        return switch (this) {
            case DIAL_ANSWERED_LATEST, DIAL_ANSWERED_EARLIER, DIAL_FAILED_LATEST, DIAL_FAILED_EARLIER ->
                situation.isCallback() && situation != InteractionSituation.CALLBACK_SCHEDULED
                        ? null
                        : "only callbacks are dialed, and none before its slot";
            default -> null;
        };
    }
}
