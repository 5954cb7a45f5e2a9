package io.ringback.naive;

import java.util.Arrays;
import java.util.EnumSet;

/** Which rules are off. Without some rule the engine misbehaves in a way that a test of that rule must notice. */
public final class RuleSwitches {
    private final EnumSet<Rule> off = EnumSet.noneOf(Rule.class);

    private RuleSwitches() {}

    /** Every rule holds. */
    public static RuleSwitches allOn() {
        return new RuleSwitches();
    }

    /** Every rule holds but these. */
    public static RuleSwitches without(final Rule... rules) {
        final RuleSwitches switches = new RuleSwitches();
        switches.off.addAll(Arrays.asList(rules));
        return switches;
    }

    boolean on(final Rule rule) {
        return !off.contains(rule);
    }

    boolean off(final Rule rule) {
        return off.contains(rule);
    }
}
