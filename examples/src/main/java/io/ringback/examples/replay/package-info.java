/**
 * Replays a recorded call log through the engine in virtual time, and sets what the engine did beside what was
 * recorded.
 */
package io.ringback.examples.replay;
