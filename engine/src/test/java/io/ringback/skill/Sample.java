package io.ringback.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random expression as an author might write it: its text, and its meaning worked out straight from the syntax. */
sealed interface Sample {
    /** Skill names by index; two of them need quotes. */
    List<String> NAMES = List.of("a", "b-1", "c d", "_e", "7");

    List<Integer> LEVELS = List.of(0, 0, 1, 2, 3, 4, 5, 6, 500, 998, 999, 1000, 1000);

    String text();

    boolean holds(int[] levels);

    record Compare(int skill, String symbol, int level) implements Sample {
        @Override
        public String text() {
            final String name = skill == 2 || skill == 4 ? '"' + NAMES.get(skill) + '"' : NAMES.get(skill);
            return symbol.isEmpty() ? name : name + symbol + level;
        }

        @Override
        public boolean holds(final int[] levels) {
            final int own = levels[skill];
            return switch (symbol) {
                case "" -> own > 0;
                case "=" -> own == level;
                case "!=" -> own != level;
                case "<" -> own < level;
                case "<=" -> own <= level;
                case ">" -> own > level;
                case ">=" -> own >= level;
                default -> throw new AssertionError(symbol);
            };
        }
    }

    record Not(Sample operand) implements Sample {
        @Override
        public String text() {
            return "!" + (operand instanceof Join ? "(" + operand.text() + ")" : operand.text());
        }

        @Override
        public boolean holds(final int[] levels) {
            return !operand.holds(levels);
        }
    }

    record Join(String operator, List<Sample> operands) implements Sample {
        @Override
        public String text() {
            final List<String> texts = new ArrayList<>();
            for (final Sample operand : operands) {
                texts.add(operand instanceof Join ? "(" + operand.text() + ")" : operand.text());
            }
            return String.join(operator, texts);
        }

        @Override
        public boolean holds(final int[] levels) {
            for (final Sample operand : operands) {
                if (operand.holds(levels) == operator.equals("|")) {
                    return operator.equals("|");
                }
            }
            return operator.equals("&");
        }
    }

    static Sample random(final Random random, final int skills, final int depth) {
        final int kind = random.nextInt(6);
        if (depth == 0 || kind == 0) {
            final String[] symbols = {"", "=", "!=", "<", "<=", ">", ">="};
            return new Compare(
                    random.nextInt(skills),
                    symbols[random.nextInt(symbols.length)],
                    LEVELS.get(random.nextInt(LEVELS.size())));
        }
        if (kind == 1) {
            return new Not(random(random, skills, depth - 1));
        }
        final List<Sample> operands = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            operands.add(random(random, skills, depth - 1));
        }
        return new Join(random.nextBoolean() ? "&" : "|", operands);
    }

    /** The same meaning, written in another way. */
    static Sample rewritten(final Sample sample, final Random random) {
        if (random.nextInt(5) == 0) {
            return new Not(negated(sample, random));
        }
        if (sample instanceof Not not) {
            return random.nextBoolean()
                    ? new Not(rewritten(not.operand(), random))
                    : negated(rewritten(not.operand(), random), random);
        }
        if (sample instanceof Join join) {
            return rewritten(join, random);
        }
        return rewritten((Compare) sample);
    }

    private static Sample rewritten(final Join join, final Random random) {
        final List<Sample> operands = new ArrayList<>();
        for (final Sample operand : join.operands()) {
            operands.add(random.nextInt(operands.size() + 1), rewritten(operand, random));
        }
        if (random.nextInt(3) == 0) {
            operands.add(operands.get(0));
        }
        if (operands.size() > 2 && random.nextBoolean()) {
            final Sample pair = new Join(join.operator(), List.of(operands.remove(0), operands.remove(0)));
            operands.add(pair);
        }
        return new Join(join.operator(), operands);
    }

    private static Sample rewritten(final Compare compare) {
        final int level = compare.level();
        return switch (compare.symbol()) {
            case "" -> new Compare(compare.skill(), "!=", 0);
            case "<" -> level == 0 ? compare : new Compare(compare.skill(), "<=", level - 1);
            case ">=" -> level == 0 ? compare : new Compare(compare.skill(), ">", level - 1);
            default -> compare;
        };
    }

    private static Sample negated(final Sample sample, final Random random) {
        if (sample instanceof Not not) {
            return not.operand();
        }
        if (sample instanceof Join join && random.nextBoolean()) {
            final List<Sample> operands = new ArrayList<>();
            for (final Sample operand : join.operands()) {
                operands.add(negated(operand, random));
            }
            return new Join(join.operator().equals("&") ? "|" : "&", operands);
        }
        return new Not(sample);
    }
}
