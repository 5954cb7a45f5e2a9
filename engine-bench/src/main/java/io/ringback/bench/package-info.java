/**
 * What the engine costs, measured with JMH beside plain implementations of the same rules. Every measurement drives
 * each implementation through the same facts, and a test holds that all of them take the same decisions.
 */
package io.ringback.bench;
