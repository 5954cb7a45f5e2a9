package io.ringback.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Outcome;
import io.ringback.scenario.Command;
import io.ringback.scenario.EngineLimits;
import io.ringback.scenario.Event;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules say of some telling situations, worked out by hand. Times are seconds after noon. */
class NaiveEngineTest {
    private static final long NOON_MS = 1_772_452_800_000L;

    private final NaiveEngine engine =
            new NaiveEngine(new EngineLimits(3, 4, 4, 86_400_000, 1_800_000), RuleSwitches.allOn());

    NaiveEngineTest() {
        apply(0, Verb.SKILL, "english");
        apply(0, Verb.SKILL, "billing");
        apply(0, Verb.QUEUE, "support");
        apply(0, Verb.AGENT, "ann english=5");
        apply(0, Verb.AGENT, "bob english=2 billing=3");
    }

    @Test
    void shouldRouteBestRankedWhenAgentBecomesReady() {
        apply(0, Verb.CALL, "c1 support");
        apply(1, Verb.CALL, "c2 support head-start=2s");
        apply(2, Verb.CALL, "c3 support priority=1");
        assertThat(List.of(engine.position("c3"), engine.position("c2"), engine.position("c1")))
                .containsExactly(1, 2, 3);
        take();
        apply(3, Verb.READY, "ann");
        apply(3, Verb.READY, "bob");
        assertThat(take())
                .containsExactly(
                        "3 agent ann state=READY",
                        "3 routed c3 ann queue=support waited=1000",
                        "3 agent ann state=BUSY",
                        "3 agent bob state=READY",
                        "3 routed c2 bob queue=support waited=2000",
                        "3 agent bob state=BUSY");
    }

    @Test
    void shouldNotReserveTriggerWhenCallComesDuringDial() {
        apply(0, Verb.CALLBACK, "k1 support number=+442071838750");
        apply(60, Verb.READY, "ann");
        apply(61, Verb.CALL, "c1 support");
        apply(62, Verb.DIAL_ANSWERED, "k1");
        apply(63, Verb.READY, "bob");
        apply(64, Verb.COMPLETE, "bob k1");
        assertThat(take())
                .containsExactly(
                        "0 queued k1 support ewt=-2",
                        "60 agent ann state=READY",
                        "60 dial k1 attempt=1 number=+442071838750",
                        "61 queued c1 support ewt=0",
                        "61 routed c1 ann queue=support waited=0",
                        "61 agent ann state=BUSY",
                        "62 on-line k1",
                        "63 agent bob state=READY",
                        "63 routed k1 bob queue=support waited=63000",
                        "63 agent bob state=BUSY",
                        "64 ended k1 reason=COMPLETED",
                        "64 agent bob state=AFTER_CALL_WORK");
    }

    @Test
    void shouldDialOnlyOnePerAgentUntilTriggerIsSettled() {
        apply(0, Verb.READY, "ann");
        apply(0, Verb.CALLBACK, "k1 support number=+1");
        apply(0, Verb.CALLBACK, "k2 support number=+2");
        take();
        assertThat(engine.interactionState("k2")).isEqualTo("QUEUED");
        apply(5, Verb.DIAL_FAILED, "k1 reason=busy");
        assertThat(take())
                .containsExactly("5 retry k1 at=" + ms(305) + " reason=busy", "5 dial k2 attempt=1 number=+2");
        assertThat(engine.nextDeadlineMs()).isEqualTo(ms(65));
    }

    @Test
    void shouldFireTimersAtTheirOwnTimeWhenNextCommandIsLate() {
        apply(0, Verb.QUEUE, "support attempts=2 retry-delay=100s");
        apply(0, Verb.CALLBACK, "k1 support number=+1");
        apply(0, Verb.READY, "ann");
        take();
        apply(1000, Verb.NOT_READY, "bob");
        assertThat(take())
                .containsExactly(
                        "60 dial-cancelled k1 attempt=1",
                        "60 retry k1 at=" + ms(160) + " reason=no-answer",
                        "160 dial k1 attempt=2 number=+1",
                        "220 dial-cancelled k1 attempt=2",
                        "220 ended k1 reason=UNREACHABLE",
                        "1000 agent bob state=NOT_READY");
    }

    @Test
    void shouldWidenTargetWhenStepFallsDue() {
        apply(
                0,
                Verb.QUEUE,
                "support",
                "skills=english >= 5 & billing",
                "then=60s:(english > 1 & !english = 5) | billing > 9");
        apply(0, Verb.READY, "ann");
        apply(1, Verb.READY, "bob");
        apply(10, Verb.CALL, "c1 support");
        take();
        engine.advanceTo(ms(100));
        assertThat(take()).containsExactly("70 routed c1 bob queue=support waited=60000", "70 agent bob state=BUSY");
    }

    @Test
    void shouldKeepRankAndMatchAgainWhenAgentDoesNotAnswer() {
        apply(0, Verb.QUEUE, "support answer-timeout=20s");
        apply(0, Verb.READY, "ann");
        apply(0, Verb.CALL, "c1 support");
        apply(1, Verb.CALL, "c2 support");
        take();
        apply(25, Verb.READY, "bob");
        assertThat(take())
                .containsExactly(
                        "20 requeued c1 reason=answer-timeout",
                        "20 agent ann state=NOT_READY",
                        "25 agent bob state=READY",
                        "25 routed c1 bob queue=support waited=25000",
                        "25 agent bob state=BUSY");
        assertThat(apply(26, Verb.ANSWERED, "bob c2")).isEqualTo(Outcome.NOT_WITH_AGENT);
        assertThat(apply(26, Verb.ANSWERED, "bob c1")).isEqualTo(Outcome.OK);
        assertThat(apply(27, Verb.NO_ANSWER, "bob")).isEqualTo(Outcome.WRONG_STATE);
        apply(28, Verb.LOGOUT, "bob");
        assertThat(take()).containsExactly("28 ended c1 reason=AGENT_LOST", "28 agent bob state=LOGGED_OUT");
    }

    @Test
    void shouldRestoreIdleTimeWhenCallerHangsUpWhileRinging() {
        apply(0, Verb.READY, "ann");
        apply(1, Verb.READY, "bob");
        apply(2, Verb.CALL, "c1 support");
        apply(3, Verb.ABANDON, "c1");
        apply(4, Verb.CALL, "c2 support");
        assertThat(take())
                .endsWith(
                        "2 routed c1 ann queue=support waited=0",
                        "2 agent ann state=BUSY",
                        "3 ended c1 reason=ABANDONED",
                        "3 agent ann state=READY",
                        "4 queued c2 support ewt=0",
                        "4 routed c2 ann queue=support waited=0",
                        "4 agent ann state=BUSY");
    }

    @Test
    void shouldTakeOverCallbackWhenItsCustomerCalls() {
        apply(0, Verb.CALLBACK, "k1 support number=+1 priority=7");
        apply(1, Verb.READY, "ann");
        apply(1, Verb.CALLBACK, "k2 support number=+2");
        apply(1, Verb.QUEUE, "support skills=billing");
        take();
        apply(2, Verb.CALL, "c1 support number=+1");
        assertThat(take())
                .containsExactly(
                        "2 linked c1 k1",
                        "2 dial-cancelled k1 attempt=1",
                        "2 ended k1 reason=SUPERSEDED",
                        "2 queued c1 support ewt=-2");
        assertThat(engine.position("c1")).isEqualTo(1);
        apply(2, Verb.QUEUE, "support skills=billing link-incoming=no");
        apply(3, Verb.CALL, "c2 support number=+2");
        assertThat(take()).containsExactly("3 queued c2 support ewt=-2 pending=k2");
    }

    @Test
    void shouldPauseDialsOfQueueWhenNetworkFails() {
        apply(0, Verb.CALLBACK, "k1 support number=+1");
        apply(0, Verb.CALLBACK, "k2 support number=+2");
        apply(0, Verb.READY, "ann");
        take();
        apply(1, Verb.DIAL_FAILED, "k1 reason=error");
        apply(2, Verb.READY, "bob");
        engine.advanceTo(ms(20));
        assertThat(take())
                .containsExactly(
                        "1 retry k1 at=" + ms(11) + " reason=error",
                        "2 agent bob state=READY",
                        "11 dial k1 attempt=2 number=+1",
                        "11 dial k2 attempt=1 number=+2");
    }

    @Test
    void shouldCountLateAnswerAndCallOffNewerDial() {
        apply(0, Verb.QUEUE, "support attempt-timeout=10s retry-delay=5s");
        apply(0, Verb.CALLBACK, "k1 support number=+1");
        apply(0, Verb.READY, "ann");
        engine.advanceTo(ms(16));
        take();
        assertThat(apply(17, Verb.DIAL_FAILED, "k1 reason=busy attempt=1")).isEqualTo(Outcome.WRONG_STATE);
        apply(17, Verb.DIAL_ANSWERED, "k1 attempt=1");
        assertThat(take())
                .containsExactly(
                        "17 dial-cancelled k1 attempt=2",
                        "17 on-line k1",
                        "17 routed k1 ann queue=support waited=17000",
                        "17 agent ann state=BUSY");
    }

    @Test
    void shouldConvertInPlaceWhenStoreIsFullAndPurgeFromConversion() {
        apply(0, Verb.QUEUE, "support purge-after=100s max-waiting=4");
        for (int i = 1; i <= 4; i++) {
            apply(0, Verb.CALL, "c" + i + " support");
        }
        assertThat(apply(0, Verb.CALL, "c5 support")).isEqualTo(Outcome.QUEUE_FULL);
        apply(0, Verb.QUEUE, "support purge-after=100s");
        assertThat(apply(0, Verb.CALL, "c5 support")).isEqualTo(Outcome.CAPACITY_EXCEEDED);
        assertThat(apply(1, Verb.ACCEPT_OFFER, "c2 as=c1 number=0")).isEqualTo(Outcome.DUPLICATE_ID);
        assertThat(apply(1, Verb.ACCEPT_OFFER, "c2 as=k2 number=0")).isEqualTo(Outcome.BAD_NUMBER);
        take();
        assertThat(apply(1, Verb.ACCEPT_OFFER, "c2 as=k2 number=+2")).isEqualTo(Outcome.OK);
        assertThat(engine.position("k2")).isEqualTo(2);
        engine.advanceTo(ms(200));
        assertThat(take()).containsExactly("1 ended c2 reason=CONVERTED", "101 ended k2 detail=AGE reason=PURGED");
    }

    @Test
    void shouldGoNotReadyAfterCallWhenAskedWhileBusy() {
        apply(0, Verb.QUEUE, "support wrap-up=0s");
        apply(0, Verb.READY, "ann");
        apply(0, Verb.CALL, "c1 support");
        apply(1, Verb.NOT_READY, "ann");
        take();
        apply(2, Verb.COMPLETE, "ann");
        assertThat(take()).containsExactly("2 ended c1 reason=COMPLETED", "2 agent ann state=NOT_READY");
        apply(3, Verb.READY, "ann");
        apply(3, Verb.CALL, "c2 support");
        take();
        apply(4, Verb.COMPLETE, "ann");
        assertThat(take())
                .containsExactly(
                        "4 ended c2 reason=COMPLETED", "4 agent ann state=AFTER_CALL_WORK", "4 agent ann state=READY");
    }

    @Test
    void shouldRefuseClockJumpAndApplyOldStampsAtEngineTime() {
        assertThat(apply(86_401, Verb.CALL, "c1 support")).isEqualTo(Outcome.CLOCK_JUMP);
        assertThat(engine.nowMs()).isEqualTo(NOON_MS);
        engine.advanceTo(ms(86_401));
        apply(5, Verb.CALL, "c1 support");
        assertThat(take()).containsExactly("86401 queued c1 support ewt=-2");
        assertThat(engine.clockRegressions()).isEqualTo(1);
    }

    private Outcome apply(final long second, final Verb verb, final String line) {
        return apply(second, verb, line, new String[0]);
    }

    /** Names and {@code key=value} words; values with blanks in words of their own. */
    private Outcome apply(final long second, final Verb verb, final String line, final String... more) {
        final List<String> names = new ArrayList<>();
        final Map<String, List<String>> values = new LinkedHashMap<>();
        final List<String> words = new ArrayList<>(Arrays.asList(line.split(" ", -1)));
        words.addAll(Arrays.asList(more));
        for (final String word : words) {
            final int equals = word.indexOf('=');
            if (equals < 0) {
                names.add(word);
            } else {
                values.computeIfAbsent(word.substring(0, equals), key -> new ArrayList<>())
                        .add(word.substring(equals + 1));
            }
        }
        final Outcome outcome = engine.apply(ms(second), new Command(verb, names, values));
        engine.checkGuarantees();
        return outcome;
    }

    private List<String> take() {
        engine.checkGuarantees();
        final List<String> seen = new ArrayList<>();
        for (final Event event : engine.takeEvents()) {
            final StringBuilder line = new StringBuilder();
            line.append((event.timeMs() - NOON_MS) / 1000)
                    .append(' ')
                    .append(event.kind().word());
            event.names().forEach(name -> line.append(' ').append(name));
            event.values().keySet().stream()
                    .sorted()
                    .forEach(key -> line.append(' ')
                            .append(key)
                            .append('=')
                            .append(event.values().get(key)));
            seen.add(line.toString());
        }
        return seen;
    }

    private static long ms(final long second) {
        return NOON_MS + second * 1000;
    }
}
