package io.ringback.bench;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.OpenHours;
import io.ringback.calendar.SlotGrid;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of looking up business hours, at instants of three years drawn from a fixed seed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
@Threads(1)
@State(Scope.Benchmark)
public class CalendarBenchmark {
    private static final long SEED = 20_260_401;
    private static final int INSTANTS = 1 << 12;
    private static final int DAYS = 3 * 365;
    private static final long END_MS = Appointments.START_MS + DAYS * Appointments.DAY_MS;

    /** How much is in the calendar. */
    public enum Hours {
        /** Monday to Friday with a lunch break. */
        PLAIN(0),
        /** The same with an exception on every other day of three years. */
        EXCEPTIONS(DAYS / 2);

        private final int exceptions;

        Hours(final int exceptions) {
            this.exceptions = exceptions;
        }

        private BusinessCalendar calendar() {
            final BusinessCalendar.Builder calendar =
                    BusinessCalendar.in("Europe/London").weekly("mon-fri", "08:00-12:00,13:00-17:30");
            final LocalDate first = LocalDate.ofEpochDay(Appointments.START_MS / Appointments.DAY_MS);
            for (int n = 0; n < exceptions; n++) {
                calendar.special(first.plusDays(2L * n) + "T09:00-11:00,11:30-15:00");
            }
            return calendar.build();
        }
    }

    /** The calendar. */
    @Param({"PLAIN", "EXCEPTIONS"})
    public Hours hours;

    private final long[] instants = new long[INSTANTS];
    private OpenHours open;
    private SlotGrid grid;
    private int next;
    private long slotMs = Appointments.START_MS;

    /** For the harness. */
    public CalendarBenchmark() {}

    /** Compiles the calendar. */
    @Setup(Level.Trial)
    public void compile() {
        open = OpenHours.of(hours.calendar());
        grid = new SlotGrid(open, 15);
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int n = 0; n < INSTANTS; n++) {
            instants[n] = Appointments.START_MS + random.nextLong(DAYS * Appointments.DAY_MS);
        }
    }

    private long instant() {
        next = (next + 1) % INSTANTS;
        return instants[next];
    }

    /**
     * Whether it is open.
     *
     * @return so
     */
    @Benchmark
    public boolean isOpen() {
        return open.isOpen(instant());
    }

    /**
     * The next opening.
     *
     * @return its time
     */
    @Benchmark
    public long nextOpen() {
        return open.nextOpenMs(instant());
    }

    /**
     * The next closing.
     *
     * @return its time
     */
    @Benchmark
    public long nextClose() {
        return open.nextCloseMs(instant());
    }

    /**
     * The end of the business day.
     *
     * @return its time
     */
    @Benchmark
    public long endOfDay() {
        return open.endOfDayMs(instant());
    }

    /**
     * The first slot from an instant on.
     *
     * @return its start
     */
    @Benchmark
    public long firstSlot() {
        final long fromMs = instant();
        return grid.firstMs(fromMs, fromMs + Appointments.DAYS * Appointments.DAY_MS);
    }

    /**
     * The slot after a slot, again and again through the three years.
     *
     * @return its start
     */
    @Benchmark
    public long nextSlot() {
        slotMs = grid.firstMs(slotMs + 1, END_MS);
        if (slotMs == OpenHours.NEVER) {
            slotMs = Appointments.START_MS;
        }
        return slotMs;
    }
}
