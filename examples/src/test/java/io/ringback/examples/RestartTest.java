package io.ringback.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.InteractionKind;
import io.ringback.InteractionView;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.examples.Restart.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RestartTest {
    private static final long NOW_MS = 1_772_442_000_000L;

    private final Engine engine = Engine.create(EngineConfig.builder().build(), new EngineListener() {});
    private final VirtualQueue support =
            engine.queue(NOW_MS, "support", QueueSettings.builder().build());

    @Test
    void shouldRestoreEachPlaceWhenTheHostEntersThemAgain() {
        final List<Waiting> held = List.of(
                new Waiting(1, true, Engine.UNKNOWN_NUMBER, NOW_MS - 90_000, 0),
                new Waiting(2, false, 442071838750L, NOW_MS - 60_000, 0),
                new Waiting(3, true, 442071838751L, NOW_MS - 20_000, 90_000));

        Restart.enterAgain(engine, support, held, NOW_MS);
        assertThat(engine.callArrived(NOW_MS, new Request().of(4, support))).isEqualTo(Outcome.OK);

        assertThat(held.stream().map(each -> engine.position(each.id()))).containsExactly(2, 3, 1);
        assertThat(engine.position(4)).isEqualTo(4);
        final InteractionView view = new InteractionView();
        assertThat(engine.read(2, view)).isTrue();
        assertThat(view.kind()).isEqualTo(InteractionKind.IMMEDIATE_CALLBACK);
    }

    @Test
    void shouldSayWhomItCouldNotEnterWhenTheEngineRefuses() {
        final Waiting twice = new Waiting(1, true, Engine.UNKNOWN_NUMBER, NOW_MS, 0);

        assertThatThrownBy(() -> Restart.enterAgain(engine, support, List.of(twice, twice), NOW_MS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DUPLICATE_ID");
    }
}
