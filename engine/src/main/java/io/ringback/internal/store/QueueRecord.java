package io.ringback.internal.store;

import io.ringback.QueueSettings;
import io.ringback.VirtualQueue;
import java.util.Arrays;

/** One queue: its settings with their targets compiled, its members, its counts. Links carry no order. */
public final class QueueRecord {
    private static final int NONE = InteractionStore.NONE;

    private final VirtualQueue handle;
    private final InteractionStore interactions;
    private QueueSettings settings;
    private int[] targets;
    private int firstWaiting = NONE;
    private int waiting;
    private int waitingCalls;
    private int withAgents;
    private int callbacks;
    private boolean paused;

    QueueRecord(final VirtualQueue handle, final InteractionStore interactions) {
        this.handle = handle;
        this.interactions = interactions;
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

    public int firstWaiting() {
        return firstWaiting;
    }

    public int waiting() {
        return waiting;
    }

    public int waitingCalls() {
        return waitingCalls;
    }

    public int withAgents() {
        return withAgents;
    }

    public int callbacks() {
        return callbacks;
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

    public void addWaiting(final int interaction) {
        firstWaiting = interactions.link(firstWaiting, interaction);
        waiting++;
        count(interaction, 1);
    }

    public void removeWaiting(final int interaction) {
        firstWaiting = interactions.unlink(firstWaiting, interaction);
        waiting--;
        count(interaction, -1);
    }

    /** From waiting to an agent. */
    public void route(final int interaction) {
        removeWaiting(interaction);
        withAgents++;
        callbacks += interactions.live(interaction) ? 0 : 1;
    }

    public void removeWithAgent(final int interaction) {
        withAgents--;
        callbacks -= interactions.live(interaction) ? 0 : 1;
    }

    private void count(final int interaction, final int change) {
        if (interactions.live(interaction)) {
            waitingCalls += change;
        } else {
            callbacks += change;
        }
    }
}
