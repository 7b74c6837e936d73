package dev.slipway.gitops.impact.reading.kinds;

import dev.slipway.gitops.impact.objects.GeneratedName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** References to ConfigMaps and Secrets. */
public final class References {

    /**
     * @param key empty for all of it
     * @param optional whether pods start without it
     */
    public record Reference(String kind, String name, String key, boolean optional) {
        public String words() {
            return (key.isEmpty() ? "" : "key " + key + " of ") + kind + " \"" + GeneratedName.stem(name) + "\"";
        }
    }

    private References() {}

    /** Of {@code valueFrom}, an element of {@code envFrom}, or what stands in them. */
    public static Optional<Reference> of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        return of(map, "configMapKeyRef", "ConfigMap")
                .or(() -> of(map, "secretKeyRef", "Secret"))
                .or(() -> of(map, "configMapRef", "ConfigMap"))
                .or(() -> of(map, "secretRef", "Secret"));
    }

    private static Optional<Reference> of(Map<?, ?> map, String field, String kind) {
        return map.get(field) instanceof Map<?, ?> reference && reference.get("name") != null
                ? Optional.of(new Reference(
                        kind,
                        String.valueOf(reference.get("name")),
                        reference.get("key") == null ? "" : String.valueOf(reference.get("key")),
                        Boolean.TRUE.equals(reference.get("optional"))))
                : Optional.empty();
    }
}
