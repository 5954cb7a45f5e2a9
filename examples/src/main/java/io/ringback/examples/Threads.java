package io.ringback.examples;

import io.ringback.Engine;
import io.ringback.Outcome;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.host.EngineHost;

/** The engine for a host with many threads. */
public final class Threads {
    private Threads() {}

    /**
     * What any thread may do: say something, and ask something.
     *
     * @param engine belongs to the host until it is closed
     * @param support a queue of it
     * @return what became of the call
     */
    public static Outcome callWhileAnAgentIsReady(final Engine engine, final VirtualQueue support) {
        try (EngineHost host = EngineHost.start(engine)) {
            host.submit((e, nowMs) -> e.agentReady(nowMs, 17));
            return host.ask((e, nowMs) -> e.callArrived(nowMs, new Request().of(1, support)))
                    .join();
        }
    }
}
