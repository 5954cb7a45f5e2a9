/**
 * A host in small: callers, agents and a dialer, each on threads of their own, around one {@link
 * io.ringback.host.EngineHost}.
 */
package io.ringback.examples.host;
