package dev.slipway.gitops.impact;

import org.jspecify.annotations.Nullable;

/**
 * An object that is changed.
 *
 * @param service null where that cannot be told
 * @param team null where that cannot be told
 * @param object its name, without a generator's hash
 */
public record Member(
        String application,
        @Nullable String service,
        @Nullable String team,
        String cluster,
        String namespace,
        String object) {

    /** The service, or the Application where there is none. */
    public String name() {
        return service == null ? application : service;
    }

    /** Its name in a list of objects of this kind: of its service, of its namespace where no service has it. */
    public String among(String kind) {
        if (kind.equals("Application") || object.equals(name())) {
            return name();
        }
        return (service == null && !namespace.isEmpty() ? namespace : name()) + "/" + object;
    }
}
