package io.ringback.internal.store;

import io.ringback.calendar.BusinessCalendar;
import io.ringback.calendar.OpenHours;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Object2IntHashMap;

/** The business hours that queues may have, by name, in definition order. Defining them is cold. */
public final class CalendarStore {
    /** No calendar: always open. */
    public static final int NONE = -1;

    private final List<CalendarRecord> records = new ArrayList<>();
    private final Object2IntHashMap<String> entryByName = new Object2IntHashMap<>(NONE);

    public int size() {
        return records.size();
    }

    public CalendarRecord record(final int calendar) {
        return records.get(calendar);
    }

    /** The calendar of a name, or {@link #NONE}; also for null. */
    public int entryOf(final String name) {
        return name == null ? NONE : entryByName.getValue(name);
    }

    public List<String> names() {
        return records.stream().map(CalendarRecord::name).toList();
    }

    /** The calendar of a name, defined or with other hours. */
    public int define(final String name, final BusinessCalendar calendar, final OpenHours hours) {
        int entry = entryOf(name);
        if (entry == NONE) {
            entry = records.size();
            entryByName.put(name, entry);
            records.add(new CalendarRecord(name));
        }
        records.get(entry).hours(calendar, hours);
        return entry;
    }
}
