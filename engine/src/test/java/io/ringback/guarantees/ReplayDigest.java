package io.ringback.guarantees;

/** Plays a recording and prints what came of it: the main class of the other machine in {@link ReplayTest}. */
final class ReplayDigest {
    private ReplayDigest() {}

    public static void main(final String[] arguments) {
        final long seed = Long.parseLong(arguments[0]);
        final int length = Integer.parseInt(arguments[1]);
        System.out.println(new Player(100, 1_000).digest(Recording.of(seed, length)));
    }
}
