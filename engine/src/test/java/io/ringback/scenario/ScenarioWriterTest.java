package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import io.ringback.Outcome;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScenarioWriterTest {
    private static final String LONDON = "clock 2026-01-05T09:00 zone=Europe/London\n";
    private static final String CENTER =
            "skill english none\ncalendar office zone=UTC\nqueue support\nagent ann\ncall c1 support\n";

    private final ScenarioWriter writer = new ScenarioWriter(ZoneId.of("Europe/London"));

    private static Statement last(final String text) {
        final List<Statement> statements = Scenario.parse("a.scenario", text).statements();
        return statements.get(statements.size() - 1);
    }

    @Test
    void shouldReadBackSameCommandWhenWritten() {
        final List<Command> commands = List.of(
                new Command(Verb.READY, List.of("ann"), Map.of()),
                new Command(Verb.AGENT, List.of("bob"), Map.of("english", List.of("5"))),
                new Command(Verb.CALL, List.of("c2", "support"), Map.of("skills", List.of("\"english\" > 5 & x"))),
                new Command(Verb.CALLBACK, List.of("k1", "support"), Map.of("number", List.of(""))),
                new Command(Verb.CALLBACK, List.of("k1", "support"), Map.of("number", List.of("+44#20"))),
                new Command(
                        Verb.CALENDAR,
                        List.of("night shift"),
                        Map.of(
                                "zone", List.of("Europe/London"),
                                "mon-fri", List.of("20:00-24:00", "00:00-04:00,05:00-06:00"),
                                "sat,sun", List.of("22:00-02:00"),
                                "closed", List.of("2026-12-25", "2026-05-04T14:00-16:00"))),
                new Command(
                        Verb.SCHEDULE,
                        List.of("k1", "support"),
                        Map.of(
                                "number", List.of("+4420"),
                                "at", List.of("2026-10-25T01:30Z"),
                                "exact", List.of("yes"))),
                new Command(Verb.RESCHEDULE, List.of("c1"), Map.of("at", List.of("2026-10-25T00:30:00.250Z"))),
                new Command(
                        Verb.ACCEPT_OFFER,
                        List.of("c1"),
                        Map.of(
                                "as", List.of("k1"),
                                "number", List.of("+4420"),
                                "at", List.of("2026-07-05T09:00Z"),
                                "exact", List.of("no"))),
                new Command(Verb.DIAL_FAILED, List.of("c1"), Map.of("reason", List.of("busy"))),
                new Command(
                        Verb.QUEUE,
                        List.of("sales"),
                        Map.of("skills", List.of("none"), "then", List.of("1m:a b", "2m:off"))),
                new Command(
                        Verb.QUEUE,
                        List.of("later"),
                        Map.of("calendar", List.of("office"), "slot", List.of("30m"), "slot-capacity", List.of("3"))));

        for (final Command command : commands) {
            assertThat(((Statement.Apply) last(LONDON + CENTER + writer.line(command))).command())
                    .isEqualTo(command);
        }
    }

    @Test
    void shouldWriteTimesInTheZoneWhenACallbackIsBooked() {
        final Map<String, List<String>> values = Map.of("at", List.of("2026-10-25T01:30Z"));

        assertThat(writer.line(new Command(Verb.RESCHEDULE, List.of("k1"), values)))
                .isEqualTo("reschedule k1 at=2026-10-25T01:30Z");
        assertThat(new ScenarioWriter(ZoneId.of("Europe/Paris"))
                        .line(new Command(Verb.RESCHEDULE, List.of("k1"), values)))
                .isEqualTo("reschedule k1 at=2026-10-25T02:30+01:00");
    }

    @Test
    void shouldReadBackSameSettingsWhenQueueIsWrittenAgain() {
        final List<Command> commands = List.of(
                queue(Map.of("skills", List.of("english > 3"), "invite", List.of("no"), "wrap-up", List.of("5s"))),
                queue(Map.of("wrap-up", List.of("6s"), "invite", List.of("yes"))),
                queue(Map.of("then", List.of("1m:english", "2m:none"), "invite", List.of("no"))),
                queue(Map.of("then", List.of("1m:english"))));
        final StringBuilder text = new StringBuilder(CENTER);
        final List<Command> read = new ArrayList<>();
        for (final Command command : commands) {
            text.append(writer.line(command)).append('\n');
            read.add(((Statement.Apply) last(text.toString())).command());
        }

        assertThat(read.subList(0, 3)).isEqualTo(commands.subList(0, 3));
        assertThat(read.get(3).values()).isEqualTo(Map.of("then", List.of("1m:english")));
        assertThat(text).contains("queue support skills=none wrap-up=6s invite=yes\n");
    }

    @Test
    void shouldNotCountRefusedQueueLineWhenWrittenAgain() {
        final Command command = queue(Map.of("wrap-up", List.of("5s")));

        assertThat(writer.line(0, 90_000_000, Outcome.CLOCK_JUMP, command))
                .isEqualTo("refuse CLOCK_JUMP stamped 1970-01-02T02:00 queue support wrap-up=5s");
        assertThat(writer.line(command)).isEqualTo("queue support wrap-up=5s");
    }

    @Test
    void shouldReadBackSameStampAndOutcomeWhenWritten() {
        final Command ready = new Command(Verb.READY, List.of("ann"), Map.of());
        final Statement.Apply apply = (Statement.Apply) last(
                CENTER + writer.line(ScriptedEngine.START_MS, ScriptedEngine.START_MS + 1, Outcome.AGENT_BUSY, ready));

        assertThat(apply.stampMs()).isEqualTo(ScriptedEngine.START_MS + 1);
        assertThat(apply.expected()).isEqualTo(Outcome.AGENT_BUSY);
        assertThat(apply.command()).isEqualTo(ready);
        assertThat(writer.line(5, 5, Outcome.OK, ready)).isEqualTo("ready ann");
    }

    @Test
    void shouldReadBackSameClockAndLimitsWhenWritten() {
        final EngineLimits limits = new EngineLimits(3, 4, 5, 3_600_001, 60_000);
        for (final ZoneId zone : List.of(ZoneId.of("Europe/London"), ZoneOffset.UTC)) {
            final ScenarioWriter inZone = new ScenarioWriter(zone);
            // The second pass of a repeated hour.
            final long startMs = 1_792_893_600_250L;
            final Scenario read = Scenario.parse(
                    "a.scenario", inZone.limits(limits) + "\n" + inZone.clock(startMs) + "\n" + inZone.at(startMs + 7));

            assertThat(read.startMs()).isEqualTo(startMs);
            assertThat(read.limits()).isEqualTo(limits);
            assertThat(((Statement.MoveTime) read.statements().get(2)).timeMs()).isEqualTo(startMs + 7);
        }
    }

    @Test
    void shouldReadBackExpectationThatMeetsTheEventWhenWritten() {
        final ScenarioClock clock = new ScenarioClock(ZoneOffset.UTC, ScriptedEngine.START_MS);
        final List<Event> events = List.of(
                ScriptedEngine.routed(ScriptedEngine.START_MS + 1, "c1", "ann", 61_000),
                ScriptedEngine.agent(0, "ann", "READY"),
                new Event(5, EventKind.RETRY, List.of("c1"), Map.of("at", 1_792_893_600_250L, "reason", "busy")),
                new Event(5, EventKind.DIAL, List.of("c1"), Map.of("number", "+4420", "attempt", 3L)),
                new Event(5, EventKind.SCHEDULED, List.of("c1", "support"), Map.of("at", 1_792_893_600_000L)),
                new Event(5, EventKind.SLOT_FULL, List.of("c1"), Map.of("near", List.of())),
                new Event(5, EventKind.SLOT_FULL, List.of("c1"), Map.of("near", List.of(900_000L, 1_792_893_600_000L))),
                new Event(5, EventKind.DUE, List.of("c1", "support"), Map.of()),
                new Event(5, EventKind.SLOT_ORPHANED, List.of("c1"), Map.of("at", 1_792_893_600_000L)),
                new Event(5, EventKind.QUEUED, List.of("c1", "support"), Map.of("ewt", 83_456L, "pending", "c1")),
                new Event(5, EventKind.QUEUED, List.of("c1", "support"), Map.of("ewt", Engine.EWT_UNKNOWN)),
                new Event(5, EventKind.OFFERED, List.of("c1", "support"), Map.of("ewt", Engine.EWT_NO_AGENTS)));

        for (final Event event : events) {
            final String line = writer.expect(event);
            final Statement read = last(LONDON + CENTER + line);
            final ExpectedEvent expected = ((Statement.ExpectEvent) read).expected();

            assertThat(expected.difference(event, clock)).as(line).isNull();
            assertThat(expected.values()).hasSize(event.values().size() + 1);
        }
    }

    @Test
    void shouldReadBackSameWaitWhenWritten() {
        for (final long ewtMs : new long[] {0, 83_456, Engine.EWT_UNKNOWN, Engine.EWT_NO_AGENTS}) {
            final Statement.ExpectAnswer read =
                    (Statement.ExpectAnswer) last(CENTER + writer.expectEwt("support", ewtMs));

            assertThat(read.name()).isEqualTo("support");
            assertThat(read.question().type().meets(ewtMs, read.answer())).isTrue();
            assertThat(read.question().type().meets(ewtMs + 1, read.answer())).isFalse();
        }
    }

    private static Command queue(final Map<String, List<String>> values) {
        return new Command(Verb.QUEUE, List.of("support"), values);
    }
}
