package io.ringback.guarantees;

import io.ringback.guarantees.Step.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A long stream of commands, drawn blindly from a seed in a world so small that many of them meet. */
final class Recording {
    /** A Saturday at 22:00, three hours before London puts its clocks forward. */
    static final long START_MS = 1_774_735_200_000L;

    static final int AGENTS = 6;
    static final int INTERACTIONS = 32;

    private static final long[] PAUSES_MS = {0, 0, 0, 1, 500, 1_000, 5_000, 30_000};

    private Recording() {}

    static List<Step> of(final long seed, final int length) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Step> steps = new ArrayList<>();
        long nowMs = START_MS;
        for (int n = 0; n < length; n++) {
            // Now and then an hour, so that days begin and end.
            nowMs += random.nextInt(200) == 0 ? 3_600_000 : PAUSES_MS[random.nextInt(PAUSES_MS.length)];
            final boolean late = random.nextInt(50) == 0;
            steps.add(new Step(
                    kind(random),
                    late ? nowMs - 700 : nowMs,
                    1 + random.nextInt(AGENTS),
                    1 + random.nextInt(INTERACTIONS),
                    random.nextInt(1_000)));
        }
        return steps;
    }

    private static Kind kind(final SplittableRandom random) {
        int rest = random.nextInt(
                Arrays.stream(Kind.values()).mapToInt(kind -> kind.weight).sum());
        int place = -1;
        while (rest >= 0) {
            rest -= Kind.values()[++place].weight;
        }
        return Kind.values()[place];
    }
}
