package io.ringback.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds scenario files: those whose name ends in {@code .scenario}, and any file that is named itself. */
final class ScenarioFiles {
    private static final String SUFFIX = ".scenario";

    private ScenarioFiles() {}

    /** What is in a folder, by name: folders and scenario files. */
    static List<Path> children(final Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> Files.isDirectory(path) || isScenario(path))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        } catch (final IOException unreadable) {
            throw new UncheckedIOException(folder + " cannot be read", unreadable);
        }
    }

    /**
     * The files that files and folders stand for, folders with what is below them: in the given order, by name within
     * a folder, each once.
     *
     * @throws IllegalArgumentException when one does not exist, or a folder holds no scenario
     */
    static List<Path> collect(final List<Path> filesAndFolders) {
        final Set<Path> files = new LinkedHashSet<>();
        for (final Path path : filesAndFolders) {
            files.addAll(collect(path));
        }
        return List.copyOf(files);
    }

    private static List<Path> collect(final Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path + ": there is no such file or folder");
        }
        final List<Path> found = new ArrayList<>();
        addTo(found, path);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(path + ": there is no " + SUFFIX + " file in this folder");
        }
        return found;
    }

    private static void addTo(final List<Path> found, final Path path) {
        if (Files.isDirectory(path)) {
            children(path).forEach(child -> addTo(found, child));
        } else {
            found.add(path);
        }
    }

    private static boolean isScenario(final Path path) {
        return path.getFileName().toString().endsWith(SUFFIX);
    }
}
