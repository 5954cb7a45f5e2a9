package io.ringback.streams;

import io.ringback.scenario.Command;
import io.ringback.scenario.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a failing stream small: takes out chunks of steps, then single ones, shortens the times between them and drops
 * what their commands do not need, as long as the engines still differ in the same aspect. Cost: one replay per try, up
 * to a limit.
 */
final class Shrinker {
    private static final Set<String> REQUIRED = Set.of("as", "attempt", "reason", "zone");
    private static final long[] GAPS_MS = {0, 1, 1_000, 60_000};

    private final Function<List<StreamStep>, Difference> replay;
    private int replaysLeft;
    private Difference sought;
    private List<StreamStep> best = List.of();

    Shrinker(final Function<List<StreamStep>, Difference> replay, final int maxReplays) {
        this.replay = replay;
        this.replaysLeft = maxReplays;
    }

    /** A short stream that fails in the same aspect as this one. */
    List<StreamStep> shrink(final List<StreamStep> failing, final Difference difference) {
        sought = difference;
        best = List.copyOf(failing.subList(0, Math.min(failing.size(), difference.step() + 1)));
        int before;
        do {
            before = size();
            for (int chunk = Math.max(1, best.size() / 2); chunk >= 1; chunk /= 2) {
                removeChunks(chunk);
            }
            closeGaps();
            simplifyCommands();
        } while (size() < before && replaysLeft > 0);
        showTimePassing();
        return best;
    }

    private int size() {
        int size = 0;
        for (final StreamStep step : best) {
            size += step.isAdvance()
                    ? 1
                    : 1
                            + step.command().names().size()
                            + step.command().values().size();
        }
        return size;
    }

    private boolean keepIfFailing(final List<StreamStep> smaller) {
        if (replaysLeft-- <= 0) {
            return false;
        }
        final Difference difference = replay.apply(smaller);
        if (difference == null || !difference.isLike(sought)) {
            return false;
        }
        best = List.copyOf(smaller.subList(0, difference.step() + 1));
        return true;
    }

    private void removeChunks(final int chunk) {
        for (int from = best.size() - chunk; from >= 0; from -= chunk) {
            // A success may have cut the end off too.
            if (from + chunk <= best.size()) {
                final List<StreamStep> smaller = new ArrayList<>(best.subList(0, from));
                smaller.addAll(best.subList(from + chunk, best.size()));
                keepIfFailing(smaller);
            }
        }
    }

    private void closeGaps() {
        for (int place = 0; place < best.size(); place++) {
            final long previousMs =
                    place == 0 ? Names.START_MS : best.get(place - 1).atMs();
            final long gapMs = best.get(place).atMs() - previousMs;
            for (final long smallerMs : GAPS_MS) {
                if (smallerMs < Math.abs(gapMs) && keepIfFailing(shifted(place, smallerMs - gapMs))) {
                    break;
                }
            }
        }
    }

    private List<StreamStep> shifted(final int from, final long byMs) {
        final List<StreamStep> all = new ArrayList<>(best.subList(0, from));
        for (final StreamStep step : best.subList(from, best.size())) {
            all.add(step.at(step.atMs() + byMs));
        }
        return all;
    }

    private void simplifyCommands() {
        for (int place = 0; place < best.size(); place++) {
            if (!best.get(place).isAdvance()) {
                simplify(place);
            }
        }
    }

    private void simplify(final int place) {
        for (final String key : List.copyOf(best.get(place).command().values().keySet())) {
            final Command command = best.get(place).command();
            final boolean needed = REQUIRED.contains(key)
                    || (key.equals("number") && command.verb() != Verb.CALL)
                    || (key.equals("at")
                            && (command.verb() != Verb.ACCEPT_OFFER
                                    || command.values().containsKey("exact")));
            if (!needed) {
                replace(place, without(command, key));
            }
        }
        final Command command = best.get(place).command();
        final boolean optionalName = switch (command.verb()) {
            case ANSWERED, NO_ANSWER, COMPLETE -> command.names().size() == 2;
            default -> false;
        };
        if (optionalName) {
            replace(place, new Command(command.verb(), List.of(command.name(0)), command.values()));
        }
    }

    /** Without the key, or with fewer of its values. */
    private static List<Command> without(final Command command, final String key) {
        final List<Command> simpler = new ArrayList<>();
        final Map<String, List<String>> dropped = new LinkedHashMap<>(command.values());
        final List<String> all = dropped.remove(key);
        simpler.add(new Command(command.verb(), command.names(), dropped));
        if (all.size() > 1) {
            for (final String only : all) {
                final Map<String, List<String>> fewer = new LinkedHashMap<>(command.values());
                fewer.put(key, List.of(only));
                simpler.add(new Command(command.verb(), command.names(), fewer));
            }
        }
        return simpler;
    }

    private void replace(final int place, final List<Command> simpler) {
        for (final Command command : simpler) {
            if (replace(place, command)) {
                return;
            }
        }
    }

    private boolean replace(final int place, final Command command) {
        if (place >= best.size()) {
            return false;
        }
        final List<StreamStep> all = new ArrayList<>(best);
        all.set(place, new StreamStep(best.get(place).atMs(), command));
        return keepIfFailing(all);
    }

    /** A reader follows time that passes between commands more easily than commands that move it. */
    private void showTimePassing() {
        final List<StreamStep> all = new ArrayList<>();
        long clockMs = Names.START_MS;
        for (final StreamStep step : best) {
            if (!step.isAdvance() && step.atMs() > clockMs) {
                all.add(StreamStep.advance(step.atMs()));
            }
            clockMs = Math.max(clockMs, step.atMs());
            all.add(step);
        }
        replaysLeft = Math.max(replaysLeft, 1);
        keepIfFailing(all);
    }
}
