package dev.slipway.gitops.impact.fields;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields in which two values differ. What is missing and what is null are the same, as they are to Kubernetes. */
public final class Differences {

    /** What is new or gone as a whole here is told by its parts: to hold none of them is the same as not to be there. */
    private static final Set<String> SECTIONS = Set.of(
            "metadata",
            "labels",
            "annotations",
            "env",
            "envFrom",
            "ports",
            "resources",
            "limits",
            "requests",
            "securityContext",
            "capabilities",
            "add",
            "drop",
            "seccompProfile",
            "appArmorProfile",
            "mtls",
            "volumeMounts",
            "volumes",
            "initContainers");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(@Nullable Object before, @Nullable Object after) {
        Differences differences = new Differences();
        differences.walk(FieldPath.ROOT, before, after);
        return List.copyOf(differences.found);
    }

    private void walk(FieldPath path, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            Set<Object> keys = new LinkedHashSet<>(one.keySet());
            keys.addAll(other.keySet());
            keys.forEach(key -> walk(path.key(String.valueOf(key)), one.get(key), other.get(key)));
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            elements(path, one, other);
        } else if (before == null && isSection(path, after)) {
            walk(path, nothing(after), after);
        } else if (after == null && isSection(path, before)) {
            walk(path, before, nothing(before));
        } else {
            found.add(new Difference(path, before, after));
        }
    }

    private static boolean isSection(FieldPath path, @Nullable Object value) {
        boolean held = (value instanceof Map<?, ?> map && !map.isEmpty())
                || (value instanceof List<?> list && !list.isEmpty());
        return held && SECTIONS.contains(path.last()) && !path.isElementOf(path.last());
    }

    private static Object nothing(@Nullable Object section) {
        return section instanceof Map<?, ?> ? Map.of() : List.of();
    }

    private void elements(FieldPath path, List<?> before, List<?> after) {
        ElementKeys keys = ElementKeys.of(path.last(), before, after);
        if (keys.areNone()) {
            positions(path, before, after);
            return;
        }
        Map<String, Object> one = keys.index(before);
        Map<String, Object> other = keys.index(after);
        Set<String> all = new LinkedHashSet<>(one.keySet());
        all.addAll(other.keySet());
        int sofar = found.size();
        all.forEach(key -> walk(path.then(new Step.Element(keys.by(), key)), one.get(key), other.get(key)));
        if (found.size() == sofar) {
            found.add(new Difference(path, order(one.keySet()), order(other.keySet())));
        }
    }

    /** Where only the order differs it may still matter: of init containers, of variables that use others. */
    private static String order(Set<String> keys) {
        return String.join(", ", keys);
    }

    /** Without anything that identifies them, elements that differ are paired from the first one that does. */
    private void positions(FieldPath path, List<?> before, List<?> after) {
        int most = Math.min(before.size(), after.size());
        int same = 0;
        while (same < most && Objects.equals(before.get(same), after.get(same))) {
            same++;
        }
        int alike = 0;
        while (alike < most - same
                && Objects.equals(before.get(before.size() - 1 - alike), after.get(after.size() - 1 - alike))) {
            alike++;
        }
        int last = Math.max(before.size(), after.size()) - alike;
        for (int i = same; i < last; i++) {
            Object one = i < before.size() - alike ? before.get(i) : null;
            Object other = i < after.size() - alike ? after.get(i) : null;
            walk(path.then(new Step.Element("", String.valueOf(i))), one, other);
        }
    }
}
