package io.ringback.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words after a command: files, and options that each have a value. */
public final class Arguments {
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();

    private Arguments() {}

    /**
     * Sorts the words of a command line.
     *
     * @param words what follows the command
     * @param filesMax how many files the command takes
     * @param known the command's options
     * @return files and options
     * @throws UsageException for an unknown or repeated option, one without value, or too many files
     */
    public static Arguments of(final List<String> words, final int filesMax, final String... known)
            throws UsageException {
        final Arguments arguments = new Arguments();
        final Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            final String word = rest.next();
            if (!word.startsWith("--")) {
                arguments.files.add(word);
                continue;
            }
            if (!List.of(known).contains(word)) {
                throw UsageException.unknown("option", word, List.of(known));
            }
            if (!rest.hasNext()) {
                throw new UsageException(word + " needs a value");
            }
            if (arguments.options.put(word, rest.next()) != null) {
                throw new UsageException(word + " is given twice");
            }
        }
        if (arguments.files.size() > filesMax) {
            throw new UsageException("unexpected word " + arguments.files.get(filesMax));
        }
        return arguments;
    }

    /**
     * The files, or what else the command takes that is no option.
     *
     * @return in their order
     */
    public List<String> files() {
        return List.copyOf(files);
    }

    /**
     * The only file.
     *
     * @return empty when none was given
     */
    public Optional<String> file() {
        return files.stream().findFirst();
    }

    /**
     * The value of an option.
     *
     * @param name with its dashes
     * @return empty when it was not given
     */
    public Optional<String> option(final String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * The value of an option that is a whole number.
     *
     * @param name with its dashes
     * @param otherwise its value when it was not given
     * @return the number
     * @throws UsageException when it is none
     */
    public long number(final String name, final long otherwise) throws UsageException {
        final String text = options.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new UsageException(name + " " + text + " is not a whole number");
        }
    }
}
