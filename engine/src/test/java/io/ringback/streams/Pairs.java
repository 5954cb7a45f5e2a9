package io.ringback.streams;

import java.util.EnumMap;
import java.util.Map;

/** Counts how often two things came together. */
final class Pairs<R extends Enum<R>, C extends Enum<C>> {
    private final Class<C> columns;
    private final Map<R, Map<C, Long>> rows;

    Pairs(final Class<R> rows, final Class<C> columns) {
        this.columns = columns;
        this.rows = new EnumMap<>(rows);
    }

    void count(final R row, final C column) {
        add(row, column, 1);
    }

    void add(final Pairs<R, C> other) {
        other.rows.forEach((row, counts) -> counts.forEach((column, count) -> add(row, column, count)));
    }

    private void add(final R row, final C column, final long count) {
        rows.computeIfAbsent(row, each -> new EnumMap<>(columns)).merge(column, count, Long::sum);
    }

    long of(final R row, final C column) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(column, 0L);
    }

    long ofRow(final R row) {
        long sum = 0;
        for (final long count : rows.getOrDefault(row, Map.of()).values()) {
            sum += count;
        }
        return sum;
    }

    long ofColumn(final C column) {
        long sum = 0;
        for (final R row : rows.keySet()) {
            sum += of(row, column);
        }
        return sum;
    }
}
