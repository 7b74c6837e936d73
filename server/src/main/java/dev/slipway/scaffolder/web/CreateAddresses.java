package dev.slipway.scaffolder.web;

import org.jspecify.annotations.Nullable;

/** Where the form of a template is. */
public final class CreateAddresses {

    private static final String ENTITY = "template:";

    private CreateAddresses() {}

    /** What a template is known by; of the platform's own, its directory. */
    static String key(@Nullable String namespace, String name) {
        return namespace == null ? name : ENTITY + namespace + "/" + name;
    }

    /** The path of the form. */
    public static String form(String key) {
        return key.startsWith(ENTITY) ? "/create/catalog/" + key.substring(ENTITY.length()) : "/create/" + key;
    }
}
