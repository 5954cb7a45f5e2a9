package io.ringback.skill;

import io.ringback.internal.memory.HeapBytes;
import io.ringback.internal.memory.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The skills of one contact center: name to index, in definition order from 0. Names are told apart by case. A skill
 * is never removed, so an index stays valid. Not thread-safe.
 */
public final class SkillNames {
    /** Longest name, in characters. */
    public static final int LENGTH_MAX = 100;

    /** A hash code and three references. */
    private static final long MAP_ENTRY_BYTES = 32;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    /** Starts without any skill. */
    public SkillNames() {}

    /**
     * Makes a skill known.
     *
     * @param name 1 to {@link #LENGTH_MAX} characters, not only blanks, without double quotes and control characters
     * @return the skill's index, the one it has already if it is known
     * @throws IllegalArgumentException if the name breaks these rules
     */
    public int define(final String name) {
        final int known = indexOf(name);
        if (known >= 0) {
            return known;
        }
        check(name);
        final int index = names.size();
        indexes.put(name, index);
        names.add(name);
        return index;
    }

    /**
     * What so many names take, for a memory bill.
     *
     * @param skills how many
     * @param length their length in the mean
     * @return bytes
     */
    public static long bytes(final int skills, final int length) {
        final long entry = HeapBytes.text(length) + HeapBytes.object(Integer.class) + MAP_ENTRY_BYTES;
        return skills * entry + 2L * Room.of(skills) * HeapBytes.REFERENCE;
    }

    private static void check(final String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("skill: a name must not be empty or blank");
        }
        if (name.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "skill: a name of " + name.length() + " characters is too long, at most " + LENGTH_MAX);
        }
        if (name.indexOf('"') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "skill: a name must not contain a double quote or control character: " + name);
        }
    }

    /**
     * Looks a skill up.
     *
     * @param name any text
     * @return its index, -1 if there is no such skill
     */
    public int indexOf(final String name) {
        return indexes.getOrDefault(name, -1);
    }

    /**
     * The name of a skill.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the name as it was defined
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public String name(final int index) {
        return names.get(index);
    }

    /**
     * How many skills there are.
     *
     * @return the number, which is the next index
     */
    public int size() {
        return names.size();
    }

    /**
     * What somebody probably meant who wrote a name that is not known.
     *
     * @param name any text
     * @return the nearest name by {@link NearestName}, or null
     */
    public String nearest(final String name) {
        return NearestName.of(name, names);
    }
}
