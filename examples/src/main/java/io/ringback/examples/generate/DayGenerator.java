package io.ringback.examples.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes up a day of a small bank's call center in the format of the Anonymous Bank data. Its shape follows what is
 * published about them: A. Mandelbaum, A. Sakov, S. Zeltyn, "Empirical Analysis of a Call Center" (2000); L. Brown et
 * al., "Statistical Analysis of a Telephone Call Center: A Queueing-Science Perspective" (2005). The numbers are round
 * and made up; no row of those data is in it.
 *
 * <p>Arrivals are Poisson with a rate that changes by the hour and peaks before noon and in the afternoon. Service
 * times are lognormal, with a mean that depends on the type. The staff is there in business hours; those who call
 * outside them wait in vain, or until it comes, for a log knows of no closed queue. Few callers hang up at once, more
 * about a minute later, when they have heard an announcement; the others have exponential patience. {@link StaffedDay}
 * then works out who waited how long, so that the recorded side is coherent.
 *
 * <p>The same seed gives the same bytes on every JVM: {@link Random} is specified to the bit, and {@link StrictMath}
 * too.
 */
public final class DayGenerator {
    /** The seed of the bundled day. */
    public static final long DEFAULT_SEED = 1999;

    /** The staff works between these; calls come before and after, too. */
    static final int OPEN_HOUR = 8;

    static final int CLOSE_HOUR = 22;

    /** The first call does not come before this. */
    static final int FIRST_HOUR = 7;

    private static final String DATE = "260302";
    private static final String HEADER = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit"
            + "\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\n";
    private static final String NOT_QUEUED = "0:00:00\t0:00:00\t0";
    private static final int DAY_SECONDS = (int) Duration.ofDays(1).toSeconds();
    private static final int HOUR_SECONDS = 3_600;

    /** Mean number of calls in each hour from the first on. */
    private static final int[] CALLS_PER_HOUR = {
        14, 68, 116, 150, 134, 104, 96, 112, 142, 122, 90, 74, 70, 74, 68, 22, 8
    };

    private static final double NEVER_QUEUES = 0.06;
    private static final double PHANTOM = 0.008;
    private static final double AGENT_UNKNOWN = 0.015;
    private static final double IDENTIFIED = 0.6;
    private static final double PRIORITY = 0.6;

    private static final double HANGS_UP_AT_ONCE = 0.03;
    private static final double HANGS_UP_AFTER_ANNOUNCEMENT = 0.07;
    private static final double MEAN_PATIENCE_SECONDS = 700;

    private final Random random;

    private DayGenerator(final long seed) {
        random = new Random(seed);
    }

    /** What a call is about: how often, and how long the service takes. */
    private enum CallType {
        PS(0.68, 190, 0.95),
        NW(0.155, 115, 1.0),
        NE(0.09, 270, 1.0),
        IN(0.035, 380, 1.05),
        TT(0.025, 90, 1.0),
        PE(0.015, 200, 0.95);

        private final double share;
        private final double meanSeconds;
        private final double sigma;

        CallType(final double share, final double meanSeconds, final double sigma) {
            this.share = share;
            this.meanSeconds = meanSeconds;
            this.sigma = sigma;
        }
    }

    /**
     * Makes up a day.
     *
     * @param seed any number; another seed is another day
     * @return the log, header included, lines ended by line feeds
     */
    public static String generate(final long seed) {
        final DayGenerator generator = new DayGenerator(seed);
        final List<Caller> callers = generator.callers();
        new StaffedDay(generator.random).serve(callers);
        final StringBuilder log = new StringBuilder(HEADER);
        for (int i = 0; i < callers.size(); i++) {
            generator.row(log, i, callers.get(i));
        }
        return log.toString();
    }

    private List<Caller> callers() {
        final List<Caller> callers = new ArrayList<>();
        for (int hour = 0; hour < CALLS_PER_HOUR.length; hour++) {
            final double meanGap = (double) HOUR_SECONDS / CALLS_PER_HOUR[hour];
            double second = exponential(meanGap);
            while (second < HOUR_SECONDS) {
                callers.add(caller((FIRST_HOUR + hour) * HOUR_SECONDS + (int) second));
                second += exponential(meanGap);
            }
        }
        return callers;
    }

    private Caller caller(final int vruEntry) {
        final CallType type = type();
        final boolean identified = type != CallType.NW && chance(IDENTIFIED);
        final boolean priority = identified && chance(PRIORITY);
        final int vruSeconds = type == CallType.TT ? between(1, 2) : identified ? between(5, 8) : between(8, 16);
        final int customer = identified ? between(10_000_000, 69_999_999) : 0;
        final int serviceSeconds = Math.min(HOUR_SECONDS, Math.max(1, (int) lognormal(type.meanSeconds, type.sigma)));
        final Caller caller =
                new Caller(type.name(), customer, priority, vruEntry, vruSeconds, patience(), serviceSeconds);
        if (chance(PHANTOM)) {
            caller.becomesPhantom();
        } else if (chance(NEVER_QUEUES)) {
            caller.leavesBeforeQueue();
        }
        return caller;
    }

    private CallType type() {
        double left = random.nextDouble();
        for (final CallType type : CallType.values()) {
            left -= type.share;
            if (left < 0) {
                return type;
            }
        }
        return CallType.PS;
    }

    private int patience() {
        final double kind = random.nextDouble();
        if (kind < HANGS_UP_AT_ONCE) {
            return between(1, 8);
        }
        if (kind < HANGS_UP_AT_ONCE + HANGS_UP_AFTER_ANNOUNCEMENT) {
            return Math.max(1, (int) (60 + 6 * random.nextGaussian()));
        }
        return 1 + (int) exponential(MEAN_PATIENCE_SECONDS);
    }

    private void row(final StringBuilder log, final int index, final Caller caller) {
        final int vruExit = caller.queueStart();
        log.append(String.format(Locale.ROOT, "AA%02d%02d", 1 + index % 2, 1 + index / 2 % 16))
                .append('\t');
        log.append(10_001 + index).append('\t').append(caller.customer()).append('\t');
        log.append(caller.priority() ? 2 : caller.customer() > 0 ? 1 : 0).append('\t');
        log.append(caller.type()).append('\t').append(DATE).append('\t');
        span(log, caller.vruEntry(), vruExit);
        if (caller.waitSeconds() > 0) {
            span(log, vruExit, vruExit + caller.waitSeconds());
        } else {
            log.append(NOT_QUEUED).append('\t');
        }
        log.append(caller.outcome()).append('\t');
        if (caller.servedSeconds() > 0) {
            final int start = vruExit + caller.waitSeconds();
            span(log, start, start + caller.servedSeconds());
        } else {
            log.append(NOT_QUEUED).append('\t');
        }
        log.append(chance(AGENT_UNKNOWN) ? "" : caller.agent()).append('\n');
    }

    private static void span(final StringBuilder log, final int from, final int to) {
        time(log, from);
        time(log, to);
        log.append(to - from).append('\t');
    }

    private static void time(final StringBuilder log, final int second) {
        final int ofDay = second % DAY_SECONDS;
        log.append(String.format(Locale.ROOT, "%d:%02d:%02d\t", ofDay / 3600, ofDay / 60 % 60, ofDay % 60));
    }

    private boolean chance(final double probability) {
        return random.nextDouble() < probability;
    }

    private int between(final int least, final int most) {
        return least + random.nextInt(most - least + 1);
    }

    private double exponential(final double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    private double lognormal(final double mean, final double sigma) {
        return StrictMath.exp(StrictMath.log(mean) - sigma * sigma / 2 + sigma * random.nextGaussian());
    }
}
