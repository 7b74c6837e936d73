package dev.slipway.gitops.impact.reading.containers;

import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldPath;
import dev.slipway.gitops.impact.meaning.ContainerMeaning;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a security context becomes weaker: what Kubernetes' Pod Security Standards forbid on the levels baseline and restricted
 * counts as weak.
 */
public final class SecurityWords {

    private static final Set<String> WEAK_WHEN_TRUE = Set.of("privileged", "allowPrivilegeEscalation");
    private static final Set<String> WEAK_UNLESS_TRUE = Set.of("runAsNonRoot", "readOnlyRootFilesystem");
    private static final Set<String> NAMED = Set.of("RuntimeDefault", "Localhost");

    private SecurityWords() {}

    /** @param whose a container's name, or {@code the pods} */
    public static ContainerMeaning.Security of(String whose, Difference difference) {
        FieldPath path = difference.path();
        String field = path.last().equals("securityContext") ? "security context" : field(path);
        return new ContainerMeaning.Security(
                whose,
                field,
                difference.lineBefore(),
                difference.lineAfter(),
                isWeaker(path, difference.before(), difference.after()));
    }

    private static String field(FieldPath path) {
        int from = path.keys().indexOf("securityContext") + 1;
        return from <= 0
                ? path.last()
                : String.join(".", path.keys().subList(from, path.keys().size()));
    }

    private static boolean isWeaker(FieldPath path, @Nullable Object before, @Nullable Object after) {
        String field = path.last();
        if (before instanceof Map<?, ?> || after instanceof Map<?, ?>) {
            return isWeakerAsWhole(path, before, after);
        }
        if (WEAK_WHEN_TRUE.contains(field)) {
            return Objects.equals(after, true) || (field.startsWith("allow") && after == null);
        }
        if (WEAK_UNLESS_TRUE.contains(field)) {
            return !Objects.equals(after, true) && (Objects.equals(before, true) || overrules(field, before, after));
        }
        return switch (field) {
            case "runAsUser" -> "0".equals(String.valueOf(after));
            case "add" -> after != null;
            case "drop" -> after == null;
            case "type" ->
                isConfined(before) ? !isConfined(after) : before == null && after != null && !isConfined(after);
            case "hostNetwork", "hostPID", "hostIPC" -> Objects.equals(after, true);
            default -> false;
        };
    }

    /** A container that says {@code false} is not held to what its pod says. */
    private static boolean overrules(String field, @Nullable Object before, @Nullable Object after) {
        return field.equals("runAsNonRoot") && before == null && Objects.equals(after, false);
    }

    private static boolean isConfined(@Nullable Object type) {
        return NAMED.contains(String.valueOf(type));
    }

    /** A context that is gone protects nothing; one that is new is judged by its fields. */
    private static boolean isWeakerAsWhole(FieldPath path, @Nullable Object before, @Nullable Object after) {
        if (after == null) {
            return true;
        }
        return before == null
                && after instanceof Map<?, ?> map
                && (Objects.equals(map.get("privileged"), true)
                        || Objects.equals(map.get("allowPrivilegeEscalation"), true)
                        || "0".equals(String.valueOf(map.get("runAsUser")))
                        || (path.last().equals("capabilities") && map.get("add") != null));
    }
}
