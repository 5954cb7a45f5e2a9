package io.ringback.complaints;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What users of queueing products complain about most, each as a story in which it does not happen here. */
class ComplaintsTest {
    /** The first in line needs somebody who is not there, and everybody behind waits beside idle agents. */
    @Test
    void shouldServeThoseBehindWhenTheHeadOfTheQueueIsUnservable() {
        Story.tell("""
                skill english welsh
                queue support skills="english > 0"
                agent ann english=5
                ignore queued agent ended
                call c1 support skills=welsh priority=9
                call c2 support
                call c3 support
                expect none
                ready ann
                expect routed c2 ann
                complete ann
                ready ann
                expect routed c3 ann
                expect position c1 1
                """);
    }

    /** An agent who serves several queues gets them in the order of a list, not whoever is entitled first. */
    @Test
    void shouldTakeTheBestRankedWhenAnAgentServesSeveralQueues() {
        Story.tell("""
                skill sales support
                queue sales skills=sales
                queue support skills=support
                agent ann sales=1 support=1
                ignore queued agent ended
                call s1 sales
                at +1s
                call t1 support
                at +1s
                call s2 sales
                call t2 support priority=5
                ready ann
                expect routed t2 ann
                complete ann
                ready ann
                expect routed s1 ann
                complete ann
                ready ann
                expect routed t1 ann
                complete ann
                ready ann
                expect routed s2 ann
                """);
    }

    /** Callbacks go before callers who have waited longer, because they are kept in a line of their own. */
    @Test
    void shouldNotLetCallbacksOvertakeWhenCallersHaveWaitedLonger() {
        Story.tell("""
                queue support
                agent ann
                ignore queued agent ended
                call c1 support
                at +1s
                callback k1 support number=+15550001
                at +1s
                call c2 support
                ready ann
                expect routed c1 ann
                complete ann
                ready ann
                expect dial k1 attempt=1
                expect routed c2 ann
                """);
    }

    /** A callback starts again at the end of the line after each dial that fails, or when its agent does not answer. */
    @Test
    void shouldKeepItsPlaceWhenACallbackIsRetriedOrNotAnswered() {
        Story.tell("""
                queue support retry-delay=60s
                agent ann
                agent bob
                ignore queued agent
                callback k1 support number=+15550001
                at +10s
                call c1 support
                call c2 support
                expect position k1 1
                ready ann
                expect dial k1 attempt=1
                expect routed c1 ann
                dial-failed k1 reason=busy
                expect retry k1
                expect position k1 1
                at +60s
                expect position k1 1
                ready bob
                expect dial k1 attempt=2
                expect routed c2 bob
                call c3 support
                dial-answered k1
                expect on-line k1
                complete bob
                expect ended c2 reason=COMPLETED
                ready bob
                expect routed k1 bob
                no-answer bob
                expect requeued k1 reason=no-answer
                expect position k1 1
                ready bob
                expect routed k1 bob
                """);
    }

    /** Two agents become free at once and the same customer's phone rings twice. */
    @Test
    void shouldDialOnceWhenSeveralAgentsBecomeReady() {
        Story.tell("""
                queue support
                agent ann
                agent bob
                agent cid
                ignore queued agent
                callback k1 support number=+15550001
                ready ann
                expect dial k1 attempt=1
                ready bob
                ready cid
                not-ready ann
                ready ann
                expect none
                refuse DUPLICATE_NUMBER callback k2 support number=+15550001
                expect none
                """);
    }

    /** A dialer calls far more customers than there are agents, and answered people are dropped. */
    @Test
    void shouldNotDialMoreThanThereAreAgentsWhenManyCallbacksWait() {
        Story.tell("""
                queue support retry-delay=1h
                agent ann
                agent bob
                ignore queued agent
                callback k1 support number=+15550001
                callback k2 support number=+15550002
                callback k3 support number=+15550003
                callback k4 support number=+15550004
                ready ann
                expect dial k1
                ready bob
                expect dial k2
                ready ann
                logout bob
                ready bob
                expect none
                dial-failed k1 reason=busy
                expect retry k1
                expect dial k3
                expect none
                """);
    }

    /** Whoever lets it ring gets the same call again and again, and nobody else in the queue is served. */
    @Test
    void shouldServeTheOthersWhenOneAgentRejectsEverything() {
        Story.tell("""
                queue support answer-timeout=10s
                agent ann
                agent bob
                ignore queued
                call c1 support
                call c2 support
                ready ann
                expect agent ann state=READY
                expect routed c1 ann
                expect agent ann state=BUSY
                no-answer ann
                expect requeued c1 reason=no-answer
                expect agent ann state=NOT_READY
                expect none
                ready bob
                expect agent bob state=READY
                expect routed c1 bob
                expect agent bob state=BUSY
                ready ann
                expect agent ann state=READY
                expect routed c2 ann
                expect agent ann state=BUSY
                at +10s
                expect requeued c1 reason=answer-timeout
                expect agent bob state=NOT_READY
                expect requeued c2 reason=answer-timeout
                expect agent ann state=NOT_READY
                at +1h
                expect none
                """);
    }

    /** The trunk is down for a while and every callback uses up its attempts in that time. */
    @Test
    void shouldUseNoAttemptsWhenTheTrunkIsOut() {
        Story.tell("""
                queue support attempts=1 error-pause=30s
                agent ann
                ignore queued agent
                callback k1 support number=+15550001
                callback k2 support number=+15550002
                ready ann
                expect dial k1 attempt=1
                dial-failed k1 reason=error
                expect retry k1
                expect none
                at +30s
                expect dial k1 attempt=2
                dial-failed k1 reason=error
                expect retry k1
                at +29s
                expect none
                at +1s
                expect dial k1 attempt=3
                dial-answered k1
                expect on-line k1
                expect routed k1 ann
                complete ann
                expect ended k1 reason=COMPLETED
                ready ann
                expect dial k2 attempt=1
                """);
    }

    /** The customer answers a moment after the dialer has given up, and is hung up on. */
    @Test
    void shouldServeTheCustomerWhenTheAnswerIsLate() {
        Story.tell("""
                queue support attempt-timeout=20s retry-delay=30s
                agent ann
                agent bob
                ignore queued agent
                callback k1 support number=+15550001
                callback k2 support number=+15550002
                ready ann
                expect dial k1 attempt=1
                at +20s
                expect dial-cancelled k1 attempt=1
                expect retry k1
                expect dial k2 attempt=1
                at +1s
                dial-answered k1 attempt=1
                expect on-line k1
                expect routed k1 ann
                ready bob
                at +19s
                expect dial-cancelled k2 attempt=1
                expect retry k2
                at +30s
                expect dial k2 attempt=2
                dial-answered k2 attempt=1
                expect dial-cancelled k2 attempt=2
                expect on-line k2
                expect routed k2 bob
                """);
    }

    /** One command comes with a stamp of tomorrow, and all that waits is thrown away as too old. */
    @Test
    void shouldPurgeNothingWhenOneTimeStampIsWrong() {
        Story.tell("""
                clock 2026-03-02T09:00
                queue support purge-after=2h
                agent ann
                ignore queued agent
                callback k1 support number=+15550001
                call c1 support
                refuse CLOCK_JUMP stamped 2026-03-05T09:00 ready ann
                stamped 1999-01-01T00:00 call c2 support
                expect none
                expect state k1 QUEUED
                expect waiting support 3
                at +1s
                ready ann
                expect dial k1 attempt=1
                expect routed c1 ann waited=1s
                """);
    }

    @Test
    void shouldFailWhenAStoryDoesNotComeTrue() {
        assertThatThrownBy(() -> Story.tell("queue support\ncall c1 support\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("queued c1 support");
    }
}
