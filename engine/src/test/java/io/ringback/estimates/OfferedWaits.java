package io.ringback.estimates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Knows how long everyone waited, and for those who hung up how long they would have waited. Someone who hangs up stays
 * in line as a ghost. The ghost's wait ends when an agent turns to someone who ranks behind it, or has nobody to turn
 * to: that agent would have served it. Ghosts take nobody's turn. They are for the score only; the engine is told that
 * they left.
 */
final class OfferedWaits {
    private final List<Deque<Customer>> lines = new ArrayList<>();
    private final int[] waiting;
    private final Score[] scores;
    private int open;

    OfferedWaits(final Score[] scores) {
        this.scores = scores;
        this.waiting = new int[scores.length];
        for (int line = 0; line < scores.length; line++) {
            lines.add(new ArrayDeque<>());
        }
    }

    /** How many wait ahead of someone who joins the line. */
    int ahead(final int line) {
        int ahead = 0;
        for (int other = 0; other <= line; other++) {
            ahead += waiting[other];
        }
        return ahead;
    }

    /** How many that count have not been scored yet. */
    int open() {
        return open;
    }

    void joins(final Customer customer) {
        lines.get(customer.line).add(customer);
        waiting[customer.line]++;
        open += customer.counts ? 1 : 0;
    }

    void leaves(final Customer customer) {
        customer.left = true;
        waiting[customer.line]--;
    }

    void served(final Customer customer, final long nowMs) {
        waiting[customer.line]--;
        for (int line = 0; line < customer.line; line++) {
            endGhosts(line, nowMs);
        }
        Customer first = lines.get(customer.line).remove();
        while (first != customer) {
            endGhost(first, nowMs);
            first = lines.get(customer.line).remove();
        }
        end(customer, nowMs);
    }

    void agentIsIdle(final long nowMs) {
        for (int line = 0; line < lines.size(); line++) {
            endGhosts(line, nowMs);
        }
    }

    private void endGhosts(final int line, final long nowMs) {
        while (!lines.get(line).isEmpty()) {
            endGhost(lines.get(line).remove(), nowMs);
        }
    }

    private void endGhost(final Customer ghost, final long nowMs) {
        if (!ghost.left) {
            throw new IllegalStateException("Customer " + ghost.id + " was passed over at " + nowMs);
        }
        end(ghost, nowMs);
    }

    private void end(final Customer customer, final long nowMs) {
        if (customer.counts) {
            open--;
            scores[customer.line].add(customer, (double) (nowMs - customer.arrivedMs));
        }
    }
}
