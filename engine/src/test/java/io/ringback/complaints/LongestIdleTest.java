package io.ringback.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentChoice;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.VirtualQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Idle times that no longer compare right: after many days, or among very many agents. */
class LongestIdleTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final int AGENTS = 5_000;

    private final List<Long> routed = new ArrayList<>();
    private final Request request = new Request();

    /** A packed idle time runs over after some days, and who has waited longest is passed over. */
    @ParameterizedTest
    @EnumSource(AgentChoice.class)
    void shouldPreferTheLongestIdleWhenItHasBeenIdleForTwelveDaysAndMore(final AgentChoice choice) {
        final Engine engine = engine();
        final VirtualQueue queue = engine.queue(
                START_MS, "support", QueueSettings.builder().agentChoice(choice).build());
        long nowMs = START_MS;
        for (long agent = 1; agent <= 60; agent++) {
            nowMs += Duration.ofHours(20).toMillis();
            ready(engine, nowMs, agent, SkillLevels.of("en", 5));
        }

        for (long call = 1; call <= 60; call++) {
            assertThat(engine.callArrived(nowMs, request.of(call, queue))).isEqualTo(Outcome.OK);
        }

        assertThat(routed).hasSize(60).isSorted();
        engine.validate();
    }

    /** The comparison of thousands of agents is not transitive, and a sort gives up or picks anybody. */
    @Test
    void shouldPreferTheLongestIdleWhenThereAreFiveThousandAgents() {
        final Engine engine = engine();
        final VirtualQueue queue = engine.queue(
                START_MS, "support", QueueSettings.builder().skills("en > 0").build());
        final List<Long> order = new ArrayList<>();
        for (long agent = 1; agent <= AGENTS; agent++) {
            order.add(agent);
        }
        Collections.shuffle(order, new Random(20_260_302));
        for (int n = 0; n < AGENTS; n++) {
            // Several become Ready in the same millisecond: the first of them is preferred.
            ready(engine, START_MS + n / 3, order.get(n), SkillLevels.of("en", 1 + n % 1_000));
        }

        for (long call = 1; call <= AGENTS; call++) {
            assertThat(engine.callArrived(START_MS + AGENTS, request.of(call, queue)))
                    .isEqualTo(Outcome.OK);
        }

        assertThat(routed).isEqualTo(order);
    }

    /** Specialists idle while generalists are given away; among equals the longest idle must still come first. */
    @Test
    void shouldSpareGeneralistsWhenTheQueueAsksForTheLeastSkilled() {
        final Engine engine = engine();
        final VirtualQueue queue = engine.queue(
                START_MS,
                "support",
                QueueSettings.builder()
                        .skills("en")
                        .agentChoice(AgentChoice.LEAST_SKILLED)
                        .build());
        final List<Long> specialists = new ArrayList<>();
        final List<Long> generalists = new ArrayList<>();
        for (long agent = 1; agent <= AGENTS; agent++) {
            final boolean specialist = agent % 2 == 0;
            ready(engine, START_MS, agent, specialist ? SkillLevels.of("en", 5) : SkillLevels.of("en", 5, "de", 5));
            (specialist ? specialists : generalists).add(agent);
        }

        for (long call = 1; call <= AGENTS; call++) {
            assertThat(engine.callArrived(START_MS, request.of(call, queue))).isEqualTo(Outcome.OK);
        }

        assertThat(routed.subList(0, AGENTS / 2)).isEqualTo(specialists);
        assertThat(routed.subList(AGENTS / 2, AGENTS)).isEqualTo(generalists);
    }

    private static void ready(final Engine engine, final long nowMs, final long agent, final SkillLevels levels) {
        assertThat(engine.defineAgent(nowMs, agent, levels)).isEqualTo(Outcome.OK);
        assertThat(engine.agentReady(nowMs, agent)).isEqualTo(Outcome.OK);
    }

    private Engine engine() {
        return Engine.create(
                EngineConfig.builder().agents(AGENTS).skills("en", "de").build(), new EngineListener() {
                    @Override
                    public void onRouted(
                            final long nowMs,
                            final long id,
                            final long agentId,
                            final VirtualQueue queue,
                            final long waitedMs) {
                        routed.add(agentId);
                    }
                });
    }
}
