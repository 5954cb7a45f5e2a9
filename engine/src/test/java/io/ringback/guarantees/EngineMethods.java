package io.ringback.guarantees;

import io.ringback.Engine;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The public methods of the engine as text, so that a table which leaves out a new one is noticed. */
final class EngineMethods {
    private EngineMethods() {}

    static SortedSet<String> all() {
        return Arrays.stream(Engine.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .map(EngineMethods::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(final Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
