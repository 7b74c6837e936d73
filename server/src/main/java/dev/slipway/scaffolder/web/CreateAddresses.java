package dev.slipway.scaffolder.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the form of a template is. */
public final class CreateAddresses {

    private static final String ENTITY = "template:";
    /** Pages of the portal: a template of the platform with such a name has its form elsewhere. */
    private static final Set<String> OWN = Set.of("actions", "catalog", "favourites", "platform", "runs");

    private CreateAddresses() {}

    /** What a template is known by; of the platform's own, its directory. */
    static String key(@Nullable String namespace, String name) {
        return namespace == null ? name : ENTITY + namespace + "/" + name;
    }

    /** The path of the form. */
    public static String form(String key) {
        if (key.startsWith(ENTITY)) {
            return "/create/catalog/" + key.substring(ENTITY.length());
        }
        return (OWN.contains(key) ? "/create/platform/" : "/create/") + key;
    }
}
