package dev.slipway.gitops.parity.facts;

import dev.slipway.gitops.secrets.Redaction;
import dev.slipway.gitops.secrets.SecretText;
import dev.slipway.kustomize.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one environment says of one term: facts, and what cannot be told. Order in lists is kept only where it means something. */
public final class Facts {

    private final TreeMap<Fact, String> values = new TreeMap<>();
    private final Set<Fact> optional = new HashSet<>();
    private final Map<Fact, Written> written = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    /** What a fact is one entry of, which tells whether it is a secret. */
    private record Written(Map<?, ? extends @Nullable Object> around, Object key) {}

    public static String object(Resource object) {
        return object.kind() + "/" + object.name();
    }

    public SortedMap<Fact, String> values() {
        return Collections.unmodifiableSortedMap(values);
    }

    /** The value of a fact without the secrets in it. */
    public String shown(Fact fact) {
        Written entry = written.get(fact);
        return entry == null
                ? SecretText.scrub(values.getOrDefault(fact, ""))
                : text(new Redaction().of(entry.around()).get(String.valueOf(entry.key())));
    }

    /** Why a part cannot be told; empty when all can. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    public Facts cannotTell(String reason) {
        unknown.add(reason);
        return this;
    }

    /** The object is there, whatever is in it. */
    public void present(Resource object) {
        values.put(new Fact(object(object), ""), "present");
    }

    public void put(String object, String path, @Nullable Object value) {
        values.put(new Fact(object, path), text(value));
    }

    /** An entry of a manifest, if there is something to say. */
    public void putEntry(String object, String path, Map<?, ? extends @Nullable Object> around, Object key) {
        if (around.get(key) != null) {
            put(object, path, around.get(key));
            written.put(new Fact(object, path), new Written(around, key));
        }
    }

    /** Only if there is something to say. */
    public void putIfAny(String object, String path, @Nullable Object value) {
        if (value != null && !text(value).isEmpty()) {
            put(object, path, value);
        }
    }

    /** Counts only where both environments have it. */
    public void putOptional(String object, String path, @Nullable Object value) {
        put(object, path, value);
        optional.add(new Fact(object, path));
    }

    public boolean isOptional(Fact fact) {
        return optional.contains(fact);
    }

    /** Members of a set: each is a fact of its own, whatever its place in a list. */
    public void members(String object, String path, Collection<? extends @Nullable Object> members) {
        members.forEach(member -> values.put(new Fact(object, path + "[" + text(member) + "]"), "present"));
    }

    /** Every scalar below a value; lists of scalars and of maps as sets, since manifests' lists mostly are, and commands are not. */
    public void deep(String object, String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.forEach((key, below) -> {
                    String at = path.isEmpty() ? "" + key : path + "." + key;
                    if (isBranch(key, below)) {
                        deep(object, at, below);
                    } else {
                        putEntry(object, at, map, key);
                    }
                });
            case List<?> list when !list.isEmpty() -> members(object, path, list);
            default -> put(object, path, value);
        }
    }

    private static boolean isBranch(Object key, @Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? !map.isEmpty()
                : value instanceof List<?> list && !list.isEmpty() && !key.equals("command");
    }

    /** One line of text for any value; maps in the order of their keys, so that equal values have equal texts. */
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(each -> each.getKey() + ": " + text(each.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> list -> list.stream().map(Facts::text).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
