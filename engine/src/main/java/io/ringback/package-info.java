/**
 * Ringback: an embeddable, in-memory queueing engine for contact centers. Start at {@link io.ringback.Engine}.
 */
package io.ringback;
