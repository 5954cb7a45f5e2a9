package io.ringback.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.QueueSettings;
import io.ringback.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankTest {
    @Test
    void shouldOrderByPriorityAndThenByTimeWhenBothAreExtreme() {
        final long[] timesMs = {
            -Request.HEAD_START_MAX_MS,
            -1,
            0,
            1,
            1_772_442_000_000L,
            Engine.TIME_MAX_MS,
            Engine.TIME_MAX_MS + QueueSettings.DURATION_MAX_MS
        };
        final List<Long> keys = new ArrayList<>();
        for (int priority = QueueSettings.PRIORITY_MAX; priority >= QueueSettings.PRIORITY_MIN; priority--) {
            for (final long timeMs : timesMs) {
                keys.add(Rank.key(priority, timeMs));
            }
        }

        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }
}
