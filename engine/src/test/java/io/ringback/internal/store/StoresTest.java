package io.ringback.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.AgentState;
import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StoresTest {
    private static final int CAPACITY = 20;

    private final InteractionStore interactions = new InteractionStore(CAPACITY, 0);
    private final AgentStore agents = new AgentStore(CAPACITY);
    private final SplittableRandom random = new SplittableRandom(20_260_302);

    @Test
    void shouldFindInteractionsByIdWhenEntriesAreUsedAgain() {
        final Map<Long, Integer> entries = new HashMap<>();
        for (int n = 0; n < 20_000; n++) {
            final long id = random.nextLong(-15, 15);
            if (entries.containsKey(id)) {
                interactions.remove(entries.remove(id));
            } else if (!interactions.full()) {
                entries.put(id, interactions.add(id, InteractionKind.LIVE_CALL));
            }
            assertThat(interactions.size()).isEqualTo(entries.size());
            assertThat(interactions.full()).isEqualTo(entries.size() == CAPACITY);
            assertThat(interactions.entryOf(id)).isEqualTo(entries.getOrDefault(id, InteractionStore.NONE));
        }
        assertThat(new HashSet<>(entries.values())).hasSize(entries.size());
        entries.forEach((id, entry) -> {
            assertThat(interactions.id(entry)).isEqualTo(id);
            assertThat(interactions.present(entry)).isTrue();
        });
    }

    @Test
    void shouldForgetTheFormerInteractionWhenItsEntryIsUsedAgain() {
        final int entry = interactions.add(1, InteractionKind.IMMEDIATE_CALLBACK);
        interactions.number(entry, 15_550_001);
        interactions.state(entry, InteractionState.INVITED);
        interactions.startDial(entry);
        interactions.useAttempt(entry);
        interactions.notBeforeMs(entry, 99);
        interactions.nextStep(entry, 3);
        interactions.agent(entry, 4);
        interactions.trigger(entry, 5);
        interactions.remove(entry);
        assertThat(interactions.present(entry)).isFalse();

        assertThat(interactions.add(2, InteractionKind.LIVE_CALL)).isEqualTo(entry);

        assertThat(interactions.entryOf(1)).isEqualTo(InteractionStore.NONE);
        assertThat(interactions.kind(entry)).isEqualTo(InteractionKind.LIVE_CALL);
        assertThat(interactions.state(entry)).isEqualTo(InteractionState.QUEUED);
        assertThat(interactions.number(entry)).isEqualTo(Engine.UNKNOWN_NUMBER);
        assertThat(interactions.dials(entry)).isZero();
        assertThat(interactions.attemptsUsed(entry)).isZero();
        assertThat(interactions.nextStep(entry)).isZero();
        assertThat(interactions.notBeforeMs(entry)).isEqualTo(Engine.NO_TIME);
        assertThat(interactions.agent(entry)).isEqualTo(InteractionStore.NONE);
        assertThat(interactions.trigger(entry)).isEqualTo(InteractionStore.NONE);
        assertThat(interactions.arrival(entry)).isEqualTo(1);
    }

    @Test
    void shouldKeepPlaceAndArrivalWhenACallIsConverted() {
        final int entry = interactions.add(1, InteractionKind.LIVE_CALL);
        interactions.times(entry, 500, 400);

        interactions.convert(entry, 2, InteractionKind.IMMEDIATE_CALLBACK);

        assertThat(interactions.entryOf(1)).isEqualTo(InteractionStore.NONE);
        assertThat(interactions.entryOf(2)).isEqualTo(entry);
        assertThat(interactions.live(entry)).isFalse();
        assertThat(interactions.queuedMs(entry)).isEqualTo(500);
        assertThat(interactions.placeMs(entry)).isEqualTo(400);
        assertThat(interactions.arrival(entry)).isZero();
        assertThat(interactions.size()).isEqualTo(1);
    }

    @Test
    void shouldForgetTheFormerAgentWhenItsEntryIsUsedAgain() {
        final int entry = agents.add(1, 10);
        agents.becomeReady(entry, 20);
        assertThat(agents.ready()).isEqualTo(1);
        agents.state(entry, 30, AgentState.BUSY);
        agents.interaction(entry, 7);
        agents.triggered(entry, 8);
        agents.answered(entry, true);
        agents.notReadyAfter(entry, true);
        agents.remove(entry);
        assertThat(agents.present(entry)).isFalse();

        assertThat(agents.add(2, 40)).isEqualTo(entry);

        assertThat(agents.entryOf(1)).isEqualTo(AgentStore.NONE);
        assertThat(agents.entryOf(2)).isEqualTo(entry);
        assertThat(agents.state(entry)).isEqualTo(AgentState.LOGGED_OUT);
        assertThat(agents.sinceMs(entry)).isEqualTo(40);
        assertThat(agents.interaction(entry)).isEqualTo(AgentStore.NONE);
        assertThat(agents.triggered(entry)).isEqualTo(AgentStore.NONE);
        assertThat(agents.answered(entry)).isFalse();
        assertThat(agents.notReadyAfter(entry)).isFalse();
        assertThat(agents.ready()).isZero();
    }

    @Test
    void shouldKeepTheIdleTimeWhenAnAgentIsReadyAgainAfterARing() {
        final int ann = agents.add(1, 0);
        final int bob = agents.add(2, 0);
        agents.becomeReady(ann, 100);
        agents.becomeReady(bob, 200);
        agents.state(ann, 300, AgentState.BUSY);

        agents.resumeReady(ann);

        assertThat(agents.sinceMs(ann)).isEqualTo(100);
        assertThat(agents.readyOrder(ann)).isLessThan(agents.readyOrder(bob));
        assertThat(agents.ready()).isEqualTo(2);
    }

    @Test
    void shouldBeFullWhenEveryEntryOfAnAgentIsTaken() {
        for (long id = 0; id < CAPACITY; id++) {
            assertThat(agents.full()).isFalse();
            agents.add(id, 0);
        }

        assertThat(agents.full()).isTrue();
        assertThat(agents.size()).isEqualTo(CAPACITY);
        agents.remove(agents.entryOf(13));
        assertThat(agents.full()).isFalse();
    }

    @Test
    void shouldListTheCallbacksOfANumberWhenTheyComeAndGoAtRandom() {
        final NumberIndex numbers = new NumberIndex(interactions);
        final Map<Long, Set<Integer>> expected = new HashMap<>();
        final List<Integer> entries = new ArrayList<>();
        for (int entry = 0; entry < CAPACITY; entry++) {
            entries.add(interactions.add(entry, InteractionKind.IMMEDIATE_CALLBACK));
        }
        final Set<Integer> listed = new HashSet<>();
        for (int n = 0; n < 10_000; n++) {
            final int entry = entries.get(random.nextInt(CAPACITY));
            if (listed.remove(entry)) {
                numbers.remove(entry);
                expected.get(interactions.number(entry)).remove(entry);
            } else {
                final long number = random.nextLong(1, 5);
                interactions.number(entry, number);
                numbers.add(entry);
                listed.add(entry);
                expected.computeIfAbsent(number, key -> new HashSet<>()).add(entry);
            }
            expected.forEach((number, members) ->
                    assertThat(list(numbers, number)).containsExactlyInAnyOrderElementsOf(members));
        }
        assertThat(numbers.size()).isEqualTo((int)
                expected.values().stream().filter(members -> !members.isEmpty()).count());
    }

    private List<Integer> list(final NumberIndex numbers, final long number) {
        final List<Integer> listed = new ArrayList<>();
        int entry = numbers.first(number);
        while (entry != InteractionStore.NONE) {
            listed.add(entry);
            entry = interactions.nextOfNumber(entry);
        }
        return listed;
    }
}
