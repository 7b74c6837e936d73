package dev.slipway.gotemplate;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable table of functions by name. Go's own ({@code eq}, {@code printf} …) are always there and may be replaced by name. */
public final class Functions {

    private static final Functions NONE = new Functions(Map.of());

    private final Map<String, Entry> entries;

    private Functions(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * A function and what it takes.
     *
     * @param name as templates call it
     * @param signature checked before each call
     * @param function what to call
     */
    public record Entry(String name, Signature signature, Function function) {}

    /** Nothing but Go's own. */
    public static Functions none() {
        return NONE;
    }

    /** With one more, that takes any arguments; it replaces one of the same name. */
    public Functions plus(String name, Function function) {
        return plus(name, Signature.any(), function);
    }

    /** With one more, that takes what the signature says; it replaces one of the same name. */
    public Functions plus(String name, Signature signature, Function function) {
        return plus(Map.of(name, new Entry(name, signature, function)));
    }

    /** With all of these, that take any arguments; they replace those of the same name. */
    public Functions plusAll(Map<String, Function> functions) {
        Map<String, Entry> added = new HashMap<>();
        functions.forEach((name, function) -> added.put(name, new Entry(name, Signature.any(), function)));
        return plus(added);
    }

    /** With the others too; they replace those of the same name. */
    public Functions plus(Functions others) {
        return plus(others.entries);
    }

    /** The names, Go's own not among them unless they were replaced. */
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The function of this name, null when there is none. */
    public @Nullable Entry find(String name) {
        return entries.get(name);
    }

    private Functions plus(Map<String, Entry> added) {
        Map<String, Entry> all = new HashMap<>(entries);
        all.putAll(added);
        added.keySet().forEach(Functions::checkName);
        return new Functions(all);
    }

    private static void checkName(String name) {
        boolean identifier = !name.isEmpty()
                && (name.charAt(0) == '_' || Character.isLetter(name.codePointAt(0)))
                && name.codePoints().allMatch(c -> c == '_' || Character.isLetter(c) || Character.isDigit(c));
        if (!identifier) throw new IllegalArgumentException("function name \"" + name + "\" is not a valid identifier");
    }
}
