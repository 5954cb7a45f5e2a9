/** Runnable examples: a quick start, and a command line that replays a day of calls through the engine. */
package io.ringback.examples;
