package io.ringback.examples.replay;

import io.ringback.DialFailure;
import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.examples.replay.Choices.Ring;
import java.util.ArrayList;
import java.util.List;

/**
 * The host's side of offers: asks the caller, has the callback made, and dials when the engine says so. The callback
 * that comes of a call has an id of its own, behind those of all calls.
 */
final class OfferDesk {
    private final int calls;
    private final Choices choices;
    private final Offer[] byCall;
    private final List<Offer> offers = new ArrayList<>();
    private final List<Dial> dials = new ArrayList<>();
    private final Request request = new Request();

    OfferDesk(final int calls, final Choices choices) {
        this.calls = calls;
        this.choices = choices;
        byCall = new Offer[calls];
    }

    /** A dial that is under way, and how it will end. */
    private record Dial(Offer offer, int attempt, Ring ring) {}

    /** Whether the interaction is a callback that came of an offer. */
    boolean owns(final long id) {
        return id >= calls;
    }

    /** The offer that a callback came of. */
    Offer offer(final long id) {
        return byCall[callOf(id)];
    }

    /** The call that an interaction is, or came of. */
    int callOf(final long id) {
        return (int) (owns(id) ? id - calls : id);
    }

    /** All offers, in the order in which they were made. */
    List<Offer> offers() {
        return offers;
    }

    /** A caller is asked: what comes of it. */
    Wish ask(final long nowMs, final int call) {
        final Offer offer = new Offer(call, nowMs, choices.wish(call, nowMs));
        byCall[call] = offer;
        offers.add(offer);
        return offer.wish();
    }

    /** A caller who still waits wants a callback, and hangs up if the engine agrees to it. */
    Outcome choose(final Engine engine, final long nowMs, final int call) {
        final Offer offer = byCall[call];
        final Wish wish = offer.wish();
        request.of(calls + call, null).number(Replay.number(call));
        if (wish.exactly()) {
            request.exactlyAt(wish.atMs());
        } else if (wish.atMs() != Engine.NO_TIME) {
            request.at(wish.atMs());
        }
        offer.asked();
        final Outcome outcome = engine.acceptOffer(nowMs, call, request);
        offer.answered(outcome);
        return outcome;
    }

    /** Dials: the number of the dial, for its end. */
    int dial(final long id, final int attempt) {
        dials.add(new Dial(offer(id), attempt, choices.ring(callOf(id), attempt)));
        return dials.size() - 1;
    }

    Ring ring(final int dial) {
        return dials.get(dial).ring();
    }

    /** Reports how a dial ended, unless it was called off: whether the customer is on the line. */
    boolean dialEnds(final Engine engine, final long nowMs, final int dial) {
        final Dial ended = dials.get(dial);
        if (!ended.offer().waiting()) {
            return false;
        }
        final long id = id(ended.offer());
        final DialFailure failure = ended.ring().failure();
        Switchboard.accepted(
                failure == null
                        ? engine.dialAnswered(nowMs, id, ended.attempt())
                        : engine.dialFailed(nowMs, id, ended.attempt(), failure),
                nowMs);
        return failure == null;
    }

    /** A customer who picked up has waited long enough, unless an agent came. */
    void losePatience(final Engine engine, final long nowMs, final int dial) {
        end(engine, nowMs, dials.get(dial).offer());
    }

    /** Ends all callbacks whose time has come, because nobody is left to call. */
    void close(final Engine engine, final long nowMs) {
        offers.forEach(offer -> end(engine, nowMs, offer));
    }

    private void end(final Engine engine, final long nowMs, final Offer offer) {
        if (offer.waiting()) {
            final long id = id(offer);
            Switchboard.accepted(offer.onLine() ? engine.customerLeft(nowMs, id) : engine.cancel(nowMs, id), nowMs);
        }
    }

    private long id(final Offer offer) {
        return (long) calls + offer.call();
    }

    /** How many callbacks are booked for a time after the log. */
    long booked() {
        return Offer.count(offers, Offer.Result.BOOKED);
    }
}
