/**
 * What the engine costs, measured with JMH. A call's life is measured beside plain implementations of the same rules:
 * each is driven through the same facts, and a test holds that all of them take the same decisions. Bookings are
 * measured beside few and beside very many others.
 */
package io.ringback.bench;
