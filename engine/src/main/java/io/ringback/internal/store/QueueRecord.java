package io.ringback.internal.store;

import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.QueueSettings;
import io.ringback.VirtualQueue;
import io.ringback.internal.memory.HeapBytes;
import java.util.Arrays;

/**
 * One queue: its settings with their targets compiled, its members, its counts. Whatever changes where a member stands
 * goes through here. Links carry no order.
 */
public final class QueueRecord {
    private static final int NONE = InteractionStore.NONE;

    // A member stands in one of its states, or, QUEUED with a not-before time, waits for a retry.
    private static final int RETRYING = InteractionState.values().length;
    private static final int STANDINGS = RETRYING + 1;

    private final VirtualQueue handle;
    private final InteractionStore interactions;
    private final QueueCounts counts;
    private QueueSettings settings;
    private int[] targets;
    private int firstWaiting = NONE;
    private final int[] standing = new int[InteractionKind.values().length * STANDINGS];
    private int waiting;
    private int onLine;
    private int invitable;
    private int size;
    private int calls;
    private boolean paused;

    QueueRecord(final VirtualQueue handle, final InteractionStore interactions, final QueueCounts counts) {
        this.handle = handle;
        this.interactions = interactions;
        this.counts = counts;
    }

    /** What a record takes, of a queue without target steps. */
    static long bytes() {
        return HeapBytes.object(QueueRecord.class)
                + HeapBytes.array(1, Integer.BYTES)
                + HeapBytes.array((long) InteractionKind.values().length * STANDINGS, Integer.BYTES)
                + QueueCounts.bytes();
    }

    public VirtualQueue handle() {
        return handle;
    }

    public QueueSettings settings() {
        return settings;
    }

    /** New settings; {@code itsTargets}: the queue's own target, then those of its steps. */
    public void settings(final QueueSettings value, final int[] itsTargets) {
        settings = value;
        targets = itsTargets;
    }

    /** Whether these settings, with these targets, mean other targets for interactions that have none of their own. */
    public boolean targetsDiffer(final QueueSettings other, final int[] itsTargets) {
        boolean differ = !Arrays.equals(targets, itsTargets);
        for (int step = 0; !differ && step < steps(); step++) {
            differ = stepAfterMs(step) != other.steps().get(step).afterMs();
        }
        return differ;
    }

    public int steps() {
        return targets.length - 1;
    }

    public long stepAfterMs(final int step) {
        return settings.steps().get(step).afterMs();
    }

    /** The target after the given number of steps: the queue's own for 0. */
    public int targetAfter(final int stepsTaken) {
        return targets[stepsTaken];
    }

    /** What has become of its customers. */
    public QueueCounts counts() {
        return counts;
    }

    public int firstWaiting() {
        return firstWaiting;
    }

    public int waiting() {
        return waiting;
    }

    /** Who waits with a person on the line. */
    public int onLine() {
        return onLine;
    }

    /** Whether there is somebody whom an agent could serve now, or cause to be dialed. */
    public boolean backlogged() {
        return onLine > 0 || (invitable > 0 && inviting());
    }

    public int withAgents() {
        return size - waiting;
    }

    /** Callbacks that have not ended, waiting and with agents. */
    public int callbacks() {
        return size - calls;
    }

    /** How many members of a kind are in a state. */
    public int count(final InteractionKind kind, final InteractionState state) {
        final int first = kind.ordinal() * STANDINGS;
        return standing[first + state.ordinal()] + (state == InteractionState.QUEUED ? standing[first + RETRYING] : 0);
    }

    /** How many callbacks of a kind wait for a retry. */
    public int retrying(final InteractionKind kind) {
        return standing[kind.ordinal() * STANDINGS + RETRYING];
    }

    /** Whether no dial starts because the network failed. */
    public boolean paused() {
        return paused;
    }

    public void paused(final boolean value) {
        paused = value;
    }

    /** Whether dials may start. */
    public boolean inviting() {
        return settings.invite() && !paused;
    }

    /** A new member, in whatever state. */
    public void enter(final int interaction) {
        size++;
        calls += interactions.live(interaction) ? 1 : 0;
        stand(interaction, 1);
        if (waits(interaction)) {
            link(interaction);
        }
    }

    /** A member is gone. */
    public void leave(final int interaction) {
        size--;
        calls -= interactions.live(interaction) ? 1 : 0;
        stand(interaction, -1);
        if (waits(interaction)) {
            unlink(interaction);
        }
    }

    /** A member is in another state. */
    public void state(final int interaction, final InteractionState value) {
        final boolean waited = waits(interaction);
        stand(interaction, -1);
        interactions.state(interaction, value);
        stand(interaction, 1);
        if (waited && !waits(interaction)) {
            unlink(interaction);
        } else if (!waited && waits(interaction)) {
            link(interaction);
        }
    }

    /** A member may not be invited before this time; {@link Engine#NO_TIME}: at any time. */
    public void notBeforeMs(final int interaction, final long value) {
        stand(interaction, -1);
        interactions.notBeforeMs(interaction, value);
        stand(interaction, 1);
    }

    private void stand(final int interaction, final int by) {
        standing[standingOf(interaction)] += by;
        if (interactions.routable(interaction)) {
            onLine += by;
        } else if (interactions.invitable(interaction)) {
            invitable += by;
        }
    }

    private void link(final int interaction) {
        firstWaiting = interactions.link(firstWaiting, interaction);
        waiting++;
    }

    private void unlink(final int interaction) {
        firstWaiting = interactions.unlink(firstWaiting, interaction);
        waiting--;
    }

    private boolean waits(final int interaction) {
        return !interactions.in(interaction, InteractionState.WITH_AGENT);
    }

    private int standingOf(final int interaction) {
        final boolean retrying = interactions.in(interaction, InteractionState.QUEUED)
                && interactions.notBeforeMs(interaction) != Engine.NO_TIME;
        return interactions.kind(interaction).ordinal() * STANDINGS
                + (retrying ? RETRYING : interactions.state(interaction).ordinal());
    }
}
