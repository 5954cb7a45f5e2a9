package io.ringback;

/**
 * Which of several Ready agents that satisfy a target gets the interaction, or becomes the trigger of its invitation.
 */
public enum AgentChoice {
    /** The agent that became Ready first. */
    LONGEST_IDLE,
    /** The agent with the fewest skills of a level above 0, which spares generalists; among equals the longest idle. */
    LEAST_SKILLED
}
