package io.ringback.estimates;

/**
 * What queueing theory says of a center whose load stays as it is, in the long run: Erlang's delay formula, its
 * extension by Palm to impatient callers, and Cobham's formula for two priorities that do not interrupt each other.
 *
 * @param center one without swings and changes of staff
 */
record SteadyState(Center center) {
    /** More than ever wait where callers are impatient. */
    private static final int WAITING_MAX = 1_000;

    /** Mean offered wait of all calls of the line, those who do not wait included. */
    double meanWaitMs(final int line) {
        return center.impatience() > 0 ? impatientMeanWaitMs() : patientMeanWaitMs(line);
    }

    double shareWhoWait() {
        return center.impatience() > 0 ? impatientShareWhoWait() : patientShareWhoWait();
    }

    private double patientMeanWaitMs(final int line) {
        final double load = center.load();
        final double higher = center.highShare() * load;
        final double passing = line == 0 ? 1 : 1 - higher;
        final double own = line == 0 && center.lines() == 2 ? higher : load;
        return patientShareWhoWait() * Center.SERVICE_MS / Center.AGENTS / (passing * (1 - own));
    }

    /** Erlang B by its recursion over the agents, then C from B. */
    private double patientShareWhoWait() {
        final double offered = center.load() * Center.AGENTS;
        double blocked = 1;
        for (int agents = 1; agents <= Center.AGENTS; agents++) {
            blocked = offered * blocked / (agents + offered * blocked);
        }
        return blocked / (1 - center.load() * (1 - blocked));
    }

    private double impatientShareWhoWait() {
        double wait = 0;
        for (final double probability : waitingProbabilities()) {
            wait += probability;
        }
        return wait;
    }

    private double impatientMeanWaitMs() {
        final double[] probabilities = waitingProbabilities();
        double mean = 0;
        for (int ahead = 0; ahead < WAITING_MAX; ahead++) {
            mean += probabilities[ahead] * center.exactMeanMs(0, ahead, Center.AGENTS);
        }
        return mean;
    }

    /** Probabilities that all agents are busy and so many wait, from the balance of each step up with the step down. */
    private double[] waitingProbabilities() {
        final double offered = center.load() * Center.AGENTS;
        double weight = 1;
        double sum = 1;
        for (int busy = 1; busy < Center.AGENTS; busy++) {
            weight *= offered / busy;
            sum += weight;
        }
        final double[] probabilities = new double[WAITING_MAX];
        for (int waiting = 0; waiting < WAITING_MAX; waiting++) {
            weight *= offered / (Center.AGENTS + waiting * center.impatience());
            probabilities[waiting] = weight;
            sum += weight;
        }
        for (int waiting = 0; waiting < WAITING_MAX; waiting++) {
            probabilities[waiting] /= sum;
        }
        return probabilities;
    }
}
