package io.ringback.scenario;

/**
 * A word of a line.
 *
 * @param key what stands before the first equals sign outside quotes; null when there is none
 * @param text what stands after it, or everything; without quotes
 * @param column of the first character, from 1
 * @param length as written
 * @param valueColumn where {@code text} begins
 * @param quoted whether any of it was in quotes
 */
record Token(String key, String text, int column, int length, int valueColumn, boolean quoted) {
    boolean hasKey() {
        return key != null;
    }
}
