/** Makes up call logs, from a seed. */
package io.ringback.examples.generate;
