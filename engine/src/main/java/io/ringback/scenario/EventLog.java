package io.ringback.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The events of a run in the order in which they came, and which of them still wait for an {@code expect}. An event is
 * left out for good when its kind is ignored as it comes, or becomes ignored before a check met it.
 */
final class EventLog {
    private static final int SHOWN_BEFORE = 6;
    private static final int SHOWN_AFTER = 12;

    private enum Fate {
        WAITING("    "),
        CHECKED("ok  "),
        LEFT_OUT("-   ");

        private final String mark;

        Fate(final String mark) {
            this.mark = mark;
        }
    }

    private static final class Entry {
        private final Event event;
        private final int line;
        private Fate fate;

        Entry(final Event event, final int line, final Fate fate) {
            this.event = event;
            this.line = line;
            this.fate = fate;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Set<EventKind> ignored = EnumSet.noneOf(EventKind.class);
    private int next;

    void add(final Event event, final int line) {
        entries.add(new Entry(event, line, ignored.contains(event.kind()) ? Fate.LEFT_OUT : Fate.WAITING));
    }

    void watch(final Set<EventKind> kinds) {
        ignored.removeAll(kinds);
    }

    void ignore(final Set<EventKind> kinds) {
        ignored.addAll(kinds);
        for (final Entry entry : entries.subList(next, entries.size())) {
            if (entry.fate == Fate.WAITING && kinds.contains(entry.event.kind())) {
                entry.fate = Fate.LEFT_OUT;
            }
        }
    }

    /** The next event that a check must meet; null when there is none. */
    Event next() {
        skipLeftOut();
        return next < entries.size() ? entries.get(next).event : null;
    }

    /** That event was the expected one. */
    void checked() {
        skipLeftOut();
        entries.get(next++).fate = Fate.CHECKED;
    }

    private void skipLeftOut() {
        while (next < entries.size() && entries.get(next).fate == Fate.LEFT_OUT) {
            next++;
        }
    }

    /** The events around the next one, one a row. */
    List<String> rows(final ScenarioClock clock) {
        skipLeftOut();
        final int from = Math.max(0, next - SHOWN_BEFORE);
        final int to = Math.min(entries.size(), next + SHOWN_AFTER);
        final List<String> rows = new ArrayList<>();
        if (from > 0) {
            rows.add("    (" + from + " earlier)");
        }
        final List<Entry> shown = entries.subList(from, to);
        final int timeWidth = shown.stream()
                .mapToInt(entry -> clock.text(entry.event.timeMs()).length())
                .max()
                .orElse(0);
        final int lineWidth = Integer.toString(
                        shown.stream().mapToInt(entry -> entry.line).max().orElse(0))
                .length();
        for (int i = from; i < to; i++) {
            final Entry entry = entries.get(i);
            final String mark = i == next ? "->  " : entry.fate.mark;
            final String time = padded(clock.text(entry.event.timeMs()), timeWidth);
            final String line =
                    " ".repeat(lineWidth - Integer.toString(entry.line).length()) + entry.line;
            rows.add(mark + "line " + line + "  " + time + "  " + EventText.of(entry.event, clock));
        }
        if (to < entries.size()) {
            rows.add("    (" + (entries.size() - to) + " more)");
        }
        return rows;
    }

    private static String padded(final String text, final int width) {
        return text + " ".repeat(width - text.length());
    }
}
