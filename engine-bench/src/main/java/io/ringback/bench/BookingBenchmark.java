package io.ringback.bench;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of booking, booking anew, asking for free slots and becoming due, while few or very many bookings are held. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx4g")
@Threads(1)
public class BookingBenchmark {
    /** For the harness. */
    public BookingBenchmark() {}

    /**
     * One booking is cancelled, another made.
     *
     * @param state the center
     */
    @Benchmark
    public void cancelAndBook(final Center state) {
        state.center.cancelAndBook();
    }

    /**
     * One booking is made anew.
     *
     * @param state the center
     */
    @Benchmark
    public void reschedule(final Center state) {
        state.center.reschedule();
    }

    /**
     * One booking is cancelled, another made, always among the same 1,000: how much of the cost is memory out of reach.
     *
     * @param state the center
     */
    @Benchmark
    public void cancelAndBookFew(final FewChange state) {
        state.center.cancelAndBook();
    }

    /**
     * One booking is made anew, always among the same 1,000.
     *
     * @param state the center
     */
    @Benchmark
    public void rescheduleFew(final FewChange state) {
        state.center.reschedule();
    }

    /**
     * The 672 slots of a week are told.
     *
     * @param state the center
     * @return free places
     */
    @Benchmark
    public long week(final Center state) {
        return state.center.week();
    }

    /**
     * The slots of a week of office hours are told, 170 in most weeks.
     *
     * @param state the center
     * @return free places
     */
    @Benchmark
    public long officeWeek(final Center state) {
        return state.center.officeWeek();
    }

    /**
     * One booking is made where one slot of a hundred has a place, and cancelled.
     *
     * @param state the office
     */
    @Benchmark
    public void bookNearlyFull(final NearlyFull state) {
        state.office.bookAndCancel();
    }

    /**
     * One booking is refused, since none of 1,020 slots has a place.
     *
     * @param state the office
     */
    @Benchmark
    public void refuseFull(final Full state) {
        state.office.refuse();
    }

    /**
     * All that is held becomes due in the course of thirty days.
     *
     * @param state the center
     */
    @Benchmark
    public void dueMonth(final Month state) {
        state.month.pass();
    }

    /**
     * 100,000 bookings become due at one instant, while so many are held for later.
     *
     * @param state the center
     */
    @Benchmark
    public void dueStorm(final Storm state) {
        state.storm.start();
    }

    /** What all have. */
    @State(Scope.Benchmark)
    public abstract static class Holding {
        /** Bookings that are held. */
        @Param({"1000", "1000000"})
        public int held;

        /** For the harness. */
        Holding() {}

        /** Makes it. */
        @Setup(Level.Trial)
        public abstract void open();

        /** Makes sure that each operation was what it should be. */
        @TearDown(Level.Iteration)
        public abstract void check();
    }

    /** Plenty of free slots. */
    public static class Center extends Holding {
        private BookedCenter center;

        /** For the harness. */
        public Center() {}

        @Override
        public void open() {
            center = new BookedCenter(held);
        }

        @Override
        public void check() {
            center.check();
        }
    }

    /** Plenty of free slots, and few bookings that change. */
    public static class FewChange extends Holding {
        private static final int CHANGING = 1_000;

        private BookedCenter center;

        /** For the harness. */
        public FewChange() {}

        @Override
        public void open() {
            center = new BookedCenter(held, CHANGING);
        }

        @Override
        public void check() {
            center.check();
        }
    }

    /** Hardly a free slot. */
    public static class NearlyFull extends Holding {
        private FullOffice office;

        /** For the harness. */
        public NearlyFull() {}

        @Override
        public void open() {
            office = new FullOffice(held / 1_000, true);
        }

        @Override
        public void check() {
            office.check();
        }
    }

    /** No free slot. */
    public static class Full extends Holding {
        private FullOffice office;

        /** For the harness. */
        public Full() {}

        @Override
        public void open() {
            office = new FullOffice(held / 1_000, false);
        }

        @Override
        public void check() {
            office.check();
        }
    }

    /** All becomes due and is booked again. */
    public static class Month extends Holding {
        private DueMonth month;

        /** For the harness. */
        public Month() {}

        @Override
        public void open() {
            month = new DueMonth(held);
        }

        /** Before the thirty days. */
        @Setup(Level.Invocation)
        public void book() {
            month.book();
        }

        @Override
        public void check() {
            month.check();
        }
    }

    /** Very many become due at once and are booked again. */
    public static class Storm extends Holding {
        private DueStorm storm;

        /** For the harness. */
        public Storm() {}

        @Override
        public void open() {
            storm = new DueStorm(held);
        }

        /** Before the slot starts. */
        @Setup(Level.Invocation)
        public void book() {
            storm.book();
        }

        @Override
        public void check() {
            storm.check();
        }
    }
}
