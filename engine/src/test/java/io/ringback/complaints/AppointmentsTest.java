package io.ringback.complaints;

import org.junit.jupiter.api.Test;

/** What users complain of where business hours and callbacks by appointment were added on: stories without it. */
class AppointmentsTest {
    /** The line is emptied when the center closes for lunch: who was promised a call is last in the afternoon. */
    @Test
    void shouldKeepItsPlaceWhenACallbackWaitsOverLunch() {
        Story.tell("""
                clock 2026-03-02T11:50 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-12:00,13:00-17:00
                queue support calendar=office
                agent ann
                agent bob
                ignore queued agent
                callback k1 support number=+15550001
                at +1m
                callback k2 support number=+15550002
                at 12:30
                refuse CLOSED call c1 support
                ready ann
                expect none
                expect state k1 QUEUED
                at 13:00
                expect dial k1 attempt=1 time=13:00
                call c2 support
                expect routed c2 ann
                expect position k1 1
                expect position k2 2
                ready bob
                expect dial k2 attempt=1
                """);
    }

    /** Customers' phones ring in the evening, for the dialer does not know that the center has closed. */
    @Test
    void shouldNotDialWhenTheCenterHasClosed() {
        Story.tell("""
                clock 2026-03-02T16:50 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-17:00
                queue support calendar=office at-close=carry-over attempts=2 retry-delay=5m close-forecast=no
                agent ann
                ignore queued agent
                callback k1 support number=+15550001
                callback k2 support number=+15550002
                at 16:59:30
                ready ann
                expect dial k1 attempt=1
                dial-failed k1 reason=busy
                expect retry k1 at=17:04:30
                expect dial k2 attempt=1
                at 17:00
                expect dial-cancelled k2 attempt=1 time=17:00
                at 2026-03-03T08:59:59
                not-ready ann
                ready ann
                expect none
                at 09:00
                expect dial k1 attempt=2 time=09:00
                dial-failed k1 reason=busy
                expect ended k1 reason=UNREACHABLE
                expect dial k2 attempt=2
                """);
    }

    /** Two customers are promised the same quarter of an hour, and one of them waits. */
    @Test
    void shouldGiveASlotOnceWhenSeveralAskForIt() {
        Story.tell("""
                clock 2026-03-02T09:00 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-17:00
                queue support calendar=office slot=15m slot-capacity=1
                schedule k1 support number=+15550001 at=10:00
                expect scheduled k1 support at=10:00
                refuse SLOT_FULL schedule k2 support number=+15550002 at=10:00 exact=yes
                expect slot-full k2 near=09:45,10:15,09:30
                schedule k2 support number=+15550002 at=10:01
                expect scheduled k2 support at=10:15
                refuse SLOT_FULL reschedule k2 at=10:00 exact=yes
                expect slot-full k2 near=09:45,10:15,09:30
                expect state k2 SCHEDULED
                expect slots support from=09:45 to=10:45 09:45=1 10:00=0 10:15=0 10:30=1
                cancel k1
                expect ended k1 reason=CANCELLED
                reschedule k2 at=10:00 exact=yes
                expect scheduled k2 support at=10:00
                expect slots support from=09:45 to=10:45 09:45=1 10:00=0 10:15=1 10:30=1
                """);
    }

    /** The clocks change between booking and appointment, and the customer is called an hour early or late. */
    @Test
    void shouldCallAtTheHourOnTheCustomersClockWhenTheClocksHaveChanged() {
        Story.tell("""
                clock 2026-03-27T16:00 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-17:00
                queue support calendar=office
                agent ann
                ignore agent
                ready ann
                schedule k1 support number=+15550001 at=2026-03-30T09:30
                expect scheduled k1 support at=2026-03-30T09:30
                schedule k2 support number=+15550002 at=2026-03-30T08:00
                expect scheduled k2 support at=2026-03-30T09:00
                expect next-open support 2026-03-30T09:00
                at 2026-03-30T07:59:59Z
                expect none
                at 2026-03-30T08:00Z
                expect due k2 support time=2026-03-30T09:00
                expect dial k2 attempt=1
                dial-failed k2 reason=busy
                expect retry k2
                cancel k2
                expect ended k2
                at 2026-03-30T09:30
                expect due k1 support time=2026-03-30T08:30Z
                expect dial k1 attempt=1
                """);
    }

    /** A callback is promised for today at five to five, and at five o'clock it is deleted without a word. */
    @Test
    void shouldNotPromiseWhatCannotBeKeptTodayWhenTheDayIsNearlyOver() {
        Story.tell("""
                clock 2026-03-02T16:20 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-17:00
                queue support calendar=office
                agent ann
                ignore queued agent
                ready ann
                call c1 support
                expect routed c1 ann
                call c2 support
                call c3 support
                at 16:40
                complete ann
                expect ended c1
                ready ann
                expect routed c2 ann
                call c4 support
                refuse TOO_LATE_TODAY callback k1 support number=+15550001
                refuse TOO_LATE_TODAY accept-offer c4 as=k1 number=+15550001
                schedule k1 support number=+15550001 at=16:59
                expect scheduled k1 support at=16:45
                """);
    }

    /** Whoever wants another appointment must give up the old one first, and may end up with none. */
    @Test
    void shouldKeepTheOldAppointmentWhenNoOtherCanBeHad() {
        Story.tell("""
                clock 2026-03-02T09:00 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-10:00
                queue support calendar=office horizon=59m
                ignore scheduled slot-full
                schedule k1 support number=+15550001 at=09:15 exact=yes
                schedule k2 support number=+15550002 at=09:30 exact=yes
                schedule k3 support number=+15550003 at=09:45 exact=yes
                refuse SLOT_FULL reschedule k3 at=09:30 exact=yes
                refuse SLOT_IN_PAST reschedule k3 at=08:59
                refuse BEYOND_HORIZON reschedule k3 at=12:00
                reschedule k3 at=09:44
                at 09:44
                expect due k1
                expect due k2
                at 09:45
                expect due k3 time=09:45
                """);
    }

    /** Appointments jump the line, and those who hold on hear that they are next until the hour is full of them. */
    @Test
    void shouldStandWhereOneQueuedThenWouldWhenAnAppointmentIsDue() {
        Story.tell("""
                clock 2026-03-02T09:50 zone=Europe/London
                calendar office zone=Europe/London mon-fri=09:00-17:00
                queue support calendar=office slot-capacity=2
                agent ann
                ignore queued scheduled agent ended
                schedule k1 support number=+15550001 at=10:00
                schedule k2 support number=+15550002 at=10:00
                call c1 support
                at 10:00
                expect due k1 support time=10:00
                expect due k2 support time=10:00
                call c2 support
                expect position c1 1
                expect position k1 2
                expect position k2 3
                expect position c2 4
                ready ann
                expect routed c1 ann
                complete ann
                ready ann
                expect dial k1 attempt=1
                expect routed c2 ann
                """);
    }
}
