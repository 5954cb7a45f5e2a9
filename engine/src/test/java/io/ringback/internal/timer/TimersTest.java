package io.ringback.internal.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final int INTERACTIONS = 12;
    private static final int BOOKINGS = 4;
    private static final int AGENTS = 5;
    private static final int QUEUES = 3;
    private static final int CALENDARS = 7;

    private final Timers timers = new Timers(INTERACTIONS + BOOKINGS, AGENTS);
    private final List<Armed> expected = new ArrayList<>();
    private long armed;

    private record Armed(TimerKind kind, int owner, long deadlineMs, long order) {}

    TimersTest() {
        timers.reserve(1, 0);
        timers.reserve(QUEUES, CALENDARS);
    }

    @Test
    void shouldFireLikeASortedListWhenTimersAreArmedAndCancelledAtRandom() {
        final SplittableRandom random = new SplittableRandom(20_260_302);
        int fired = 0;
        for (int n = 0; n < 60_000; n++) {
            final TimerKind kind = TimerKind.values()[random.nextInt(TimerKind.values().length)];
            final int owner = random.nextInt(owners(kind));
            switch (random.nextInt(5)) {
                // Few deadlines, so that many are equal.
                case 0, 1 -> arm(kind, owner, random.nextInt(8));
                case 2 -> cancel(kind, owner);
                default -> fired += expected.isEmpty() ? 0 : poll();
            }
            assertSame(kind, owner);
            if (n % 50 == 0) {
                timers.validate();
            }
        }
        assertThat(fired).isGreaterThan(10_000);
    }

    @Test
    void shouldFireInArmingOrderWhenDeadlinesAreEqual() {
        for (final TimerKind kind : TimerKind.values()) {
            for (int owner = owners(kind) - 1; owner >= 0; owner--) {
                arm(kind, owner, 1_000);
            }
        }
        // Armed anew, it comes last although its deadline is the same.
        arm(TimerKind.PURGE, INTERACTIONS - 1, 1_000);

        final int all = expected.size();
        for (int n = 0; n < all; n++) {
            poll();
        }

        assertThat(timers.size()).isZero();
        assertThat(timers.nextDeadlineMs()).isEqualTo(Engine.NO_TIME);
    }

    @Test
    void shouldFireBeforeAllOthersOfItsInstantWhenArmedAsTheFirst() {
        timers.arm(TimerKind.STEP, 2, 999);
        timers.arm(TimerKind.STEP, 0, 1_000);
        timers.arm(TimerKind.CALENDAR, 6, 1_000, Timers.FIRST);
        timers.arm(TimerKind.STEP, 1, 1_000);

        timers.poll();

        assertThat(timers.kindOf(timers.poll())).isEqualTo(TimerKind.CALENDAR);
        assertThat(timers.ownerOf(timers.poll())).isZero();
    }

    @Test
    void shouldTellKindAndOwnerWhenATimerIsPolled() {
        for (final TimerKind kind : TimerKind.values()) {
            for (int owner = 0; owner < owners(kind); owner++) {
                timers.arm(kind, owner, 5);

                final int key = timers.poll();

                assertThat(timers.kindOf(key)).isEqualTo(kind);
                assertThat(timers.ownerOf(key)).isEqualTo(owner);
            }
        }
    }

    @Test
    void shouldHaveRoomWhenEveryTimerIsPending() {
        final Timers agentsOnly = new Timers(1, 40);
        agentsOnly.reserve(2, 50);
        for (int agent = 0; agent < 40; agent++) {
            agentsOnly.arm(TimerKind.AGENT, agent, 40 - agent);
        }
        agentsOnly.arm(TimerKind.PURGE, 0, 50);
        agentsOnly.arm(TimerKind.STEP, 0, 51);
        agentsOnly.arm(TimerKind.INVITATION, 0, 52);
        agentsOnly.arm(TimerKind.PAUSE, 0, 53);
        agentsOnly.arm(TimerKind.PAUSE, 1, 54);
        for (int calendar = 0; calendar < 50; calendar++) {
            agentsOnly.arm(TimerKind.CALENDAR, calendar, 55, Timers.FIRST);
        }

        agentsOnly.validate();
        assertThat(agentsOnly.size()).isEqualTo(95);
        assertThat(agentsOnly.ownerOf(agentsOnly.poll())).isEqualTo(39);
    }

    private static int owners(final TimerKind kind) {
        return switch (kind) {
            case AGENT -> AGENTS;
            case PAUSE -> QUEUES;
            case CALENDAR -> CALENDARS;
            case PURGE, STEP, INVITATION -> INTERACTIONS;
            case SLOT -> BOOKINGS;
        };
    }

    private void arm(final TimerKind kind, final int owner, final long deadlineMs) {
        forget(kind, owner);
        expected.add(new Armed(kind, owner, deadlineMs, armed++));
        expected.sort(Comparator.comparingLong(Armed::deadlineMs).thenComparingLong(Armed::order));
        timers.arm(kind, owner, deadlineMs);
    }

    private void cancel(final TimerKind kind, final int owner) {
        forget(kind, owner);
        timers.cancel(kind, owner);
    }

    private int poll() {
        final Armed first = expected.remove(0);
        final int key = timers.poll();
        assertThat(timers.kindOf(key)).isEqualTo(first.kind());
        assertThat(timers.ownerOf(key)).isEqualTo(first.owner());
        return 1;
    }

    private void forget(final TimerKind kind, final int owner) {
        expected.removeIf(timer -> timer.kind() == kind && timer.owner() == owner);
    }

    private void assertSame(final TimerKind kind, final int owner) {
        assertThat(timers.size()).isEqualTo(expected.size());
        assertThat(timers.nextDeadlineMs())
                .isEqualTo(expected.isEmpty() ? Engine.NO_TIME : expected.get(0).deadlineMs());
        final Armed pending = expected.stream()
                .filter(timer -> timer.kind() == kind && timer.owner() == owner)
                .findFirst()
                .orElse(null);
        assertThat(timers.pending(kind, owner)).isEqualTo(pending != null);
        assertThat(timers.deadlineMs(kind, owner)).isEqualTo(pending == null ? Engine.NO_TIME : pending.deadlineMs());
    }
}
