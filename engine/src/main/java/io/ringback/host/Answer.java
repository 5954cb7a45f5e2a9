package io.ringback.host;

import io.ringback.Engine;
import java.util.concurrent.CompletableFuture;

/** A question on its way to the engine, and the future that its caller holds. */
final class Answer<T> extends CompletableFuture<T> implements Command {
    private final Question<T> question;

    Answer(final Question<T> question) {
        this.question = question;
    }

    @Override
    public void apply(final Engine engine, final long nowMs) {
        try {
            complete(question.ask(engine, nowMs));
        } catch (final Throwable failure) {
            completeExceptionally(failure);
        }
    }
}
