package io.ringback.bench;

/** How big the contact center is that a benchmark plays through. */
public enum CenterSize {
    /** A team: 50 agents with 1-3 of 5 skills, 5 targets, 100 calls waiting. */
    SMALL(50, 5, 1, 3, 5, 100),
    /** A large center: 5,000 agents with 3-8 of 50 skills, 200 targets, 1,000 calls waiting. */
    LARGE(5_000, 50, 3, 8, 200, 1_000);

    private final int agents;
    private final int skills;
    private final int agentSkillsMin;
    private final int agentSkillsMax;
    private final int targets;
    private final int waiting;

    CenterSize(
            final int agents,
            final int skills,
            final int agentSkillsMin,
            final int agentSkillsMax,
            final int targets,
            final int waiting) {
        this.agents = agents;
        this.skills = skills;
        this.agentSkillsMin = agentSkillsMin;
        this.agentSkillsMax = agentSkillsMax;
        this.targets = targets;
        this.waiting = waiting;
    }

    int agents() {
        return agents;
    }

    int skills() {
        return skills;
    }

    int agentSkillsMin() {
        return agentSkillsMin;
    }

    int agentSkillsMax() {
        return agentSkillsMax;
    }

    int targets() {
        return targets;
    }

    /** Calls that wait while no agent is idle. */
    int waiting() {
        return waiting;
    }
}
