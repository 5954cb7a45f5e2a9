package io.ringback.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.Engine;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** T1: the core reads no clock, draws nothing, starts no thread and does no I/O, by what its class files refer to. */
class CoreReferencesTest {
    /** Classes, or methods as class and name, that no class of the core may refer to. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "java/lang/System\\.(currentTimeMillis|nanoTime|identityHashCode|getProperty|getenv|in|out|err)"
                    + "|java/lang/(Thread|ThreadLocal|Process|ProcessBuilder|Runtime|Object\\.wait)\\b.*"
                    + "|java/lang/Math\\.random|java/util/(Random|SplittableRandom|UUID|Timer|Date|Calendar|random/).*"
                    + "|java/security/.*|java/time/(Clock|InstantSource|ZoneId)\\b.*|java/time/.*\\.now"
                    + "|java/(io|nio|net)/.*|java/util/concurrent/.*|java/lang/.*\\.(getDefault|identityHashCode)"
                    + "|org/agrona/concurrent/.*|io/ringback/(scenario|host)/.*");

    /** On top of the core: the language for tests reads files, the host knows a clock and a thread. */
    private static final Set<String> NOT_CORE = Set.of("scenario", "host");

    /** What the host knows, and the host itself; a recorder hands text over to a thread, and knows none. */
    private static final Pattern THREADS = Pattern.compile("java/lang/System\\.(currentTimeMillis|nanoTime)"
            + "|java/lang/Thread\\b.*|java/util/concurrent/(?!atomic/|ConcurrentLinkedQueue).*|io/ringback/host/.*");

    /** The package for business hours, which has the rules of time zones worked out when hours are compiled. */
    private static final String CALENDAR = "calendar";

    private static final Pattern ZONES = Pattern.compile("java/time/ZoneId(\\.(?!systemDefault).*)?");

    /** What of the JDK's time a clock-less core may refer to, since its settings are given as such. */
    private static final Pattern DURATIONS = Pattern.compile("java/time/Duration\\b.*");

    private static final Pattern JAVA_TIME = Pattern.compile("java/time/.*");

    /** What a calendar must not know: the engine. Like skills it tells what it takes, and has near names from them. */
    private static final Pattern BEYOND_CALENDARS =
            Pattern.compile("io/ringback/(?!calendar/|skill/NearestName\\b|internal/memory/HeapBytes\\b).*");

    /** Everything of the library but the API and the host. */
    private static final Pattern BEHIND_THE_API = Pattern.compile("io/ringback/(?!host/)\\w+/.*");

    @Test
    void shouldReferToNoClockRandomThreadOrInputWhenItIsTheCore() throws IOException, URISyntaxException {
        final List<Path> classes = coreClasses();

        assertThat(classes).hasSizeGreaterThan(50);
        for (final Path file : classes) {
            final Set<String> found = forbidden(file);
            if (packageOf(file).equals(CALENDAR)) {
                found.removeIf(ZONES.asMatchPredicate());
            }
            assertThat(found).as("what %s refers to", file.getFileName()).isEmpty();
        }
        System.out.println("core references: " + classes.size() + " class files without a clock");
    }

    @Test
    void shouldKnowNoEngineWhenItIsTheCalendar() throws IOException, URISyntaxException {
        final List<Path> calendar = coreClasses().stream()
                .filter(file -> packageOf(file).equals(CALENDAR))
                .toList();

        assertThat(calendar).hasSizeGreaterThan(3);
        for (final Path file : calendar) {
            assertThat(found(file, BEYOND_CALENDARS))
                    .as("what %s refers to", file.getFileName())
                    .isEmpty();
        }
    }

    @Test
    void shouldLeaveTimeZonesToTheCalendarWhenItIsTheRestOfTheCore() throws IOException, URISyntaxException {
        for (final Path file : coreClasses()) {
            if (!packageOf(file).equals(CALENDAR)) {
                assertThat(found(file, JAVA_TIME))
                        .as("what %s refers to", file.getFileName())
                        .allMatch(DURATIONS.asMatchPredicate());
            }
        }
    }

    @Test
    void shouldKnowThreadsOnlyWhenItIsTheHost() throws IOException, URISyntaxException {
        final SortedSet<String> packages = new TreeSet<>();
        for (final Path file : classes()) {
            if (!found(file, THREADS).isEmpty()) {
                packages.add(packageOf(file));
            }
        }

        assertThat(packages).containsExactly("host");
    }

    @Test
    void shouldStandOnTheApiAloneWhenItIsTheHost() throws IOException, URISyntaxException {
        for (final Path file : classes()) {
            if (packageOf(file).equals("host")) {
                assertThat(found(file, BEHIND_THE_API))
                        .as("what %s refers to", file.getFileName())
                        .isEmpty();
            }
        }
    }

    @Test
    void shouldNoticeEveryKindOfReferenceWhenAClassHasThem() throws IOException, URISyntaxException {
        final String name = Unruly.class.getName();
        final Path file = Path.of(Unruly.class
                .getResource(name.substring(name.lastIndexOf('.') + 1) + ".class")
                .toURI());

        assertThat(forbidden(file))
                .contains(
                        "java/lang/System.currentTimeMillis",
                        "java/lang/System.nanoTime",
                        "java/lang/System.identityHashCode",
                        "java/lang/Math.random",
                        "java/util/Random",
                        "java/lang/Thread",
                        "java/time/Instant.now",
                        "java/time/ZoneId.systemDefault",
                        "java/nio/file/Files",
                        "java/util/concurrent/ThreadLocalRandom");
    }

    private static List<Path> coreClasses() throws IOException, URISyntaxException {
        final List<Path> core = new ArrayList<>(classes());
        core.removeIf(file -> NOT_CORE.contains(packageOf(file)));
        return core;
    }

    private static List<Path> classes() throws IOException, URISyntaxException {
        final Path root = Path.of(
                Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("io").resolve("ringback"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    /** The last name of the package. */
    private static String packageOf(final Path file) {
        return file.getParent().getFileName().toString();
    }

    private static Set<String> forbidden(final Path file) throws IOException {
        return found(file, FORBIDDEN);
    }

    private static Set<String> found(final Path file, final Pattern pattern) throws IOException {
        final SortedSet<String> found = new TreeSet<>();
        for (final String reference : references(file)) {
            if (pattern.matcher(reference).matches()) {
                found.add(reference);
            }
        }
        return found;
    }

    /** The classes, and the fields and methods as class and name, in a class file's constant pool (JVMS 4.4). */
    private static SortedSet<String> references(final Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(bytes)) {
            assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
            in.readInt();
            return new ConstantPool(in).references();
        }
    }

    /** One class file's constants: what each refers to, by place. */
    private static final class ConstantPool {
        private static final int UTF8 = 1;
        private static final int CLASS = 7;
        private static final int NAME_AND_TYPE = 12;

        private final int[] tag;
        private final int[] first;
        private final int[] second;
        private final String[] text;

        ConstantPool(final DataInputStream in) throws IOException {
            final int size = in.readUnsignedShort();
            tag = new int[size];
            first = new int[size];
            second = new int[size];
            text = new String[size];
            for (int place = 1; place < size; place++) {
                tag[place] = in.readUnsignedByte();
                switch (tag[place]) {
                    case UTF8 -> text[place] = in.readUTF();
                    case 3, 4 -> in.readInt();
                    case 5, 6 -> {
                        in.readLong();
                        place++;
                    }
                    case CLASS, 8, 16, 19, 20 -> first[place] = in.readUnsignedShort();
                    case 9, 10, 11, NAME_AND_TYPE, 17, 18 -> {
                        first[place] = in.readUnsignedShort();
                        second[place] = in.readUnsignedShort();
                    }
                    case 15 -> {
                        first[place] = in.readUnsignedByte();
                        second[place] = in.readUnsignedShort();
                    }
                    default -> throw new IOException("constant of unknown kind " + tag[place]);
                }
            }
        }

        SortedSet<String> references() {
            final SortedSet<String> references = new TreeSet<>();
            for (int place = 1; place < tag.length; place++) {
                if (tag[place] == CLASS) {
                    references.add(className(place));
                } else if (tag[place] >= 9 && tag[place] <= 11) {
                    references.add(className(first[place]) + "." + text[first[second[place]]]);
                }
            }
            return references;
        }

        private String className(final int place) {
            return text[first[place]];
        }
    }

    /** Does what the core must not. */
    private static final class Unruly {
        private Unruly() {}

        @SuppressWarnings("unused")
        static long everything() throws IOException {
            final Object object = new Object();
            final long time = System.currentTimeMillis()
                    + System.nanoTime()
                    + java.time.Instant.now().toEpochMilli()
                    + java.time.ZoneId.systemDefault().hashCode();
            final long drawn = new java.util.Random(1).nextLong()
                    + java.util.concurrent.ThreadLocalRandom.current().nextInt()
                    + (long) (10 * Math.random());
            new Thread(() -> {}).start();
            return time + drawn + System.identityHashCode(object) + Files.size(Path.of("."));
        }
    }
}
