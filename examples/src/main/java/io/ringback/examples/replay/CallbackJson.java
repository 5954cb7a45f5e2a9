package io.ringback.examples.replay;

import io.ringback.examples.replay.Offer.Promise;
import io.ringback.examples.replay.Offer.Result;
import java.util.List;

/** The same figures as {@link CallbackReport}, as JSON. */
final class CallbackJson {
    private CallbackJson() {}

    static void write(final JsonWriter json, final Outcomes outcomes) {
        final Terms terms = outcomes.callbacks().terms();
        terms(json, terms);
        json.member("refused", outcomes.count(Ending.REFUSED));
        if (terms.offers() != null) {
            final List<Offer> offers = outcomes.callbacks().offers();
            offers(json, offers);
            json.open("callbacks", '[');
            for (final Promise promise : Promise.values()) {
                callbacks(
                        json, CallbackFigures.of(promise, offers, terms.offers().slot()));
            }
            json.close(']');
        }
        hours(json, HourFigures.of(outcomes));
        json.open("interactions", '{')
                .member("accepted", outcomes.callbacks().balance().accepted())
                .member("ended", outcomes.callbacks().balance().ended())
                .member("stillBooked", outcomes.callbacks().balance().present())
                .close('}');
    }

    private static void terms(final JsonWriter json, final Terms terms) {
        json.open("terms", '{');
        if (terms.hours() != null) {
            json.member("hours", terms.hours().toString());
        }
        if (terms.offers() != null) {
            json.member("offerAboveSeconds", terms.offers().above().toSeconds())
                    .member("acceptShare", terms.offers().acceptShare())
                    .member("slotMinutes", terms.offers().slot().toMinutes())
                    .member("slotCapacity", terms.offers().capacity().toString())
                    .member("seed", terms.offers().seed());
        }
        json.close('}');
    }

    private static void offers(final JsonWriter json, final List<Offer> offers) {
        json.open("offers", '{')
                .member("made", offers.size())
                .member("declined", Offer.count(offers, Result.DECLINED))
                .member("tooLate", Offer.count(offers, Result.TOO_LATE))
                .member("slotFull", Offer.count(offers, Result.SLOT_FULL))
                .member("notToday", Offer.count(offers, Result.NOT_TODAY))
                .member("accepted", Offer.accepted(offers))
                .close('}');
    }

    private static void callbacks(final JsonWriter json, final CallbackFigures figures) {
        json.open('{')
                .member("promise", figures.promise().text())
                .member("accepted", figures.accepted())
                .member("reached", figures.count(Result.REACHED))
                .member("onLineInSlot", figures.onLineInSlot())
                .member("agentInSlot", figures.reachedInSlot())
                .member("meanLateSeconds", figures.meanLateSeconds())
                .member("p90LateSeconds", figures.p90LateSeconds())
                .member("maxLateSeconds", figures.maxLateSeconds())
                .member("noAnswer", figures.count(Result.UNREACHABLE))
                .member("hungUp", figures.count(Result.HUNG_UP))
                .member("purged", figures.count(Result.PURGED))
                .member("turnedAway", figures.count(Result.TURNED_AWAY))
                .member("stillBooked", figures.count(Result.BOOKED))
                .close('}');
    }

    private static void hours(final JsonWriter json, final List<HourFigures> hours) {
        json.open("hours", '[');
        for (final HourFigures hour : hours) {
            if (!hour.empty()) {
                json.open('{')
                        .member("hour", hour.hour())
                        .member("calls", hour.calls())
                        .member("refused", hour.refused())
                        .member("offered", hour.offered())
                        .member("accepted", hour.accepted())
                        .member("due", hour.due())
                        .member("reached", hour.reached())
                        .member("mostWaiting", hour.mostWaiting())
                        .close('}');
            }
        }
        json.close(']');
    }
}
