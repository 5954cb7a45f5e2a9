package io.ringback.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.agrona.collections.Object2IntHashMap;
import org.junit.jupiter.api.Test;

/** Beside what the JVM allocates, which it counts to the byte. */
class HeapBytesTest {
    private static class Base {
        @SuppressWarnings("unused")
        private long number;
    }

    private static final class Derived extends Base {
        @SuppressWarnings("unused")
        private static long ofTheClass;

        @SuppressWarnings("unused")
        private boolean flag;

        @SuppressWarnings("unused")
        private Object other;
    }

    @Test
    void shouldTellWhatAnObjectTakesWhenItHasFields() {
        assertThat(HeapBytes.object(Object.class)).isEqualTo(allocated(Object::new));
        assertThat(HeapBytes.object(Base.class)).isEqualTo(allocated(Base::new));
        assertThat(HeapBytes.object(Derived.class)).isEqualTo(allocated(Derived::new));
        assertThat(HeapBytes.object(ArrayList.class)).isEqualTo(allocated(ArrayList::new));
    }

    @Test
    void shouldTellWhatAnArrayTakesWhenItHasElements() {
        for (final int length : new int[] {0, 1, 2, 3, 100, 101}) {
            assertThat(HeapBytes.array(length, Integer.BYTES)).isEqualTo(allocated(() -> new int[length]));
            assertThat(HeapBytes.array(length, Byte.BYTES)).isEqualTo(allocated(() -> new byte[length]));
            assertThat(HeapBytes.array(length, HeapBytes.REFERENCE)).isEqualTo(allocated(() -> new Object[length]));
        }
    }

    @Test
    void shouldMeetTheMeanWhenArraysDifferInLength() {
        long bytes = 0;
        for (int length = 0; length < 10; length++) {
            bytes += HeapBytes.array(length, Integer.BYTES);
        }
        assertThat(HeapBytes.meanArray(4.5, Integer.BYTES)).isEqualTo(bytes / 10.0);
    }

    @Test
    void shouldTellWhatATextTakesWhenItsLettersAreLatin() {
        final byte[] letters = "english".getBytes(StandardCharsets.ISO_8859_1);
        final long string = allocated(() -> new String(letters, StandardCharsets.ISO_8859_1));
        assertThat(HeapBytes.text(letters.length)).isEqualTo(string);
    }

    @Test
    void shouldTellWhatATableTakesWhenItHasGrown() {
        for (final int entries : new int[] {0, 5, 6, 1_000, 10_000}) {
            final Object2IntHashMap<String> map = new Object2IntHashMap<>(-1);
            for (int entry = 0; entry < entries; entry++) {
                map.put("name " + entry, entry);
            }
            final long places = map.capacity();
            assertThat(HeapBytes.table(entries))
                    .as("%s entries", entries)
                    .isEqualTo(HeapBytes.array(places, HeapBytes.REFERENCE) + HeapBytes.array(places, Integer.BYTES));
        }
    }

    private static long allocated(final Supplier<Object> made) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThat(made.get()).isNotNull();
        final long before = threads.getCurrentThreadAllocatedBytes();
        final Object object = made.get();
        final long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(object).isNotNull();
        return bytes;
    }
}
