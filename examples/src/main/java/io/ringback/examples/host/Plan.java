package io.ringback.examples.host;

/**
 * What is to be played.
 *
 * @param seconds how long, by the simulated clock
 * @param speed how many simulated seconds pass in a real one
 * @param callers how many people want something in that time
 * @param agents how many are there to serve them
 * @param seed of all that is left to chance
 */
record Plan(int seconds, int speed, int callers, int agents, long seed) {
    static final Plan DEFAULT = new Plan(150, 10, 40, 6, 1);
}
