package io.ringback.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.DialFailure;
import io.ringback.EndReason;
import io.ringback.EngineListener;
import io.ringback.RequeueReason;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBufferTest {
    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> delivering = new ArrayList<>();
    private final EventBuffer buffer = new EventBuffer(listener(), failure -> {
        throw new AssertionError(failure);
    });

    @Test
    void shouldDeliverEveryKindWithItsValuesInOrderWhenAsked() {
        buffer.queued(1, 11, null, 13, 12);
        buffer.offered(1, 11, null, 14);
        buffer.routed(2, 21, 22, null, 23);
        buffer.requeued(3, 31, RequeueReason.ANSWER_TIMEOUT);
        buffer.scheduled(3, 32, null, 33);
        buffer.slotFull(3, 34, 35, 36, 37);
        buffer.due(3, 38, null);
        buffer.slotOrphaned(3, 39, 40);
        buffer.dial(4, 41, 42, 43);
        buffer.dialCancelled(5, 51, 52);
        buffer.onLine(6, 61);
        buffer.retry(7, 71, 72, DialFailure.MACHINE);
        buffer.linked(8, 81, 82);
        buffer.ended(9, 91, EndReason.PURGED_AGE);
        buffer.agent(10, 101, AgentState.AFTER_CALL_WORK);
        assertThat(heard).isEmpty();

        buffer.deliver();

        assertThat(heard)
                .containsExactly(
                        "onQueued[1, 11, null, 13, 12]",
                        "onOffered[1, 11, null, 14]",
                        "onRouted[2, 21, 22, null, 23]",
                        "onRequeued[3, 31, ANSWER_TIMEOUT]",
                        "onScheduled[3, 32, null, 33]",
                        "onSlotFull[3, 34, 35, 36, 37]",
                        "onDue[3, 38, null]",
                        "onSlotOrphaned[3, 39, 40]",
                        "onDial[4, 41, 42, 43]",
                        "onDialCancelled[5, 51, 52]",
                        "onOnLine[6, 61]",
                        "onRetryAt[7, 71, 72, MACHINE]",
                        "onLinked[8, 81, 82]",
                        "onEnded[9, 91, PURGED_AGE]",
                        "onAgentState[10, 101, AFTER_CALL_WORK]");
        assertThat(heard).hasSameSizeAs(EngineListener.class.getDeclaredMethods());
        assertThat(delivering).containsOnly(true);
        assertThat(buffer.delivering()).isFalse();
    }

    @Test
    void shouldDeliverOnceWhenAskedTwice() {
        buffer.onLine(6, 61);
        buffer.deliver();
        buffer.deliver();

        assertThat(heard).containsExactly("onOnLine[6, 61]");
    }

    private EngineListener listener() {
        return (EngineListener) Proxy.newProxyInstance(
                EngineListener.class.getClassLoader(),
                new Class<?>[] {EngineListener.class},
                (proxy, method, values) -> {
                    heard.add(method.getName() + Arrays.toString(values));
                    delivering.add(buffer().delivering());
                    return null;
                });
    }

    private EventBuffer buffer() {
        return buffer;
    }
}
