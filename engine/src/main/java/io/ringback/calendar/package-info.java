/**
 * Business hours: weekly hours and exceptions in a time zone, compiled to sorted instants, and the bookable slots on
 * the grid of local time. The package knows nothing of the engine, and nothing in it depends on the machine's own zone.
 */
package io.ringback.calendar;
