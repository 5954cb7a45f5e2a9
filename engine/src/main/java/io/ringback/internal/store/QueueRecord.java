package io.ringback.internal.store;

import io.ringback.Engine;
import io.ringback.InteractionKind;
import io.ringback.InteractionState;
import io.ringback.QueueSettings;
import io.ringback.Request;
import io.ringback.VirtualQueue;
import io.ringback.calendar.OpenHours;
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
    private final QueueSlots slots;
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
    private int calendar = CalendarStore.NONE;
    private OpenHours hours;
    private boolean open = true;

    QueueRecord(
            final VirtualQueue handle,
            final InteractionStore interactions,
            final QueueCounts counts,
            final OpenHours hours,
            final QueueSlots slots) {
        this.handle = handle;
        this.hours = hours;
        this.interactions = interactions;
        this.counts = counts;
        this.slots = slots;
    }

    /** What a record takes, of a queue without target steps and slots. */
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

    /** The target of a request as it enters. */
    public int targetFor(final Request request) {
        return request.target() == null ? targets[0] : request.target().index();
    }

    public int priorityFor(final Request request) {
        return request.prioritized() ? request.priority() : settings.priority();
    }

    /** What has become of its customers. */
    public QueueCounts counts() {
        return counts;
    }

    /** What callbacks may be booked for. */
    public QueueSlots slots() {
        return slots;
    }

    /** By the hours and settings that it has now. Cold. */
    public void planSlots(final long nowMs) {
        slots.plan(nowMs, hours, settings);
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
        return size - waiting - bookings();
    }

    /** Callbacks that are booked for slots to come. */
    public int bookings() {
        return count(InteractionKind.SCHEDULED_CALLBACK, InteractionState.SCHEDULED);
    }

    /** Callbacks that have not ended, booked, waiting and with agents. */
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

    /** The calendar of its business hours, or {@link CalendarStore#NONE}. */
    public int calendar() {
        return calendar;
    }

    /** Its business hours; without a calendar it is always open. */
    public OpenHours hours() {
        return hours;
    }

    /** Other business hours; whether they are open now is the caller's to say. */
    public void hours(final int itsCalendar, final OpenHours itsHours) {
        calendar = itsCalendar;
        hours = itsHours;
    }

    /** Whether it is open now. */
    public boolean open() {
        return open;
    }

    public void open(final boolean value) {
        open = value;
    }

    /** Whether dials may start. */
    public boolean inviting() {
        return settings.invite() && !paused && open;
    }

    /** A new member, in whatever state. */
    public void enter(final int interaction) {
        size++;
        calls += interactions.live(interaction) ? 1 : 0;
        stand(interaction, 1);
        if (interactions.waits(interaction)) {
            link(interaction);
        }
    }

    /** A member is gone. */
    public void leave(final int interaction) {
        size--;
        calls -= interactions.live(interaction) ? 1 : 0;
        stand(interaction, -1);
        if (interactions.waits(interaction)) {
            unlink(interaction);
        }
    }

    /** A member is in another state. */
    public void state(final int interaction, final InteractionState value) {
        final boolean waited = interactions.waits(interaction);
        stand(interaction, -1);
        interactions.state(interaction, value);
        stand(interaction, 1);
        if (waited && !interactions.waits(interaction)) {
            unlink(interaction);
        } else if (!waited && interactions.waits(interaction)) {
            link(interaction);
        }
    }

    /** A member may not be invited before this time; {@link Engine#NO_TIME}: at any time. */
    public void notBeforeMs(final int interaction, final long value) {
        stand(interaction, -1);
        interactions.notBeforeMs(interaction, value);
        stand(interaction, 1);
    }

    /** Brings the list of those who wait into the order of their arrival. */
    public void sortWaiting() {
        firstWaiting = interactions.sort(firstWaiting, waiting);
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

    private int standingOf(final int interaction) {
        final boolean retrying = interactions.in(interaction, InteractionState.QUEUED)
                && interactions.notBeforeMs(interaction) != Engine.NO_TIME;
        return interactions.kind(interaction).ordinal() * STANDINGS
                + (retrying ? RETRYING : interactions.state(interaction).ordinal());
    }
}
