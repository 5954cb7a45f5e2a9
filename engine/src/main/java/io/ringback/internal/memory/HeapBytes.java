package io.ringback.internal.memory;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * What objects take on the heap of a 64-bit HotSpot JVM with compressed references, which it uses for heaps under 32
 * GB: headers of 12 bytes, 16 for arrays, and everything rounded up to 8.
 */
public final class HeapBytes {
    /** Of a field or array element that is an object. */
    public static final int REFERENCE = 4;

    private static final int OBJECT_HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int ALIGNMENT = 8;
    private static final int TABLE_MIN = 8;
    private static final double TABLE_LOAD = 0.65;

    private HeapBytes() {}

    /** An object of this class, without what it refers to. */
    public static long object(final Class<?> type) {
        long bytes = OBJECT_HEADER;
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (final Field field : declaring.getDeclaredFields()) {
                bytes += Modifier.isStatic(field.getModifiers()) ? 0 : bytesOf(field.getType());
            }
        }
        return aligned(bytes);
    }

    /** An array. */
    public static long array(final long length, final int elementBytes) {
        return aligned(ARRAY_HEADER + length * elementBytes);
    }

    /** One of many arrays of such a length in the mean: rounding up costs each of them half a step. */
    public static double meanArray(final double length, final int elementBytes) {
        return ARRAY_HEADER + length * elementBytes + (ALIGNMENT - elementBytes) / 2.0;
    }

    /** A string of Latin letters. */
    public static long text(final int characters) {
        return object(String.class) + array(characters, Byte.BYTES);
    }

    /** The two arrays of an Agrona map from objects to ints that has grown to so many entries. */
    public static long table(final int entries) {
        long length = TABLE_MIN;
        while ((int) (length * TABLE_LOAD) < entries) {
            length *= 2;
        }
        return array(length, REFERENCE) + array(length, Integer.BYTES);
    }

    private static int bytesOf(final Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == boolean.class || type == byte.class) {
            return Byte.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : REFERENCE;
    }

    private static long aligned(final long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
