package io.ringback.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.AtClose;
import io.ringback.Engine;
import io.ringback.EngineConfig;
import io.ringback.EngineListener;
import io.ringback.Outcome;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.SkillLevels;
import io.ringback.Target;
import io.ringback.VirtualQueue;
import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.SlotCapacity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecorderTest {
    private static final long START_MS = 1_772_442_000_000L;
    private static final EngineListener NOBODY = new EngineListener() {};

    private final StringWriter text = new StringWriter();
    private final Recorder recorder = Recorder.to(text, ZoneOffset.UTC);
    private final Request request = new Request();

    @TempDir
    private Path folder;

    private static EngineConfig.Builder config() {
        return EngineConfig.builder().agents(10).interactions(100);
    }

    private static QueueSettings plain() {
        return QueueSettings.builder().build();
    }

    /** The state in which the recording ends when it is run. */
    private long replayedHash() {
        final EngineOnNames[] replay = new EngineOnNames[1];
        assertThat(Scenario.parse("recording", text.toString()).run(limits -> {
                    replay[0] = new EngineOnNames(limits);
                    return replay[0];
                }))
                .isEmpty();
        return replay[0].engine().stateHash();
    }

    @Test
    void shouldWriteACompleteScenarioWhenClosed() throws IOException {
        final Engine engine = recorder.record(
                config().skills("en").maxClockStep(Duration.ofHours(2)).build(), NOBODY);
        final VirtualQueue queue = engine.queue(
                START_MS, "support", QueueSettings.builder().skills("en").build());
        engine.defineAgent(START_MS, 17, SkillLevels.of("en", 5));
        engine.callArrived(START_MS, request.of(-3, queue).priority(0).headStart(1_500));
        engine.advanceTo(START_MS + 500);
        engine.advanceTo(START_MS + 1_000);
        engine.agentReady(START_MS + 1_000, 17);
        engine.agentAnswered(START_MS + 400, 17, -3);
        engine.agentAnswered(Long.MAX_VALUE, 17);
        engine.advanceTo(START_MS + 2_000);
        recorder.close();

        assertThat(text).hasToString("""
                        # A recording; customer numbers are masked
                        clock 2026-03-02T09:00 zone=UTC
                        limits agents=10 interactions=100 max-clock-step=2h
                        skill en
                        queue support skills=en
                        agent 17 en=5
                        call -3 support priority=0 head-start=1s500ms
                        expect queued -3 support ewt=NO_AGENTS time=2026-03-02T09:00
                        at 2026-03-02T09:00:01
                        ready 17
                        expect agent 17 state=READY time=2026-03-02T09:00:01
                        expect routed -3 17 queue=support waited=1s time=2026-03-02T09:00:01
                        expect agent 17 state=BUSY time=2026-03-02T09:00:01
                        stamped 2026-03-02T09:00:00.400 answered 17 -3
                        refuse CLOCK_JUMP stamped 10889-08-02T05:31:50.655 answered 17
                        at 2026-03-02T09:00:02
                        expect none
                        """);
        assertThat(replayedHash()).isEqualTo(engine.stateHash());
    }

    @Test
    void shouldKeepNamesAndExpressionsWhenTheyAreNotPlain() throws IOException {
        final Engine engine = recorder.record(
                config().skills("card fraud", "9", "a=b", "none", "back\\").build(), NOBODY);
        final Target any = engine.target("\"card fraud\" >= 0");
        final Target target = engine.target("\"a=b\" |\n\"9\" = 3 | \"back\\\"");
        final VirtualQueue queue = engine.queue(
                START_MS,
                "Sales & \"more\" #1 \\",
                QueueSettings.builder()
                        .skills("\"card fraud\" & none")
                        .then(Duration.ofSeconds(90), "\"card fraud\"")
                        .build());
        engine.queue(START_MS, "nowhere", plain());
        engine.defineAgent(START_MS, 1, SkillLevels.of("card fraud", 5).and("a=b", 0));
        engine.callArrived(START_MS, request.of(1, queue));
        engine.callArrived(START_MS, request.of(2, queue).target(target));
        engine.callArrived(START_MS, request.of(3, queue).target(any));
        engine.callArrived(START_MS, request.of(4, null));
        engine.move(START_MS, 1, Engine.create(config().build(), NOBODY).queue(START_MS, "q", plain()));
        recorder.close();

        assertThat(text.toString())
                .contains(
                        "queue \"Sales & \\\"more\\\" #1 \"\\ skills=\"\\\"card fraud\\\" & none\"",
                        "call 2 \"Sales & \\\"more\\\" #1 \"\\ skills=",
                        "refuse UNKNOWN_QUEUE call 4 nowhere-\n",
                        "refuse UNKNOWN_QUEUE move 1 nowhere-\n");
        assertThat(replayedHash()).isEqualTo(engine.stateHash());
    }

    @Test
    void shouldMaskNumbersAlikeWhenTheyAreEqual() throws IOException {
        final Engine engine = recorder.record(config().build(), NOBODY);
        final VirtualQueue queue = engine.queue(START_MS, "support", plain());
        engine.requestCallback(START_MS, request.of(1, queue).number(442071838750L));
        engine.requestCallback(START_MS, request.of(2, queue).number(999000000001L));
        engine.requestCallback(START_MS, request.of(3, queue).number(442071838750L));
        engine.requestCallback(START_MS, request.of(4, queue));
        engine.defineAgent(START_MS, 5, SkillLevels.none());
        engine.agentReady(START_MS, 5);
        engine.callArrived(START_MS, request.of(6, queue).number(442071838750L));
        recorder.close();

        assertThat(text.toString())
                .doesNotContain("442071838750")
                .contains(
                        "callback 1 support number=+999000000001\n",
                        "callback 2 support number=+999000000002\n",
                        "refuse DUPLICATE_NUMBER callback 3 support number=+999000000001\n",
                        "refuse BAD_NUMBER callback 4 support number=unknown\n",
                        "expect dial 1 number=+999000000001 attempt=1",
                        "expect linked 6 1");
        replayedHash();
    }

    @Test
    void shouldRecordHoursAndBookingsWhenTheyAreAskedFor() throws IOException {
        final Engine engine = recorder.record(config().bookings(20).build(), NOBODY);
        engine.calendar(
                START_MS,
                "office hours",
                BusinessCalendar.in("Europe/Paris")
                        .weekly("mon-fri", "10:00-13:00,14:00-18:00")
                        .weekly("sat,mon", "18:00-20:00")
                        .closed("2026-12-25")
                        .special("2026-12-24T10:00-12:00")
                        .build());
        final VirtualQueue queue = engine.queue(
                START_MS,
                "support",
                QueueSettings.builder()
                        .calendar("office hours")
                        .slot(Duration.ofMinutes(30))
                        .slotCapacity(SlotCapacity.parse("2; mon 09:00-12:00 1"))
                        .atClose(AtClose.CARRY_OVER)
                        .build());
        engine.requestCallback(
                START_MS, request.of(1, queue).number(999000000001L).at(START_MS + 1_800_250));
        engine.requestCallback(
                START_MS, request.of(2, queue).number(999000000002L).priority(3).exactlyAt(START_MS + 1_800_000));
        engine.requestCallback(
                START_MS, request.of(2, queue).number(999000000002L).at(0));
        engine.callArrived(START_MS, request.of(3, queue).at(START_MS + 1_800_000));
        engine.acceptOffer(
                START_MS, 3, request.of(4, null).number(999000000003L).exactlyAt(START_MS + 3_600_000));
        engine.reschedule(START_MS, 1, Long.MAX_VALUE);
        engine.reschedule(START_MS, 1, Long.MIN_VALUE);
        engine.reschedule(START_MS, 1, START_MS + 7_200_000);
        engine.rescheduleExactly(START_MS, 4, START_MS + 1_800_000);
        engine.calendar(START_MS, "office hours", BusinessCalendar.in("UTC").build());
        recorder.close();

        assertThat(text).hasToString("""
                        # A recording; customer numbers are masked
                        clock 2026-03-02T09:00 zone=UTC
                        limits agents=10 interactions=100 bookings=20 max-clock-step=1d
                        calendar "office hours" zone=Europe/Paris mon=10:00-13:00,14:00-18:00,18:00-20:00 \
                        tue-fri=10:00-13:00,14:00-18:00 sat=18:00-20:00 closed=2026-12-25 \
                        special=2026-12-24T10:00-12:00
                        queue support calendar="office hours" at-close=carry-over slot=30m slot-capacity="2; mon \
                        09:00-12:00 1"
                        schedule 1 support number=+999000000001 at=2026-03-02T09:30:00.250
                        expect scheduled 1 support at=2026-03-02T09:30:00 time=2026-03-02T09:00
                        refuse SLOT_FULL schedule 2 support number=+999000000002 priority=3 at=2026-03-02T09:30 \
                        exact=yes
                        expect slot-full 2 near=2026-03-02T09:00:00,2026-03-02T10:00:00,2026-03-02T10:30:00 \
                        time=2026-03-02T09:00
                        refuse SLOT_IN_PAST schedule 2 support number=+999000000002 at=1970-01-01T00:00
                        call 3 support
                        expect queued 3 support ewt=NO_AGENTS time=2026-03-02T09:00
                        accept-offer 3 as=4 number=+999000000003 at=2026-03-02T10:00 exact=yes
                        expect ended 3 reason=CONVERTED time=2026-03-02T09:00
                        expect scheduled 4 support at=2026-03-02T10:00:00 time=2026-03-02T09:00
                        refuse BEYOND_HORIZON reschedule 1 at=10889-08-02T05:31:50.655
                        refuse SLOT_IN_PAST reschedule 1 at=1970-01-01T00:00
                        reschedule 1 at=2026-03-02T11:00
                        expect scheduled 1 support at=2026-03-02T11:00:00 time=2026-03-02T09:00
                        reschedule 4 at=2026-03-02T09:30 exact=yes
                        expect scheduled 4 support at=2026-03-02T09:30:00 time=2026-03-02T09:00
                        calendar "office hours" zone=UTC
                        expect slot-orphaned 4 at=2026-03-02T09:30:00 time=2026-03-02T09:00
                        expect slot-orphaned 1 at=2026-03-02T11:00:00 time=2026-03-02T09:00
                        expect none
                        """);
        assertThat(replayedHash()).isEqualTo(engine.stateHash());
    }

    @Test
    void shouldTakeOneWordMoreWhenACallbackIsBooked() {
        final Tape tape = new Tape(256, () -> {});
        final Engine engine = new EngineTap(Engine.create(config().build(), NOBODY), tape);
        final VirtualQueue queue = engine.queue(START_MS, "support", plain());
        final long begin = tape.end();
        engine.requestCallback(START_MS, request.of(1, queue).number(4420));
        final long booking = tape.end();
        engine.requestCallback(START_MS, request.of(2, queue).number(4421).at(START_MS));

        assertThat(booking - begin).isEqualTo(5);
        assertThat(tape.end() - booking).isEqualTo(6);
    }

    @Test
    void shouldRecordWhatWasAskedWhenTheHostFillsItsRequestInACallback() throws IOException {
        final Engine engine = recorder.record(config().build(), new EngineListener() {
            @Override
            public void onQueued(
                    final long nowMs, final long id, final VirtualQueue queue, final long ewtMs, final long pending) {
                request.of(99, null).number(1);
            }

            @Override
            public void onScheduled(final long nowMs, final long id, final VirtualQueue queue, final long slotMs) {
                request.of(99, null).number(1).exactlyAt(0);
            }
        });
        final VirtualQueue queue = engine.queue(START_MS, "support", plain());
        engine.callArrived(START_MS, request.of(1, queue).priority(-1_000));
        engine.requestCallback(START_MS, request.of(2, queue).number(4420).priority(1_000));
        engine.requestCallback(START_MS, request.of(4, queue).number(4422).at(START_MS));
        engine.requestCallback(START_MS, request.of(5, queue).number(4423).exactlyAt(START_MS + 900_000));
        engine.acceptOffer(START_MS, 1, request.of(3, null).number(4421));
        recorder.close();

        assertThat(text.toString())
                .contains(
                        "call 1 support priority=-1000\n",
                        "callback 2 support number=+999000000001 priority=1000\n",
                        "schedule 4 support number=+999000000002 at=2026-03-02T09:00\n",
                        "schedule 5 support number=+999000000003 at=2026-03-02T09:15 exact=yes\n",
                        "accept-offer 1 as=3 number=+999000000004\n");
    }

    @Test
    void shouldLeaveOutWhatThrows() throws IOException {
        final Engine engine = recorder.record(config().build(), NOBODY);
        final VirtualQueue queue = engine.queue(START_MS, "support", plain());
        assertThatThrownBy(() -> engine.defineSkill("\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.queue(Long.MAX_VALUE, "far", plain()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.defineAgent(START_MS, 1, SkillLevels.of("en", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.callArrived(START_MS + 5, new Request()))
                .isInstanceOf(IllegalArgumentException.class);
        engine.move(START_MS, 1, queue);
        recorder.close();

        assertThat(text.toString()).endsWith("queue support\nrefuse UNKNOWN_INTERACTION move 1 support\nexpect none\n");
    }

    @Test
    void shouldFlushOnTheEnginesThreadWhenTheTapeIsFull() throws IOException {
        final Engine engine = recorder.record(config().build(), NOBODY);
        final int commands = 70_000;
        for (int n = 0; n < commands; n++) {
            engine.agentReady(START_MS, n);
        }

        assertThat(text.toString()).contains("refuse UNKNOWN_AGENT ready 0\n");
        recorder.close();
        assertThat(text.toString().lines().filter(line -> line.startsWith("refuse UNKNOWN_AGENT ready")))
                .hasSize(commands);
    }

    @Test
    void shouldWriteWholeCommandsWhenFlushed() throws IOException {
        final Path file = folder.resolve("a.scenario");
        final Recorder toFile = Recorder.to(file, ZoneId.of("Europe/London"));
        toFile.flush();
        final Engine engine = toFile.record(config().build(), NOBODY);
        engine.defineSkill("en");
        toFile.flush();
        assertThat(file).isEmptyFile();

        engine.queue(START_MS, "support", plain());
        toFile.flush();

        assertThat(Files.readString(file)).endsWith("skill en\nqueue support\n").contains("zone=Europe/London");
        toFile.close();
        toFile.close();
        engine.agentReady(START_MS, 1);
        toFile.flush();
        assertThat(Files.readString(file)).endsWith("queue support\nexpect none\n");
    }

    @Test
    void shouldWriteLimitsAndSkillsWhenNothingHappened() throws IOException {
        recorder.record(config().skills("en").build(), NOBODY);
        recorder.close();

        assertThat(text.toString()).endsWith("max-clock-step=1d\nskill en\nexpect none\n");
        replayedHash();
    }

    @Test
    void shouldStopAndTellWhenItCannotWrite() {
        final List<Throwable> handled = new ArrayList<>();
        final Recorder full = Recorder.to(new FullDisk(), ZoneOffset.UTC);
        final Engine engine = full.record(config().errorHandler(handled::add).build(), NOBODY);
        engine.advanceTo(START_MS);

        assertThatThrownBy(full::flush).isInstanceOf(IOException.class).hasMessageContaining("the disk is full");
        assertThat(engine.agentReady(START_MS, 1)).isEqualTo(Outcome.UNKNOWN_AGENT);
        assertThatThrownBy(full::flush).hasMessage("the recording has stopped: the disk is full");
        assertThatThrownBy(full::close).hasMessage("the recording has stopped: the disk is full");
        assertThat(handled).isEmpty();
    }

    @Test
    void shouldTellTheErrorHandlerWhenTheEnginesThreadCannotWrite() {
        final List<Throwable> handled = new ArrayList<>();
        final Recorder full = new Recorder(new FullDisk(), ZoneOffset.UTC, 4);
        final Engine engine = full.record(
                config().errorHandler(failure -> {
                            handled.add(failure);
                            throw new IllegalStateException("thrown by a test");
                        })
                        .build(),
                NOBODY);
        for (int n = 0; n < 100; n++) {
            assertThat(engine.agentReady(START_MS, 1)).isEqualTo(Outcome.UNKNOWN_AGENT);
        }

        assertThat(handled).singleElement().satisfies(told -> assertThat(told).hasMessageContaining("disk is full"));
        assertThatThrownBy(full::close).hasMessage("the recording has stopped: the disk is full");
    }

    @Test
    void shouldStopAndTellWhenAQueuesNameHasALineBreak() {
        final Engine engine = recorder.record(config().build(), NOBODY);
        engine.queue(START_MS, "two\nlines", plain());

        assertThatThrownBy(recorder::close).isInstanceOf(IOException.class).hasMessageContaining("line break");
    }

    @Test
    void shouldStopAndTellWhenACalendarsNameHasALineBreak() {
        final Engine engine = recorder.record(config().build(), NOBODY);
        engine.calendar(START_MS, "two\rlines", BusinessCalendar.in("UTC").build());

        assertThatThrownBy(recorder::close).isInstanceOf(IOException.class).hasMessageContaining("line break");
    }

    @Test
    void shouldRefuseASecondEngineOrAZoneThatScenariosDoNotHave() throws IOException {
        recorder.record(config().build(), NOBODY);

        assertThatThrownBy(() -> recorder.record(config().build(), NOBODY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Recorder.to(text, ZoneOffset.ofHours(2))).isInstanceOf(IllegalArgumentException.class);
        recorder.close();
    }

    private static final class FullDisk extends Writer {
        @Override
        public void write(final char[] letters, final int from, final int length) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public void flush() {}

        @Override
        public void close() throws IOException {
            throw new IOException("nor can it be closed");
        }
    }
}
