package io.ringback.bench;

/**
 * What a host tells of calls and agents in a plain call life: the part of the engine's vocabulary that the baselines
 * implement too. Whoever implements it reports what follows to an {@link io.ringback.EngineListener}.
 */
interface CallLife {
    /** A call arrives; it asks for the target of this index in {@link Workload#targets}. */
    void arrived(long nowMs, long callId, int target);

    void ready(long nowMs, long agentId);

    void answered(long nowMs, long agentId);

    void completed(long nowMs, long agentId);

    int waiting();
}
